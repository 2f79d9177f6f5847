#include "core/control/plane_state.h"

#include "core/control/run_view.h"
#include "core/policy/document_references.h"
#include "core/store/approval_repository.h"
#include "core/store/document_repository.h"
#include "core/store/label_repository.h"
#include "core/store/run_repository.h"

#include <boost/json.hpp>

#include <charconv>
#include <set>
#include <tuple>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;

namespace {

/// A label's move to the version that a run used.
struct Promotion {
    std::string label;
    store::LabelMoved move;
};

/// The label that stood on the version when the run began; `production` if it was one of several. Of a label that has moved on since,
/// the move that put it there counts.
model::Result<std::optional<Promotion>> promotionOf(store::Session& session, DocumentKind kind, const std::string& name, std::int64_t version, WallTime ranAt) {
    store::LabelRepository labels(session.connection);
    auto known = store::DocumentRepository(session.connection).labels(kind, name);
    if (!known) return std::optional<Promotion>{}; // a document of another life of the registry
    std::set<std::string> names{std::string(store::kProductionLabel)};
    for (const auto& [label, at] : *known) names.insert(label);
    names.erase(std::string(store::kLatestLabel));
    std::optional<Promotion> found;
    for (const auto& label : names) {
        auto moves = labels.history(kind, name, label);
        if (!moves) return tl::unexpected(moves.error());
        for (const auto& move : *moves) { // newest first: the first one before the run says where the label was then
            if (move.at > ranAt) continue;
            const bool better = !found || (found->label != store::kProductionLabel && label == store::kProductionLabel) || (found->label != store::kProductionLabel && move.at > found->move.at);
            if (move.to == version && better) found = Promotion{label, move};
            break;
        }
    }
    return found;
}

json::value approvalJson(store::Session& session, const std::optional<std::int64_t>& id) {
    if (!id) return nullptr;
    const auto approval = store::ApprovalRepository(session.connection).find(*id);
    if (!approval) return nullptr;
    return json::object{{"id", approval->id},
                        {"requested_by", approval->requestedBy},
                        {"requested_at", toRfc3339(approval->requestedAt)},
                        {"approved_by", approval->decidedBy},
                        {"at", approval->decidedAt ? json::value(toRfc3339(*approval->decidedAt)) : json::value(nullptr)},
                        {"test_run_id", approval->testRunId},
                        {"note", approval->note}};
}

json::value promotedJson(store::Session& session, const std::optional<Promotion>& promotion) {
    if (!promotion) return nullptr;
    const auto& move = promotion->move;
    return json::object{{"label", promotion->label}, {"at", toRfc3339(move.at)}, {"by", move.actor}, {"from", move.from == 0 ? json::value(nullptr) : json::value(move.from)}, {"message", move.message},
                        {"approval", approvalJson(session, move.approval)}};
}

/// `name@7,other@3` as a run has it; what is none (a draft) is left out of the list, and stands in the run.
std::vector<model::DocumentRef> versionsIn(const std::string& labels) {
    std::vector<model::DocumentRef> list;
    for (std::size_t begin = 0; begin < labels.size();) {
        const auto end = std::min(labels.find(',', begin), labels.size());
        const auto reference = model::DocumentRef::parse(labels.substr(begin, end - begin));
        if (reference && reference->version) list.push_back(*reference);
        begin = end + 1;
    }
    return list;
}

/// Where a label stood when the run began: what its history says, or where it is if it has none from before.
std::optional<std::int64_t> versionAt(store::Session& session, const model::DocumentRef& reference, WallTime ranAt) {
    if (reference.version) return reference.version;
    if (const auto moves = store::LabelRepository(session.connection).history(DocumentKind::Prompt, reference.name, reference.label))
        for (const auto& move : *moves)
            if (move.at <= ranAt && move.to > 0) return move.to;
    if (const auto version = store::DocumentRepository(session.connection).find(DocumentKind::Prompt, reference)) return version->version;
    return {};
}

/// The documents that a run rests on, each once: those on its record, and behind each prompt the partials that it had then.
class StoryTeller {
public:
    StoryTeller(store::Session& session, WallTime ranAt) : session_(session), ranAt_(ranAt) {}

