#include "core/base/recent_uses.h"

#include <utility>

namespace signalbox {

void RecentUses::note(std::int64_t id, WallTime at) {
    const std::lock_guard lock(mutex_);
    const auto [known, isNew] = noted_.try_emplace(id, at);
    if (!isNew && at - known->second < kCoarse) return;
    known->second = at;
    fresh_.push_back({id, at});
}

std::vector<RecentUses::Use> RecentUses::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(fresh_, {});
}

} // namespace signalbox
