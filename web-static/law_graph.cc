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
constexpr std::size_t kLineLetters = 14;
constexpr double kLineHeight = 17;
constexpr double kPoint = 72;  // in an inch

std::vector<std::string> lines_of(std::string_view label) {
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
  constexpr std::size_t kMostLines = 3;
  if (out.size() > kMostLines) {
    out.resize(kMostLines);
    out.back() += "…";
  }
  return out;
}

struct Box {
  double width;
  double height;
};
Box box_of(const std::vector<std::string>& lines) {
  std::size_t letters = 1;
  for (const auto& line : lines) letters = std::max(letters, corpus::count_code_points(line));
  return {static_cast<double>(letters) * kLetter + 16,
          static_cast<double>(lines.size()) * kLineHeight + 10};
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
    set(graph_.get(), "ranksep", "0.8");
    add_nodes();
    for (const GraphEdge& e : edges_) {
      Agedge_t* edge = agedge(graph_.get(), drawn_[e.from], drawn_[e.to], nullptr, 1);
      set(edge, "label", "");
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
      lines_.push_back(lines_of(nodes_[i].label));
      const Box box = box_of(lines_.back());
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
      out += "<path class=\"edge " + std::string(width) + "\" d=\"" + path +
             "\" marker-end=\"url(#arrow)\"><title>" + escaped(nodes_[e.from].label) + " → " +
             escaped(nodes_[e.to].label) + "（" + std::to_string(e.count) + "）</title></path>";
    }
  }

  void append_node(std::string& out, std::size_t i) const {
    const GraphNode& n = nodes_[i];
    const pointf at = ND_coord(drawn_[i]);
    const Box box = box_of(lines_[i]);
    if (!n.href.empty()) out += "<a href=\"" + escaped(n.href) + "\">";
    out += "<g class=\"node " + std::string(n.type <= corpus::LawType::act ? "act" : "order") +
           (n.centre ? " centre" : "") + "\"><rect x=\"" + number(x(at.x) - box.width / 2) +
           "\" y=\"" + number(y(at.y) - box.height / 2) + "\" width=\"" + number(box.width) +
           "\" height=\"" + number(box.height) + "\" rx=\"3\"></rect>";
    const double first =
        y(at.y) - static_cast<double>(lines_[i].size() - 1) * kLineHeight / 2 + kLetter * 0.36;
    for (std::size_t k = 0; k < lines_[i].size(); ++k) {
      out += "<text x=\"" + number(x(at.x)) + "\" y=\"" +
             number(first + static_cast<double>(k) * kLineHeight) + "\">" + escaped(lines_[i][k]) +
             "</text>";
    }
    out += n.href.empty() ? "</g>" : "</g></a>";
  }

  const std::vector<GraphNode>& nodes_;
  const std::vector<GraphEdge>& edges_;
  std::unique_ptr<GVC_t, FreeContext> context_;
  std::unique_ptr<Agraph_t, CloseGraph> graph_{nullptr, {nullptr}};
  std::vector<std::vector<std::string>> lines_;
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
