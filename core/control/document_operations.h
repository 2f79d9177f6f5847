#pragma once

#include "core/control/plane_state.h"
#include "core/model/document.h"
#include "core/store/approval_repository.h"
#include "core/store/document_repository.h"
#include "core/store/label_repository.h"
#include "core/store/rollout_repository.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::control {

// The parts of `addDocumentOperations`, a file each.
void addReadingOperations(Operations& operations);
void addWritingOperations(Operations& operations, PlaneState& state);
void addExplainingOperations(Operations& operations, PlaneState& state);
void addLabelOperations(Operations& operations, PlaneState& state);
void addProtectedLabelOperations(Operations& operations);
void addApprovalOperations(Operations& operations, PlaneState& state);
void addRolloutOperations(Operations& operations, PlaneState& state);
void addPerformanceOperations(Operations& operations);
void addDiffOperations(Operations& operations);
void addRenderOperation(Operations& operations);

// What they share.

/// `{kind}` of the path.
model::Result<model::DocumentKind> kindIn(const ApiRequest& request);
/// `{kind}`, `{name}` and, if the path has it, `{label}`.
struct Subject {
    model::DocumentKind kind = model::DocumentKind::Provider;
    std::string name;
    std::string label;
};
model::Result<Subject> subjectIn(const ApiRequest& request);
/// `?version=`, `?label=`, or production. Both at once could mean two things.
model::Result<model::DocumentRef> referenceIn(const ApiRequest& request);
/// A member of a body; empty if it is no text.
std::string stringIn(const boost::json::object& body, std::string_view name);
model::Result<std::optional<std::int64_t>> versionIn(const boost::json::object& body, std::string_view name);
/// The body, or an empty object if there is none.
model::Result<boost::json::object> optionalBodyOf(const ApiRequest& request);

boost::json::object labelsJson(const std::map<std::string, std::int64_t>& labels);
boost::json::object describe(const model::DocumentVersion& version, const std::map<std::string, std::int64_t>& labels, bool withSpec);
/// Of those protected, the labels of documents of that kind.
boost::json::array protectedOf(model::DocumentKind kind, const std::vector<store::ProtectedLabel>& all);
/// With the comparison of its two versions.
model::Result<boost::json::object> describe(store::Session& session, const store::Rollout& rollout);

/// What may not be done by this role to documents of these kinds, under that label.
model::Result<void> checkRole(const ApiRequest& request, const std::vector<model::DocumentKind>& kinds, const std::string& label);
/// Publishes what is in the store now, and tells who listens.
model::Result<void> takeEffect(PlaneState& state, store::Session& session, const Subject& subject, std::int64_t version);
void announce(PlaneState& state, model::DocumentKind kind, const std::string& name, std::int64_t version, std::string_view label);
/// `happened`: started, advanced, completed, stopped.
void announceRollout(PlaneState& state, const store::Rollout& rollout, std::string_view happened, const std::string& reason);

} // namespace signalbox::control
