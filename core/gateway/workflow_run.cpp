#include "core/gateway/workflow_run.h"

#include "core/gateway/answer_reply.h"
#include "core/gateway/serve_workflow.h"
#include "core/gateway/worker.h"
#include "core/gateway/workflow_call.h"
#include "core/gateway/workflow_ending.h"
#include "core/gateway/workflow_reply.h"

namespace signalbox::gateway {

namespace asio = boost::asio;
using model::Error;
using model::ErrorClass;

namespace {

asio::awaitable<void> replyWithResult(WorkflowRun& run, const WorkflowOutput& output) {
    noteSuccess(run, output);
    auto body = workflowResultBody(run, output);
    if (run.exchange.payload) finishPayload(run.exchange, 200, body);
    if (run.stream) body = workflowEvent("result", body);
    co_await replyOnceRecorded(run, output, std::move(body));
}

} // namespace

asio::awaitable<void> serveChosenWorkflow(WorkflowRun& run) {
    auto& exchange = run.exchange;
    std::unique_ptr<AnswerReply> answers;
    run.stream = exchange.run.stream;
    if (run.stream) {
        std::string keepAlive(providers::keepAliveEvent(model::ClientProtocol::Workflow));
        if (run.workflow->policy->mayBlock) answers = startAnswers(run, std::make_unique<HeldReply>(exchange.reply, std::move(keepAlive)));
        else answers = startAnswers(run, std::make_unique<DeltaReply>(exchange.reply, std::move(keepAlive)));
    }
    auto output = co_await runWorkflow(run);
    noteAnswers(run, answers.get());
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
