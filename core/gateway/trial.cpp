#include "core/gateway/trial.h"

#include "core/gateway/serve_workflow.h"
#include "core/gateway/worker.h"

#include <boost/json.hpp>

namespace signalbox::gateway {

namespace asio = boost::asio;
using model::ClientProtocol;

namespace {

asio::awaitable<void> serveWorkflowTrial(Exchange& exchange, TrialCall& trial) {
    exchange.call.protocol = ClientProtocol::OpenAiChat;
    exchange.payload.emplace();
    exchange.payload->request = boost::json::serialize(boost::json::object{{"input", trial.input}});
    WorkflowRun run{.exchange = exchange, .input = std::move(trial.input)};
    if (trial.workflow) run.reference = *trial.workflow;
    exchange.run.requestedModel = "workflow/" + (trial.draft ? trial.draft->label : run.reference.text());
    auto chosen = trial.draft ? chooseVersions(run, trial.draft) : chooseVersions(run, run.reference);
    if (!chosen) co_return co_await fail(exchange, std::move(chosen.error()));
    co_await serveChosenWorkflow(run);
}

asio::awaitable<void> servePromptTrial(Exchange& exchange, const TrialCall& trial) {
    exchange.run.prompt = trial.promptLabel;
    exchange.run.workflow = trial.workflowLabel;
    exchange.run.requestedModel = trial.model;
    auto ready = askModel(exchange, {.model = trial.model, .messages = trial.messages, .parameters = trial.parameters, .stream = trial.stream, .includeUsage = trial.stream,
                                     .outputSchema = trial.outputSchema ? &*trial.outputSchema : nullptr, .schemaName = "output"});
    if (ready) ready = resolve(exchange);
    if (!ready) co_return co_await fail(exchange, std::move(ready.error()));
    auto served = co_await dispatch(exchange);
    if (served) co_return co_await succeed(exchange, std::move(*served));
    co_await fail(exchange, std::move(served.error()));
}

} // namespace

asio::awaitable<void> serveTrial(Worker& worker, TrialCall trial, net::Reply& reply) {
    net::Request none;
    const bool ofWorkflow = trial.workflow || trial.draft;
    Exchange exchange(worker, none, reply, ofWorkflow ? ClientProtocol::Workflow : ClientProtocol::OpenAiChat);
    exchange.run.trial = true;
    exchange.run.keyName = trial.keyName;
    exchange.run.stream = trial.stream;
    cancelWhenCallerLeaves(exchange);
    if (ofWorkflow) co_return co_await serveWorkflowTrial(exchange, trial);
    co_await servePromptTrial(exchange, trial);
}

} // namespace signalbox::gateway
