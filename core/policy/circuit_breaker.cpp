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
    switch (state(now)) {
    case State::Closed: count(now, false); return;
    case State::Open: return;
    case State::HalfOpen: break;
    }
    if (probesOut_ == 0) return;
    --probesOut_;
    if (++probesPassed_ < std::max(1, settings_.halfOpenCalls)) return;
    openUntil_.reset();
    probesPassed_ = 0;
    probesOut_ = 0;
    buckets_ = {};
}

void CircuitBreaker::failed(MonotonicTime now) {
    switch (state(now)) {
    case State::Open: return; // a call from before it opened: what it says is known already
    case State::HalfOpen:
        if (probesOut_ > 0) open(now); // else a call from before it opened, that took its time to fail
        return;
    case State::Closed: break;
    }
    count(now, true);
    const int seen = calls(now);
    // 7 of 100 reach a ratio of 0.07, though 0.07 * 100 is a little over 7 in binary.
    if (seen >= settings_.minCalls && failures(now) >= settings_.failureRatio * seen - 1e-9) open(now);
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

void CircuitBreaker::count(MonotonicTime now, bool failure) {
    if (buckets_[newest_].calls == 0) {
        buckets_[newest_].start = now;
    } else if (now - buckets_[newest_].start >= std::chrono::milliseconds(settings_.window) / kBuckets) {
        newest_ = (newest_ + 1) % kBuckets;
        buckets_[newest_] = {now, 0, 0};
    }
    ++buckets_[newest_].calls;
    if (failure) ++buckets_[newest_].failures;
}

int CircuitBreaker::sum(MonotonicTime now, int Bucket::*member) const {
    int total = 0;
    for (const auto& bucket : buckets_)
        if (bucket.calls > 0 && now - bucket.start < settings_.window) total += bucket.*member;
    return total;
}

int CircuitBreaker::calls(MonotonicTime now) const { return sum(now, &Bucket::calls); }
int CircuitBreaker::failures(MonotonicTime now) const { return sum(now, &Bucket::failures); }

} // namespace signalbox::policy
