#include "core/policy/retry_budget.h"

namespace signalbox::policy {

RetryBudget::Second& RetryBudget::second(MonotonicTime now) {
    const auto number = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    auto& slot = seconds_[static_cast<std::size_t>(number) % kSeconds];
    if (slot.number != number) slot = {number, 0, 0};
    return slot;
}

bool RetryBudget::tryRetry(MonotonicTime now) {
    auto& present = second(now);
    int calls = 0;
    int retries = 0;
    for (const auto& one : seconds_)
        if (one.number > present.number - static_cast<std::int64_t>(kSeconds)) {
            calls += one.calls;
            retries += one.retries;
        }
    const double allowed = settings_.ratio * calls + settings_.minPerSecond * static_cast<double>(kSeconds);
    if (retries + 1 > allowed) return false;
    ++present.retries;
    return true;
}

} // namespace signalbox::policy
