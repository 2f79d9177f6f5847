#include "core/gateway/run_reply.h"

#include "core/model/json_text.h"
#include "core/providers/connector.h"

#include <boost/json.hpp>

namespace signalbox::gateway {

namespace json = boost::json;
using model::LedgerEntry;

std::string runBody(const LedgerEntry& entry) {
    const auto id = entry.run.id.text();
    if (entry.state == LedgerEntry::State::Done) {
        json::error_code error;
        auto result = model::parseOwnJson(entry.result, error);
        if (!error && result.is_object()) {
            auto& object = result.get_object();
            if (!object.contains("error")) return entry.result; // says id and status itself
            json::object failed{{"id", id}, {"status", "failed"}};
            for (auto& member : object) failed[member.key()] = std::move(member.value());
            return json::serialize(failed);
        }
    }
    const auto status = entry.state == LedgerEntry::State::Queued ? "queued" : entry.state == LedgerEntry::State::Running ? "running" : "failed";
    return json::serialize(json::object{{"id", id}, {"status", status}, {"workflow", entry.run.workflow}, {"accepted_at", toRfc3339(entry.run.acceptedAt)}, {"url", "/v1/runs/" + id}});
}

net::Response runError(const model::Error& error, std::string_view runId) {
    const auto shaped = providers::errorReply(model::ClientProtocol::OpenAiChat, error, runId); // status and retry fields are the same for all protocols of ours
    json::array violations;
    for (const auto& violation : error.violations) violations.push_back(json::object{{"pointer", violation.pointer}, {"message", violation.message}});
    json::object object{{"class", nameOf(error.errorClass)}, {"code", error.code.empty() ? std::string(nameOf(error.errorClass)) : error.code}, {"message", error.message}, {"violations", std::move(violations)}};
    object["run_id"] = runId.empty() ? json::value(nullptr) : json::value(runId);
    net::Response response;
    response.status = error.code == "in_progress" ? 409 : error.code == "result_not_kept" ? 410 : error.code == "method_not_allowed" ? 405 : shaped.status;
    response.fields.add("content-type", "application/json");
    if (!runId.empty()) response.fields.add("x-signalbox-run-id", runId);
    for (const auto& [name, value] : shaped.headers) response.fields.set(name, value);
    response.body = json::serialize(json::object{{"error", std::move(object)}});
    return response;
}

} // namespace signalbox::gateway
