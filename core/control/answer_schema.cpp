#include "core/control/answer_schema.h"

#include <boost/json.hpp>

#include <map>
#include <string>

namespace signalbox::control {

namespace json = boost::json;

namespace {

// Answers are written here as they look: the value says the type. `|null` behind a type, or behind a member's name when its value
// is an object, means that it may be null; `|absent` that it may be missing; the name `*` stands for any name.

constexpr std::string_view kError = R"({"class":"string","code":"string","message":"string"})";
constexpr std::string_view kUsage = R"({"input":"integer","cached_input":"integer","cache_write_input":"integer","output":"integer","reasoning":"integer","estimated":"boolean"})";
constexpr std::string_view kAttempt = R"({"provider":"string","model":"string","reason":"string","simulated":"boolean","started_us":"integer","queued_us":"integer|null","connected_us":"integer|null",
    "head_us":"integer|null","first_token_us":"integer|null","ended_us":"integer","status":"integer","error|null":$error,"upstream_request_id":"string","usage":$usage,"cost_usd":"string"})";
constexpr std::string_view kOutcome = R"({"outcome":"string","score":"number|null","note":"string","at":"string"})";
constexpr std::string_view kCallback = R"({"url":"string","state":"string","next_at":"string|null","attempts":[{"number":"integer","at":"string","took_ms":"integer","status":"integer","problem":"string"}]})";
constexpr std::string_view kRun = R"({"id":"string","started_at":"string","protocol":"string","status":"string","error|null":$error,"http_status":"integer","stream":"boolean","simulated":"boolean",
    "key":"string","requested_model":"string","route":"string","policy":"string","workflow":"string","prompt":"string","provider":"string","model":"string","finish_reason":"string",
    "first_token_us":"integer|null","end_to_end_us":"integer","usage":$usage,"cost_usd":"string","client_retry":"integer","trial":"boolean","repaired":"boolean","flagged":["string"],"outcome|null":$outcome,
    "attempt_count":"integer","has_payload":"boolean","attempts|absent":[$attempt],"callback|null|absent":$callback,"dead_letter|null|absent":{"state":"string","replayed_as":"string|null"},"replay_of|absent":"string|null"})";
constexpr std::string_view kDeadLetter = R"("run_id":"string","workflow":"string","key":"string","error":$error,"created_at":"string","state":"string","has_input":"boolean","input_expires_at":"string",
    "replayed_as":"string|null","decided_by":"string|null","decided_at":"string|null")";
constexpr std::string_view kVersion = R"({"kind":"string","name":"string","version":"integer","content_hash":"string","author":"string","message":"string","created_at":"string","labels":["string"],
    "spec|absent":{"*":"any"},"protected_labels|absent":["string"]})";
constexpr std::string_view kRegistered = R"({"kind":"string","name":"string","version":"integer","unchanged":"boolean","content_hash":"string","labels":{"*":"integer"}})";
constexpr std::string_view kInterval = R"({"rate":"number|null","low":"number|null","high":"number|null"})";
constexpr std::string_view kPlan = R"("stages":["integer"],"guard":{"min_calls":"integer","p":"number"},"advance":"string")";
constexpr std::string_view kSide = R"({"version":"integer","calls":"integer","errors":$interval,"overridden|null":$interval})";
constexpr std::string_view kRollout = R"({"kind":"string","name":"string","label":"string","stable":"integer","candidate":"integer","percent":"integer","stage":"integer",$plan,"started_at":"string","stage_at":"string",
    "actor":"string","message":"string","approval_id":"integer|null","comparison":{"stable":$side,"candidate":$side,"verdict":"string","p":"number"}})";
constexpr std::string_view kApproval = R"({"id":"integer","kind":"string","name":"string","label":"string","from":"integer|null","to":"integer","content_hash":"string","test_run_id":"string|null","rollout|null":{$plan},
    "message":"string","state":"string","requested_by":"string","requested_at":"string","decided_by":"string|null","decided_at":"string|null","note":"string","void_reason":"string"})";
