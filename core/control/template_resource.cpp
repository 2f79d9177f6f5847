#include "core/control/plane_state.h"

#include "core/control/request_members.h"
#include "core/control/template_collector.h"
#include "core/control/workflow_template.h"
#include "core/store/document_repository.h"
#include "core/store/template_repository.h"

#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::control {

namespace json = boost::json;

namespace {

/// The built-in one of that name, or somebody's own.
model::Result<WorkflowTemplate> templateNamed(store::Session& session, const std::string& name) {
    if (const auto* known = builtInTemplate(name)) return *known;
    auto saved = store::TemplateRepository(session.connection).find(name);
    if (!saved) return model::failure(saved.error().errorClass, saved.error().code == "template_not_found" ? "There is no template '" + name + "'." : saved.error().message, saved.error().code);
    return readTemplate(saved->content);
}

model::Result<ApiReply> keep(store::Session& session, const ApiRequest& request, const WorkflowTemplate& made) {
    if (builtInTemplate(made.name)) return badRequest("'" + made.name + "' is a built-in template. Choose another name.", "conflict");
    // What is kept has to be what can be read again.
    const auto content = toYaml(made);
    if (auto right = readTemplate(content); !right) return tl::unexpected(right.error());
    if (auto added = store::TemplateRepository(session.connection).add(made.name, content, request.actor, wallNow()); !added) return tl::unexpected(added.error());
    return ApiReply::json(toJson(made, true), 201);
}

/// Names that other documents have already: a template does not become the newest version of somebody's work.
model::Result<void> refuseTakenNames(store::Session& session, const std::vector<model::Document>& documents) {
    store::DocumentRepository repository(session.connection);
    std::string taken;
    model::Error error{model::ErrorClass::InvalidRequest, {}, "conflict", {}, {}, {}};
    for (std::size_t i = 0; i < documents.size(); ++i) {
        auto versions = repository.versions(documents[i].kind, documents[i].name);
        if (!versions) {
            if (versions.error().errorClass == model::ErrorClass::NotFound) continue;
            return tl::unexpected(versions.error());
        }
        const auto hash = documents[i].contentHash();
        if (std::any_of(versions->begin(), versions->end(), [&](const auto& version) { return version.contentHash == hash; })) continue;
        const auto name = std::string(nameOf(documents[i].kind)) + '/' + documents[i].name;
        taken += (taken.empty() ? "" : ", ") + name;
        error.violations.push_back({"/documents/" + std::to_string(i) + "/name", name + " exists with other content"});
    }
    if (taken.empty()) return {};
    error.message = "There is already " + taken + ", with other content. Give a prefix, so that the template gets names of its own.";
    return tl::unexpected(std::move(error));
}

/// A document as files are applied, and with what it was made into before: a version that others replaced since is not made once more.
model::Result<json::object> asApplied(store::DocumentRepository& repository, const model::Document& document) {
    auto applied = model::toJson(document);
    const auto versions = repository.versions(document.kind, document.name);
    if (!versions && versions.error().errorClass == model::ErrorClass::NotFound) return applied;
    if (!versions) return tl::unexpected(versions.error());
    const auto hash = document.contentHash();
    const auto same = std::find_if(versions->begin(), versions->end(), [&](const auto& version) { return version.contentHash == hash; });
    if (same == versions->end()) return applied;
    const auto archived = repository.isArchived(document.kind, document.name);
    if (!archived) return tl::unexpected(archived.error());
    if (*archived) return applied; // it is to come back
    const auto labels = repository.labels(document.kind, document.name);
    if (!labels) return tl::unexpected(labels.error());
    const auto live = labels->find(std::string(store::kProductionLabel));
    applied["based_on"] = json::object{{"version", same->version}, {"latest", versions->front().version}, {"production", live == labels->end() ? 0 : live->second}};
    return applied;
}

/// Registers through the operation that files are applied by: the same checks, the same roles, the same events.
model::Result<ApiReply> apply(const Operations& operations, store::Session& session, const ApiRequest& request, const std::vector<model::Document>& documents, const std::string& message) {
    const auto apply = operations.find("POST", "/apply");
    json::array list;
    store::DocumentRepository repository(session.connection);
    for (const auto& document : documents) {
        auto one = asApplied(repository, document);
        if (!one) return tl::unexpected(one.error());
        list.push_back(std::move(*one));
    }
    ApiRequest applied;
    applied.body = json::serialize(json::object{{"documents", std::move(list)}, {"message", message}});
    applied.contentType = "application/json";
    applied.actor = request.actor;
    applied.role = request.role;
    return apply.operation->answer(session, applied);
}

model::Result<ApiReply> save(store::Session& session, const ApiRequest& request) {
    const auto body = request.object();
    if (!body) return tl::unexpected(body.error());
    if (auto known = refuseOthers(*body, {"from_workflow", "name", "title", "description", "tags"}); !known) return tl::unexpected(known.error());
    const auto workflow = requiredText(*body, "from_workflow");
    const auto name = requiredText(*body, "name");
    const auto title = requiredText(*body, "title");
    const auto description = textMember(*body, "description");
    const auto tags = textsMember(*body, "tags");
    if (!workflow) return tl::unexpected(workflow.error());
    if (!name) return tl::unexpected(name.error());
    if (!title) return tl::unexpected(title.error());
    if (!description) return tl::unexpected(description.error());
    if (!tags) return tl::unexpected(tags.error());
    auto made = collectTemplate(session, *workflow);
    if (!made) return tl::unexpected(made.error());
    made->name = *name;
    made->title = *title;
    made->description = *description;
    made->tags = *tags;
    return keep(session, request, *made);
}

} // namespace

