#include "core/gateway/workflow_ending.h"

#include "core/base/text.h"
#include "core/gateway/worker.h"
#include "core/gateway/workflow_reply.h"

namespace signalbox::gateway {

namespace asio = boost::asio;

void noteSuccess(WorkflowRun& run, const WorkflowOutput& output) {
    auto& record = run.exchange.run;
    record.status = output.degraded ? model::RunStatus::Degraded : model::RunStatus::Succeeded;
    record.httpStatus = 200;
    if (!output.cause) return;
    record.errorClass = output.cause->errorClass;
    record.errorCode = output.cause->code;
    record.errorMessage = truncatedUtf8(output.cause->message, 500);
}

std::unique_ptr<AnswerReply> startAnswers(WorkflowRun& run, std::unique_ptr<AnswerReply> answers) {
    answers->addField("x-signalbox-workflow", run.workflow->label);
    answers->addField("x-signalbox-prompt", run.prompt->label);
    run.answers = answers.get();
    return answers;
}

void noteAnswers(WorkflowRun& run, const AnswerReply* answers) {
    run.exchange.headSent = answers && answers->begun();
    if (answers && !answers->isLive()) run.exchange.run.firstTokenUs.reset(); // the caller saw none before the end
}

asio::awaitable<void> replyOnceRecorded(WorkflowRun& run, const WorkflowOutput& output, std::string last) {
    auto& exchange = run.exchange;
    const bool trial = exchange.run.trial;
    const auto cost = exchange.run.cost;
    const bool recorded = co_await record(exchange);
    if (exchange.headSent) {
        if (!recorded) last = errorEventOf(exchange, notRecorded());
        const bool there = co_await exchange.reply.write(std::move(last));
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
    response.fields.add("content-type", run.stream ? "text/event-stream; charset=utf-8" : "application/json");
    response.body = std::move(last);
    co_await exchange.reply.send(std::move(response));
}

} // namespace signalbox::gateway
