#include "core/control/document_operations.h"

#include "core/control/document_checks.h"
#include "core/control/kind_checks.h"
#include "core/control/request_members.h"
#include "core/model/policy_spec.h"
#include "core/model/yaml.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;

namespace {

/// What is to be registered.
struct Registration {
    std::vector<model::Document> documents;
    std::string message;
    std::string label;
    std::optional<std::int64_t> expectVersion{};
    std::vector<std::optional<store::RegistrationBase>> bases{};
    bool single = false;
};

/// Registering anew brings a document back into service, which is for who may restore it.
model::Result<void> checkRestoring(store::DocumentRepository& repository, const ApiRequest& request, const std::vector<model::Document>& documents) {
    if (request.role >= Role::Operator) return {};
    for (const auto& document : documents) {
        const auto archived = repository.isArchived(document.kind, document.name);
        if (!archived && archived.error().errorClass != model::ErrorClass::NotFound) return tl::unexpected(archived.error());
        if (archived && *archived)
            return model::failure(model::ErrorClass::Forbidden, store::subjectOf(document.kind, document.name) + " was taken out of service, and operators bring documents back. Ask one to restore it, or take another name.", "role");
    }
    return {};
}

std::vector<std::string> callbackHostsOf(const json::object& spec) {
    auto policy = model::overlayPolicy(model::Policy{}, spec);
    return policy ? std::move(policy->governance.callbackHosts) : std::vector<std::string>();
}

/// Addresses that are not public are for operators to name: as providers, and for callbacks. What is live may be said again.
model::Result<void> checkCallbackHosts(store::DocumentRepository& repository, const ApiRequest& request, const std::vector<model::Document>& documents) {
    if (request.role >= Role::Operator) return {};
    for (const auto& document : documents) {
        if (document.kind != DocumentKind::Policy) continue;
        const auto live = repository.find(document.kind, {document.name, std::string(store::kProductionLabel), {}});
        if (!live && live.error().errorClass != model::ErrorClass::NotFound) return tl::unexpected(live.error());
        const auto known = live ? callbackHostsOf(live->document.spec) : std::vector<std::string>();
        for (const auto& host : callbackHostsOf(document.spec))
            if (std::find(known.begin(), known.end(), host) == known.end())
                return model::failure(model::ErrorClass::Forbidden, store::subjectOf(document.kind, document.name) + " lists '" + host + "' under governance.callback_hosts, and those are listed by operators.", "role");
    }
    return {};
}

model::Result<ApiReply> registerDocuments(PlaneState& state, store::Session& session, const ApiRequest& request, const Registration& registration) {
    std::vector<DocumentKind> kinds;
    for (const auto& document : registration.documents) kinds.push_back(document.kind);
    if (auto allowed = checkRole(request, kinds, registration.label); !allowed) return tl::unexpected(allowed.error());
    store::DocumentRepository repository(session.connection, registryChecks(session));
    if (auto allowed = checkRestoring(repository, request, registration.documents); !allowed) return tl::unexpected(allowed.error());
    if (auto allowed = checkCallbackHosts(repository, request, registration.documents); !allowed) return tl::unexpected(allowed.error());
    auto added = repository.add(registration.documents, registration.message, registration.label, registration.expectVersion, request.actor, wallNow(), registration.bases);
    if (!added) return tl::unexpected(added.error());
    if (auto effective = state.reload(session); !effective) return tl::unexpected(effective.error());
    json::array results;
    for (std::size_t i = 0; i < registration.documents.size(); ++i) {
        const auto& document = registration.documents[i];
        announce(state, document.kind, document.name, (*added)[i].version, registration.label);
        json::object result{{"kind", nameOf(document.kind)}, {"name", document.name}, {"version", (*added)[i].version}, {"unchanged", (*added)[i].unchanged}, {"content_hash", document.contentHash()}};
        if (auto labels = repository.labels(document.kind, document.name)) result["labels"] = labelsJson(*labels);
        results.push_back(std::move(result));
    }
    if (registration.single) return ApiReply::json(results.front(), 201);
    return ApiReply::json(json::object{{"registry", repository.identity().value_or(std::string())}, {"results", std::move(results)}});
}

model::Result<std::vector<model::Document>> readAll(const std::vector<json::value>& values) {
    std::vector<model::Document> documents;
    for (const auto& value : values) {
        auto document = model::readDocument(value);
        if (!document) { // of several, it says which
            auto error = std::move(document.error());
            if (values.size() > 1)
                for (auto& violation : error.violations) violation.pointer.insert(0, "/documents/" + std::to_string(documents.size()));
            return tl::unexpected(std::move(error));
        }
        documents.push_back(std::move(*document));
    }
    if (documents.empty()) return badRequest("There is no document in it.", "empty");
    return documents;
}

/// Of two documents of one name in a batch nobody can say which is meant.
model::Result<void> refuseTwins(const std::vector<model::Document>& documents) {
    std::set<std::pair<DocumentKind, std::string_view>> seen;
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (const auto& document = documents[i]; !seen.emplace(document.kind, document.name).second)
            return wrongMember("/documents/" + std::to_string(i) + "/name", store::subjectOf(document.kind, document.name) + " is there twice");
    return {};
}

/// `based_on` of a document in a batch: what its writer had; taken out of it.
model::Result<std::optional<store::RegistrationBase>> takeBase(json::value& value) {
    if (!value.is_object()) return std::optional<store::RegistrationBase>{};
    auto& object = value.get_object();
    const auto* member = object.if_contains("based_on");
    if (!member) return std::optional<store::RegistrationBase>{};
    store::RegistrationBase base;
    if (!member->is_object()) return badRequest("'based_on' should be an object with version, latest and production.");
    for (const auto& [name, target] : {std::pair{"version", &base.version}, std::pair{"latest", &base.latest}, std::pair{"production", &base.production}}) {
        const auto number = versionIn(member->get_object(), name);
        if (!number) return tl::unexpected(number.error());
        *target = number->value_or(0);
    }
    object.erase("based_on");
    return std::optional(base);
}

model::Result<ApiReply> registerOne(PlaneState& state, store::Session& session, const ApiRequest& request) {
    auto body = request.object();
    if (!body) return tl::unexpected(body.error());
    const auto expect = versionIn(*body, "expect_version");
    if (!expect) return tl::unexpected(expect.error());
    Registration registration{{}, stringIn(*body, "message"), stringIn(*body, "label"), *expect, {}, true};
    for (const auto* name : {"message", "label", "expect_version"}) body->erase(name);
    json::value written = *body;
    if (body->contains("text")) { // a document as a person edits it
        auto parsed = model::parseDocuments(stringIn(*body, "text"));
        if (!parsed) return tl::unexpected(parsed.error());
        if (parsed->size() != 1) return badRequest("'text' should hold one document, not " + std::to_string(parsed->size()) + ".");
        written = std::move(parsed->front());
    }
    auto document = model::readDocument(written);
    if (!document) return tl::unexpected(document.error());
    registration.documents.push_back(std::move(*document));
    return registerDocuments(state, session, request, registration);
}

model::Result<ApiReply> applyAll(PlaneState& state, store::Session& session, const ApiRequest& request) {
    std::vector<json::value> values;
    Registration registration{{}, request.option("message"), request.option("label")};
    if (request.contentType.starts_with("text/yaml") || request.contentType.starts_with("application/yaml")) {
        auto parsed = model::parseDocuments(request.body);
        if (!parsed) return tl::unexpected(parsed.error());
        values = std::move(*parsed);
    } else {
        auto body = request.object();
        if (!body) return tl::unexpected(body.error());
        auto* list = body->if_contains("documents");
        if (!list || !list->is_array()) return badRequest("'documents' should be an array of documents.");
        values.assign(list->get_array().begin(), list->get_array().end());
        if (registration.message.empty()) registration.message = stringIn(*body, "message");
        if (registration.label.empty()) registration.label = stringIn(*body, "label");
        // Files that came from another registry have nothing to say about this one's versions.
        const auto from = stringIn(*body, "registry");
        const auto here = store::DocumentRepository(session.connection).identity();
        if (!here) return tl::unexpected(here.error());
        for (auto& value : values) {
            auto base = takeBase(value);
            if (!base) return tl::unexpected(base.error());
            registration.bases.push_back(from.empty() || from == *here ? *base : std::nullopt);
        }
    }
    auto documents = readAll(values);
    if (!documents) return tl::unexpected(documents.error());
    if (auto single = refuseTwins(*documents); !single) return tl::unexpected(single.error());
    registration.documents = std::move(*documents);
    return registerDocuments(state, session, request, registration);
}

/// Checks `{text}` (YAML or JSON, any number of documents) or `{document}`; nothing is stored.
model::Result<ApiReply> validate(store::Session& session, const ApiRequest& request) {
    auto body = request.object();
    if (!body) return tl::unexpected(body.error());
    json::array found;
    json::array violations;
    const auto complain = [&](const model::Error& error, const std::string& prefix) {
        if (error.violations.empty()) violations.push_back(toJson(model::Violation{prefix, error.message}));
        for (auto violation : error.violations) {
            violation.pointer.insert(0, prefix);
            violations.push_back(toJson(violation));
        }
    };
    std::vector<json::value> values;
    if (const auto* document = body->if_contains("document")) {
        values.push_back(*document);
    } else if (auto parsed = model::parseDocuments(stringIn(*body, "text"))) {
        values = std::move(*parsed);
    } else {
        complain(parsed.error(), {});
    }
    std::vector<model::Document> documents;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto prefix = values.size() > 1 ? "/documents/" + std::to_string(i) : std::string();
        auto document = model::readDocument(values[i]);
        if (!document) {
            complain(document.error(), prefix);
            continue;
        }
        found.push_back(json::object{{"kind", nameOf(document->kind)}, {"name", document->name}});
        documents.push_back(std::move(*document));
    }
    // What has the wrong shape is told first: what it names cannot be known.
    if (documents.size() == values.size())
        for (const auto& violation : violationsOf(session, documents)) violations.push_back(toJson(violation));
    return ApiReply::json(json::object{{"documents", std::move(found)}, {"violations", std::move(violations)}});
}

