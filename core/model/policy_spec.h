#pragma once

#include "core/model/condition.h"
#include "core/model/error.h"
#include "core/model/provider_spec.h"

#include <boost/json/value.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::model {

struct Backoff {
    std::chrono::milliseconds base{200};
    std::chrono::milliseconds cap{4000};
};
struct RetryBudget {
    double ratio = 0.2;      ///< retries over calls
    double minPerSecond = 3; ///< always allowed
};
struct BreakerPolicy {
    std::chrono::seconds window{30};
    int minCalls = 10;
    double failureRatio = 0.5;
    std::chrono::seconds open{15};
    int halfOpenCalls = 3;
};
/// What is served when no target answered: tried in order.
struct DegradeStep {
    enum class Serve : unsigned char { StaleCache, Static } serve = Serve::Static;
    std::chrono::seconds maxAge{86400}; ///< StaleCache
    boost::json::value output;          ///< Static: a string, or JSON that becomes the content as text
};

struct ReliabilityPolicy {
    std::chrono::milliseconds connectTimeout{2000};
    std::chrono::milliseconds firstTokenTimeout{10000}; ///< from the start of an attempt; also for the whole of an unstreamed answer's head
    std::chrono::milliseconds stallTimeout{15000};      ///< silence in the middle of a stream or body
    std::chrono::milliseconds attemptTimeout{30000};
    std::chrono::milliseconds totalTimeout{60000};
    int maxAttemptsPerTarget = 2;
    Backoff backoff;
    RetryBudget retryBudget;
    BreakerPolicy breaker;
    std::vector<DegradeStep> degrade;
};

struct GovernancePolicy {
    DataClass dataClass = DataClass::Internal; ///< only targets that may get this class are used
    std::chrono::days payloadDays{30};         ///< 0: payloads are not kept
    std::chrono::days recordDays{400};
    std::vector<std::string> callbackHosts;    ///< `host:port` that callbacks may go to besides public addresses
};

/// What happens to an answer that a condition holds of, in order: rules that flag add up, the first that blocks decides.
struct EscalationRule {
    enum class Action : unsigned char {
        Flag,  ///< the caller gets the answer; the run is marked with the reason
        Block, ///< the caller gets an error `blocked` instead
    };
    Condition when;
    Action action = Action::Flag;
    std::string reason; ///< a person's words; empty: the condition as a sentence
};
std::string_view nameOf(EscalationRule::Action action); ///< `flag`, `block`

/// The effective policy of a call: defaults, then each module in order.
struct Policy {
    ReliabilityPolicy reliability;
    GovernancePolicy governance;
    std::vector<EscalationRule> escalation; ///< of workflows' runs; a module that names rules replaces those before it
};

/// Lays one module over `base`; only members that the module names change. Also how the first module is read: over `Policy{}`.
Result<Policy> overlayPolicy(const Policy& base, const boost::json::object& moduleSpec, std::string_view pointer = "/spec");
boost::json::object toJson(const Policy& policy);

} // namespace signalbox::model
