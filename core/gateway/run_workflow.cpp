#include "core/gateway/answer_reply.h"
#include "core/gateway/workflow_stages.h"

#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::gateway {

namespace asio = boost::asio;
using model::Error;
using model::ErrorClass;

namespace {

model::Result<void> ask(WorkflowRun& run) {
    const auto& text = *run.workflow->text;
    // A name without a label: what is asked is one version, whatever labels are on it.
    return askModel(run.exchange, {.model = "route/" + run.workflow->route->name, .messages = run.conversation, .parameters = run.prompt->text->spec.parameters, .stream = run.stream,
                                   .includeUsage = run.includeUsage, .outputSchema = text.output ? &*text.spec.outputSchema : nullptr, .schemaName = run.workflow->name});
}

/// Takes the words out of what an attempt served. `rest`: what of a passed-through stream was not sent.
asio::awaitable<model::Result<void>> hear(WorkflowRun& run, Served served, std::string& rest) {
    std::string refusal;
    bool tooLong = false;
    bool live = false;
    if (run.answers) {
        const bool there = co_await run.answers->complete(std::move(served.tail), rest);
        if (!there) run.exchange.cancelled = true;
        if (!there) co_return model::failure(ErrorClass::Cancelled, "the caller left before the answer was complete");
        run.answer = run.answers->text().text();
        refusal = run.answers->text().refusal();
        tooLong = run.answers->text().tooLong();
        live = run.passesThrough;
    } else {
        ChatText text;
        text.readWhole(served.body);
        run.answer = text.text();
        refusal = text.refusal();
        tooLong = text.tooLong();
    }
    if (live) co_return model::Result<void>{}; // the caller has seen it
    if (tooLong) co_return model::failure(ErrorClass::UpstreamInvalid, "the model answered with more than 8 MiB", "answer_too_large");
    if (!refusal.empty()) co_return model::failure(ErrorClass::ContentRefused, "The model refused to answer: " + refusal, "refusal");
    if (run.exchange.run.finishReason == "content_filter") co_return model::failure(ErrorClass::ContentRefused, "The vendor's content filter stopped the answer.", "content_filter");
    co_return model::Result<void>{};
}

void putFirst(std::vector<Target>& targets, const Target* served) {
    const auto found = std::find_if(targets.begin(), targets.end(), [&](const Target& one) { return &one == served; });
    if (found != targets.end()) std::rotate(targets.begin(), found, found + 1);
}

/// The model's answer again, once, after it was shown what was wrong with the first.
asio::awaitable<model::Result<WorkflowOutput>> repair(WorkflowRun& run, Error violation, const Target* served) {
    auto& exchange = run.exchange;
    run.conversation.push_back({"assistant", run.answer.empty() ? "(no answer)" : run.answer});
    run.conversation.push_back({"user", repairRequest(violation)});
    const auto usage = exchange.run.usage;
    const auto firstToken = exchange.run.firstTokenUs;
    if (auto asked = ask(run); !asked) co_return tl::unexpected(std::move(violation));
    exchange.run.usage = {}; // an attempt that is passed over leaves it as it is
    putFirst(exchange.targets, served);
    auto again = co_await dispatch(exchange, model::AttemptReason::Repair);
    exchange.run.firstTokenUs = firstToken;
    exchange.run.usage.input += usage.input;
    exchange.run.usage.cachedInput += usage.cachedInput;
    exchange.run.usage.cacheWriteInput += usage.cacheWriteInput;
    exchange.run.usage.output += usage.output;
    exchange.run.usage.reasoning += usage.reasoning;
    exchange.run.usage.estimated = exchange.run.usage.estimated || usage.estimated;
    std::string rest;
    model::Result<void> heard;
    if (again) heard = co_await hear(run, std::move(*again), rest);
    if (exchange.cancelled) co_return tl::unexpected(cancelledError(exchange));
    if (!again || !heard) {
        violation.message += " The repair failed: " + (again ? heard.error().message : again.error().message) + '.';
        co_return tl::unexpected(std::move(violation));
    }
    run.repaired = true;
    co_return checkOutput(run);
}

} // namespace

asio::awaitable<model::Result<WorkflowOutput>> runWorkflow(WorkflowRun& run) {
    auto& exchange = run.exchange;
    const auto& workflow = *run.workflow;
    exchange.input = &run.input;
    exchange.answers = run.answers;
    model::Result<void> ready = checkInput(run);
    if (ready) ready = renderConversation(run);
    if (ready) ready = ask(run);
    if (ready) ready = resolveOn(exchange, *workflow.route, workflow.policy->policy, workflow.policy->label);
    if (!ready) co_return lastResort(run, std::move(ready.error()));

    auto served = co_await dispatch(exchange);
    if (!served) co_return lastResort(run, std::move(served.error()));
    const Target* target = served->target;
    std::string rest;
    auto heard = co_await hear(run, std::move(*served), rest);
    if (!heard) co_return lastResort(run, std::move(heard.error()));
    auto output = checkOutput(run);
    if (!output && workflow.text->spec.errorBehaviour.repair && monotonicNow() < exchange.deadline) output = co_await repair(run, std::move(output.error()), target);
    if (!output) co_return lastResort(run, std::move(output.error()));

    exchange.run.repaired = run.repaired;
    output->target = exchange.run.provider + '/' + exchange.run.model;
    output->simulated = exchange.run.simulated;
    output->tail = std::move(rest);
    if (auto passed = escalate(run, *output); !passed) co_return tl::unexpected(std::move(passed.error()));
    co_return output;
}

} // namespace signalbox::gateway