template <class Handler>
Answer with(PlaneState& state, Handler handler) {
    return [&state, handler](store::Session& session, const ApiRequest& request) { return handler(state, session, request); };
}

} // namespace

void addWritingOperations(Operations& operations, PlaneState& state) {
    constexpr auto kDocument = R"({"type":"object","properties":{"kind":{"enum":["provider","route","policy","prompt","workflow","test_set","runbook"]},"name":{"type":"string"},"spec":{"type":"object"},"text":{"type":"string","description":"the document as YAML, instead of kind, name and spec"},
        "message":{"type":"string"},"label":{"type":"string"},"expect_version":{"type":"integer"}}})";
    operations.add({"POST", "/documents", Role::Engineer, "Register a version", {}, kDocument, with(state, registerOne), 201});
    operations.add({"POST", "/apply", Role::Engineer, "Register documents, all or nothing; JSON, or YAML as text/yaml. `based_on` of a document says what its writer had: if the registry moved on since, it is a conflict", {"message", "label"},
                    R"({"type":"object","required":["documents"],"properties":{"documents":{"type":"array","items":{"type":"object","properties":{"kind":{"type":"string"},"name":{"type":"string"},"spec":{"type":"object"},
                    "based_on":{"type":"object","properties":{"version":{"type":"integer"},"latest":{"type":"integer"},"production":{"type":"integer"}}}}}},"registry":{"type":"string","description":"where based_on is from; of another registry it says nothing"},
                    "message":{"type":"string"},"label":{"type":"string"}}})",
                    with(state, applyAll)});
    operations.add({"POST", "/validate", Role::Viewer, "Check text as one types; nothing is stored", {},
                    R"({"type":"object","properties":{"text":{"type":"string"},"document":{"type":"object"}}})", validate});
    operations.add({"DELETE", "/documents/{kind}/{name}", Role::Operator, "Take a document out of service; its versions stay", {}, {}, [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto subject = subjectIn(request);
                        if (!subject) return tl::unexpected(subject.error());
                        if (auto archived = store::DocumentRepository(session.connection).archive(subject->kind, subject->name, request.actor, wallNow()); !archived) return tl::unexpected(archived.error());
                        if (auto effective = takeEffect(state, session, {subject->kind, subject->name, "archived"}, 0); !effective) return tl::unexpected(effective.error());
                        return ApiReply::nothing();
                    }, 204});
    operations.add({"POST", "/documents/{kind}/{name}/restore", Role::Operator, "Bring a document back into service, with the labels that it had", {}, {}, [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto subject = subjectIn(request);
                        if (!subject) return tl::unexpected(subject.error());
                        store::DocumentRepository repository(session.connection, registryChecks(session));
                        if (auto restored = repository.restore(subject->kind, subject->name, request.actor, wallNow()); !restored) return tl::unexpected(restored.error());
                        if (auto effective = takeEffect(state, session, {subject->kind, subject->name, "restored"}, 0); !effective) return tl::unexpected(effective.error());
                        const auto labels = repository.labels(subject->kind, subject->name);
                        if (!labels) return tl::unexpected(labels.error());
                        return ApiReply::json(json::object{{"labels", labelsJson(*labels)}});
                    }});
}

} // namespace signalbox::control
