#pragma once

#include "core/control/document_view.h"
#include "core/model/condition.h"
#include "core/model/policy_spec.h"
#include "core/model/prompt_spec.h"
#include "core/model/route_spec.h"
#include "core/model/test_set_spec.h"
#include "core/model/workflow_spec.h"
#include "core/policy/contract/contract.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace signalbox::control {

/// Collects what is wrong with one document. The parts of document_checks.h, one a kind.
struct KindCheck {
    DocumentView& view;
    std::vector<model::Violation>& violations;

    void add(std::string pointer, std::string message, std::string hint = {}) { violations.push_back({std::move(pointer), std::move(message), std::move(hint)}); }
    /// A message of a template's: `line 3, column 5: ...` at its beginning becomes the violation's line and column.
    void addOfTemplate(std::string pointer, std::string message);
    /// Null, and a violation, when the reference leads nowhere.
    const model::Document* require(model::DocumentKind kind, const model::DocumentRef& reference, const std::string& pointer);
    const model::Document* require(model::DocumentKind kind, const std::string& reference, const std::string& pointer);
    /// A schema as a contract; violations under `pointer` when it is none.
    std::optional<policy::Contract> compile(const boost::json::value& schema, const std::string& pointer);
    void checkCondition(const model::Condition& condition, const std::string& pointer);
};

void checkPrompt(KindCheck& check, const model::PromptSpec& spec, const std::string& name);
void checkWorkflow(KindCheck& check, const model::WorkflowSpec& spec);
void checkTestSet(KindCheck& check, const model::TestSetSpec& spec);
void checkRoute(KindCheck& check, const model::RouteSpec& spec);
void checkPolicy(KindCheck& check, const model::Policy& policy);

/// The variables that a prompt cannot do without: those its contract requires, or, if it has none, those its templates use.
std::set<std::string> requiredVariables(DocumentView& view, const model::PromptSpec& spec);

} // namespace signalbox::control
