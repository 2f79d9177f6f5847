#include "core/gateway/workflow_reply.h"

#include <boost/json.hpp>

namespace signalbox::gateway {

namespace json = boost::json;

namespace {

/// A value fit for a header: what is not printable ASCII is replaced.
std::string headerValue(std::string_view text) {
    std::string value;
    for (const char c : text.substr(0, 512)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 && byte < 0xC0) continue; // the rest of a character that was replaced
        value += byte >= 0x20 && byte < 0x7F ? c : '?';
    }
    return value;
}

std::string joined(const std::vector<std::string>& list, std::string_view separator) {
    std::string text;
    for (const auto& one : list) text.append(text.empty() ? std::string_view() : separator).append(one);
    return text;
}

} // namespace

std::string workflowResultBody(const WorkflowRun& run, const WorkflowOutput& output) {
    const auto& record = run.exchange.run;
    const json::object head{{"id", run.exchange.runIdText}, {"workflow", run.workflow->label}, {"prompt", run.prompt->label}, {"status", output.degraded ? "degraded" : "succeeded"}};
    json::array flagged;
    for (const auto& reason : run.flagged) flagged.emplace_back(reason);
    json::object tail{{"repaired", run.repaired},
                      {"flagged", std::move(flagged)},
                      {"usage", json::object{{"input_tokens", record.usage.input}, {"output_tokens", record.usage.output}}},
                      {"cost_usd", record.cost.text()},
                      {"target", output.target.empty() ? json::value(nullptr) : json::value(output.target)},
                      {"attempts", record.attempts.size()}};
    if (output.cause) tail["cause"] = json::object{{"class", nameOf(output.cause->errorClass)}, {"code", output.cause->code}, {"message", output.cause->message}};
    auto body = json::serialize(head);
    body.back() = ',';
    // The output goes in as the model wrote it: reading and writing it again would change its numbers.
    body.append("\"output\":").append(output.json).append(",").append(std::string_view(json::serialize(tail)).substr(1));
    return body;
}

std::string workflowEvent(std::string_view type, std::string_view data) {
    std::string event = "event: ";
    event.append(type).append("\n");
    // An output may stand on several lines: each is a data line.
    for (std::size_t begin = 0; begin <= data.size();) {
        const auto end = std::min(data.find_first_of("\r\n", begin), data.size());
        event.append("data: ").append(data.substr(begin, end - begin)).append("\n");
        begin = end + 1;
        if (end < data.size() && data[end] == '\r' && begin < data.size() && data[begin] == '\n') ++begin;
    }
    return event + '\n';
}

void addWorkflowFields(net::Fields& fields, const WorkflowRun& run, const WorkflowOutput* output) {
    fields.set("x-signalbox-workflow", run.workflow->label);
    if (run.prompt) fields.set("x-signalbox-prompt", run.prompt->label);
    if (!output) return;
    if (!output->target.empty()) fields.set("x-signalbox-target", output->target);
    if (output->simulated) fields.set("x-signalbox-simulated", "true");
    if (output->degraded) fields.set("x-signalbox-degraded", "true");
    if (run.repaired) fields.set("x-signalbox-repaired", "true");
    if (!run.flagged.empty()) fields.set("x-signalbox-flagged", headerValue(joined(run.flagged, "; ")));
}

} // namespace signalbox::gateway
