#pragma once

#include "core/base/clock.h"
#include "core/model/policy_spec.h"

#include <array>

namespace signalbox::policy {

/// Keeps retries from multiplying an outage: over the last ten seconds they may be `ratio` of the calls, plus a floor of
/// `minPerSecond` for quiet targets (Finagle's and Envoy's rule). Not synchronised; the owner locks.
class RetryBudget {
public:
    explicit RetryBudget(const model::RetryBudget& settings) : settings_(settings) {}
    void configure(const model::RetryBudget& settings) { settings_ = settings; }

    /// A call (not a retry) was made.
    void called(MonotonicTime now) { ++second(now).calls; }
    /// Takes a retry from the budget, if there is one.
    bool tryRetry(MonotonicTime now);

private:
    static constexpr std::size_t kSeconds = 10;
    struct Second {
        std::int64_t number = -1;
        int calls = 0;
        int retries = 0;
    };
    Second& second(MonotonicTime now);

    model::RetryBudget settings_;
    std::array<Second, kSeconds> seconds_;
};

} // namespace signalbox::policy
