// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/law_graph.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>

#include "corpus/error.h"
#include "corpus/text.h"
#include "web-static/html.h"

namespace web {
namespace {

constexpr double kLetter = 13;  // points
constexpr std::size_t kLineLetters = 12;
constexpr double kLineHeight = 17;
constexpr double kPadding = 5;  // of a cluster around its boxes
constexpr double kPoint = 72;   // in an inch

std::vector<std::string> lines_of(std::string_view label, std::size_t most) {
  std::vector<std::string> out(1);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < label.size();) {
    const std::size_t begin = at;
    corpus::next_code_point(label, at);
    if (letters == kLineLetters) {
      out.emplace_back();
      letters = 0;
    }
    out.back() += label.substr(begin, at - begin);
    ++letters;
  }
  if (out.size() > most) {
    out.resize(most);
    out.back() += "…";
  }
  return out;
}

struct Size {
  double width = 0;
  double height = 0;
};

// A box with its words on lines.
struct Card {
  const GraphBox* box = nullptr;
  std::vector<std::string> lines;
  Size size;
};

Card card_of(const GraphBox& box, std::size_t most_lines) {
  Card out{&box, lines_of(box.label, most_lines), {}};
  std::size_t letters = 1;
  for (const auto& line : out.lines) letters = std::max(letters, corpus::count_code_points(line));
  out.size = {static_cast<double>(letters) * kLetter + 16,
              static_cast<double>(out.lines.size()) * kLineHeight + 10};
  return out;
}

// The Act and the members of its cluster, one below the other.
struct Stack {
  std::vector<Card> cards;
  Size size;
};

Stack stack_of(const GraphNode& node) {
  constexpr std::size_t kMostLines = 3, kMostLinesOfMember = 2;
  Stack out{{card_of(node.box, kMostLines)}, {}};
  for (const GraphBox& member : node.members)
    out.cards.push_back(card_of(member, kMostLinesOfMember));
  for (const Card& card : out.cards) {
    out.size.width = std::max(out.size.width, card.size.width);
    out.size.height += card.size.height;
  }
  if (out.cards.size() == 1) return out;
  for (Card& card : out.cards) card.size.width = out.size.width;
  out.size.width += 2 * kPadding;
  out.size.height += kPadding * static_cast<double>(out.cards.size() + 1);
  return out;
}

std::string number(double value) {
  const long tenths = std::lround(value * 10);
  std::string out = std::to_string(tenths / 10);
  if (tenths < 0 && tenths / 10 == 0) out.insert(0, 1, '-');
  if (tenths % 10 != 0) out += '.' + std::to_string(std::labs(tenths % 10));
  return out;
}

// Graphviz keeps its state in globals.
std::mutex& graphviz() {
  static std::mutex mutex;
  return mutex;
}

struct CloseGraph {
  GVC_t* context;
  void operator()(Agraph_t* graph) const {
    gvFreeLayout(context, graph);
    agclose(graph);
  }
};
struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};

void set(void* object, const char* name, const std::string& value) {
  agsafeset(object, const_cast<char*>(name), const_cast<char*>(value.c_str()),
            const_cast<char*>(""));
}

class Drawing {
 public:
  Drawing(const std::vector<GraphNode>& nodes, const std::vector<GraphEdge>& edges)
      : nodes_(nodes), edges_(edges), context_(gvContext()) {
    graph_ = {agopen(const_cast<char*>("laws"), Agdirected, nullptr), {context_.get()}};
    set(graph_.get(), "rankdir", "LR");
    set(graph_.get(), "nodesep", "0.15");
    set(graph_.get(), "ranksep", "0.45");
    add_nodes();
    for (const GraphEdge& e : edges_) {
      Agedge_t* edge = agedge(graph_.get(), drawn_[e.from], drawn_[e.to], nullptr, 1);
      set(edge, "label", "");
      set(edge, "constraint", e.aside ? "false" : "true");
      drawn_edges_.push_back(edge);
    }
    if (gvLayout(context_.get(), graph_.get(), "dot") != 0) {
      throw corpus::Error("図の配置ができません", "graphviz", "libgvc6 を入れ直してください");
    }
  }

  std::string svg(const std::string& description) const {
    const boxf bounds = GD_bb(graph_.get());
    const double width = bounds.UR.x - bounds.LL.x + 2 * kMargin;
    height_ = bounds.UR.y - bounds.LL.y + 2 * kMargin;
    std::string out = "<svg class=\"graph\" viewBox=\"0 0 " + number(width) + ' ' +
                      number(height_) + "\" width=\"" + number(width) + "\" height=\"" +
                      number(height_) + "\" role=\"group\" aria-label=\"" + escaped(description) +
                      "\"><defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" "
                      "markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" "
                      "orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"></path></marker></defs>";
    for (std::size_t i = 0; i < edges_.size(); ++i) append_edge(out, i);
    for (std::size_t i = 0; i < nodes_.size(); ++i) append_node(out, i);
    return out + "</svg>";
  }

