#include "core/gateway/workflow_call.h"

#include "core/gateway/json_body.h"
#include "core/model/spec_reader.h"

#include <boost/json.hpp>

#include <limits>

namespace signalbox::gateway {

using model::ErrorClass;

namespace {

constexpr std::string_view kBefore = "/v1/workflows/";
constexpr std::string_view kAfter = "/runs";
constexpr std::size_t kStickyKeyBytes = 255;

} // namespace

model::Result<WorkflowCall> readWorkflowCall(std::string_view path, std::string_view body) {
    WorkflowCall call;
    if (path.starts_with(kBefore) && path.ends_with(kAfter) && path.size() > kBefore.size() + kAfter.size()) call.workflow.name = path.substr(kBefore.size(), path.size() - kBefore.size() - kAfter.size());
    if (!model::isDocumentName(call.workflow.name)) return model::failure(ErrorClass::NotFound, "There is no workflow '" + call.workflow.name + "'.", "workflow_not_found");
    auto parsed = parseJson(body);
    if (!parsed) return model::failure(ErrorClass::InvalidRequest, "The body cannot be read: " + parsed.error() + ".", "invalid_json");
    if (!parsed->is_object()) return model::failure(ErrorClass::InvalidRequest, "The body should be a JSON object with 'input'.", "invalid_json");
    auto& object = parsed->get_object();

    model::Violations violations;
    model::SpecReader reader(object, "", violations);
    reader.require("input");
    reader.value("input");
    reader.flag("stream", call.stream);
    std::string mode;
    if (reader.text("mode", mode)) {
        call.asynchronous = mode == "async";
        if (mode != "async" && mode != "sync") reader.violation("mode", "should be 'sync' or 'async'");
    }
    if (reader.text("sticky_key", call.stickyKey) && call.stickyKey.size() > kStickyKeyBytes) reader.violation("sticky_key", "should have at most 255 bytes");
    if (reader.text("label", call.workflow.label) && !model::isDocumentName(call.workflow.label)) reader.violation("label", "'" + call.workflow.label + "' cannot be a label");
    std::int64_t version = 0;
    if (reader.integer("version", version, std::int64_t{1}, std::numeric_limits<std::int64_t>::max())) call.workflow.version = version;
    if (reader.has("label") && reader.has("version")) reader.violation("version", "and 'label' exclude each other: name one of them");
    if (const auto* callback = reader.object("callback")) {
        model::SpecReader inner(*callback, "/callback", violations);
        inner.require("url");
        inner.text("url", call.callbackUrl);
        inner.refuseUnknown();
    }
    reader.refuseUnknown();
    if (call.stream && call.asynchronous) reader.violation("stream", "belongs to a call that waits; 'mode' is 'async'");
    if (!violations.empty()) {
        auto error = violations.error("The request");
        error.code = "invalid_request";
        return tl::unexpected(std::move(error));
    }
    call.input = std::move(object["input"]);
    return call;
}

} // namespace signalbox::gateway
