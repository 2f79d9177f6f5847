#include "core/control/api.h"

#include "core/base/text.h"
#include "core/control/answer_schema.h"
#include "core/model/json_members.h"
#include "core/model/json_text.h"
#include "core/net/http.h"

#include <boost/json.hpp>

#include <array>
#include <set>

#include <arpa/inet.h>

namespace signalbox::control {

namespace json = boost::json;
using model::ErrorClass;

namespace {

constexpr std::array<std::pair<Role, std::string_view>, 5> kRoles = {{
    {Role::Viewer, "viewer"},
    {Role::Reviewer, "reviewer"},
    {Role::Engineer, "engineer"},
    {Role::Operator, "operator"},
    {Role::Admin, "admin"},
}};

std::vector<std::string_view> segmentsOf(std::string_view path) {
    std::vector<std::string_view> segments;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        const auto end = path.find('/');
        segments.push_back(path.substr(0, end));
        path = end == std::string_view::npos ? std::string_view{} : path.substr(end);
    }
    return segments;
}

bool isParameter(std::string_view segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }

int statusOf(const model::Error& error) {
    static const std::set<std::string, std::less<>> conflicts = {"conflict", "referred_to", "approval_required", "approval_void", "approval_decided", "breaks_referrers"};
    if (conflicts.contains(error.code)) return 409;
    switch (error.errorClass) {
    case ErrorClass::InvalidRequest:
    case ErrorClass::ContractViolation: return 400;
    case ErrorClass::Unauthenticated: return 401;
    case ErrorClass::Forbidden: return 403;
    case ErrorClass::NotFound: return 404;
    case ErrorClass::RateLimited: return 429;
    case ErrorClass::Overloaded:
    case ErrorClass::UpstreamUnavailable: return 503;
    case ErrorClass::UpstreamTimeout: return 504;
    case ErrorClass::UpstreamInvalid: return 502;
    case ErrorClass::BudgetExceeded:
    case ErrorClass::ContextTooLong:
    case ErrorClass::ContentRefused:
    case ErrorClass::HeldForReview:
    case ErrorClass::Blocked:
    case ErrorClass::Cancelled: return 400;
    case ErrorClass::Internal: return 500;
    }
    return 500;
}

} // namespace

std::string_view nameOf(Role role) {
    for (const auto& [value, name] : kRoles)
        if (value == role) return name;
    return "nobody";
}

std::optional<Role> roleNamed(std::string_view name) {
    for (const auto& [value, text] : kRoles)
        if (text == name) return value;
    return {};
}

const std::string& ApiRequest::parameter(std::string_view name) const {
    static const std::string kNone;
    const auto found = path.find(name);
    return found == path.end() ? kNone : found->second;
}

std::string ApiRequest::option(std::string_view name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string() : found->second;
}

bool isLoopbackHost(std::string_view host) {
    if (host.starts_with('[')) return host.substr(0, host.find(']') + 1) == "[::1]";
    host = host.substr(0, host.rfind(':'));
    if (equalsIgnoringCase(host, "localhost")) return true;
    // A literal of 127.0.0.0/8, and not a name that begins like one.
    in_addr address{};
    return ::inet_pton(AF_INET, std::string(host).c_str(), &address) == 1 && (ntohl(address.s_addr) >> 24) == 127;
}

model::Result<json::object> ApiRequest::object() const {
    json::parse_options options;
    options.max_depth = 64;
    json::error_code error;
    auto value = json::parse(body, error, {}, options);
    if (error) return badRequest("The body is not JSON: " + error.message() + '.', "invalid_json");
    if (!value.is_object()) return badRequest("The body should be a JSON object.", "invalid_json");
    if (const auto twice = model::repeatedMember(body)) return badRequest("The body is ambiguous: '" + twice->name + "' is there twice.", "invalid_json");
    if (!model::isFinite(value)) return badRequest("The body has a number that is too large for one.", "invalid_json");
    return std::move(value.get_object());
}

ApiReply ApiReply::json(const json::value& value, int status) { return {status, "application/json", json::serialize(value)}; }

Operations::Match Operations::find(std::string_view method, std::string_view path) const {
    Match match;
    const auto segments = segmentsOf(path);
    for (const auto& operation : list_) {
        const auto pattern = segmentsOf(operation.path);
        if (pattern.size() != segments.size()) continue;
        std::map<std::string, std::string, std::less<>> parameters;
        bool same = true;
        for (std::size_t i = 0; same && i < pattern.size(); ++i) {
            if (!isParameter(pattern[i])) {
                same = pattern[i] == segments[i];
                continue;
            }
            auto decoded = net::percentDecoded(segments[i]);
            same = decoded && !decoded->empty() && isValidUtf8(*decoded);
            if (same) parameters[std::string(pattern[i].substr(1, pattern[i].size() - 2))] = std::move(*decoded);
        }
        if (!same) continue;
        match.pathExists = true;
        match.allow += (match.allow.empty() ? "" : ", ") + operation.method;
        if (operation.method != method || match.operation) continue;
        match.operation = &operation;
        match.parameters = std::move(parameters);
    }
    return match;
}

