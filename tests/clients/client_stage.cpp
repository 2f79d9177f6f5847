// The stage of a client test: starts the gateway and a scripted vendor of both protocols, registers routes `openai` and
// `anthropic` to them, then runs the command it is given with their addresses in the environment; ends with that
// command's exit code.
//
// What the vendor does is in the prompt, `[word] tag`: see `behaviourFor`. GET /journal?TAG at the vendor lists the
// requests whose body holds TAG, with when the peer left.
#include "tests/support/gateway_process.h"
#include "tests/support/scripted_vendor.h"
#include "tests/support/vendor_replies.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

using namespace signalbox::tests;
using namespace std::chrono_literals;
using vendor::Protocol;
namespace json = boost::json;

namespace {

/// `tag` of the first `[word] tag` in the body.
std::string tagOf(std::string_view body) {
    const auto at = body.find("] ");
    if (at == std::string_view::npos) return {};
    const auto end = body.find_first_of("\"\\ ", at + 2);
    return std::string(body.substr(at + 2, end - at - 2));
}

std::size_t timesSeen(const ScriptedVendor& vendor, const std::string& tag) {
    std::size_t count = 0;
    for (const auto& request : vendor.journal())
        count += request.method == "POST" && tagOf(request.body) == tag ? 1 : 0;
    return count;
}

Behaviour journalOf(const ScriptedVendor& vendor, std::string_view target) {
    const auto tag = target.substr(std::min(target.size(), target.find('?') + 1));
    json::array list;
    for (const auto& request : vendor.journal()) {
        if (request.method != "POST" || request.body.find(tag) == std::string::npos) continue;
        json::object headers;
        for (const auto& [name, value] : request.headers)
            headers[name] = value;
        const auto ms = [](SteadyTime time) {
            return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
        };
        list.push_back(
            {{"target", request.target},
             {"headers", headers},
             {"body", request.body},
             {"arrived_ms", ms(request.arrivedAt)},
             {"left_ms", request.disconnectedAt ? json::value(ms(*request.disconnectedAt)) : json::value(nullptr)}});
    }
    return respond(200, "application/json", json::serialize(list));
}

vendor::Answer toolAnswer() {
    vendor::Answer answer;
    answer.pieces.clear();
    answer.toolCalls = {{"call_weather", "get_weather", {"{\"ci", "ty\":\"Os", "lo\"}"}}};
    return answer;
}

Behaviour behaviourFor(const ScriptedVendor& vendor, const VendorRequest& request) {
    if (request.target.starts_with("/journal")) return journalOf(vendor, request.target);
    const auto protocol =
        request.target.find("/messages") != std::string::npos ? Protocol::Anthropic : Protocol::OpenAi;
    const auto asks = [&](std::string_view word) {
        return request.body.find("[" + std::string(word) + "]") != std::string::npos;
    };
    const auto firstWords = vendor::firstOf(vendor::eventsOf(protocol, {}), protocol == Protocol::OpenAi ? 3 : 5);
    if (asks("tools") && request.body.find("\"tool_result\"") == std::string::npos &&
        request.body.find("\"role\":\"tool\"") == std::string::npos)
        return request.wantsStream() ? vendor::answerStream(protocol, toolAnswer())
                                     : vendor::answerJson(protocol, toolAnswer());
    if (asks("invalid")) return vendor::invalidRequest(protocol);
    if (asks("too-long")) return vendor::contextLengthExceeded(protocol);
    if (asks("quota")) return vendor::insufficientQuota(protocol);
    if (asks("500")) return vendor::serverError(protocol, 500);
    if (asks("529")) return vendor::serverError(protocol, 529);
    if (asks("limited-once") && timesSeen(vendor, tagOf(request.body)) == 1) return vendor::rateLimited(protocol, "1");
    if (asks("limited")) return vendor::rateLimited(protocol, "7");
    if (asks("ended")) return wholeStream(firstWords);
    if (asks("closed")) return openStream(firstWords).close();
    if (asks("reset")) return openStream(firstWords).pause(50ms).reset();
    if (asks("stalled")) return openStream(firstWords).hang();
    if (asks("hang")) return Behaviour().hang();
    if (asks("endless")) {
        vendor::Answer endless;
        endless.pieces.assign(2000, "word ");
        return vendor::answerStream(protocol, endless, 20ms);
    }
    return ScriptedVendor::wellBehaved(request);
}

std::string documents(const ScriptedVendor& vendor) {
    std::string yaml = R"(
kind: policy
name: clients
spec:
  reliability: {first_token_timeout_ms: 20000, stall_timeout_ms: 700, attempt_timeout_ms: 60000, total_timeout_ms: 60000, max_attempts_per_target: 1,
                breaker: {window_s: 30, min_calls: 10000, failure_ratio: 1, open_s: 1, half_open_calls: 1}}
)";
    for (const std::string connector : {"openai", "anthropic"})
        yaml += "---\nkind: provider\nname: " + connector + "-vendor\nspec: {connector: " + connector +
                ", base_url: " + vendor.url() +
                "/v1, models: [{id: m, context_tokens: 128000, capabilities: [chat, stream, tools, json_schema, "
                "embeddings]}]}\n---\nkind: route\nname: " +
                connector + "\nspec: {targets: [{model: " + connector + "-vendor/m}], policies: [clients]}\n";
    return yaml;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: signalbox_client_stage COMMAND...\n", stderr);
        return 2;
    }
    if (!GatewayProcess::isBuilt()) {
        std::puts("skipped: build/bin/signalboxd is not there");
        return 77;
    }
    ScriptedVendor vendor;
    vendor.byDefault([&vendor](const VendorRequest& request) { return behaviourFor(vendor, request); });
    GatewayProcess gateway;
    if (!gateway.start()) {
        std::fprintf(stderr, "%s\n", gateway.problem().c_str());
        return 1;
    }
    if (const auto problem = gateway.apply(documents(vendor)); !problem.empty()) {
        std::fprintf(stderr, "%s\n", problem.c_str());
        return 1;
    }
    ::setenv("SIGNALBOX_URL", gateway.url().c_str(), 1);
    ::setenv("SIGNALBOX_KEY", gateway.applicationKey().c_str(), 1);
    ::setenv("SIGNALBOX_TOKEN", gateway.adminToken().c_str(), 1);
    ::setenv("VENDOR_URL", vendor.url().c_str(), 1);
    const pid_t child = ::fork();
    if (child == 0) {
        ::execvp(argv[1], argv + 1);
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!gateway.isRunning()) {
        std::fprintf(stderr, "the gateway ended: %s\n", gateway.log().c_str());
        return 1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
