#include "core/policy/callback_schedule.h"

#include <algorithm>
#include <array>

namespace signalbox::policy {

std::optional<WallTime> nextCallback(int attempts, int lastStatus, WallTime now, WallTime runEnded) {
    using namespace std::chrono_literals;
    constexpr std::array<std::chrono::seconds, 6> kDelays = {5s, 30s, 2min, 10min, 1h, 6h};
    constexpr auto kPatience = 24h;
    constexpr int kGone = 410;
    if (lastStatus == kGone) return {};
    const auto step = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(attempts, 1)) - 1, 0, kDelays.size() - 1);
    const auto next = now + kDelays[step];
    if (next > runEnded + kPatience) return {};
    return next;
}

} // namespace signalbox::policy
