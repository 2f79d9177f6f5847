#pragma once

#include "core/model/error.h"
#include "core/model/provider_spec.h"
#include "core/model/route_spec.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::policy {

/// A target as the selection sees it.
struct Candidate {
    const model::ProviderSpec* provider = nullptr;
    const model::ModelSpec* model = nullptr;
    std::string_view providerName;
    int weight = 1;
    double observedFirstTokenMs = 0;  ///< NaN: never seen
    bool breakerOpen = false;
    bool connectorServes = true;      ///< speaks, or can be translated to, the caller's protocol
    std::string_view problem;         ///< not empty: cannot be called (a missing secret), and why
};

/// What of the call decides.
struct CallFacts {
    model::Capabilities needs = 0;
    std::int64_t inputTokens = 0;     ///< estimated
    std::int64_t maxOutputTokens = 0; ///< 0: not said
    model::DataClass dataClass = model::DataClass::Internal;
};

enum class Exclusion : unsigned char { Protocol, Capability, ContextLength, Region, DataClass, Quality, Problem, BreakerOpen };

struct Excluded {
    std::size_t index = 0;
    Exclusion why = Exclusion::Capability;
    std::string sentence; ///< "openai-main/gpt-4o-mini lacks json_schema"
};

struct Selection {
    std::vector<std::size_t> order; ///< indices of the candidates that may serve, first choice first
    std::vector<Excluded> excluded;
};

/// Filters by what the call and the profile need, then orders by strategy. `random01` is only used by Weighted. A target that is
/// slower than the profile's maxFirstTokenMs comes after those that are not.
Selection orderTargets(std::span<const Candidate> candidates, const model::TaskProfile& profile, model::Strategy strategy,
                       const CallFacts& facts, double random01);

/// Why nothing may serve, as an error for the caller: the caller's own (no target has the context or the capability) or ours
/// (breakers open, credentials missing), with each target's sentence.
model::Error noTargetError(const Selection& selection, std::string_view requestedModel);

} // namespace signalbox::policy
