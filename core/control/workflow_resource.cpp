#include "core/control/plane_state.h"

#include "core/control/request_members.h"
#include "core/control/snapshot_loader.h"
#include "core/control/snippets.h"
#include "core/metrics/rollup.h"
#include "core/model/workflow_spec.h"
#include "core/policy/condition.h"
#include "core/policy/contract/example.h"
#include "core/policy/contract/outline.h"
#include "core/store/document_repository.h"
#include "core/store/rollup_repository.h"
#include "core/store/version_figures.h"

#include <boost/json.hpp>

#include <cmath>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;

namespace {

constexpr std::int64_t kDayOfMinutes = 24 * 60;

std::int64_t minuteNow() { return std::chrono::floor<std::chrono::minutes>(wallNow()).time_since_epoch().count(); }

json::value rateOrNull(const std::optional<double>& rate) { return rate ? json::value(std::round(*rate * 1e5) / 1e5) : json::value(nullptr); }

json::object describe(const metrics::RollupValue& value) {
    const auto quantile = [](const metrics::DDSketch& sketch, double q) { return sketch.count() == 0 ? json::value(nullptr) : json::value(std::round(sketch.quantile(q) / 10.0) / 100.0); };
    const auto perSuccess = metrics::costPerSuccess(value);
    return {{"calls_24h", value.calls}, {"success_24h", rateOrNull(metrics::successRate(value))}, {"error_24h", rateOrNull(metrics::errorRate(value))}, {"degraded_24h", value.degraded},
            {"cost_24h_usd", value.cost.text()}, {"cost_per_success_usd", perSuccess ? json::value(perSuccess->text()) : json::value(nullptr)},
            {"first_token_p50_ms", quantile(value.firstToken, 0.5)}, {"end_to_end_p50_ms", quantile(value.endToEnd, 0.5)}, {"end_to_end_p95_ms", quantile(value.endToEnd, 0.95)}};
}

/// Empty for a schema that anything keeps.
json::array outlineJson(const json::value& schema) {
    json::array rows;
    if (schema == json::value(true)) return rows;
    for (const auto& row : policy::describe(schema))
        rows.push_back(json::object{{"pointer", row.pointer}, {"name", row.name}, {"type", row.type}, {"required", row.required}, {"constraints", row.constraints}, {"description", row.description}, {"depth", row.depth}});
    return rows;
}

json::object labelsJson(store::DocumentRepository& documents, DocumentKind kind, const std::string& name) {
    json::object object;
    if (const auto labels = documents.labels(kind, name))
        for (const auto& [label, version] : *labels) object[label] = version;
    return object;
}

/// Which version a reference leads to now, and where that document's labels are. The version is null when it leads nowhere.
json::object referenceJson(store::DocumentRepository& documents, DocumentKind kind, const model::DocumentRef& reference) {
    const auto found = documents.find(kind, reference);
    return {{"name", reference.name}, {"reference", reference.text()}, {"version", found ? json::value(found->version) : json::value(nullptr)}, {"labels", labelsJson(documents, kind, reference.name)}};
}

json::array routingJson(const model::RouteSpec& route) {
    json::array list;
    for (const auto& target : route.targets)
        list.push_back(json::object{{"target", target.provider + '/' + target.model}, {"sentence", target.when ? "when " + policy::sentenceOf(*target.when) : std::string("always")}});
    return list;
}

json::array escalationJson(const model::Policy& policy) {
    json::array list;
    for (const auto& rule : policy.escalation) {
        const auto sentence = policy::sentenceOf(rule.when);
        list.push_back(json::object{{"sentence", sentence}, {"action", nameOf(rule.action)}, {"reason", rule.reason.empty() ? sentence : rule.reason}});
    }
    return list;
}

/// Why the data plane does not serve this version; empty: it does.
std::string problemOf(const gateway::Snapshot& snapshot, const std::string& name, std::int64_t version) {
    const auto workflow = snapshot.workflows.find(name);
    if (workflow == snapshot.workflows.end()) return {};
    const auto compiled = workflow->second.versions.find(version);
    return compiled == workflow->second.versions.end() || !compiled->second ? std::string() : compiled->second->problem;
}

std::string urlOf(const PlaneState& state) {
    const std::shared_lock lock(state.mutex);
    return state.url;
}

model::Result<metrics::RollupValue> figuresOf(store::Session& session, const std::string& name) {
    store::RollupQuery query;
    query.toMinute = minuteNow() + 1;
    query.fromMinute = query.toMinute - kDayOfMinutes;
    query.stepMinutes = kDayOfMinutes;
    query.workflow = name;
    auto points = store::RollupRepository(session.connection, session.dimensions).read(query);
    if (!points) return tl::unexpected(points.error());
    metrics::RollupValue sum;
    for (const auto& point : *points) sum.merge(point.value);
    return sum;
}

model::Result<ApiReply> list(store::Session& session) {
    auto figures = store::FiguresRepository(session.connection, session.dimensions).callsByName(DocumentKind::Workflow, minuteNow() - kDayOfMinutes);
    if (!figures) return tl::unexpected(figures.error());
    store::DocumentRepository documents(session.connection);
    auto live = documents.production();
    if (!live) return tl::unexpected(live.error());
    json::array items;
    for (const auto& version : *live) {
        if (version.document.kind != DocumentKind::Workflow) continue;
        const auto spec = model::readWorkflowSpec(version.document.spec);
        if (!spec) continue;
        const auto& name = version.document.name;
        json::array tags;
        for (const auto& tag : spec->tags) tags.push_back(json::value(tag));
        const auto& value = (*figures)[name];
        items.push_back(json::object{{"name", name}, {"version", version.version}, {"description", spec->description}, {"owner", spec->owner}, {"tags", std::move(tags)},
                                     {"prompt", spec->prompt.text()}, {"route", spec->route.text()}, {"labels", labelsJson(documents, DocumentKind::Workflow, name)},
                                     {"calls_24h", value.calls}, {"success_24h", rateOrNull(metrics::successRate(value))}, {"error_24h", rateOrNull(metrics::errorRate(value))}});
    }
    return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
}

model::Result<ApiReply> whole(const PlaneState& state, store::Session& session, const ApiRequest& request) {
    const auto reference = referenceOption(request, request.parameter("name"));
    if (!reference) return tl::unexpected(reference.error());
    store::DocumentRepository documents(session.connection);
    auto version = documents.find(DocumentKind::Workflow, *reference);
    if (!version) return tl::unexpected(version.error());
    const auto spec = model::readWorkflowSpec(version->document.spec);
    if (!spec) return tl::unexpected(spec.error());
    auto figures = figuresOf(session, reference->name);
    if (!figures) return tl::unexpected(figures.error());

    std::vector<std::string> modules;
    json::array routing;
    if (const auto route = documents.find(DocumentKind::Route, spec->route))
        if (const auto routeSpec = model::readRouteSpec(route->document.spec)) {
            modules = routeSpec->policies;
            routing = routingJson(*routeSpec);
        }
    modules.insert(modules.end(), spec->policies.begin(), spec->policies.end());
    auto problem = problemOf(*state.currentSnapshot(), reference->name, version->version);
    json::value policyJson(nullptr);
    json::object origins;
    json::array escalation;
    if (auto effective = effectivePolicy(session, modules)) {
        policyJson = toJson(effective->policy);
        for (const auto& [pointer, module] : effective->origins) origins[pointer] = module;
        escalation = escalationJson(effective->policy);
    } else if (problem.empty()) {
        problem = effective.error().message;
    }
    const auto example = policy::exampleOf(spec->inputSchema);
    const auto snippets = snippetsOf(urlOf(state), reference->name, example);
    return ApiReply::json(json::object{{"name", reference->name},
                                       {"version", version->version},
                                       {"labels", labelsJson(documents, DocumentKind::Workflow, reference->name)},
                                       {"spec", version->document.spec},
                                       {"problem", problem},
                                       {"outline", {{"input", outlineJson(spec->inputSchema)}, {"output", spec->outputSchema ? outlineJson(*spec->outputSchema) : json::array()}}},
                                       {"prompt", referenceJson(documents, DocumentKind::Prompt, spec->prompt)},
                                       {"route", referenceJson(documents, DocumentKind::Route, spec->route)},
                                       {"policy", std::move(policyJson)},
                                       {"origins", std::move(origins)},
                                       {"escalation", std::move(escalation)},
                                       {"routing", std::move(routing)},
                                       {"example_input", example},
                                       {"curl", snippets.curl},
                                       {"python", snippets.python},
                                       {"javascript", snippets.javascript},
                                       {"health", describe(*figures)}});
}

} // namespace

void addWorkflowOperations(Operations& operations, PlaneState& state) {
    operations.add({"GET", "/workflows", Role::Viewer, "Workflows in production, with what their calls of 24 hours came to", {}, {}, [](store::Session& session, const ApiRequest&) { return list(session); }});
    operations.add({"GET", "/workflows/{name}", Role::Viewer, "A workflow with its contracts in words, what it stands on, its effective policy and its health", {"version", "label"}, {},
                    [&state](store::Session& session, const ApiRequest& request) { return whole(state, session, request); }});
}

} // namespace signalbox::control