constexpr std::string_view kDifference = R"({"pointer":"string","from":"any","to":"any"})";
constexpr std::string_view kViolation = R"({"pointer":"string","message":"string","hint|absent":"string","line|absent":"integer","column|absent":"integer"})";
constexpr std::string_view kCredential = R"({"id":"integer","name":"string","prefix":"string","created_at":"string","last_used_at":"string|null","revoked":"boolean","role|absent":"string","key|absent":"string","token|absent":"string"})";
constexpr std::string_view kSandbox = R"({"seed":"integer","first_token_ms":"number","first_token_spread":"number","tokens_per_second":"number","error_rate":"number","rate_limit_rate":"number",
    "stall_rate":"number","cut_rate":"number","refusal_rate":"number","outage":"boolean"})";
constexpr std::string_view kFigures = R"("calls":"integer","succeeded":"integer","failed":"integer","cancelled":"integer","degraded":"integer","reported_success":"integer","reported_failure":"integer","reported_overridden":"integer","override_rate":"number|null","fallbacks":"integer","retries":"integer",
    "input_tokens":"integer","output_tokens":"integer","cost_usd":"string","first_token_p50_ms":"number|null","first_token_p95_ms":"number|null","first_token_p99_ms":"number|null",
    "end_to_end_p50_ms":"number|null","end_to_end_p95_ms":"number|null","end_to_end_p99_ms":"number|null")";
constexpr std::string_view kTotals = R"({"calls_per_s":"number","error_rate":"number|null","fallback_rate":"number|null","in_flight":"integer","first_token_p50_ms":"number|null","first_token_p95_ms":"number|null",
    "end_to_end_p50_ms":"number|null","end_to_end_p95_ms":"number|null","cost_usd_per_h":"string"})";
constexpr auto kService = R"({"name":"string","state":"string","calls_per_s":"number","error_rate":"number|null","fallback_rate":"number|null","end_to_end_p95_ms":"number|null"})";
constexpr std::string_view kTarget = R"({"provider":"string","model":"string","simulated":"boolean","state":"string","breaker":{"state":"string","opens_again_at":"string|null","failures":"integer","calls":"integer"},
    "in_flight":"integer","queued":"integer","max_concurrent":"integer","calls_per_s":"number","error_rate":"number|null","first_token_p50_ms":"number|null","first_token_p95_ms":"number|null",
    "last_error|null":{"class":"string","message":"string","at":"string|null"}})";

constexpr std::string_view kTemplate = R"({"name":"string","title":"string","description":"string","tags":["string"],"documents":[{"kind":"string","name":"string","spec|absent":{"*":"any"}}],"builtin":"boolean"})";
constexpr std::string_view kTestrun = R"({"id":"string","test_set":"string","test_set_version":"integer","kind":"string","name":"string","version":"integer","content_hash":"string","model":"string","state":"string",
    "error":"string","passed":"integer","failed":"integer","total":"integer","cost_usd":"string","started_at":"string","ended_at":"string|null","author":"string","cases|absent":[{"name":"string","passed":"boolean",
    "run_id":"string|null","output":"any","error":"string|null","cost_usd":"string","checks":[{"type":"string","pointer":"string","passed":"boolean","message":"string"}]}]})";
constexpr std::string_view kOutline = R"({"pointer":"string","name":"string","type":"string","required":"boolean","constraints":"string","description":"string","depth":"integer"})";
constexpr std::string_view kReferred = R"({"name":"string","reference":"string","version":"integer|null","labels":{"*":"integer"}})";

