#pragma once

#include "core/control/active_rollouts.h"
#include "core/gateway/snapshot.h"
#include "core/store/store_pool.h"
#include "core/store/version_reader.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace signalbox::control {

/// Compiled versions, kept from one load to the next: a version never changes, so moving a label compiles nothing again. Not for
/// several threads at once.
struct CompiledVersions {
    using Key = std::pair<std::string, std::int64_t>; ///< name and version
    std::map<Key, std::shared_ptr<const gateway::PromptText>> promptTexts;
    std::map<Key, std::shared_ptr<const gateway::Prompt>> prompts;
    std::map<Key, std::shared_ptr<const gateway::WorkflowText>> workflows;
    std::map<std::string, std::string> problems; ///< that were logged, by the document's label
};

/// Compiles workflows and everything that they refer to, in one view of the database. What does not compile is there with its
/// problem; only a database that fails is an error. On a store thread.
class WorkflowLoader {
public:
    WorkflowLoader(store::Session& session, store::VersionReader& reader, const CompiledVersions& before, std::vector<ActiveRollout> rollouts = {});

    /// Every version of every workflow in service, with the prompts that are reached from them.
    model::Result<std::map<std::string, gateway::WorkflowVersions, std::less<>>> workflows();
    /// A route; null with the problem in `problem`.
    model::Result<std::shared_ptr<const gateway::Route>> route(const model::DocumentRef& reference);
    model::Result<std::shared_ptr<const gateway::Prompt>> prompt(const model::DocumentRef& reference);
    /// What is not registered (yet).
    model::Result<std::shared_ptr<const gateway::Prompt>> draftPrompt(const std::string& label, const boost::json::object& spec);
    /// `prompt`, if given, takes the place of the one that the workflow names.
    model::Result<std::shared_ptr<const gateway::Workflow>> draftWorkflow(const std::string& name, const std::string& label, const boost::json::object& spec,
                                                                         std::shared_ptr<const gateway::Prompt> prompt = {});
    /// What was compiled or still used: for the next load.
    CompiledVersions taken() && { return std::move(now_); }

private:
    using Labels = store::VersionReader::Labels;

    model::Result<std::int64_t> versionOf(model::DocumentKind kind, const model::DocumentRef& reference);
    model::Result<std::shared_ptr<const gateway::PromptText>> promptText(const std::string& name, std::int64_t version);
    model::Result<std::shared_ptr<const gateway::Prompt>> promptAt(const std::string& name, std::int64_t version);
    model::Result<std::shared_ptr<const gateway::Prompt>> withPartials(const std::string& label, std::shared_ptr<const gateway::PromptText> text, const gateway::Prompt* before);
    model::Result<gateway::PromptChoice> promptChoice(const model::DocumentRef& reference);
    model::Result<std::shared_ptr<const gateway::WorkflowText>> workflowText(const std::string& name, std::int64_t version);
    model::Result<std::shared_ptr<const gateway::WorkflowPolicy>> policyOf(const gateway::Route& route, const model::WorkflowSpec& spec);
    model::Result<std::shared_ptr<const gateway::Workflow>> linked(const std::string& name, const std::string& label, std::shared_ptr<const gateway::WorkflowText> text,
                                                                  std::shared_ptr<const gateway::Prompt> prompt);
    void logProblem(const gateway::Workflow& workflow);

    store::Session& session_;
    store::VersionReader& reader_;
    const CompiledVersions& before_;
    CompiledVersions now_;
    std::vector<ActiveRollout> rollouts_;
    std::map<std::pair<model::DocumentKind, std::string>, std::optional<Labels>> labels_;
    std::map<CompiledVersions::Key, std::shared_ptr<const gateway::Route>> routes_;
    std::map<std::string, std::shared_ptr<const gateway::WorkflowPolicy>> policies_; ///< by their modules
};

} // namespace signalbox::control
