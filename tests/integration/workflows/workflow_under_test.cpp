#include "tests/integration/workflows/workflow_under_test.h"

#include <boost/json.hpp>

#include <atomic>

namespace signalbox::tests {

namespace json = boost::json;

WorkflowUnderTest::WorkflowUnderTest(const GatewayProcess& gateway, const RouteUnderTest& route, const WorkflowOptions& options) : gateway_(gateway) {
    static std::atomic<int> count = 0;
    name_ = "w" + std::to_string(++count);
    std::string yaml = options.more.empty() ? std::string() : options.more + "\n---\n";
    yaml += "kind: prompt\nname: " + name_ + "\nspec:\n  messages: " + options.messages + "\n";
    if (!options.promptMembers.empty()) yaml += "  " + options.promptMembers + "\n";
    if (!options.policy.empty()) yaml += "---\nkind: policy\nname: " + name_ + "\nspec: " + options.policy + "\n";
    yaml += "---\nkind: workflow\nname: " + name_ + "\nspec:\n  prompt: " + name_ + "\n  route: " + route.name().substr(6) + "\n";
    if (!options.inputSchema.empty()) yaml += "  input_schema: " + options.inputSchema + "\n";
    if (!options.outputSchema.empty()) yaml += "  output_schema: " + options.outputSchema + "\n";
    if (!options.errorBehaviour.empty()) yaml += "  error_behaviour: " + options.errorBehaviour + "\n";
    if (!options.policy.empty()) yaml += "  policies: [" + name_ + "]\n";
    problem_ = gateway.apply(yaml);
}

HttpReply WorkflowUnderTest::run(std::string_view input, std::string_view members) const {
    return gateway_.call(path(), R"({"input":)" + std::string(input) + (members.empty() ? "" : ",") + std::string(members) + "}");
}

HttpReply WorkflowUnderTest::chat(std::string_view message, std::string_view members, std::string_view suffix) const {
    return gateway_.call("/v1/chat/completions", R"({"model":"workflow/)" + name_ + std::string(suffix) + R"(","messages":[{"role":"user","content":)" + json::serialize(json::value(message)) + "}]" +
                                                     (members.empty() ? "" : ",") + std::string(members) + "}");
}

std::vector<WorkflowEvent> workflowEvents(const HttpReply& reply) {
    std::vector<WorkflowEvent> events;
    std::string type;
    std::size_t begin = 0;
    while (begin < reply.body.size()) {
        const auto end = std::min(reply.body.find('\n', begin), reply.body.size());
        const std::string_view line = std::string_view(reply.body).substr(begin, end - begin);
        if (line.starts_with("event: ")) type = line.substr(7);
        if (line.starts_with("data: ")) events.push_back({type, json::parse(line.substr(6))});
        begin = end + 1;
    }
    return events;
}

vendor::Answer answering(std::vector<std::string> pieces) {
    vendor::Answer answer;
    answer.pieces = std::move(pieces);
    return answer;
}

Behaviour saying(const VendorRequest& request, const std::vector<std::string>& pieces) {
    const auto answer = answering(pieces);
    if (!request.wantsStream()) return vendor::answerJson(vendor::Protocol::OpenAi, answer);
    return wholeStream(vendor::openAiEvents(answer, request.body.find("include_usage") != std::string::npos), std::chrono::milliseconds{5});
}

ScriptedVendor::Script alwaysSaying(std::vector<std::string> pieces) {
    return [pieces = std::move(pieces)](const VendorRequest& request) { return saying(request, pieces); };
}

ScriptedVendor::Script saying(std::vector<std::string> first, std::vector<std::string> then) {
    return [first = std::move(first), then = std::move(then)](const VendorRequest& request) { return saying(request, request.number == 0 ? first : then); };
}

json::value bodyOf(const HttpReply& reply) {
    std::error_code error;
    auto body = json::parse(reply.body, error);
    return error ? json::value("status " + std::to_string(reply.status) + ' ' + reply.problem + ' ' + reply.body) : body;
}

json::value bodyOf(const VendorRequest& request) { return json::parse(request.body); }

} // namespace signalbox::tests
