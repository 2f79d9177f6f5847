#include "core/control/plane_state.h"

#include "core/control/snapshot_loader.h"
#include "core/model/yaml.h"
#include "core/policy/target_selection.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>

#include <charconv>
#include <cmath>
#include <set>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;

namespace {

model::Result<DocumentKind> kindIn(const ApiRequest& request) {
    const auto kind = model::documentKindNamed(request.parameter("kind"));
    if (!kind) return badRequest("'" + request.parameter("kind") + "' is not a kind of document; known are " + model::documentKindList() + '.');
    return *kind;
}

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

/// `?version=`, `?label=`, or production. Both at once could mean two things.
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

/// Documents that name others name such as exist, in the batch or on record.
model::Result<void> checkReferences(store::Session& session, const std::vector<model::Document>& documents) {
    store::DocumentRepository repository(session.connection);
    std::set<std::pair<DocumentKind, std::string>> batch;
    for (const auto& document : documents) batch.emplace(document.kind, document.name);
    model::Error error{model::ErrorClass::InvalidRequest, {}, "unknown_reference", {}, {}, {}};
    const auto provider = [&](const std::string& name) -> std::optional<model::ProviderSpec> {
        for (const auto& document : documents)
            if (document.kind == DocumentKind::Provider && document.name == name)
                if (auto spec = model::readProviderSpec(document.spec)) return *spec;
        if (auto found = repository.find(DocumentKind::Provider, {name, "production", {}}))
            if (auto spec = model::readProviderSpec(found->document.spec)) return *spec;
        return {};
    };
    for (const auto& document : documents) {
        if (document.kind != DocumentKind::Route) continue;
        const auto route = model::readRouteSpec(document.spec);
        if (!route) return tl::unexpected(route.error());
        for (std::size_t i = 0; i < route->targets.size(); ++i) {
            const auto& target = route->targets[i];
            const auto pointer = "/spec/targets/" + std::to_string(i) + "/model";
            const auto owner = provider(target.provider);
            if (!owner) {
                error.violations.push_back({pointer, "there is no provider '" + target.provider + "'"});
            } else if (std::none_of(owner->models.begin(), owner->models.end(), [&](const auto& model) { return model.id == target.model; })) {
                error.violations.push_back({pointer, "the provider '" + target.provider + "' has no model '" + target.model + "'"});
            }
        }
        for (std::size_t i = 0; i < route->policies.size(); ++i) {
            const auto reference = model::DocumentRef::parse(route->policies[i]);
            if (!reference || (!batch.contains({DocumentKind::Policy, reference->name}) && !repository.find(DocumentKind::Policy, *reference)))
                error.violations.push_back({"/spec/policies/" + std::to_string(i), "there is no policy '" + route->policies[i] + "'"});
        }
        if (!error.violations.empty() && error.message.empty()) error.message = "route '" + document.name + "' names what does not exist: " + error.violations.front().message + '.';
    }
    if (!error.violations.empty()) return tl::unexpected(std::move(error));
    return {};
}

void announce(PlaneState& state, const model::Document& document, std::int64_t version, std::string_view label) {
    state.events.publish("document", json::serialize(json::object{{"kind", nameOf(document.kind)}, {"name", document.name}, {"version", version}, {"label", label}}));
}

/// What may not be done by this role to these documents.
model::Result<void> checkRole(const ApiRequest& request, const std::vector<model::Document>& documents, const std::string& label) {
    const bool providers = std::any_of(documents.begin(), documents.end(), [](const auto& document) { return document.kind == DocumentKind::Provider; });
    if (request.role < Role::Operator && (providers || label == "production"))
        return model::failure(model::ErrorClass::Forbidden, providers ? "Providers are changed by operators." : "The label 'production' is moved by operators.", "role");
    return {};
}

model::Result<ApiReply> registerDocuments(PlaneState& state, store::Session& session, const ApiRequest& request, std::vector<model::Document> documents, const std::string& message,
                                          const std::string& label, std::optional<std::int64_t> expect, bool single) {
    if (auto allowed = checkRole(request, documents, label); !allowed) return tl::unexpected(allowed.error());
    if (auto right = checkReferences(session, documents); !right) return tl::unexpected(right.error());
    store::DocumentRepository repository(session.connection);
    auto added = repository.add(documents, message, label, expect, request.actor, wallNow());
    if (!added) return tl::unexpected(added.error());
    if (auto effective = state.reload(session); !effective) return tl::unexpected(effective.error());
    json::array results;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        announce(state, documents[i], (*added)[i].version, label);
        json::object result{{"kind", nameOf(documents[i].kind)}, {"name", documents[i].name}, {"version", (*added)[i].version}, {"unchanged", (*added)[i].unchanged}};
        if (auto labels = repository.labels(documents[i].kind, documents[i].name)) result["labels"] = labelsJson(*labels);
        results.push_back(std::move(result));
    }
    if (single) return ApiReply::json(results.front(), 201);
    return ApiReply::json(json::object{{"results", std::move(results)}});
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

void addReadingOperations(Operations& operations) {
    operations.add({"GET", "/documents", Role::Viewer, "Documents with their labels", {"kind", "q"}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        std::optional<DocumentKind> kind;
                        if (const auto name = request.option("kind"); !name.empty()) {
                            kind = model::documentKindNamed(name);
                            if (!kind) return badRequest("'kind' should be one of " + model::documentKindList() + '.');
                        }
                        auto list = store::DocumentRepository(session.connection).list(kind, request.option("q"));
                        if (!list) return tl::unexpected(list.error());
                        json::array items;
                        for (const auto& one : *list)
                            items.push_back(json::object{{"kind", nameOf(one.kind)}, {"name", one.name}, {"latest", one.latest}, {"labels", labelsJson(one.labels)}, {"updated_at", toRfc3339(one.updatedAt)}, {"author", one.author}, {"message", one.message}, {"archived", one.archived}});
                        return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
                    }});
    operations.add({"GET", "/documents/{kind}/{name}", Role::Viewer, "A document at a version or label; production by default", {"version", "label"}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto kind = kindIn(request);
                        if (!kind) return tl::unexpected(kind.error());
                        const auto reference = referenceIn(request);
                        if (!reference) return tl::unexpected(reference.error());
                        store::DocumentRepository repository(session.connection);
                        auto version = repository.find(*kind, *reference);
                        if (!version) return tl::unexpected(version.error());
                        return ApiReply::json(describe(*version, repository.labels(*kind, reference->name).value_or(std::map<std::string, std::int64_t>{}), true));
                    }});
    operations.add({"GET", "/documents/{kind}/{name}/versions", Role::Viewer, "All versions, newest first", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto kind = kindIn(request);
                        if (!kind) return tl::unexpected(kind.error());
                        store::DocumentRepository repository(session.connection);
                        auto versions = repository.versions(*kind, request.parameter("name"));
                        if (!versions) return tl::unexpected(versions.error());
                        const auto labels = repository.labels(*kind, request.parameter("name")).value_or(std::map<std::string, std::int64_t>{});
                        json::array items;
                        for (const auto& version : *versions) items.push_back(describe(version, labels, false));
                        return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
                    }});
    operations.add({"GET", "/documents/{kind}/{name}/yaml", Role::Viewer, "A document as a file", {"version", "label"}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto kind = kindIn(request);
                        if (!kind) return tl::unexpected(kind.error());
                        const auto reference = referenceIn(request);
                        if (!reference) return tl::unexpected(reference.error());
                        auto version = store::DocumentRepository(session.connection).find(*kind, *reference);
                        if (!version) return tl::unexpected(version.error());
                        return ApiReply{200, "text/yaml; charset=utf-8", model::toYaml(toJson(version->document))};
                    }});
    operations.add({"GET", "/export", Role::Viewer, "Every document in service, at its production version", {}, {}, [](store::Session& session, const ApiRequest&) -> model::Result<ApiReply> {
                        auto live = store::DocumentRepository(session.connection).production();
                        if (!live) return tl::unexpected(live.error());
                        json::array documents;
                        for (const auto& version : *live) {
                            auto object = toJson(version.document);
                            object["version"] = version.version;
                            documents.push_back(std::move(object));
                        }
                        return ApiReply::json(json::object{{"documents", std::move(documents)}});
                    }});
}