void addTemplateOperations(Operations& operations) {
    operations.add({"GET", "/templates", Role::Viewer, "Starter workflows, and those that people saved", {}, {}, [](store::Session& session, const ApiRequest&) -> model::Result<ApiReply> {
                        json::array items;
                        for (const auto& one : builtInTemplates()) items.push_back(toJson(one, false));
                        auto saved = store::TemplateRepository(session.connection).list();
                        if (!saved) return tl::unexpected(saved.error());
                        for (const auto& one : *saved)
                            if (const auto read = readTemplate(one.content)) items.push_back(toJson(*read, false));
                        return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
                    }});
    operations.add({"GET", "/templates/{name}", Role::Viewer, "A template with its documents", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        auto found = templateNamed(session, request.parameter("name"));
                        if (!found) return tl::unexpected(found.error());
                        return ApiReply::json(toJson(*found, true));
                    }});
    operations.add({"GET", "/templates/{name}/file", Role::Viewer, "A template as one YAML file", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        auto found = templateNamed(session, request.parameter("name"));
                        if (!found) return tl::unexpected(found.error());
                        return ApiReply{200, "text/yaml; charset=utf-8", toYaml(*found)};
                    }});
    operations.add({"POST", "/templates", Role::Engineer, "Save a workflow in production, with what it stands on, as a template", {},
                    R"({"type":"object","required":["from_workflow","name","title"],"properties":{"from_workflow":{"type":"string"},"name":{"type":"string"},"title":{"type":"string"},"description":{"type":"string"},"tags":{"type":"array","items":{"type":"string"}}}})",
                    save, 201});
    operations.add({"POST", "/templates/import", Role::Engineer, "Keep a template's file (text/yaml, at most 1 MiB)", {}, R"({"type":"string"})", [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        auto read = readTemplate(request.body);
                        if (!read) return tl::unexpected(read.error());
                        return keep(session, request, *read);
                    }, 201});
    operations.add({"POST", "/templates/{name}/use", Role::Engineer, "Register a template's documents, under names with a prefix if one is given", {}, R"({"type":"object","properties":{"prefix":{"type":"string"}}})",
                    [&operations](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto body = request.body.empty() ? model::Result<json::object>(json::object()) : request.object();
                        if (!body) return tl::unexpected(body.error());
                        if (auto known = refuseOthers(*body, {"prefix"}); !known) return tl::unexpected(known.error());
                        const auto prefix = textMember(*body, "prefix");
                        if (!prefix) return tl::unexpected(prefix.error());
                        auto found = templateNamed(session, request.parameter("name"));
                        if (!found) return tl::unexpected(found.error());
                        auto documents = documentsWithPrefix(*found, *prefix);
                        if (!documents) return tl::unexpected(documents.error());
                        if (auto free = refuseTakenNames(session, *documents); !free) return tl::unexpected(free.error());
                        return apply(operations, session, request, *documents, "from the template " + found->name);
                    }});
    operations.add({"DELETE", "/templates/{name}", Role::Engineer, "Delete a template that somebody saved; documents made from it stay", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto& name = request.parameter("name");
                        if (builtInTemplate(name)) return badRequest("'" + name + "' is a built-in template, and stays.", "built_in");
                        if (auto removed = store::TemplateRepository(session.connection).remove(name, request.actor, wallNow()); !removed) return tl::unexpected(removed.error());
                        return ApiReply::nothing();
                    }, 204});
}

} // namespace signalbox::control
