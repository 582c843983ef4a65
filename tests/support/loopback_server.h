// SPDX-License-Identifier: GPL-2.0-or-later
// An HTTP server on the loopback interface for tests: answers each path with the bytes it is given,
// in turn, and keeps what was asked for. The bytes are the whole answer, head and all, so that a
// broken one can be sent too; the connection ends with them.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace support {

inline std::string http_answer(int status, const std::string& body, const std::string& heads = "") {
  return "HTTP/1.1 " + std::to_string(status) +
         " X\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + heads +
         "Connection: close\r\n\r\n" + body;
}

class LoopbackServer {
 public:
  LoopbackServer() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (socket_ < 0 || ::bind(socket_, raw, size) != 0 || ::listen(socket_, 8) != 0 ||
        ::getsockname(socket_, raw, &size) != 0) {
      throw std::runtime_error("no loopback server");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  ~LoopbackServer() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
  }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

  // To a path that begins so, each answer once, the last one from then on.
  void answer(const std::string& path, std::vector<std::string> answers) {
    const std::lock_guard lock(mutex_);
    answers_[path] = std::move(answers);
  }
  std::vector<std::string> asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
  }

 private:
  void serve() {
    for (int client; (client = ::accept(socket_, nullptr, nullptr)) >= 0; ::close(client)) {
      std::string request;
      char buffer[4096];
      while (request.find("\r\n\r\n") == std::string::npos) {
        const auto got = ::recv(client, buffer, sizeof buffer, 0);
        if (got <= 0) break;
        request.append(buffer, static_cast<std::size_t>(got));
      }
      const std::string bytes = answer_to(request);
      std::size_t sent = 0;
      while (sent < bytes.size()) {
        const auto put = ::send(client, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (put <= 0) break;
        sent += static_cast<std::size_t>(put);
      }
    }
  }

  std::string answer_to(const std::string& request) {
    const auto from = request.find(' ') + 1;
    const std::string path = request.substr(from, request.find(' ', from) - from);
    const std::lock_guard lock(mutex_);
    asked_.push_back(path);
    std::vector<std::string>* best = nullptr;
    std::size_t longest = 0;
    for (auto& [begin, answers] : answers_) {
      if (path.starts_with(begin) && begin.size() >= longest) {
        best = &answers;
        longest = begin.size();
      }
    }
    if (best == nullptr || best->empty()) {
      return http_answer(404, R"({"code":"404003","message":"not found"})");
    }
    std::string bytes = best->front();
    if (best->size() > 1) best->erase(best->begin());
    return bytes;
  }

  int socket_;
  int port_ = 0;
  mutable std::mutex mutex_;
  std::map<std::string, std::vector<std::string>> answers_;
  std::vector<std::string> asked_;
  std::thread thread_;
};

}  // namespace support
