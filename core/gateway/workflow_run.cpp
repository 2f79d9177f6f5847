#include "core/gateway/workflow_run.h"

#include "core/base/text.h"
#include "core/gateway/answer_reply.h"
#include "core/gateway/serve_workflow.h"
#include "core/gateway/worker.h"
#include "core/gateway/workflow_call.h"
#include "core/gateway/workflow_reply.h"

namespace signalbox::gateway {

namespace asio = boost::asio;
using model::Error;
using model::ErrorClass;

void noteSuccess(WorkflowRun& run, const WorkflowOutput& output) {
    auto& record = run.exchange.run;
    record.status = output.degraded ? model::RunStatus::Degraded : model::RunStatus::Succeeded;
    record.httpStatus = 200;
    if (!output.cause) return;
    record.errorClass = output.cause->errorClass;
    record.errorCode = output.cause->code;
    record.errorMessage = truncatedUtf8(output.cause->message, 500);
}

namespace {

asio::awaitable<void> replyWithResult(WorkflowRun& run, const WorkflowOutput& output) {
    auto& exchange = run.exchange;
    noteSuccess(run, output);
    auto body = workflowResultBody(run, output);
    if (exchange.payload) finishPayload(exchange, 200, body);
    const bool streamed = exchange.run.stream;
    const bool trial = exchange.run.trial;
    const auto cost = exchange.run.cost;
    const bool recorded = co_await record(exchange);
    if (exchange.headSent) {
        auto event = recorded ? workflowEvent("result", body) : errorEventOf(exchange, notRecorded());
        const bool there = co_await exchange.reply.write(std::move(event));
        if (there) co_await exchange.reply.end();
        co_return;
    }
    if (!recorded) {
        const auto error = notRecorded();
        co_return co_await sendError(exchange, error);
    }
    auto response = replyHead(exchange, 200, nullptr);
    addWorkflowFields(response.fields, run, &output);
    if (trial) response.fields.add("x-signalbox-cost-usd", cost.text());
    response.fields.add("content-type", streamed ? "text/event-stream; charset=utf-8" : "application/json");
    response.body = streamed ? workflowEvent("result", body) : std::move(body);
    co_await exchange.reply.send(std::move(response));
}

} // namespace

asio::awaitable<void> serveChosenWorkflow(WorkflowRun& run) {
    auto& exchange = run.exchange;
    std::unique_ptr<AnswerReply> answers;
    run.stream = exchange.run.stream;
    if (run.stream) {
        std::string keepAlive(providers::keepAliveEvent(model::ClientProtocol::Workflow));
        if (run.workflow->policy->mayBlock) answers = std::make_unique<HeldReply>(exchange.reply, std::move(keepAlive));
        else answers = std::make_unique<DeltaReply>(exchange.reply, std::move(keepAlive));
        answers->addField("x-signalbox-workflow", run.workflow->label);
        answers->addField("x-signalbox-prompt", run.prompt->label);
        run.answers = answers.get();
    }
    auto output = co_await runWorkflow(run);
    exchange.headSent = answers && answers->begun();
    if (answers && !answers->isLive()) exchange.run.firstTokenUs.reset(); // the caller saw none before the end
    if (!output) co_return co_await fail(exchange, std::move(output.error()));
    co_await replyWithResult(run, *output);
}

asio::awaitable<void> serveWorkflowRun(Worker& worker, net::Request request, net::Reply& reply, WorkflowRunOptions options) {
    Exchange exchange(worker, request, reply, model::ClientProtocol::Workflow);
    exchange.call.protocol = model::ClientProtocol::OpenAiChat; // what it is made of
    exchange.keepResult = options.keepResult;
    if (options.id) {
        exchange.run.id = *options.id;
        exchange.runIdText = options.id->text();
    }
    if (worker.shared.draining.load(std::memory_order_relaxed)) {
        Error draining{ErrorClass::Overloaded, "This gateway is shutting down.", "draining", {}, {}, {}};
        draining.retryAfter = std::chrono::seconds{1};
        co_return co_await sendError(exchange, draining);
    }
    if (!options.keyName.empty()) exchange.run.keyName = options.keyName;
    else if (auto known = authenticate(exchange); !known) co_return co_await sendError(exchange, known.error());
    cancelWhenCallerLeaves(exchange);
    readClientHints(exchange);

    auto call = readWorkflowCall(request.path(), request.body);
    exchange.payload.emplace();
    exchange.payload->request = std::move(request.body);
    if (!call) co_return co_await fail(exchange, std::move(call.error()));
    exchange.run.requestedModel = "workflow/" + call->workflow.text();
    exchange.run.stream = call->stream;
    WorkflowRun run{.exchange = exchange, .reference = std::move(call->workflow), .input = std::move(call->input), .stickyKey = std::move(call->stickyKey)};
    auto chosen = options.workflow ? chooseVersions(run, std::move(options.workflow)) : chooseVersions(run, run.reference);
    if (!chosen) co_return co_await fail(exchange, std::move(chosen.error()));
    co_await serveChosenWorkflow(run);
}

} // namespace signalbox::gateway