void addWritingOperations(Operations& operations, PlaneState& state) {
    constexpr auto kDocument = R"({"type":"object","properties":{"kind":{"enum":["provider","route","policy","prompt","workflow","test_set","runbook"]},"name":{"type":"string"},"spec":{"type":"object"},"text":{"type":"string","description":"the document as YAML, instead of kind, name and spec"},
        "message":{"type":"string"},"label":{"type":"string"},"expect_version":{"type":"integer"}}})";
    operations.add({"POST", "/documents", Role::Engineer, "Register a version", {}, kDocument, [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        auto body = request.object();
                        if (!body) return tl::unexpected(body.error());
                        const auto expect = versionIn(*body, "expect_version");
                        if (!expect) return tl::unexpected(expect.error());
                        const auto message = stringIn(*body, "message");
                        const auto label = stringIn(*body, "label");
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
                        return registerDocuments(state, session, request, {std::move(*document)}, message, label, *expect, true);
                    }, 201});
    operations.add({"POST", "/apply", Role::Engineer, "Register documents, all or nothing; JSON, or YAML as text/yaml", {"message", "label"},
                    R"({"type":"object","required":["documents"],"properties":{"documents":{"type":"array","items":{"type":"object"}},"message":{"type":"string"},"label":{"type":"string"}}})",
                    [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        std::vector<json::value> values;
                        std::string message = request.option("message");
                        std::string label = request.option("label");
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
                            if (message.empty()) message = stringIn(*body, "message");
                            if (label.empty()) label = stringIn(*body, "label");
                        }
                        auto documents = readAll(values);
                        if (!documents) return tl::unexpected(documents.error());
                        return registerDocuments(state, session, request, std::move(*documents), message, label, {}, false);
                    }});
    operations.add({"POST", "/validate", Role::Viewer, "Check text as one types; nothing is stored", {}, R"({"type":"object","required":["text"],"properties":{"text":{"type":"string"}}})",
                    [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        auto body = request.object();
                        if (!body) return tl::unexpected(body.error());
                        json::array found;
                        json::array violations;
                        const auto complain = [&](const model::Error& error) {
                            if (error.violations.empty()) violations.push_back(json::object{{"pointer", ""}, {"message", error.message}});
                            for (const auto& violation : error.violations) violations.push_back(json::object{{"pointer", violation.pointer}, {"message", violation.message}});
                        };
                        std::vector<model::Document> documents;
                        if (auto parsed = model::parseDocuments(stringIn(*body, "text")); !parsed) {
                            complain(parsed.error());
                        } else {
                            for (const auto& value : *parsed) {
                                auto document = model::readDocument(value);
                                if (!document) {
                                    complain(document.error());
                                    continue;
                                }
                                found.push_back(json::object{{"kind", nameOf(document->kind)}, {"name", document->name}});
                                documents.push_back(std::move(*document));
                            }
                        }
                        if (auto right = checkReferences(session, documents); !right) complain(right.error());
                        return ApiReply::json(json::object{{"documents", std::move(found)}, {"violations", std::move(violations)}});
                    }});
    operations.add({"PUT", "/documents/{kind}/{name}/labels/{label}", Role::Engineer, "Move a label to a version", {}, R"({"type":"object","required":["version"],"properties":{"version":{"type":"integer"},"expect":{"type":"integer"}}})",
                    [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto kind = kindIn(request);
                        if (!kind) return tl::unexpected(kind.error());
                        const auto body = request.object();
                        if (!body) return tl::unexpected(body.error());
                        const auto version = versionIn(*body, "version");
                        const auto expect = versionIn(*body, "expect");
                        if (!version) return tl::unexpected(version.error());
                        if (!*version) return badRequest("'version' is missing.");
                        if (!expect) return tl::unexpected(expect.error());
                        const auto& label = request.parameter("label");
                        model::Document document{*kind, request.parameter("name"), {}};
                        if (auto allowed = checkRole(request, {document}, label); !allowed) return tl::unexpected(allowed.error());
                        store::DocumentRepository repository(session.connection);
                        if (auto moved = repository.moveLabel(*kind, document.name, label, **version, *expect, request.actor, wallNow()); !moved) return tl::unexpected(moved.error());
                        if (auto effective = state.reload(session); !effective) return tl::unexpected(effective.error());
                        announce(state, document, **version, label);
                        return ApiReply::json(json::object{{"labels", labelsJson(repository.labels(*kind, document.name).value_or(std::map<std::string, std::int64_t>{}))}});
                    }});
    operations.add({"DELETE", "/documents/{kind}/{name}/labels/{label}", Role::Engineer, "Remove a label", {}, {}, [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto kind = kindIn(request);
                        if (!kind) return tl::unexpected(kind.error());
                        if (auto allowed = checkRole(request, {{*kind, request.parameter("name"), {}}}, request.parameter("label")); !allowed) return tl::unexpected(allowed.error());
                        if (auto removed = store::DocumentRepository(session.connection).removeLabel(*kind, request.parameter("name"), request.parameter("label"), request.actor, wallNow()); !removed) return tl::unexpected(removed.error());
                        if (auto effective = state.reload(session); !effective) return tl::unexpected(effective.error());
                        return ApiReply::nothing();
                    }, 204});
    operations.add({"DELETE", "/documents/{kind}/{name}", Role::Operator, "Take a document out of service; its versions stay", {}, {}, [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto kind = kindIn(request);
                        if (!kind) return tl::unexpected(kind.error());
                        store::DocumentRepository repository(session.connection);
                        if (auto archived = repository.archive(*kind, request.parameter("name"), request.actor, wallNow()); !archived) return tl::unexpected(archived.error());
                        if (auto effective = state.reload(session); !effective) return tl::unexpected(effective.error());
                        announce(state, {*kind, request.parameter("name"), {}}, 0, "archived");
                        return ApiReply::nothing();
                    }, 204});
}

