#include "core/control/document_operations.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;

model::Result<DocumentKind> kindIn(const ApiRequest& request) {
    const auto kind = model::documentKindNamed(request.parameter("kind"));
    if (!kind) return badRequest("'" + request.parameter("kind") + "' is not a kind of document; known are " + model::documentKindList() + '.');
    return *kind;
}

model::Result<Subject> subjectIn(const ApiRequest& request) {
    return kindIn(request).map([&](DocumentKind kind) { return Subject{kind, request.parameter("name"), request.parameter("label")}; });
}

model::Result<model::DocumentRef> referenceIn(const ApiRequest& request) {
    model::DocumentRef reference;
    reference.name = request.parameter("name");
    const auto version = request.option("version");
    const auto label = request.option("label");
    if (!version.empty() && !label.empty()) return badRequest("Give a version or a label, not both.", "version_and_label");
    if (!label.empty()) reference.label = label;
    if (!version.empty()) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), number);
        if (error != std::errc{} || end != version.data() + version.size() || number < 1) return badRequest("'version' should be a whole number from 1.");
        reference.version = number;
    }
    return reference;
}

std::string stringIn(const json::object& body, std::string_view name) {
    const auto* value = body.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

model::Result<std::optional<std::int64_t>> versionIn(const json::object& body, std::string_view name) {
    const auto* value = body.if_contains(name);
    if (!value || value->is_null()) return std::optional<std::int64_t>{};
    if (!value->is_int64() || value->get_int64() < 0) return badRequest("'" + std::string(name) + "' should be a whole number.");
    return std::optional(value->get_int64());
}

model::Result<json::object> optionalBodyOf(const ApiRequest& request) { return request.body.empty() ? json::object() : request.object(); }

json::object labelsJson(const std::map<std::string, std::int64_t>& labels) {
    json::object object;
    for (const auto& [label, version] : labels) object[label] = version;
    return object;
}

json::object describe(const model::DocumentVersion& version, const std::map<std::string, std::int64_t>& labels, bool withSpec) {
    json::array here;
    for (const auto& [label, at] : labels)
        if (at == version.version) here.push_back(json::value(label));
    json::object object{{"kind", nameOf(version.document.kind)}, {"name", version.document.name}, {"version", version.version}, {"content_hash", version.contentHash}, {"author", version.author},
                        {"message", version.message}, {"created_at", toRfc3339(version.createdAt)}, {"labels", std::move(here)}};
    if (withSpec) object["spec"] = version.document.spec;
    return object;
}

json::array protectedOf(DocumentKind kind, const std::vector<store::ProtectedLabel>& all) {
    json::array labels;
    for (const auto& one : all)
        if ((one.kind == "*" || one.kind == nameOf(kind)) && std::find(labels.begin(), labels.end(), json::value(one.label)) == labels.end()) labels.push_back(json::value(one.label));
    return labels;
}

model::Result<void> checkRole(const ApiRequest& request, const std::vector<DocumentKind>& kinds, const std::string& label) {
    const bool providers = std::find(kinds.begin(), kinds.end(), DocumentKind::Provider) != kinds.end();
    if (request.role < Role::Operator && (providers || label == store::kProductionLabel))
        return model::failure(model::ErrorClass::Forbidden, providers ? "Providers are changed by operators." : "The label 'production' is moved by operators.", "role");
    return {};
}

void announce(PlaneState& state, DocumentKind kind, const std::string& name, std::int64_t version, std::string_view label) {
    state.events.publish("document", json::serialize(json::object{{"kind", nameOf(kind)}, {"name", name}, {"version", version}, {"label", label}}));
}

model::Result<void> takeEffect(PlaneState& state, store::Session& session, const Subject& subject, std::int64_t version) {
    if (auto effective = state.reload(session); !effective) return effective;
    announce(state, subject.kind, subject.name, version, subject.label);
    return {};
}

void announceRollout(PlaneState& state, const store::Rollout& rollout, std::string_view happened, const std::string& reason) {
    state.events.publish("rollout", json::serialize(json::object{{"kind", nameOf(rollout.kind)}, {"name", rollout.name}, {"label", rollout.label}, {"state", happened}, {"stable", rollout.stable}, {"candidate", rollout.candidate},
                                                                 {"percent", rollout.percent}, {"reason", reason}}));
}

void addDocumentOperations(Operations& operations, PlaneState& state) {
    addReadingOperations(operations);
    addWritingOperations(operations, state);
    addLabelOperations(operations, state);
    addProtectedLabelOperations(operations);
    addApprovalOperations(operations, state);
    addRolloutOperations(operations, state);
    addPerformanceOperations(operations);
    addDiffOperations(operations);
    addRenderOperation(operations);
    addExplainingOperations(operations, state);
}

} // namespace signalbox::control
