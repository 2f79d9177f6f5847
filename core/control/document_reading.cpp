#include "core/control/document_operations.h"

#include "core/model/yaml.h"
#include "core/store/document_repository.h"
#include "core/store/version_figures.h"

#include <boost/json.hpp>

#include <cmath>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;

namespace {

constexpr std::int64_t kMinutesPerDay = 24 * 60;

bool isCalled(DocumentKind kind) { return kind == DocumentKind::Prompt || kind == DocumentKind::Workflow; }

/// `calls_24h` and `success_24h` of a prompt or workflow; null of other kinds.
class DayFigures {
public:
    explicit DayFigures(store::Session& session) : figures_(session.connection, session.dimensions), from_(toMicros(wallNow()) / 60'000'000 - kMinutesPerDay) {}

    void addTo(json::object& item, DocumentKind kind, const std::string& name) {
        item["calls_24h"] = nullptr;
        item["success_24h"] = nullptr;
        if (!isCalled(kind)) return;
        auto known = byKind_.find(kind);
        if (known == byKind_.end()) known = byKind_.emplace(kind, figures_.callsByName(kind, from_).value_or(std::map<std::string, metrics::RollupValue>{})).first;
        const auto found = known->second.find(name);
        item["calls_24h"] = found == known->second.end() ? 0 : found->second.calls;
        if (found == known->second.end()) return;
        if (const auto rate = metrics::successRate(found->second)) item["success_24h"] = std::round(*rate * 1e5) / 1e5;
    }

private:
    store::FiguresRepository figures_;
    std::int64_t from_;
    std::map<DocumentKind, std::map<std::string, metrics::RollupValue>> byKind_;
};

model::Result<ApiReply> listDocuments(store::Session& session, const ApiRequest& request) {
    std::optional<DocumentKind> kind;
    if (const auto name = request.option("kind"); !name.empty()) {
        kind = model::documentKindNamed(name);
        if (!kind) return badRequest("'kind' should be one of " + model::documentKindList() + '.');
    }
    const auto archived = request.option("archived");
    if (!archived.empty() && archived != "true" && archived != "false" && archived != "any") return badRequest("'archived' should be true, false or any.");
    auto list = store::DocumentRepository(session.connection).list(kind, request.option("q"));
    if (!list) return tl::unexpected(list.error());
    const auto guarded = store::LabelRepository(session.connection).protectedLabels();
    if (!guarded) return tl::unexpected(guarded.error());
    const auto active = store::RolloutRepository(session.connection).activeRollouts();
    if (!active) return tl::unexpected(active.error());
    std::map<std::pair<DocumentKind, std::string>, json::object> rollouts;
    for (const auto& rollout : *active) {
        if (rollout.label != store::kProductionLabel) continue;
        auto described = describe(session, rollout);
        if (!described) return tl::unexpected(described.error());
        rollouts[{rollout.kind, rollout.name}] = std::move(*described);
    }
    DayFigures figures(session);
    json::array items;
    for (const auto& one : *list) {
        if (!archived.empty() && archived != "any" && one.archived != (archived == "true")) continue;
        json::object item{{"kind", nameOf(one.kind)}, {"name", one.name}, {"latest", one.latest}, {"labels", labelsJson(one.labels)}, {"updated_at", toRfc3339(one.updatedAt)}, {"author", one.author},
                          {"message", one.message}, {"archived", one.archived}, {"description", one.description}, {"protected", protectedOf(one.kind, *guarded)}};
        if (one.kind == DocumentKind::Workflow) item["owner"] = one.owner;
        figures.addTo(item, one.kind, one.name);
        const auto rollout = rollouts.find({one.kind, one.name});
        item["rollout"] = rollout == rollouts.end() ? json::value(nullptr) : json::value(rollout->second);
        items.push_back(std::move(item));
    }
    return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
}

model::Result<ApiReply> listReferrers(store::Session& session, const ApiRequest& request) {
    const auto subject = subjectIn(request);
    if (!subject) return tl::unexpected(subject.error());
    store::DocumentRepository repository(session.connection);
    if (auto known = repository.labels(subject->kind, subject->name); !known) return tl::unexpected(known.error());
    const auto users = repository.referrers(subject->kind, subject->name);
    if (!users) return tl::unexpected(users.error());
    json::array items;
    for (const auto& user : *users) {
        json::array labels;
        for (const auto& label : user.labels) labels.push_back(json::value(label));
        items.push_back(json::object{{"kind", nameOf(user.by.document.kind)}, {"name", user.by.document.name}, {"version", user.by.version}, {"labels", std::move(labels)},
                                     {"label", user.reference.version ? json::value(nullptr) : json::value(user.reference.label)},
                                     {"names_version", user.reference.version ? json::value(*user.reference.version) : json::value(nullptr)}, {"pointer", user.pointer}});
    }
    return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
}

model::Result<ApiReply> exportAll(store::Session& session, const ApiRequest&) {
    store::DocumentRepository repository(session.connection);
    auto live = repository.exported();
    if (!live) return tl::unexpected(live.error());
    auto list = repository.list({}, {});
    if (!list) return tl::unexpected(list.error());
    std::map<std::pair<DocumentKind, std::string>, const store::DocumentSummary*> summaries;
    for (const auto& summary : *list) summaries[{summary.kind, summary.name}] = &summary;
    const auto identity = repository.identity();
    if (!identity) return tl::unexpected(identity.error());
    json::array documents;
    for (const auto& version : *live) {
        auto object = toJson(version.document);
        object["version"] = version.version;
        object["content_hash"] = version.contentHash;
        if (const auto summary = summaries.find({version.document.kind, version.document.name}); summary != summaries.end()) {
            object["latest"] = summary->second->latest;
            const auto production = summary->second->labels.find(std::string(store::kProductionLabel));
            object["production"] = production == summary->second->labels.end() ? 0 : production->second;
        }
        documents.push_back(std::move(object));
    }
    return ApiReply::json(json::object{{"registry", *identity}, {"documents", std::move(documents)}});
}

} // namespace

