#include "core/policy/target_selection.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace signalbox::policy {

namespace {

std::string nameOf(const Candidate& candidate) { return std::string(candidate.providerName) + '/' + candidate.model->id; }

std::string joined(const std::vector<std::string_view>& words) {
    std::string text;
    for (const auto word : words) text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

/// The reason that a candidate may not serve, or nothing. The sentence is only built when there is one.
std::optional<Excluded> exclusionOf(const Candidate& candidate, std::size_t index, const model::TaskProfile& profile, const CallFacts& facts) {
    const auto because = [&](Exclusion why, std::string sentence) { return Excluded{index, why, nameOf(candidate) + ' ' + std::move(sentence)}; };
    const auto& model = *candidate.model;
    if (!candidate.problem.empty()) return because(Exclusion::Problem, "cannot be called: " + std::string(candidate.problem));
    if (!candidate.connectorServes) return because(Exclusion::Protocol, "does not serve this protocol");
    if (const auto missing = model::missingFrom(model.capabilities, facts.needs | profile.needs); missing != 0)
        return because(Exclusion::Capability, "lacks " + joined(model::namesOf(missing)));
    const auto tokens = facts.inputTokens + std::min(facts.maxOutputTokens, model.maxOutputTokens);
    if (model.contextTokens < profile.minContextTokens)
        return because(Exclusion::ContextLength, "has a context of " + std::to_string(model.contextTokens) + " tokens; the route asks for " + std::to_string(profile.minContextTokens));
    // The estimate is rough: only what is clearly too long is kept away, the vendor decides the rest.
    if (tokens > model.contextTokens + model.contextTokens / 4)
        return because(Exclusion::ContextLength, "has a context of " + std::to_string(model.contextTokens) + " tokens; this call needs about " + std::to_string(tokens));
    if (!profile.regions.empty() && std::find(profile.regions.begin(), profile.regions.end(), candidate.provider->region) == profile.regions.end())
        return because(Exclusion::Region, "is in region '" + candidate.provider->region + "', which the route does not allow");
    if (const auto& classes = candidate.provider->dataClasses; std::find(classes.begin(), classes.end(), facts.dataClass) == classes.end())
        return because(Exclusion::DataClass, "may not get " + std::string(model::nameOf(facts.dataClass)) + " data");
    if (model.quality < profile.minQuality) return because(Exclusion::Quality, "is below the route's least quality");
    if (candidate.breakerOpen) return because(Exclusion::BreakerOpen, "failed too often lately; its circuit breaker is open");
    return {};
}

/// Nano-dollars times a million that the call would cost there, roughly; only compared.
double expectedCost(const Candidate& candidate, const CallFacts& facts) {
    constexpr double kUsualAnswer = 400;
    const double output = facts.maxOutputTokens > 0 ? std::min<double>(static_cast<double>(facts.maxOutputTokens), kUsualAnswer) : kUsualAnswer;
    const auto& prices = candidate.model->prices;
    return static_cast<double>(facts.inputTokens) * static_cast<double>(prices.input.perMillion.nanos) + output * static_cast<double>(prices.output.perMillion.nanos);
}

/// The first by chance in proportion to weight, the rest by weight.
void drawWeighted(std::span<const Candidate> candidates, std::vector<std::size_t>& order, double random01) {
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return candidates[a].weight > candidates[b].weight; });
    const double sum = std::accumulate(order.begin(), order.end(), 0.0, [&](double s, auto i) { return s + std::max(0, candidates[i].weight); });
    double at = random01 * sum;
    for (auto chosen = order.begin(); chosen != order.end(); ++chosen) {
        at -= std::max(0, candidates[*chosen].weight);
        if (at >= 0) continue;
        std::rotate(order.begin(), chosen, chosen + 1);
        return;
    }
}

} // namespace

Selection orderTargets(std::span<const Candidate> candidates, const model::TaskProfile& profile, model::Strategy strategy, const CallFacts& facts,
                       double random01) {
    Selection selection;
    selection.order.reserve(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (auto excluded = exclusionOf(candidates[i], i, profile, facts))
            selection.excluded.push_back(std::move(*excluded));
        else
            selection.order.push_back(i);
    }
    auto& order = selection.order;
    if (order.size() < 2) return selection;
    switch (strategy) {
    case model::Strategy::Ordered: break;
    case model::Strategy::Weighted: drawWeighted(candidates, order, random01); break;
    case model::Strategy::Cheapest:
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return expectedCost(candidates[a], facts) < expectedCost(candidates[b], facts); });
        break;
    case model::Strategy::Fastest:
        // A target that was never called goes first once, else it would never be seen.
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
            const double x = candidates[a].observedFirstTokenMs;
            const double y = candidates[b].observedFirstTokenMs;
            if (std::isnan(x) || std::isnan(y)) return std::isnan(x) && !std::isnan(y);
            return x < y;
        });
        break;
    }
    if (profile.maxFirstTokenMs > 0)
        std::stable_partition(order.begin(), order.end(), [&](auto i) { return !(candidates[i].observedFirstTokenMs > static_cast<double>(profile.maxFirstTokenMs)); });
    return selection;
}

model::Error noTargetError(const Selection& selection, std::string_view requestedModel) {
    model::Error error;
    const auto any = [&](Exclusion why) { return std::any_of(selection.excluded.begin(), selection.excluded.end(), [why](const auto& one) { return one.why == why; }); };
    // Ours first: what an operator or time can mend is not the caller's fault, even if other targets lack something.
    if (any(Exclusion::BreakerOpen)) {
        error.errorClass = model::ErrorClass::UpstreamUnavailable;
        error.code = "breaker_open";
        error.retryAfter = std::chrono::seconds{1};
    } else if (any(Exclusion::Problem)) {
        error.errorClass = model::ErrorClass::UpstreamUnavailable;
        error.code = "provider_problem";
        error.narrowed = model::ErrorTraits{};
    } else if (any(Exclusion::ContextLength)) {
        error.errorClass = model::ErrorClass::ContextTooLong;
        error.code = "context_length_exceeded";
    } else {
        error.errorClass = model::ErrorClass::InvalidRequest;
        error.code = "no_suitable_target";
    }
    error.message = "No target of '" + std::string(requestedModel) + "' can serve this call";
    for (std::size_t i = 0; i < selection.excluded.size() && i < 8; ++i) error.message += (i == 0 ? ": " : "; ") + selection.excluded[i].sentence;
    if (selection.excluded.empty()) error.message += ": it has no targets";
    error.message += '.';
    return error;
}

} // namespace signalbox::policy