    model::Result<void> tell(DocumentKind kind, const std::string& name, std::int64_t number) {
        if (!told_.emplace(kind, name, number).second || told_.size() > kMost) return {};
        auto version = store::DocumentRepository(session_.connection).find(kind, {name, {}, number});
        if (!version && version.error().errorClass != model::ErrorClass::NotFound) return tl::unexpected(version.error());
        auto promotion = promotionOf(session_, kind, name, number, ranAt_);
        if (!promotion) return tl::unexpected(promotion.error());
        documents_.push_back(json::object{{"kind", nameOf(kind)},
                                          {"name", name},
                                          {"version", number},
                                          {"content_hash", version ? version->contentHash : std::string()},
                                          {"author", version ? version->author : std::string()},
                                          {"message", version ? version->message : std::string()},
                                          {"created_at", version ? json::value(toRfc3339(version->createdAt)) : json::value(nullptr)},
                                          {"promoted", promotedJson(session_, *promotion)}});
        if (!version || kind != DocumentKind::Prompt) return {};
        for (const auto& partial : policy::referencesOf(version->document))
            if (const auto at = versionAt(session_, partial.target, ranAt_))
                if (auto done = tell(DocumentKind::Prompt, partial.target.name, *at); !done) return done;
        return {};
    }

    json::array taken() && { return std::move(documents_); }

private:
    static constexpr std::size_t kMost = 200;

    store::Session& session_;
    WallTime ranAt_;
    std::set<std::tuple<DocumentKind, std::string, std::int64_t>> told_;
    json::array documents_;
};

model::Result<json::object> storyOf(store::Session& session, const store::StoredRun& stored) {
    const auto& run = stored.run;
    StoryTeller teller(session, run.startedAt);
    for (const auto& [kind, labels] : {std::pair(DocumentKind::Workflow, run.workflow), std::pair(DocumentKind::Prompt, run.prompt), std::pair(DocumentKind::Route, run.route), std::pair(DocumentKind::Policy, run.policy)})
        for (const auto& reference : versionsIn(labels))
            if (auto told = teller.tell(kind, reference.name, *reference.version); !told) return tl::unexpected(told.error());
    // Each model that was asked, in order; the one that served is the run's own.
    json::array models;
    std::set<std::pair<std::string, std::string>> asked;
    for (const auto& attempt : run.attempts) {
        if (!asked.emplace(attempt.provider, attempt.model).second) continue;
        const bool served = run.status == model::RunStatus::Succeeded && attempt.provider == run.provider && attempt.model == run.model;
        models.push_back(json::object{{"provider", attempt.provider}, {"model", attempt.model}, {"served", served}, {"simulated", attempt.simulated}, {"upstream_request_id", attempt.upstreamRequestId}});
    }
    return json::object{{"run", describe(stored, false)}, {"documents", std::move(teller).taken()}, {"models", std::move(models)}};
}

} // namespace

void addStoryOperations(Operations& operations) {
    operations.add({"GET", "/runs/{id}/story", Role::Viewer, "Who made this output: the versions that shaped it, who wrote them, who put them there and who approved", {}, {},
                    [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto id = RunId::parse(request.parameter("id"));
                        if (!id) return badRequest("A run's id is 'run_' and 13 letters and digits.");
                        auto stored = store::RunRepository(session.connection, session.dimensions).find(*id);
                        if (!stored) return tl::unexpected(stored.error());
                        if (!*stored) return model::failure(model::ErrorClass::NotFound, "There is no run " + id->text() + ". It may be past its retention.", "run_not_found");
                        auto story = storyOf(session, **stored);
                        if (!story) return tl::unexpected(story.error());
                        return ApiReply::json(*story);
                    }});
}

} // namespace signalbox::control
