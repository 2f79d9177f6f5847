#include "core/gateway/stages.h"
#include "core/base/text.h"
#include "core/gateway/worker.h"
#include "core/policy/backoff.h"
#include "core/policy/retry_decision.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace signalbox::gateway {

namespace asio = boost::asio;
using model::Error;
using model::ErrorClass;

namespace {

std::string targetName(const Target& target) { return target.provider->name + '/' + target.model->id; }

/// Waits; ends at once when the caller leaves.
asio::awaitable<void> pause(Exchange& exchange, MonotonicTime until) {
    asio::steady_timer timer(exchange.worker.context, until);
    exchange.waiting = &timer;
    if (!exchange.cancelled) co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
    exchange.waiting = nullptr;
}

/// A place at a target, given back when this goes.
class Place {
public:
    Place() = default;
    explicit Place(std::shared_ptr<TargetState> state) : state_(std::move(state)) {}
    Place(Place&&) = default;
    Place& operator=(Place&&) = default;
    ~Place() {
        if (state_) state_->leave();
    }

private:
    std::shared_ptr<TargetState> state_;
};

/// Takes a place at the target, waiting in its queue no longer than the deadline allows.
asio::awaitable<model::Result<Place>> enter(Exchange& exchange, const Target& target) {
    const auto waiter = target.provider->spec.maxConcurrent > 0 ? std::make_shared<TargetState::Waiter>(exchange.worker.context) : nullptr;
    switch (target.state->enter(waiter, target.provider->spec.maxConcurrent, target.provider->spec.maxQueued)) {
    case TargetState::Entry::Entered: co_return Place(target.state);
    case TargetState::Entry::Full:
        co_return model::failure(ErrorClass::Overloaded, targetName(target) + " is at its limit of concurrent calls and its queue is full", "queue_full");
    case TargetState::Entry::Queued: break;
    }
    waiter->timer.expires_at(std::min(exchange.deadline, monotonicNow() + exchange.policy->reliability.firstTokenTimeout));
    exchange.waiting = &waiter->timer;
    if (!exchange.cancelled) co_await waiter->timer.async_wait(asio::as_tuple(asio::use_awaitable));
    exchange.waiting = nullptr;
    const bool granted = target.state->giveUp(waiter);
    if (granted) {
        Place place(target.state);
        if (!exchange.cancelled) co_return place;
    }
    if (exchange.cancelled) co_return tl::unexpected(cancelledError(exchange));
    co_return model::failure(ErrorClass::Overloaded, "no place became free at " + targetName(target) + " in time", "queue_timeout");
}

/// An attempt that was not made goes on record all the same: why a target was passed over is part of the story.
void recordPassedOver(Exchange& exchange, const Target& target, model::AttemptReason reason, const Error& error, std::int64_t startedUs) {
    model::Attempt passed;
    passed.provider = target.provider->name;
    passed.model = target.model->id;
    passed.reason = reason;
    passed.simulated = target.provider->connector->isSimulated();
    passed.startedUs = startedUs;
    passed.endedUs = exchange.sinceStartUs();
    passed.errorClass = error.errorClass;
    passed.errorCode = error.code;
    passed.errorMessage = truncatedUtf8(error.message, 500);
    exchange.run.provider = passed.provider;
    exchange.run.model = passed.model;
    exchange.run.attempts.push_back(std::move(passed));
}

/// A place, then the attempt, and what the target's health learns from it.
asio::awaitable<model::Result<Served>> tryTarget(Exchange& exchange, const Target& target, model::AttemptReason reason) {
    auto& state = *target.state;
    const auto queuedAt = monotonicNow();
    auto place = co_await enter(exchange, target);
    if (!place) {
        recordPassedOver(exchange, target, reason, place.error(), exchange.sinceStartUs(queuedAt));
        co_return tl::unexpected(std::move(place.error()));
    }
    auto now = monotonicNow();
    if (!state.mayCall(now, exchange.policy->reliability.breaker)) {
        Error open{ErrorClass::UpstreamUnavailable, targetName(target) + " failed too often lately; its circuit breaker is open", "breaker_open", {}, {},
                   model::ErrorTraits{.retrySameTarget = false, .tryOtherTarget = true, .countsAgainstHealth = false}};
        // Half-open, its probes decide within moments.
        const auto again = state.opensAgainAt().value_or(now);
        open.retryAfter = again > now ? std::chrono::ceil<std::chrono::milliseconds>(again - now) : std::chrono::seconds{1};
        recordPassedOver(exchange, target, reason, open, exchange.sinceStartUs(queuedAt));
        co_return tl::unexpected(std::move(open));
    }
    state.called(now, exchange.policy->reliability.retryBudget);
    const auto before = exchange.run.attempts.size();
    if (exchange.prepare) exchange.prepare(target);
    auto served = co_await attempt(exchange, target, reason);
    now = monotonicNow();
    if (exchange.run.attempts.size() > before) {
        auto& record = exchange.run.attempts.back();
        if (const auto waited = record.startedUs - exchange.sinceStartUs(queuedAt); target.provider->spec.maxConcurrent > 0) record.queuedUs = waited;
        if (served) {
            const auto first = record.firstTokenUs ? record.firstTokenUs : record.headUs;
            state.succeeded(now, first ? std::optional(static_cast<double>(*first - record.startedUs) / 1000.0) : std::nullopt);
        }
    }
    if (!served) {
        // A deadline that the caller set short says nothing about the vendor.
        const bool callersDeadline = served.error().code == "total_timeout" && now < exchange.totalDeadline;
        if (exchange.cancelled || callersDeadline)
            state.abandoned(now);
        else
            state.failed(now, wallNow(), served.error());
    }
    co_return served;
}

} // namespace