void addReadingOperations(Operations& operations) {
    operations.add({"GET", "/documents", Role::Viewer, "Documents with their labels; `q` looks in names and in the latest specifications", {"kind", "q", "archived"}, {}, listDocuments});
    operations.add({"GET", "/documents/{kind}/{name}", Role::Viewer, "A document at a version or label; production by default", {"version", "label"}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto kind = kindIn(request);
                        if (!kind) return tl::unexpected(kind.error());
                        const auto reference = referenceIn(request);
                        if (!reference) return tl::unexpected(reference.error());
                        store::DocumentRepository repository(session.connection);
                        auto version = repository.find(*kind, *reference);
                        if (!version) return tl::unexpected(version.error());
                        const auto guarded = store::LabelRepository(session.connection).protectedLabels();
                        if (!guarded) return tl::unexpected(guarded.error());
                        auto object = describe(*version, repository.labels(*kind, reference->name).value_or(std::map<std::string, std::int64_t>{}), true);
                        object["protected_labels"] = protectedOf(*kind, *guarded);
                        return ApiReply::json(object);
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
    operations.add({"GET", "/documents/{kind}/{name}/referrers", Role::Viewer, "Who depends on a document: those in service that name it, and by which label or version", {}, {}, listReferrers});
    operations.add({"GET", "/documents/{kind}/{name}/yaml", Role::Viewer, "A document as a file", {"version", "label"}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto kind = kindIn(request);
                        if (!kind) return tl::unexpected(kind.error());
                        const auto reference = referenceIn(request);
                        if (!reference) return tl::unexpected(reference.error());
                        auto version = store::DocumentRepository(session.connection).find(*kind, *reference);
                        if (!version) return tl::unexpected(version.error());
                        return ApiReply{200, "text/yaml; charset=utf-8", model::toYaml(toJson(version->document))};
                    }});
    operations.add({"GET", "/export", Role::Viewer, "Every document in service, at its production version or, without one, at its latest", {}, {}, exportAll});
}

} // namespace signalbox::control