 private:
  static constexpr double kMargin = 8;

  void add_nodes() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      stacks_.push_back(stack_of(nodes_[i]));
      const Size box = stacks_.back().size;
      Agnode_t* node = agnode(graph_.get(), const_cast<char*>(std::to_string(i).c_str()), 1);
      set(node, "shape", "box");
      set(node, "label", "");
      set(node, "fixedsize", "true");
      set(node, "width", std::to_string(box.width / kPoint));
      set(node, "height", std::to_string(box.height / kPoint));
      drawn_.push_back(node);
    }
  }

  double y(double value) const { return height_ - kMargin - value; }
  static double x(double value) { return value + kMargin; }

  void append_edge(std::string& out, std::size_t i) const {
    const splines* route = ED_spl(drawn_edges_[i]);
    if (route == nullptr) return;
    const GraphEdge& e = edges_[i];
    const char* width = e.count >= 100 ? "w3" : e.count >= 20 ? "w2" : "w1";
    for (int s = 0; s < route->size; ++s) {
      const bezier& curve = route->list[s];
      std::string path;
      for (int k = 0; k < curve.size; ++k) {
        path += (k == 0   ? "M"
                 : k == 1 ? "C"
                          : " ") +
                number(x(curve.list[k].x)) + ' ' + number(y(curve.list[k].y));
      }
      if (curve.eflag != 0) path += "L" + number(x(curve.ep.x)) + ' ' + number(y(curve.ep.y));
      out += "<path class=\"edge " + std::string(width) + (e.aside ? " aside" : "") + "\" d=\"" +
             path + "\" marker-end=\"url(#arrow)\"><title>" + escaped(nodes_[e.from].box.label) +
             " → " + escaped(nodes_[e.to].box.label) + "（" + std::to_string(e.count) +
             "）</title></path>";
    }
  }

  static void append_rect(std::string& out, double left, double top, Size size) {
    out += "<rect x=\"" + number(left) + "\" y=\"" + number(top) + "\" width=\"" +
           number(size.width) + "\" height=\"" + number(size.height) + "\" rx=\"3\"></rect>";
  }

  void append_node(std::string& out, std::size_t i) const {
    const Stack& stack = stacks_[i];
    const pointf at = ND_coord(drawn_[i]);
    double left = x(at.x) - stack.size.width / 2;
    double top = y(at.y) - stack.size.height / 2;
    const bool cluster = stack.cards.size() > 1;
    if (cluster) {
      out += "<g class=\"cluster\">";
      append_rect(out, left, top, stack.size);
      left += kPadding;
      top += kPadding;
    }
    for (const Card& card : stack.cards) {
      append_card(out, card, left, top, nodes_[i].centre);
      top += card.size.height + kPadding;
    }
    if (cluster) out += "</g>";
  }

  static void append_card(std::string& out, const Card& card, double left, double top,
                          bool centre) {
    const GraphBox& box = *card.box;
    if (!box.href.empty()) out += "<a href=\"" + escaped(box.href) + "\">";
    out += "<g class=\"node " + std::string(box.type <= corpus::LawType::act ? "act" : "order") +
           (centre ? " centre" : "") + "\">";
    append_rect(out, left, top, card.size);
    const double middle = left + card.size.width / 2;
    const double first = top + card.size.height / 2 -
                         static_cast<double>(card.lines.size() - 1) * kLineHeight / 2 +
                         kLetter * 0.36;
    for (std::size_t k = 0; k < card.lines.size(); ++k) {
      out += "<text x=\"" + number(middle) + "\" y=\"" +
             number(first + static_cast<double>(k) * kLineHeight) + "\">" + escaped(card.lines[k]) +
             "</text>";
    }
    out += box.href.empty() ? "</g>" : "</g></a>";
  }

  const std::vector<GraphNode>& nodes_;
  const std::vector<GraphEdge>& edges_;
  std::unique_ptr<GVC_t, FreeContext> context_;
  std::unique_ptr<Agraph_t, CloseGraph> graph_{nullptr, {nullptr}};
  std::vector<Stack> stacks_;
  std::vector<Agnode_t*> drawn_;
  std::vector<Agedge_t*> drawn_edges_;
  mutable double height_ = 0;
};

}  // namespace

std::string render_graph(const std::vector<GraphNode>& nodes, const std::vector<GraphEdge>& edges,
                         const std::string& description) {
  const std::lock_guard lock(graphviz());
  return Drawing(nodes, edges).svg(description);
}

}  // namespace web