json::object toJson(const model::Violation& violation) {
    json::object object{{"pointer", violation.pointer}, {"message", violation.message}};
    if (!violation.hint.empty()) object["hint"] = violation.hint;
    if (violation.line > 0) object["line"] = violation.line;
    if (violation.column > 0) object["column"] = violation.column;
    return object;
}

ApiReply errorReply(const model::Error& error) {
    json::object object{{"class", nameOf(error.errorClass)}, {"code", error.code}, {"message", error.message}};
    json::array violations;
    for (const auto& violation : error.violations) violations.push_back(toJson(violation));
    object["violations"] = std::move(violations);
    return ApiReply::json(json::object{{"error", std::move(object)}}, statusOf(error));
}

namespace {

/// Media type and schema of what an operation answers.
json::object contentOf(const Operation& operation) {
    if (operation.path == "/events") return {{"text/event-stream", {{"schema", {{"type", "string"}}}}}};
    if (operation.path.ends_with("/yaml") || operation.path.ends_with("/file")) return {{"text/yaml", {{"schema", {{"type", "string"}}}}}};
    auto schema = answerSchemaOf(operation.method, operation.path);
    if (!schema.is_object()) schema = json::object{{"type", "object"}};
    json::object content{{"application/json", {{"schema", std::move(schema)}}}};
    if (operation.streamed) content["text/event-stream"] = {{"schema", {{"type", "string"}}}};
    return content;
}

/// What an operation takes: JSON, but for the files.
std::string_view requestTypeOf(const Operation& operation) { return operation.path.ends_with("/import") ? "text/yaml" : "application/json"; }

} // namespace

json::object openApiOf(const Operations& operations, std::string_view version) {
    json::object paths;
    for (const auto& operation : operations.list()) {
        json::array parameters;
        for (const auto segment : segmentsOf(operation.path))
            if (isParameter(segment))
                parameters.push_back(json::object{{"name", segment.substr(1, segment.size() - 2)}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
        for (const auto& name : operation.query) parameters.push_back(json::object{{"name", name}, {"in", "query"}, {"required", false}, {"schema", {{"type", "string"}}}});
        json::object described{{"summary", operation.summary}, {"x-signalbox-role", nameOf(operation.role)}, {"parameters", std::move(parameters)}};
        std::string id = operation.method;
        for (const auto segment : segmentsOf(operation.path)) id += '_' + std::string(isParameter(segment) ? segment.substr(1, segment.size() - 2) : segment);
        described["operationId"] = id;
        if (!operation.requestSchema.empty())
            described["requestBody"] = {{"required", true}, {"content", {{requestTypeOf(operation), {{"schema", json::parse(operation.requestSchema)}}}}}};
        json::object responses;
        if (operation.success == 204) responses["204"] = {{"description", "Done"}};
        else responses[std::to_string(operation.success)] = {{"description", operation.summary}, {"content", contentOf(operation)}};
        responses["default"] = {{"$ref", "#/components/responses/Error"}};
        described["responses"] = std::move(responses);
        if (operation.role == Role::Nobody) described["security"] = json::array{};
        auto& path = paths[operation.path];
        if (!path.is_object()) path = json::object{};
        std::string method;
        for (const char c : operation.method) method += static_cast<char>(c - 'A' + 'a');
        path.get_object()[method] = std::move(described);
    }
    const json::object errorSchema = json::parse(R"({"type":"object","required":["error"],"properties":{"error":{"type":"object","required":["class","code","message","violations"],
        "properties":{"class":{"type":"string"},"code":{"type":"string"},"message":{"type":"string"},
        "violations":{"type":"array","items":{"type":"object","required":["pointer","message"],"properties":{"pointer":{"type":"string"},"message":{"type":"string"},"hint":{"type":"string"},"line":{"type":"integer"},"column":{"type":"integer"}}}}}}}})").as_object();
    return {{"openapi", "3.1.0"},
            {"info", {{"title", "Signalbox control plane"}, {"version", version}, {"license", {{"name", "GPL-3.0"}, {"identifier", "GPL-3.0-only"}}}}},
            {"servers", json::array{json::object{{"url", "/api/v1"}}}},
            {"security", json::array{json::object{{"token", json::array{}}}}},
            {"paths", std::move(paths)},
            {"components",
             {{"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}, {"description", "An access token, sbt_..."}}}}},
              {"schemas", {{"Error", errorSchema}}},
              {"responses", {{"Error", {{"description", "What failed, why, and what to do"}, {"content", {{"application/json", {{"schema", {{"$ref", "#/components/schemas/Error"}}}}}}}}}}}}}};
}

} // namespace signalbox::control
