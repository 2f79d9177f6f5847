#include "core/control/document_operations.h"

#include "core/control/document_checks.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>

namespace signalbox::control {

namespace json = boost::json;

namespace {

model::Result<ApiReply> labelsOf(store::Session& session, const Subject& subject) {
    const auto labels = store::DocumentRepository(session.connection).labels(subject.kind, subject.name);
    if (!labels) return tl::unexpected(labels.error());
    return ApiReply::json(json::object{{"labels", labelsJson(*labels)}});
}

model::Result<ApiReply> historyOf(store::Session& session, const ApiRequest& request) {
    const auto subject = subjectIn(request);
    if (!subject) return tl::unexpected(subject.error());
    if (auto known = store::DocumentRepository(session.connection).labels(subject->kind, subject->name); !known) return tl::unexpected(known.error());
    const auto moves = store::LabelRepository(session.connection).history(subject->kind, subject->name, subject->label);
    if (!moves) return tl::unexpected(moves.error());
    json::array items;
    for (const auto& move : *moves)
        items.push_back(json::object{{"from", move.from == 0 ? json::value(nullptr) : json::value(move.from)}, {"to", move.to == 0 ? json::value(nullptr) : json::value(move.to)}, {"at", toRfc3339(move.at)},
                                     {"actor", move.actor}, {"message", move.message}, {"approval_id", move.approval ? json::value(*move.approval) : json::value(nullptr)}});
    return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
}

} // namespace

void addLabelOperations(Operations& operations, PlaneState& state) {
    operations.add({"GET", "/documents/{kind}/{name}/labels/{label}/history", Role::Viewer, "Where a label was, newest first; null: nowhere", {}, {}, historyOf});
    operations.add({"PUT", "/documents/{kind}/{name}/labels/{label}", Role::Engineer, "Move a label to a version", {}, R"({"type":"object","required":["version"],"properties":{"version":{"type":"integer"},"expect":{"type":"integer"},"message":{"type":"string"}}})",
                    [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto subject = subjectIn(request);
                        if (!subject) return tl::unexpected(subject.error());
                        const auto body = request.object();
                        if (!body) return tl::unexpected(body.error());
                        const auto version = versionIn(*body, "version");
                        const auto expect = versionIn(*body, "expect");
                        if (!version) return tl::unexpected(version.error());
                        if (!*version) return badRequest("'version' is missing.");
                        if (!expect) return tl::unexpected(expect.error());
                        if (auto allowed = checkRole(request, {subject->kind}, subject->label); !allowed) return tl::unexpected(allowed.error());
                        store::DocumentRepository repository(session.connection, registryChecks(session));
                        if (auto moved = repository.moveLabel(subject->kind, subject->name, subject->label, **version, *expect, request.actor, wallNow(), stringIn(*body, "message")); !moved) return tl::unexpected(moved.error());
                        if (auto effective = takeEffect(state, session, *subject, **version); !effective) return tl::unexpected(effective.error());
                        return labelsOf(session, *subject);
                    }});
    operations.add({"POST", "/documents/{kind}/{name}/labels/{label}/rollback", Role::Engineer, "Move a label back to where it was before its last move", {}, R"({"type":"object","properties":{"message":{"type":"string"}}})",
                    [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto subject = subjectIn(request);
                        if (!subject) return tl::unexpected(subject.error());
                        const auto body = optionalBodyOf(request);
                        if (!body) return tl::unexpected(body.error());
                        if (auto allowed = checkRole(request, {subject->kind}, subject->label); !allowed) return tl::unexpected(allowed.error());
                        store::LabelRepository labels(session.connection, registryChecks(session).move);
                        const auto version = labels.rollBack(subject->kind, subject->name, subject->label, stringIn(*body, "message"), request.actor, wallNow());
                        if (!version) return tl::unexpected(version.error());
                        if (auto effective = takeEffect(state, session, *subject, *version); !effective) return tl::unexpected(effective.error());
                        return labelsOf(session, *subject);
                    }});
    operations.add({"DELETE", "/documents/{kind}/{name}/labels/{label}", Role::Engineer, "Remove a label", {}, {}, [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto subject = subjectIn(request);
                        if (!subject) return tl::unexpected(subject.error());
                        if (auto allowed = checkRole(request, {subject->kind}, subject->label); !allowed) return tl::unexpected(allowed.error());
                        if (auto removed = store::DocumentRepository(session.connection).removeLabel(subject->kind, subject->name, subject->label, request.actor, wallNow()); !removed) return tl::unexpected(removed.error());
                        if (auto effective = takeEffect(state, session, *subject, 0); !effective) return tl::unexpected(effective.error());
                        return ApiReply::nothing();
                    }, 204});
}

void addProtectedLabelOperations(Operations& operations) {
    operations.add({"GET", "/protected-labels", Role::Viewer, "Labels that move only with another person's approval; kind `*` is every kind", {}, {}, [](store::Session& session, const ApiRequest&) -> model::Result<ApiReply> {
                        const auto all = store::LabelRepository(session.connection).protectedLabels();
                        if (!all) return tl::unexpected(all.error());
                        json::array items;
                        for (const auto& one : *all) items.push_back(json::object{{"kind", one.kind}, {"label", one.label}});
                        return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
                    }});
    operations.add({"PUT", "/protected-labels/{kind}/{label}", Role::Admin, "Protect a label", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto& kind = request.parameter("kind");
                        const auto& label = request.parameter("label");
                        if (auto done = store::LabelRepository(session.connection).protect(kind, label, request.actor, wallNow()); !done) return tl::unexpected(done.error());
                        return ApiReply::json(json::object{{"kind", kind}, {"label", label}});
                    }});
    operations.add({"DELETE", "/protected-labels/{kind}/{label}", Role::Admin, "Protect a label no more", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        if (auto done = store::LabelRepository(session.connection).unprotect(request.parameter("kind"), request.parameter("label"), request.actor, wallNow()); !done) return tl::unexpected(done.error());
                        return ApiReply::nothing();
                    }, 204});
}

} // namespace signalbox::control
