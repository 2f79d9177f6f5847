#include "core/gateway/workflow_chat.h"

#include "core/base/text.h"
#include "core/gateway/answer_reply.h"
#include "core/gateway/json_body.h"
#include "core/gateway/serve_workflow.h"
#include "core/gateway/workflow_ending.h"
#include "core/providers/chat_answer.h"
#include "core/providers/json_access.h"

#include <boost/json.hpp>

namespace signalbox::gateway {

namespace asio = boost::asio;
namespace json = boost::json;
using model::ClientProtocol;
using model::ErrorClass;

namespace {

/// The text of a message: a string, or its parts of type text.
std::string textOf(const json::object& message) {
    const auto* content = message.if_contains("content");
    if (!content) return {};
    if (content->is_string()) return std::string(content->get_string());
    std::string text;
    if (content->is_array())
        for (const auto& part : content->get_array())
            if (part.is_object()) text += providers::stringMember(part.get_object(), "text");
    return text;
}

std::optional<std::string> lastUserText(const json::object& body) {
    const auto* messages = providers::arrayMember(body, "messages");
    if (!messages) return {};
    for (auto message = messages->rbegin(); message != messages->rend(); ++message)
        if (message->is_object() && providers::stringMember(message->get_object(), "role") == "user") return textOf(message->get_object());
    return {};
}

/// What the contract wants, for who sent something else.
std::string wantedBy(const json::value& schema) {
    std::string text = json::serialize(schema);
    constexpr std::size_t kMost = 600;
    if (text.size() > kMost) text = std::string(truncatedUtf8(text, kMost)) + "...";
    return text;
}

model::Result<json::value> inputOf(const WorkflowText& workflow, const std::string& label, const json::object& body) {
    auto text = lastUserText(body);
    if (!text) return model::failure(ErrorClass::InvalidRequest, "A workflow takes its input from the last message of the user, and there is none.", "input_missing");
    if (workflow.takesText) return json::value(std::move(*text));
    auto parsed = parseJson(*text);
    if (!parsed) {
        model::Error error{ErrorClass::InvalidRequest, {}, "input_not_json", {}, {}, {}};
        error.message = "The last message of the user is the input of the workflow " + label + " and should be JSON: " + parsed.error() + ". Its contract is: " + wantedBy(workflow.spec.inputSchema);
        error.violations.push_back({"/messages/" + std::to_string(providers::arrayMember(body, "messages")->size() - 1) + "/content", "should be JSON that keeps the workflow's input contract"});
        return tl::unexpected(std::move(error));
    }
    return std::move(*parsed);
}

json::object completionOf(const WorkflowRun& run, const WorkflowOutput& output) {
    const auto& record = run.exchange.run;
    const auto& usage = record.usage;
    const auto created = std::chrono::duration_cast<std::chrono::seconds>(record.startedAt.time_since_epoch()).count();
    const std::string finish = output.degraded || record.finishReason.empty() ? "stop" : record.finishReason;
    return {{"id", "chatcmpl-" + run.exchange.runIdText},
            {"object", "chat.completion"},
            {"created", created},
            {"model", "workflow/" + run.workflow->label},
            {"choices", json::array{json::object{{"index", 0}, {"message", json::object{{"role", "assistant"}, {"content", output.content()}}}, {"logprobs", nullptr}, {"finish_reason", finish}}}},
            {"usage", json::object{{"prompt_tokens", usage.input}, {"completion_tokens", usage.output}, {"total_tokens", usage.input + usage.output}}}};
}

/// The whole answer in the caller's protocol, streamed or not.
std::string answerOf(const WorkflowRun& run, const WorkflowOutput& output, const providers::Call& call) {
    const auto completion = completionOf(run, output);
    if (call.protocol == ClientProtocol::AnthropicMessages) {
        const auto message = providers::messageFromChat(completion, run.exchange.run.usage, false);
        return call.stream ? providers::eventsOf(message) : json::serialize(message);
    }
    return call.stream ? providers::chunksOf(completion, call.includeUsage) + "data: [DONE]\n\n" : json::serialize(completion);
}

asio::awaitable<void> replyWithAnswer(WorkflowRun& run, WorkflowOutput output, LiveReply* live) {
    auto& exchange = run.exchange;
    noteSuccess(run, output);
    std::string rest;
    if (live && !output.degraded) {
        live->setUsage(exchange.run.usage);
        rest = std::move(output.tail) + live->terminator();
    } else {
        rest = answerOf(run, output, exchange.call);
    }
    if (exchange.call.stream) {
        const auto kept = json::serialize(json::object{{"object", "signalbox.stream"}, {"finish_reason", exchange.run.finishReason}, {"text", output.content()}});
        finishPayload(exchange, 200, kept);
    } else {
        finishPayload(exchange, 200, rest);
    }
    co_await replyOnceRecorded(run, output, std::move(rest));
}

model::Result<void> prepareRun(WorkflowRun& run, const providers::Call& call) {
    auto& exchange = run.exchange;
    auto reference = model::DocumentRef::parse(std::string_view(call.model).substr(kWorkflowPrefix.size()));
    if (!reference) return model::failure(ErrorClass::NotFound, "'" + call.model + "' does not name a workflow: write workflow/NAME, workflow/NAME@label or workflow/NAME@7.", "workflow_not_found");
    if (const auto* tools = providers::arrayMember(call.body, "tools"); tools && !tools->empty()) {
        model::Error error{ErrorClass::InvalidRequest, "A workflow decides itself what its model may use; 'tools' cannot be given to it.", "tools_not_taken", {{"/tools", "cannot be given to a workflow"}}, {}, {}};
        return tl::unexpected(std::move(error));
    }
    run.stickyKey = truncatedUtf8(providers::stringMember(call.body, "user"), 255);
    run.reference = std::move(*reference);
    if (auto chosen = chooseVersions(run, run.reference); !chosen) return chosen;
    auto input = inputOf(*run.workflow->text, run.workflow->label, call.body);
    if (!input) return tl::unexpected(std::move(input.error()));
    run.input = std::move(*input);
    exchange.call = {};
    return {};
}

} // namespace

asio::awaitable<void> serveWorkflowChat(Exchange& exchange) {
    auto call = std::move(exchange.call);
    exchange.call = {};
    exchange.payload.emplace();
    exchange.payload->request = call.raw;
    WorkflowRun run{.exchange = exchange, .stream = call.stream, .includeUsage = call.includeUsage && call.protocol == ClientProtocol::OpenAiChat};
    if (auto prepared = prepareRun(run, call); !prepared) {
        exchange.call = std::move(call);
        co_return co_await fail(exchange, std::move(prepared.error()));
    }

    std::unique_ptr<AnswerReply> answers;
    LiveReply* live = nullptr;
    if (call.stream) {
        std::string keepAlive(providers::keepAliveEvent(call.protocol));
        if (run.workflow->text->output || run.workflow->policy->mayBlock) {
            answers = startAnswers(run, std::make_unique<HeldReply>(exchange.reply, std::move(keepAlive)));
        } else {
            std::optional<providers::MessagesWriter> writer;
            if (call.protocol == ClientProtocol::AnthropicMessages) writer.emplace(call);
            auto passing = std::make_unique<LiveReply>(exchange.reply, std::move(keepAlive), std::move(writer));
            live = passing.get();
            answers = startAnswers(run, std::move(passing));
            run.passesThrough = true;
        }
    }
    auto output = co_await runWorkflow(run);
    noteAnswers(run, answers.get());
    exchange.call = std::move(call); // from here on in the caller's words
    if (!output) co_return co_await fail(exchange, std::move(output.error()));
    co_await replyWithAnswer(run, std::move(*output), live);
}

} // namespace signalbox::gateway
