#pragma once

#include "tests/integration/faults/route_under_test.h"
#include "tests/support/vendor_replies.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::tests {

struct WorkflowOptions {
    std::string inputSchema = "{type: object, required: [message], properties: {message: {type: string, minLength: 2}}, additionalProperties: false}";
    std::string outputSchema = "{type: object, required: [category, confidence], properties: {category: {enum: [bug, question]}, confidence: {type: number, minimum: 0, maximum: 1}}}";
    std::string messages = "[{role: system, content: 'You sort messages.'}, {role: user, content: '{{message}}'}]";
    std::string promptMembers{};    ///< further members of the prompt's spec: `parameters: {temperature: 0}`
    std::string errorBehaviour{};   ///< as YAML in flow style; empty: the default
    std::string policy{};           ///< spec of a policy of its own
    std::string more{};             ///< further documents
};

/// A workflow on a route, with a prompt of its own, under names that no other test uses. An empty output schema: free text.
class WorkflowUnderTest {
public:
    WorkflowUnderTest(const GatewayProcess& gateway, const RouteUnderTest& route, const WorkflowOptions& options);

    const std::string& problem() const { return problem_; } ///< empty: registered
    const std::string& name() const { return name_; }
    std::string path() const { return "/v1/workflows/" + name_ + "/runs"; }

    /// `members` as `"stream":true`.
    HttpReply run(std::string_view input = R"({"message":"It does not start"})", std::string_view members = {}) const;
    /// Over a chat protocol; the input is the user's message.
    HttpReply chat(std::string_view message, std::string_view members = {}, std::string_view suffix = {}) const;

private:
    const GatewayProcess& gateway_;
    std::string name_;
    std::string problem_;
};

/// One event of the workflows' own stream.
struct WorkflowEvent {
    std::string type;
    boost::json::value data;
};
std::vector<WorkflowEvent> workflowEvents(const HttpReply& reply);

vendor::Answer answering(std::vector<std::string> pieces);
/// The vendor's answer of these pieces, streamed or whole as it was asked.
Behaviour saying(const VendorRequest& request, const std::vector<std::string>& pieces);
/// The same for any request.
ScriptedVendor::Script alwaysSaying(std::vector<std::string> pieces);
/// First these, then those.
ScriptedVendor::Script saying(std::vector<std::string> first, std::vector<std::string> then);

boost::json::value bodyOf(const HttpReply& reply);
boost::json::value bodyOf(const VendorRequest& request);

inline constexpr auto kGoodOutput = R"({"category":"bug","confidence":0.91})";
inline constexpr auto kBadOutput = R"({"category":"praise","confidence":7})";

} // namespace signalbox::tests

/// Registers a workflow or fails the test.
#define SIGNALBOX_WORKFLOW(name, route, ...)                                                                           \
    const signalbox::tests::WorkflowUnderTest name(gateway, route, __VA_ARGS__);                                       \
    QVERIFY2(name.problem().empty(), name.problem().c_str())
