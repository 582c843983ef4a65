// SPDX-License-Identifier: GPL-2.0-or-later
// Work on several threads.
#pragma once

#include <exception>
#include <thread>
#include <vector>

namespace indexer {

// Runs work(0) … work(jobs-1) at once; the first exception of any of them is thrown here.
template <typename Work>
void run_parallel(unsigned jobs, const Work& work) {
  std::vector<std::exception_ptr> failures(jobs);
  {
    std::vector<std::jthread> threads;
    for (unsigned job = 0; job < jobs; ++job) {
      threads.emplace_back([&, job] {
        try {
          work(job);
        } catch (...) {
          failures[job] = std::current_exception();
        }
      });
    }
  }
  for (const auto& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace indexer
