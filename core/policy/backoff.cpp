#include "core/policy/backoff.h"

#include <algorithm>

namespace signalbox::policy {

std::chrono::milliseconds backoffDelay(const model::Backoff& backoff, int retry, double random01,
                                       std::optional<std::chrono::milliseconds> retryAfter) {
    const int doublings = std::clamp(retry - 1, 0, 30);
    const auto ceiling = std::min(static_cast<double>(backoff.cap.count()), static_cast<double>(backoff.base.count()) * static_cast<double>(1LL << doublings));
    const std::chrono::milliseconds jittered{static_cast<std::int64_t>(std::max(0.0, ceiling) * random01)};
    return retryAfter ? std::max(jittered, *retryAfter) : jittered;
}

} // namespace signalbox::policy