/// Named parts, put in for `$name`; a part may name those before it.
const std::map<std::string_view, std::string_view>& parts() {
    static const std::map<std::string_view, std::string_view> all = {
        {"$error", kError}, {"$usage", kUsage}, {"$attempt", kAttempt}, {"$outcome", kOutcome}, {"$callback", kCallback}, {"$run", kRun}, {"$deadletter", kDeadLetter}, {"$version", kVersion}, {"$registered", kRegistered},
        {"$interval", kInterval}, {"$plan", kPlan}, {"$side", kSide}, {"$rollout", kRollout}, {"$approval", kApproval}, {"$difference", kDifference}, {"$violation", kViolation},
        {"$credential", kCredential}, {"$sandbox", kSandbox}, {"$figures", kFigures}, {"$totals", kTotals}, {"$target", kTarget}, {"$service", kService},
        {"$template", kTemplate}, {"$testrun", kTestrun}, {"$outline", kOutline}, {"$referred", kReferred}};
    return all;
}

const std::map<std::string_view, std::string_view>& answers() {
    static const std::map<std::string_view, std::string_view> all = {
        {"GET /status", R"({"version":"string","started_at":"string","now":"string","uptime_s":"integer","state":"string","listen":"string","connections":"integer","calls_in_flight":"integer",
            "database":{"path":"string","size_bytes":"integer","schema_version":"integer"},"recorder":{"queued":"integer","committed_total":"integer","failed_total":"integer"},"threads":"integer","secure":"boolean"})"},
        {"GET /me", R"({"name":"string","role":"string"})"},
        {"GET /overview", R"({"now":"string","window_s":"integer","totals":$totals,"targets":[$target],"workflows":[$service],"routes":[$service],
            "series":[{"at":"string","calls":"integer","errors":"integer","fallbacks":"integer"}]})"},
        {"GET /runs", R"({"items":[$run],"next":"string|null"})"},
        {"GET /runs/{id}", "$run"},
        {"GET /runs/{id}/payload", R"({"request":"string","response":"string","expires_at":"string"})"},
        {"GET /dead-letters", R"({"items":[{$deadletter}],"next":"string|null"})"},
        {"GET /dead-letters/{run_id}", R"({$deadletter,"input":"string|null"})"},
        {"POST /dead-letters/{run_id}/replay", R"({"run_id":"string","replay_of":"string"})"},
        {"GET /callback-secret", R"({"secret":"string"})"},
        {"GET /metrics", R"({"from":"string","to":"string","step_s":"integer","groups":[{"group":"string","points":[{"at":"string",$figures}]}],
            "totals":[{"group":"string",$figures,"cost_per_success_usd":"string|null","success_rate":"number|null","error_rate":"number|null","fallback_rate":"number|null"}]})"},
        {"GET /documents", R"({"items":[{"kind":"string","name":"string","latest":"integer","labels":{"*":"integer"},"updated_at":"string","author":"string","message":"string","archived":"boolean","description":"string","owner|absent":"string",
            "protected":["string"],"calls_24h":"integer|null","success_24h":"number|null","rollout|null":$rollout}],"next":"string|null"})"},
        {"POST /documents", "$registered"},
        {"GET /documents/{kind}/{name}", "$version"},
        {"GET /documents/{kind}/{name}/versions", R"({"items":[$version],"next":"string|null"})"},
        {"PUT /documents/{kind}/{name}/labels/{label}", R"({"labels":{"*":"integer"}})"},
        {"POST /documents/{kind}/{name}/labels/{label}/rollback", R"({"labels":{"*":"integer"}})"},
        {"POST /documents/{kind}/{name}/restore", R"({"labels":{"*":"integer"}})"},
        {"GET /documents/{kind}/{name}/labels/{label}/history", R"({"items":[{"from":"integer|null","to":"integer|null","at":"string","actor":"string","message":"string","approval_id":"integer|null"}],"next":"string|null"})"},
        {"GET /documents/{kind}/{name}/referrers", R"({"items":[{"kind":"string","name":"string","version":"integer","labels":["string"],"label":"string|null","names_version":"integer|null","pointer":"string"}],"next":"string|null"})"},
        {"GET /documents/{kind}/{name}/diff", R"({"from":$version,"to":$version,"messages":[{"index":"integer","from_index":"integer|null","to_index":"integer|null","role":"string","from_role":"string|null","from_text":"string|null","to_text":"string|null"}],"parameters":[$difference],"contracts":[$difference],
            "tokens":{"from":"integer","to":"integer"},"estimated_cost":{"target":"string|null","from_usd":"string|null","to_usd":"string|null"}})"},
        {"POST /documents/{kind}/{name}/render", R"({"messages":[{"role":"string","content":"string"}],"input_tokens":"integer"})"},
        {"GET /documents/{kind}/{name}/performance", R"({"kind":"string","name":"string","production":"integer|null","from":"string","to":"string","versions":[{"version":"integer","calls":"integer","succeeded":"integer","success":$interval,"errors":$interval,
            "overridden|null":$interval,"cost_usd":"string","cost_per_success_usd":"string|null","first_token_p50_ms":"number|null","end_to_end_p50_ms":"number|null","end_to_end_p95_ms":"number|null"}],
            "comparisons":[{"version":"integer","against":"integer","difference":"number","low":"number","high":"number","p":"number","verdict":"string"}]})"},
        {"POST /documents/{kind}/{name}/labels/{label}/approvals", "$approval"},
        {"GET /approvals", R"({"items":[$approval],"next":"string|null"})"},
        {"GET /approvals/{id}", "$approval"},
        {"POST /approvals/{id}/approve", "$approval"},
        {"POST /approvals/{id}/reject", "$approval"},
        {"POST /approvals/{id}/withdraw", "$approval"},
        {"GET /documents/{kind}/{name}/labels/{label}/rollout", "$rollout"},
        {"PUT /documents/{kind}/{name}/labels/{label}/rollout", "$rollout"},
        {"POST /documents/{kind}/{name}/labels/{label}/rollout/advance", R"({"rollout|null":$rollout,"labels":{"*":"integer"}})"},
        {"GET /protected-labels", R"({"items":[{"kind":"string","label":"string"}],"next":"string|null"})"},
        {"PUT /protected-labels/{kind}/{label}", R"({"kind":"string","label":"string"})"},
        {"POST /apply", R"({"registry":"string","results":[$registered]})"},
        {"POST /validate", R"({"documents":[{"kind":"string","name":"string"}],"violations":[$violation]})"},
        {"GET /export", R"({"registry":"string","documents":[{"kind":"string","name":"string","spec":{"*":"any"},"version":"integer","content_hash":"string","latest|absent":"integer","production|absent":"integer"}]})"},
        {"GET /policies/effective", R"({"policy":{"*":"any"},"modules":"string","origins":{"*":"string"}})"},
        {"GET /routes/{name}/explain", R"({"strategy":"string","order":[{"target":"string","eligible":"boolean","reason":"string"}]})"},
        {"GET /secrets", R"({"items":[{"name":"string","bound_to":"string","updated_at":"string","used_by":["string"]}],"next":"string|null"})"},
        {"PUT /secrets/{name}", R"({"name":"string","bound_to":"string"})"},
        {"POST /providers/{name}/check", R"({"ok":"boolean","message":"string","latency_ms":"integer","models":["string"]})"},
        {"POST /trials", R"({"*":"any"})"},
        {"POST /test-sets/{name}/runs", R"({"id":"string"})"},
        {"GET /test-runs", R"({"items":[$testrun],"next":"string|null"})"},
        {"GET /test-runs/{id}", "$testrun"},
        {"GET /templates", R"({"items":[$template],"next":"string|null"})"},
        {"GET /templates/{name}", "$template"},
        {"POST /templates", "$template"},
        {"POST /templates/import", "$template"},
        {"POST /templates/{name}/use", R"({"registry":"string","results":[$registered]})"},
        {"GET /workflows", R"({"items":[{"name":"string","version":"integer","description":"string","owner":"string","tags":["string"],"prompt":"string","route":"string","labels":{"*":"integer"},
            "calls_24h":"integer","success_24h":"number|null","error_24h":"number|null"}],"next":"string|null"})"},
        {"GET /workflows/{name}", R"({"name":"string","version":"integer","labels":{"*":"integer"},"spec":{"*":"any"},"problem":"string","outline":{"input":[$outline],"output":[$outline]},
            "prompt":$referred,"route":$referred,"policy|null":{"*":"any"},"origins":{"*":"string"},"escalation":[{"sentence":"string","action":"string","reason":"string"}],
            "routing":[{"target":"string","sentence":"string"}],"example_input":"any","curl":"string","python":"string","javascript":"string",
            "health":{"calls_24h":"integer","success_24h":"number|null","error_24h":"number|null","degraded_24h":"integer","cost_24h_usd":"string","cost_per_success_usd":"string|null",
            "first_token_p50_ms":"number|null","end_to_end_p50_ms":"number|null","end_to_end_p95_ms":"number|null"}})"},
        {"GET /runs/{id}/story", R"({"run":$run,"documents":[{"kind":"string","name":"string","version":"integer","content_hash":"string","author":"string","message":"string","created_at":"string|null",
            "promoted|null":{"label":"string","at":"string","by":"string","from":"integer|null","message":"string",
            "approval|null":{"id":"integer","requested_by":"string","requested_at":"string","approved_by":"string","at":"string|null","test_run_id":"string","note":"string"}}}],
            "models":[{"provider":"string","model":"string","served":"boolean","simulated":"boolean","upstream_request_id":"string"}]})"},
        {"POST /conditions/explain", R"({"sentence":"string"})"},
        {"GET /keys", R"({"items":[$credential],"next":"string|null"})"},
        {"POST /keys", "$credential"},
        {"GET /tokens", R"({"items":[$credential],"next":"string|null"})"},
        {"POST /tokens", "$credential"},
        {"GET /sandbox/{provider}", "$sandbox"},
        {"PUT /sandbox/{provider}", "$sandbox"},
        {"GET /audit", R"({"items":[{"id":"integer","at":"string","actor":"string","action":"string","subject":"string","detail":"string","peer":"string"}],"next":"string|null"})"}};
    return all;
}

