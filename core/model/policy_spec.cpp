#include "core/model/policy_spec.h"

#include "core/model/spec_reader.h"

namespace signalbox::model {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

std::vector<DegradeStep> readDegrade(SpecReader& parent, const boost::json::array& list) {
    std::vector<DegradeStep> steps;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto at = parent.pointerTo("degrade") + '/' + std::to_string(i);
        if (!list[i].is_object()) {
            parent.violations().add(at, "should be an object with 'serve'");
            continue;
        }
        SpecReader reader(list[i].get_object(), at, parent.violations());
        DegradeStep step;
        std::string serve;
        reader.require("serve");
        reader.text("serve", serve);
        if (serve == "static") {
            step.serve = DegradeStep::Serve::Static;
            reader.require("output");
            if (const auto* output = reader.value("output")) step.output = *output;
        } else if (serve == "stale_cache") {
            step.serve = DegradeStep::Serve::StaleCache;
            reader.seconds("max_age_s", step.maxAge, 1, 365 * 86'400);
        } else if (!serve.empty()) {
            reader.violation("serve", "'" + serve + "' cannot be served; known are static, stale_cache");
        }
        reader.refuseUnknown();
        steps.push_back(std::move(step));
    }
    return steps;
}

void readReliability(const boost::json::object& json, std::string pointer, Violations& violations, ReliabilityPolicy& policy) {
    SpecReader reader(json, std::move(pointer), violations);
    reader.milliseconds("connect_timeout_ms", policy.connectTimeout, 1, kDayMs);
    reader.milliseconds("first_token_timeout_ms", policy.firstTokenTimeout, 1, kDayMs);
    reader.milliseconds("stall_timeout_ms", policy.stallTimeout, 1, kDayMs);
    reader.milliseconds("attempt_timeout_ms", policy.attemptTimeout, 1, kDayMs);
    reader.milliseconds("total_timeout_ms", policy.totalTimeout, 1, kDayMs);
    reader.integer("max_attempts_per_target", policy.maxAttemptsPerTarget, 1, 10);
    if (const auto* backoff = reader.object("backoff")) {
        SpecReader inner(*backoff, reader.pointerTo("backoff"), violations);
        inner.milliseconds("base_ms", policy.backoff.base, 0, kDayMs);
        inner.milliseconds("cap_ms", policy.backoff.cap, 0, kDayMs);
        inner.refuseUnknown();
    }
    if (const auto* budget = reader.object("retry_budget")) {
        SpecReader inner(*budget, reader.pointerTo("retry_budget"), violations);
        inner.number("ratio", policy.retryBudget.ratio, 0, 10);
        inner.number("min_per_second", policy.retryBudget.minPerSecond, 0, 100'000);
        inner.refuseUnknown();
    }
    if (const auto* breaker = reader.object("breaker")) {
        SpecReader inner(*breaker, reader.pointerTo("breaker"), violations);
        inner.seconds("window_s", policy.breaker.window, 1, 3600);
        inner.integer("min_calls", policy.breaker.minCalls, 1, 1'000'000);
        inner.number("failure_ratio", policy.breaker.failureRatio, 0.01, 1);
        inner.seconds("open_s", policy.breaker.open, 1, 86'400);
        inner.integer("half_open_calls", policy.breaker.halfOpenCalls, 1, 1000);
        inner.refuseUnknown();
    }
    if (const auto* degrade = reader.array("degrade")) policy.degrade = readDegrade(reader, *degrade);
    reader.refuseUnknown();
}

void readGovernance(const boost::json::object& json, std::string pointer, Violations& violations, GovernancePolicy& policy) {
    SpecReader reader(json, std::move(pointer), violations);
    std::string name;
    if (reader.text("data_class", name)) {
        if (const auto dataClass = dataClassNamed(name)) policy.dataClass = *dataClass;
        else reader.violation("data_class", "'" + name + "' is not a data class; known are public, internal, confidential, restricted");
    }
    if (const auto* retention = reader.object("retention")) {
        SpecReader inner(*retention, reader.pointerTo("retention"), violations);
        inner.days("payload_days", policy.payloadDays, 0, 36'500);
        inner.days("record_days", policy.recordDays, 1, 36'500);
        inner.refuseUnknown();
    }
    reader.texts("callback_hosts", policy.callbackHosts);
    reader.refuseUnknown();
}

std::vector<EscalationRule> readEscalation(const boost::json::array& list, const std::string& pointer, Violations& violations) {
    std::vector<EscalationRule> rules;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto at = pointer + '/' + std::to_string(i);
        if (!list[i].is_object()) {
            violations.add(at, "should be an object with 'when' and 'action'");
            continue;
        }
        SpecReader reader(list[i].get_object(), at, violations);
        EscalationRule rule;
        std::string action;
        reader.require("when");
        reader.require("action");
        if (const auto* when = reader.value("when")) rule.when = readCondition(*when, reader.pointerTo("when"), violations);
        if (reader.text("action", action)) {
            if (action == "block") rule.action = EscalationRule::Action::Block;
            else if (action != "flag") reader.violation("action", "'" + action + "' is not an action that is served yet; known are flag, block");
        }
        reader.text("reason", rule.reason);
        reader.refuseUnknown();
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace

std::string_view nameOf(EscalationRule::Action action) {
    switch (action) {
    case EscalationRule::Action::Flag: return "flag";
    case EscalationRule::Action::Block: return "block";
    }
    return {};
}

Result<Policy> overlayPolicy(const Policy& base, const boost::json::object& moduleSpec, std::string_view pointer) {
    Policy policy = base;
    Violations violations;
    SpecReader reader(moduleSpec, std::string(pointer), violations);
    std::string description;
    reader.text("description", description);
    if (const auto* reliability = reader.object("reliability")) readReliability(*reliability, reader.pointerTo("reliability"), violations, policy.reliability);
    if (const auto* governance = reader.object("governance")) readGovernance(*governance, reader.pointerTo("governance"), violations, policy.governance);
    if (const auto* escalation = reader.array("escalation")) policy.escalation = readEscalation(*escalation, reader.pointerTo("escalation"), violations);
    reader.refuseUnknown();
    if (!violations.empty()) return tl::unexpected(violations.error("The policy"));
    return policy;
}

boost::json::object toJson(const Policy& policy) {
    const auto& reliability = policy.reliability;
    boost::json::array degrade;
    for (const auto& step : reliability.degrade) {
        if (step.serve == DegradeStep::Serve::Static) degrade.push_back(boost::json::object{{"serve", "static"}, {"output", step.output}});
        else degrade.push_back(boost::json::object{{"serve", "stale_cache"}, {"max_age_s", step.maxAge.count()}});
    }
    boost::json::array escalation;
    for (const auto& rule : policy.escalation) {
        boost::json::object entry{{"when", toJson(rule.when)}, {"action", nameOf(rule.action)}};
        if (!rule.reason.empty()) entry["reason"] = rule.reason;
        escalation.push_back(std::move(entry));
    }
    boost::json::array callbackHosts;
    for (const auto& host : policy.governance.callbackHosts) callbackHosts.emplace_back(host);
    return {
        {"reliability",
         {{"connect_timeout_ms", reliability.connectTimeout.count()},
          {"first_token_timeout_ms", reliability.firstTokenTimeout.count()},
          {"stall_timeout_ms", reliability.stallTimeout.count()},
          {"attempt_timeout_ms", reliability.attemptTimeout.count()},
          {"total_timeout_ms", reliability.totalTimeout.count()},
          {"max_attempts_per_target", reliability.maxAttemptsPerTarget},
          {"backoff", {{"base_ms", reliability.backoff.base.count()}, {"cap_ms", reliability.backoff.cap.count()}}},
          {"retry_budget", {{"ratio", reliability.retryBudget.ratio}, {"min_per_second", reliability.retryBudget.minPerSecond}}},
          {"breaker",
           {{"window_s", reliability.breaker.window.count()},
            {"min_calls", reliability.breaker.minCalls},
            {"failure_ratio", reliability.breaker.failureRatio},
            {"open_s", reliability.breaker.open.count()},
            {"half_open_calls", reliability.breaker.halfOpenCalls}}},
          {"degrade", degrade}}},
        {"governance",
         {{"data_class", nameOf(policy.governance.dataClass)},
          {"retention", {{"payload_days", policy.governance.payloadDays.count()}, {"record_days", policy.governance.recordDays.count()}}},
          {"callback_hosts", std::move(callbackHosts)}}},
        {"escalation", std::move(escalation)},
    };
}

} // namespace signalbox::model
