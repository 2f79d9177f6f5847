#pragma once

#include "core/gateway/chat_text.h"
#include "core/gateway/exchange.h"
#include "core/gateway/stages.h"
#include "core/gateway/workflow.h"
#include "core/model/document.h"

#include <boost/asio/awaitable.hpp>
#include <boost/json/value.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::gateway {

class AnswerReply;

/// A workflow's run on its way: choose versions -> check the input -> render the prompt -> ask a model -> check the output (repair
/// once) -> escalate, or the last resort when that failed. Recording and replying are the protocol's that the caller speaks.
struct WorkflowRun {
    Exchange& exchange;
    model::DocumentRef reference{}; ///< as the caller asked
    std::shared_ptr<const Workflow> workflow{};
    std::shared_ptr<const Prompt> prompt{};
    boost::json::value input{};
    std::string stickyKey{};
    bool stream = false;        ///< the vendor is asked to stream
    bool includeUsage = false;  ///< ... and its usage is part of what passes through
    AnswerReply* answers = nullptr; ///< with `stream`: where the attempts' streams go
    bool passesThrough = false;     ///< ... and the caller gets them as they are

    std::vector<model::PromptMessage> conversation{};
    std::string answer{};         ///< the model's last, as it wrote it
    bool repaired = false;
    std::vector<std::string> flagged{};
};

/// What a run came to.
struct WorkflowOutput {
    std::string json;             ///< the output as JSON text, exactly as the model wrote it
    boost::json::value value;     ///< the same, parsed
    bool isText = false;          ///< no output contract: `value` is the model's text
    bool degraded = false;        ///< nobody's answer: what the workflow declares for this case
    std::optional<model::Error> cause{}; ///< why it is degraded
    std::string target{};         ///< `provider/model` that answered
    bool simulated = false;
    std::string tail{};           ///< of a stream that passes through: what is sent once the run is on record

    /// As the content of a chat message.
    std::string content() const { return isText ? std::string(value.get_string()) : json; }
};

/// Finds the workflow's version (by version, or by label with its rollout) and its prompt's, and names them on the run.
model::Result<void> chooseVersions(WorkflowRun& run, const model::DocumentRef& reference);
/// The same for a workflow that is given; only its prompt's version is to be chosen.
model::Result<void> chooseVersions(WorkflowRun& run, std::shared_ptr<const Workflow> workflow);

/// Every violation of the input contract, with its pointer into the input.
model::Result<void> checkInput(const WorkflowRun& run);

/// Fills `conversation`. An input that is no object is the variable `input`.
model::Result<void> renderConversation(WorkflowRun& run);

/// A chat for `call`, in OpenAI's words.
struct ModelRequest {
    std::string model; ///< as a caller would name it; for the record and errors
    const std::vector<model::PromptMessage>& messages;
    const boost::json::object& parameters;
    bool stream = false;
    bool includeUsage = false;
    const boost::json::value* outputSchema = nullptr; ///< null: free text
    std::string schemaName;
};
/// Sets `exchange.call`. A target that lacks json_schema is not passed over for that: it is told the schema in words, and asked for
/// JSON if it knows that (`exchange.prepare`).
model::Result<void> askModel(Exchange& exchange, const ModelRequest& request);

/// Reads and checks what the model answered: JSON (a ```json fence and white space around it are forgiven) that keeps the contract,
/// or any text. ContractViolation, `output_violation`, with every violation.
model::Result<WorkflowOutput> checkOutput(const WorkflowRun& run);

/// The user's message that shows the model what was wrong with its answer.
std::string repairRequest(const model::Error& violation);

/// Asks the policy about the output: flags the run, or Blocked.
model::Result<void> escalate(WorkflowRun& run, const WorkflowOutput& output);

/// What the workflow declares for a failure: a degraded output, or the error (kept as a dead letter if it says so).
model::Result<WorkflowOutput> lastResort(WorkflowRun& run, model::Error error);

/// All of the above in order, once the versions are chosen.
boost::asio::awaitable<model::Result<WorkflowOutput>> runWorkflow(WorkflowRun& run);

} // namespace signalbox::gateway
