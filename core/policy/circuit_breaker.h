#pragma once

#include "core/base/clock.h"
#include "core/model/policy_spec.h"

#include <array>
#include <optional>

namespace signalbox::policy {

/// Stops calling a target that fails: closed, then open for a while, then half-open with a few probes that decide. Counts calls
/// in a sliding window of ten buckets. Not synchronised; the owner locks.
class CircuitBreaker {
public:
    enum class State { Closed, Open, HalfOpen };

    explicit CircuitBreaker(const model::BreakerPolicy& settings) : settings_(settings) {}
    /// Other settings from now on; what was counted stays.
    void configure(const model::BreakerPolicy& settings) { settings_ = settings; }

    /// True: the call may be made, and `succeeded`, `failed` or `abandoned` must follow. A half-open breaker gives out
    /// `halfOpenCalls` permits at a time.
    bool mayCall(MonotonicTime now);
    void succeeded(MonotonicTime now);
    void failed(MonotonicTime now);
    /// No verdict (the caller left, say): the permit comes back.
    void abandoned(MonotonicTime now);

    State state(MonotonicTime now) const;
    /// When an open breaker lets the first probe through.
    std::optional<MonotonicTime> opensUntil() const { return openUntil_; }
    /// Within the window.
    int calls(MonotonicTime now) const;
    int failures(MonotonicTime now) const;

private:
    static constexpr std::size_t kBuckets = 10;
    struct Bucket {
        MonotonicTime start = MonotonicTime::min();
        int calls = 0;
        int failures = 0;
    };
    void count(MonotonicTime now, bool failure);
    int sum(MonotonicTime now, int Bucket::*member) const;
    void open(MonotonicTime now);

    model::BreakerPolicy settings_;
    std::array<Bucket, kBuckets> buckets_; ///< a ring; a bucket knows when it began, so that another window may come any time
    std::size_t newest_ = 0;
    std::optional<MonotonicTime> openUntil_; ///< set while open or half-open
    int probesOut_ = 0;
    int probesPassed_ = 0;
};

} // namespace signalbox::policy
