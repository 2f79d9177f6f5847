#include "core/policy/circuit_breaker.h"

#include <algorithm>

namespace signalbox::policy {

CircuitBreaker::State CircuitBreaker::state(MonotonicTime now) const {
    if (!openUntil_) return State::Closed;
    return now < *openUntil_ ? State::Open : State::HalfOpen;
}

bool CircuitBreaker::mayCall(MonotonicTime now) {
    switch (state(now)) {
    case State::Closed: return true;
    case State::Open: return false;
    case State::HalfOpen: break;
    }
    if (probesOut_ + probesPassed_ >= std::max(1, settings_.halfOpenCalls)) return false;
    ++probesOut_;
    return true;
}

void CircuitBreaker::succeeded(MonotonicTime now) {
    if (state(now) == State::HalfOpen && probesOut_ > 0) {
        --probesOut_;
        if (++probesPassed_ < std::max(1, settings_.halfOpenCalls)) return;
        openUntil_.reset();
        probesPassed_ = 0;
        probesOut_ = 0;
        buckets_ = {};
        return;
    }
    count(now, false);
}

void CircuitBreaker::failed(MonotonicTime now) {
    switch (state(now)) {
    case State::Open: return; // a call from before it opened: what it says is known already
    case State::HalfOpen: open(now); return;
    case State::Closed: break;
    }
    count(now, true);
    const int seen = calls(now);
    if (seen >= settings_.minCalls && failures(now) >= settings_.failureRatio * seen) open(now);
}

void CircuitBreaker::abandoned(MonotonicTime now) {
    if (state(now) == State::HalfOpen && probesOut_ > 0) --probesOut_;
}

void CircuitBreaker::open(MonotonicTime now) {
    openUntil_ = now + settings_.open;
    probesOut_ = 0;
    probesPassed_ = 0;
    buckets_ = {};
}

std::int64_t CircuitBreaker::bucketNumber(MonotonicTime now) const {
    const auto width = std::max<std::int64_t>(1, std::chrono::duration_cast<std::chrono::milliseconds>(settings_.window).count() / static_cast<std::int64_t>(kBuckets));
    return std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() / width;
}

void CircuitBreaker::count(MonotonicTime now, bool failure) {
    const auto number = bucketNumber(now);
    auto& bucket = buckets_[static_cast<std::size_t>(number) % kBuckets];
    if (bucket.number != number) bucket = {number, 0, 0};
    ++bucket.calls;
    if (failure) ++bucket.failures;
}

int CircuitBreaker::sum(MonotonicTime now, int Bucket::*member) const {
    const auto newest = bucketNumber(now);
    int total = 0;
    for (const auto& bucket : buckets_)
        if (bucket.number > newest - static_cast<std::int64_t>(kBuckets) && bucket.number <= newest) total += bucket.*member;
    return total;
}

int CircuitBreaker::calls(MonotonicTime now) const { return sum(now, &Bucket::calls); }
int CircuitBreaker::failures(MonotonicTime now) const { return sum(now, &Bucket::failures); }

} // namespace signalbox::policy
