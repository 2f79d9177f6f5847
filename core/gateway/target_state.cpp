#include "core/gateway/target_state.h"
#include "core/base/text.h"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <limits>

namespace signalbox::gateway {

TargetState::TargetState(std::string provider, std::string model, bool simulated)
    : provider_(std::move(provider)), model_(std::move(model)), simulated_(simulated), breaker_(breakerSettings_), retryBudget_(model::RetryBudget{}) {}

bool TargetState::mayCall(MonotonicTime now, const model::BreakerPolicy& settings) {
    const std::lock_guard lock(mutex_);
    breaker_.configure(settings); // the policy of the latest call counts; targets shared by routes share one breaker
    return breaker_.mayCall(now);
}

bool TargetState::isOpen(MonotonicTime now) {
    const std::lock_guard lock(mutex_);
    return breaker_.state(now) == policy::CircuitBreaker::State::Open;
}

std::optional<MonotonicTime> TargetState::opensAgainAt() {
    const std::lock_guard lock(mutex_);
    return breaker_.opensUntil();
}

void TargetState::succeeded(MonotonicTime now, std::optional<double> firstTokenMs) {
    const std::lock_guard lock(mutex_);
    breaker_.succeeded(now);
    if (firstTokenMs) firstTokens_[firstTokenCount_++ % kSamples] = static_cast<float>(*firstTokenMs);
}

void TargetState::failed(MonotonicTime now, WallTime wall, const model::Error& error) {
    const std::lock_guard lock(mutex_);
    if (!error.traits().countsAgainstHealth) {
        breaker_.abandoned(now);
        return;
    }
    breaker_.failed(now);
    lastError_ = error.errorClass;
    lastErrorMessage_ = truncatedUtf8(error.message, 300);
    lastErrorAt_ = wall;
}

void TargetState::abandoned(MonotonicTime now) {
    const std::lock_guard lock(mutex_);
    breaker_.abandoned(now);
}

void TargetState::resetBreaker() {
    const std::lock_guard lock(mutex_);
    breaker_ = policy::CircuitBreaker(breakerSettings_);
}

void TargetState::called(MonotonicTime now, const model::RetryBudget& settings) {
    const std::lock_guard lock(mutex_);
    retryBudget_.configure(settings);
    retryBudget_.called(now);
}

bool TargetState::tryRetry(MonotonicTime now, const model::RetryBudget& settings) {
    const std::lock_guard lock(mutex_);
    retryBudget_.configure(settings);
    return retryBudget_.tryRetry(now);
}

TargetState::Entry TargetState::enter(const std::shared_ptr<Waiter>& waiter, int maxConcurrent, int maxQueued) {
    const std::lock_guard lock(mutex_);
    maxConcurrent_ = maxConcurrent;
    if (maxConcurrent <= 0 || (inFlight_ < maxConcurrent && queue_.empty())) {
        ++inFlight_;
        return Entry::Entered;
    }
    if (queue_.size() >= static_cast<std::size_t>(std::max(0, maxQueued))) return Entry::Full;
    queue_.push_back(waiter);
    return Entry::Queued;
}

bool TargetState::giveUp(const std::shared_ptr<Waiter>& waiter) {
    const std::lock_guard lock(mutex_);
    if (waiter->granted) return true;
    std::erase(queue_, waiter);
    return false;
}

void TargetState::leave() {
    std::vector<std::shared_ptr<Waiter>> granted;
    {
        const std::lock_guard lock(mutex_);
        --inFlight_;
        // More than one when the limit was raised in the meantime.
        while (!queue_.empty() && (maxConcurrent_ <= 0 || inFlight_ < maxConcurrent_)) {
            ++inFlight_;
            queue_.front()->granted = true;
            granted.push_back(std::move(queue_.front()));
            queue_.pop_front();
        }
    }
    for (auto& waiter : granted) {
        auto& context = waiter->context;
        boost::asio::post(context, [one = std::move(waiter)] { one->timer.cancel(); });
    }
}

double TargetState::firstTokenMs() const {
    std::array<float, kSamples> samples;
    std::size_t count = 0;
    {
        const std::lock_guard lock(mutex_);
        count = std::min(firstTokenCount_, kSamples);
        std::copy_n(firstTokens_.begin(), count, samples.begin());
    }
    if (count == 0) return std::numeric_limits<double>::quiet_NaN();
    const auto middle = samples.begin() + static_cast<std::ptrdiff_t>(count / 2);
    std::nth_element(samples.begin(), middle, samples.begin() + static_cast<std::ptrdiff_t>(count));
    return static_cast<double>(*middle);
}

LiveState::Target TargetState::describe(MonotonicTime now, WallTime wall) const {
    LiveState::Target target;
    const double median = firstTokenMs();
    const std::lock_guard lock(mutex_);
    target.provider = provider_;
    target.model = model_;
    target.simulated = simulated_;
    switch (breaker_.state(now)) {
    case policy::CircuitBreaker::State::Closed: target.breaker = LiveState::Breaker::Closed; break;
    case policy::CircuitBreaker::State::Open: target.breaker = LiveState::Breaker::Open; break;
    case policy::CircuitBreaker::State::HalfOpen: target.breaker = LiveState::Breaker::HalfOpen; break;
    }
    if (const auto until = breaker_.opensUntil(); until && *until > now && target.breaker == LiveState::Breaker::Open)
        target.probeAt = wall + std::chrono::duration_cast<Microseconds>(*until - now);
    target.inFlight = inFlight_;
    target.queued = static_cast<int>(queue_.size());
    target.maxConcurrent = maxConcurrent_;
    if (median == median) target.firstTokenMs = median;
    target.lastError = lastError_;
    target.lastErrorMessage = lastErrorMessage_;
    if (lastError_) target.lastErrorAt = lastErrorAt_;
    return target;
}

std::shared_ptr<TargetState> TargetRegistry::target(const std::string& provider, const std::string& model, bool simulated) {
    const std::lock_guard lock(mutex_);
    auto& state = targets_[{provider, model}];
    if (!state) state = std::make_shared<TargetState>(provider, model, simulated);
    return state;
}

std::shared_ptr<TargetState> TargetRegistry::find(std::string_view provider, std::string_view model) const {
    const std::lock_guard lock(mutex_);
    const auto found = targets_.find(std::pair(std::string(provider), std::string(model)));
    return found == targets_.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<TargetState>> TargetRegistry::all() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<TargetState>> list;
    for (const auto& [name, state] : targets_) list.push_back(state);
    return list;
}

} // namespace signalbox::gateway
