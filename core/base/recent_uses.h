#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace signalbox {

/// Which keys were used when, to the minute: whoever lets one in notes it, and somebody else takes what is new from time to time. A key
/// is told at most once a minute, so that writing it down stays cheap. Any thread.
class RecentUses {
public:
    static constexpr std::chrono::minutes kCoarse{1};
    struct Use {
        std::int64_t id = 0;
        WallTime at;
    };

    void note(std::int64_t id, WallTime at);
    /// What was noted since it was asked last.
    std::vector<Use> take();

private:
    std::mutex mutex_;
    std::unordered_map<std::int64_t, WallTime> noted_;
    std::vector<Use> fresh_;
};

} // namespace signalbox