std::string withParts(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto dollar = text.find('$');
        out += text.substr(0, dollar);
        if (dollar == std::string_view::npos) break;
        const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", dollar + 1);
        const auto part = parts().find(text.substr(dollar, end == std::string_view::npos ? end : end - dollar));
        if (part != parts().end()) out += withParts(part->second);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end);
    }
    return out;
}

bool takeSuffix(std::string& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.resize(text.size() - suffix.size());
    return true;
}

json::value schemaOf(const json::value& shape) {
    if (shape.is_string()) {
        std::string type(shape.get_string());
        if (type == "any") return json::object{};
        if (takeSuffix(type, "|null")) return json::object{{"type", json::array{json::value(type), json::value("null")}}};
        return json::object{{"type", type}};
    }
    if (shape.is_array()) return json::object{{"type", "array"}, {"items", schemaOf(shape.get_array().front())}};
    json::object properties;
    json::array required;
    json::object schema{{"type", "object"}};
    for (const auto& member : shape.get_object()) {
        std::string name(member.key());
        const bool optional = takeSuffix(name, "|absent");
        const bool nullable = takeSuffix(name, "|null");
        auto described = schemaOf(member.value());
        if (nullable) described.get_object()["type"] = json::array{json::value("object"), json::value("null")};
        if (name == "*") {
            schema["additionalProperties"] = std::move(described);
            continue;
        }
        properties[name] = std::move(described);
        if (!optional) required.push_back(json::value(name));
    }
    if (!properties.empty()) schema["properties"] = std::move(properties);
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}

} // namespace

json::value answerSchemaOf(std::string_view method, std::string_view path) {
    const auto found = answers().find(std::string(method) + ' ' + std::string(path));
    return found == answers().end() ? json::value() : schemaOf(json::parse(withParts(found->second)));
}

} // namespace signalbox::control