void addExplainingOperations(Operations& operations, PlaneState& state) {
    operations.add({"GET", "/policies/effective", Role::Viewer, "The policy that modules make together, and where each value came from", {"modules", "route"}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        std::vector<std::string> modules;
                        if (const auto route = request.option("route"); !route.empty()) {
                            auto found = store::DocumentRepository(session.connection).find(DocumentKind::Route, {route, "production", {}});
                            if (!found) return tl::unexpected(found.error());
                            auto spec = model::readRouteSpec(found->document.spec);
                            if (!spec) return tl::unexpected(spec.error());
                            modules = spec->policies;
                        } else {
                            std::string list = request.option("modules");
                            for (std::size_t begin = 0; begin < list.size();) {
                                const auto end = std::min(list.find(',', begin), list.size());
                                if (end > begin) modules.push_back(list.substr(begin, end - begin));
                                begin = end + 1;
                            }
                        }
                        auto effective = effectivePolicy(session, modules);
                        if (!effective) return tl::unexpected(effective.error());
                        json::object origins;
                        for (const auto& [pointer, module] : effective->origins) origins[pointer] = module;
                        return ApiReply::json(json::object{{"policy", toJson(effective->policy)}, {"modules", effective->label}, {"origins", std::move(origins)}});
                    }});
    operations.add({"GET", "/routes/{name}/explain", Role::Viewer, "In which order a route's targets would serve, and why not", {"needs", "input_tokens"}, {}, [&state](store::Session&, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto snapshot = state.currentSnapshot();
                        const auto route = snapshot->routes.find(request.parameter("name"));
                        if (route == snapshot->routes.end()) return model::failure(model::ErrorClass::NotFound, "There is no route '" + request.parameter("name") + "' in service.", "route_not_found");
                        policy::CallFacts facts;
                        facts.dataClass = route->second.policy.governance.dataClass;
                        if (const auto tokens = request.option("input_tokens"); !tokens.empty()) {
                            const auto [end, error] = std::from_chars(tokens.data(), tokens.data() + tokens.size(), facts.inputTokens);
                            if (error != std::errc{} || end != tokens.data() + tokens.size() || facts.inputTokens < 0) return badRequest("'input_tokens' should be a whole number.");
                        }
                        const auto needs = request.option("needs");
                        for (std::size_t begin = 0; begin < needs.size();) {
                            const auto end = std::min(needs.find(',', begin), needs.size());
                            if (const auto capability = model::capabilityNamed(needs.substr(begin, end - begin))) facts.needs = facts.needs | *capability;
                            else return badRequest("'needs' names what is no capability.");
                            begin = end + 1;
                        }
                        const auto live = state.parts.live.targets();
                        std::vector<policy::Candidate> candidates;
                        json::array missing;
                        for (const auto& target : route->second.spec.targets) {
                            const auto provider = snapshot->providers.find(target.provider);
                            const bool known = provider != snapshot->providers.end() && std::any_of(provider->second.spec.models.begin(), provider->second.spec.models.end(), [&](const auto& model) { return model.id == target.model; });
                            if (!known) {
                                missing.push_back(json::object{{"target", target.provider + '/' + target.model}, {"eligible", false}, {"reason", "no provider in service has this model"}});
                                continue;
                            }
                            for (const auto& model : provider->second.spec.models) {
                                if (model.id != target.model) continue;
                                policy::Candidate candidate{&provider->second.spec, &model, provider->second.name, target.weight, std::nan(""), false, provider->second.connector != nullptr, provider->second.problem};
                                for (const auto& one : live)
                                    if (one.provider == target.provider && one.model == target.model) {
                                        candidate.breakerOpen = one.breaker == gateway::LiveState::Breaker::Open;
                                        candidate.observedFirstTokenMs = one.firstTokenMs.value_or(std::nan(""));
                                    }
                                candidates.push_back(candidate);
                            }
                        }
                        const auto selection = policy::orderTargets(candidates, route->second.spec.taskProfile, route->second.spec.strategy, facts, 0);
                        json::array order;
                        for (const auto index : selection.order)
                            order.push_back(json::object{{"target", std::string(candidates[index].providerName) + '/' + candidates[index].model->id}, {"eligible", true}, {"reason", ""}});
                        for (const auto& excluded : selection.excluded)
                            order.push_back(json::object{{"target", std::string(candidates[excluded.index].providerName) + '/' + candidates[excluded.index].model->id}, {"eligible", false}, {"reason", excluded.sentence}});
                        order.insert(order.end(), missing.begin(), missing.end());
                        return ApiReply::json(json::object{{"strategy", nameOf(route->second.spec.strategy)}, {"order", std::move(order)}});
                    }});
}

} // namespace

void addDocumentOperations(Operations& operations, PlaneState& state) {
    addReadingOperations(operations);
    addWritingOperations(operations, state);
    addExplainingOperations(operations, state);
}

} // namespace signalbox::control
