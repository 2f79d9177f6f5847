#pragma once

#include "core/gateway/prompt.h"
#include "core/model/policy_spec.h"
#include "core/model/workflow_spec.h"
#include "core/policy/condition.h"
#include "core/policy/contract/contract.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::gateway {

struct Route;

/// A version of a workflow as it was written, with its contracts compiled: never changes, whatever becomes of what it refers to.
struct WorkflowText {
    model::WorkflowSpec spec;
    std::optional<policy::Contract> input;  ///< unset: any JSON
    std::optional<policy::Contract> output; ///< unset: the output is the model's text
    bool takesText = false;                 ///< over a chat protocol the input is the message itself, not JSON in it
    std::string problem;                    ///< not empty: cannot be served, and why
};

/// The effective policy of a workflow: `default`, then its route's modules, then its own; the later ones override.
struct WorkflowPolicy {
    model::Policy policy;
    std::string label; ///< `default@1,eu@3`, for the record
    struct Rule {
        policy::CompiledCondition when;
        model::EscalationRule::Action action = model::EscalationRule::Action::Flag;
        std::string reason; ///< the rule's, or its condition as a sentence
    };
    std::vector<Rule> escalation;
    bool mayBlock = false; ///< a rule can keep an answer from the caller: nothing of it is shown before it was looked at
};

/// The version of a prompt that a reference leads to, and the one that a rollout sends a share of its calls to.
struct PromptChoice {
    std::shared_ptr<const Prompt> stable;
    std::shared_ptr<const Prompt> candidate; ///< null: no rollout
    double percent = 0;
    std::string salt; ///< of the rollout
};

/// A version of a workflow, ready to be served: everything that it refers to is resolved. Immutable.
struct Workflow {
    std::string name;
    std::string label; ///< `name@3`, for the record
    std::shared_ptr<const WorkflowText> text;
    std::shared_ptr<const Route> route;
    std::shared_ptr<const WorkflowPolicy> policy;
    PromptChoice prompt;
    std::string problem; ///< not empty: not served, and why; the other members may be unset
};

/// All versions of one workflow, and the labels on them (`latest` included).
struct WorkflowVersions {
    struct Rollout {
        std::int64_t candidate = 0;
        double percent = 0;
        std::string salt;
    };
    std::map<std::int64_t, std::shared_ptr<const Workflow>> versions;
    std::map<std::string, std::int64_t, std::less<>> labels;
    std::map<std::string, Rollout, std::less<>> rollouts; ///< by label
};

} // namespace signalbox::gateway