asio::awaitable<model::Result<Served>> dispatch(Exchange& exchange, model::AttemptReason first) {
    const auto& reliability = exchange.policy->reliability;
    auto reason = first;
    Error last;
    std::int64_t longestRefusedContext = 0;
    for (std::size_t i = 0; i < exchange.targets.size(); ++i) {
        const Target& target = exchange.targets[i];
        // After "too long", only a longer context can help.
        if (longestRefusedContext > 0 && target.model->contextTokens <= longestRefusedContext) continue;
        for (int attempts = 1;; ++attempts) {
            auto served = co_await tryTarget(exchange, target, reason);
            if (served) co_return served;
            last = std::move(served.error());
            if (last.errorClass == ErrorClass::ContextTooLong) longestRefusedContext = std::max(longestRefusedContext, target.model->contextTokens);

            const auto now = monotonicNow();
            policy::AttemptOutcome outcome;
            outcome.traits = last.traits();
            outcome.errorClass = last.errorClass;
            outcome.contentSent = exchange.contentSent();
            outcome.attemptsAtTarget = attempts;
            outcome.maxAttemptsPerTarget = reliability.maxAttemptsPerTarget;
            outcome.otherTargetsRemain = i + 1 < exchange.targets.size();
            outcome.remaining = std::chrono::duration_cast<std::chrono::milliseconds>(exchange.deadline - now);
            outcome.delay = policy::backoffDelay(reliability.backoff, attempts, exchange.worker.random01(), last.retryAfter);
            const auto next = policy::decideNext(outcome, [&] { return target.state->tryRetry(now, reliability.retryBudget); });
            if (next == policy::NextStep::GiveUp || exchange.cancelled) co_return tl::unexpected(std::move(last));
            if (next == policy::NextStep::NextTarget) {
                reason = model::AttemptReason::Fallback;
                break;
            }
            reason = model::AttemptReason::Retry;
            co_await pause(exchange, now + outcome.delay);
            if (exchange.cancelled) co_return tl::unexpected(cancelledError(exchange));
        }
    }
    co_return tl::unexpected(std::move(last));
}

} // namespace signalbox::gateway
