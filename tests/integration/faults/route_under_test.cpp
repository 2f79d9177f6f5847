#include "tests/integration/faults/route_under_test.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <atomic>

namespace signalbox::tests {

namespace json = boost::json;

namespace {

std::string flow(const std::map<std::string, std::string>& members) {
    std::string text = "{";
    for (const auto& [name, value] : members)
        text += (text.size() > 1 ? ", " : "") + name + ": " + value;
    return text + "}";
}

std::map<std::string, std::string> over(std::map<std::string, std::string> defaults,
                                        const std::map<std::string, std::string>& changes) {
    for (const auto& [name, value] : changes)
        defaults[name] = value;
    return defaults;
}

} // namespace

RouteUnderTest::RouteUnderTest(const GatewayProcess& gateway, const RouteOptions& options) : gateway_(gateway) {
    static std::atomic<int> count = 0;
    name_ = "route/r" + std::to_string(++count);
    const std::string name = name_.substr(6);
    std::string yaml;
    std::string targets;
    for (std::size_t i = 0; i < options.targets.size(); ++i) {
        const auto& target = options.targets[i];
        const auto model = over({{"id", "m"},
                                 {"context_tokens", "32000"},
                                 {"capabilities", "[chat, stream, tools, json_schema]"},
                                 {"price_usd_per_mtok", "{input: 1, output: 2}"}},
                                target.model);
        const auto provider = over(
            {{"connector", target.connector}, {"base_url", target.url + "/v1"}, {"models", "[" + flow(model) + "]"}},
            target.provider);
        const std::string providerName = name + "-p" + std::to_string(i);
        yaml += "kind: provider\nname: " + providerName + "\nspec: " + flow(provider) + "\n---\n";
        targets +=
            (i > 0 ? ", " : "") + ("{model: " + providerName + "/m, weight: " + std::to_string(target.weight) + "}");
    }
    const auto reliability =
        over({{"connect_timeout_ms", "1000"},
              {"first_token_timeout_ms", "2000"},
              {"stall_timeout_ms", "2000"},
              {"attempt_timeout_ms", "5000"},
              {"total_timeout_ms", "10000"},
              {"max_attempts_per_target", "1"},
              {"backoff", "{base_ms: 10, cap_ms: 50}"},
              {"retry_budget", "{ratio: 1, min_per_second: 1000}"},
              {"breaker", "{window_s: 30, min_calls: 1000, failure_ratio: 1, open_s: 1, half_open_calls: 1}"}},
             options.reliability);
    yaml += "kind: policy\nname: " + name + "\nspec:\n  reliability: " + flow(reliability) + "\n";
    if (!options.governance.empty()) yaml += "  governance: " + options.governance + "\n";
    yaml += "---\nkind: route\nname: " + name + "\nspec:\n  strategy: " + options.strategy + "\n  targets: [" +
            targets + "]\n  policies: [" + name + "]\n";
    if (!options.taskProfile.empty()) yaml += "  task_profile: " + options.taskProfile + "\n";
    problem_ = gateway.apply(yaml);
}

std::string RouteUnderTest::target(std::size_t index) const {
    return name_.substr(6) + "-p" + std::to_string(index) + "/m";
}

std::string RouteUnderTest::chatBody(std::string_view members) const {
    return R"({"model":")" + name_ + R"(","messages":[{"role":"user","content":"Say hello"}])" +
           (members.empty() ? "" : ",") + std::string(members) + "}";
}

std::string RouteUnderTest::streamBody(std::string_view members) const {
    return chatBody(R"("stream":true,"stream_options":{"include_usage":true})" +
                    (members.empty() ? "" : "," + std::string(members)));
}

HttpReply RouteUnderTest::chat(std::string_view members, const Headers& headers) const {
    return gateway_.call("/v1/chat/completions", chatBody(members), headers);
}

HttpReply RouteUnderTest::stream(std::string_view members, const Headers& headers) const {
    return gateway_.call("/v1/chat/completions", streamBody(members), headers);
}

HttpReply RouteUnderTest::message(bool streamed) const {
    return gateway_.call("/v1/messages", chatBody(streamed ? R"("max_tokens":50,"stream":true)" : R"("max_tokens":50)"),
                         {{"anthropic-version", "2023-06-01"}});
}

json::value RouteUnderTest::runOf(const HttpReply& reply) const {
    return gateway_.run(reply.header("x-signalbox-run-id"));
}

std::string contentOf(const HttpReply& reply) {
    std::error_code error;
    const auto body = json::parse(reply.body, error);
    if (reply.status != 200 || error)
        return "status " + std::to_string(reply.status) + " " + reply.problem + " " + reply.body;
    return at(body, "/choices/0/message/content");
}

std::string streamedContentOf(const HttpReply& reply) {
    std::string text;
    for (const auto& event : reply.events()) {
        std::error_code error;
        const auto data = json::parse(event, error);
        if (!error) text += at(data, "/choices/0/delta/content");
    }
    return text;
}

bool endedWell(const HttpReply& reply) {
    const auto events = reply.events();
    return reply.status == 200 && reply.complete && !events.empty() && events.back() == "[DONE]" &&
           reply.body.find("\"error\"") == std::string::npos;
}

bool endedInError(const HttpReply& reply) {
    const auto events = reply.events();
    return reply.status == 200 && !events.empty() && events.back().starts_with("{\"error\"") &&
           std::find(events.begin(), events.end(), "[DONE]") == events.end();
}

std::string at(const json::value& value, std::string_view pointer) {
    std::error_code error;
    const auto* found = value.find_pointer(pointer, error);
    if (!found || found->is_null()) return {};
    return found->is_string() ? std::string(found->as_string()) : json::serialize(*found);
}

std::int64_t numberAt(const json::value& value, std::string_view pointer) {
    const auto text = at(value, pointer);
    return text.empty() ? -1 : std::stoll(text);
}

} // namespace signalbox::tests
