// SPDX-License-Identifier: GPL-2.0-or-later
// Work on many laws by a few threads, and results handed in in the order of the laws.
//   for_each_parallel(laws, 2, [&](i, worker) { …; queue.in_turn(i, [&] { index.add(…); }); })
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace web {

// Runs work(i, worker) for each i; of several failures the one with the lowest i is thrown.
template <typename Work>
void for_each_parallel(std::size_t count, std::size_t threads, Work work) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::map<std::size_t, std::exception_ptr> failures;
  const auto run = [&](std::size_t worker) {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i, worker);
      } catch (...) {
        const std::lock_guard lock(mutex);
        failures.emplace(i, std::current_exception());
        next = count;
      }
    }
  };
  std::vector<std::jthread> workers;
  for (std::size_t w = 1; w < threads; ++w) workers.emplace_back(run, w);
  run(0);
  workers.clear();  // joins
  if (!failures.empty()) std::rethrow_exception(failures.begin()->second);
}

// Lets parallel workers hand in their results in order; those that are early wait, so that never
// more results are held than there are workers.
class Queue {
 public:
  // False when a worker before this one failed.
  template <typename Work>
  bool in_turn(std::size_t i, Work work) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return next_ == i || stopped_; });
    if (stopped_) return false;
    work();
    ++next_;
    changed_.notify_all();
    return true;
  }
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;
  bool stopped_ = false;
};

}  // namespace web
