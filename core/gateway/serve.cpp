#include "core/gateway/serve.h"
#include "core/base/text.h"

#include "core/gateway/stages.h"
#include "core/gateway/workflow_chat.h"
#include "core/gateway/workflow_run.h"
#include "core/gateway/worker.h"
#include "core/gateway/workflow_routes.h"

#include <utility>

namespace signalbox::gateway {

namespace asio = boost::asio;
using model::ClientProtocol;
using model::Error;
using model::ErrorClass;

namespace {

constexpr std::string_view kModels = "/v1/models";

/// No target answered, and policy has something to say instead.
asio::awaitable<void> degrade(Exchange& exchange, const Error& cause, std::string answer) {
    auto& run = exchange.run;
    run.status = model::RunStatus::Degraded;
    run.httpStatus = 200;
    run.errorClass = cause.errorClass;
    run.errorCode = cause.code;
    run.errorMessage = truncatedUtf8(cause.message, 500);
    const bool recorded = co_await record(exchange);
    if (!recorded) {
        const auto error = notRecorded();
        co_return co_await sendError(exchange, error);
    }
    auto response = replyHead(exchange, 200, nullptr);
    response.fields.add("x-signalbox-degraded", "true");
    response.fields.add("content-type", exchange.call.stream ? "text/event-stream; charset=utf-8" : "application/json");
    response.body = std::move(answer);
    co_await exchange.reply.send(std::move(response));
}

/// A degraded answer stands in for an outage, never for what is the caller's own to mend.
bool mayDegrade(const Exchange& exchange, const Error& error) {
    return !exchange.headSent && !exchange.cancelled && (error.traits().tryOtherTarget || error.traits().retrySameTarget);
}

asio::awaitable<void> serveCall(Worker& worker, net::Request request, net::Reply& reply, ClientProtocol protocol) {
    Exchange exchange(worker, request, reply, protocol);
    if (worker.shared.draining.load(std::memory_order_relaxed)) {
        Error draining{ErrorClass::Overloaded, "This gateway is shutting down.", "draining", {}, {}, {}};
        draining.retryAfter = std::chrono::seconds{1};
        co_return co_await sendError(exchange, draining);
    }
    // A stranger's request is no run: it is answered and counted, but cannot fill the record.
    if (auto known = authenticate(exchange); !known) co_return co_await sendError(exchange, known.error());

    cancelWhenCallerLeaves(exchange);
    auto ready = readInput(exchange);
    if (ready && protocol != ClientProtocol::OpenAiEmbeddings && exchange.call.model.starts_with(kWorkflowPrefix)) co_return co_await serveWorkflowChat(exchange);
    if (ready) ready = resolve(exchange);
    if (!ready) {
        if (exchange.policy && mayDegrade(exchange, ready.error()))
            if (auto answer = degraded(exchange)) co_return co_await degrade(exchange, ready.error(), std::move(*answer));
        co_return co_await fail(exchange, std::move(ready.error()));
    }
    auto served = co_await dispatch(exchange);
    if (served) co_return co_await succeed(exchange, std::move(*served));
    if (mayDegrade(exchange, served.error()))
        if (auto answer = degraded(exchange)) co_return co_await degrade(exchange, served.error(), std::move(*answer));
    co_await fail(exchange, std::move(served.error()));
}

asio::awaitable<void> serveModels(Worker& worker, net::Request request, net::Reply& reply) {
    Exchange exchange(worker, request, reply, request.fields.find("anthropic-version") ? ClientProtocol::AnthropicMessages : ClientProtocol::OpenAiChat);
    if (auto known = authenticate(exchange); !known) co_return co_await sendError(exchange, known.error());
    const auto path = exchange.request.path();
    model::Result<std::string> body = path == kModels ? modelList(*exchange.snapshot) : modelListed(*exchange.snapshot, net::percentDecoded(path.substr(kModels.size() + 1)).value_or(""));
    if (!body) co_return co_await sendError(exchange, body.error());
    net::Response response;
    response.fields.add("content-type", "application/json");
    response.fields.add("x-request-id", exchange.runIdText);
    response.body = std::move(*body);
    co_await reply.send(std::move(response));
}

asio::awaitable<void> refuse(net::Reply& reply, ClientProtocol protocol, int status, std::string_view allow, std::string message) {
    Error error{ErrorClass::NotFound, std::move(message), status == 405 ? "method_not_allowed" : "unknown_path", {}, {}, {}};
    auto shaped = providers::errorReply(protocol, error, {});
    net::Response response;
    response.status = status;
    response.fields.add("content-type", "application/json");
    response.fields.add("x-should-retry", "false");
    if (!allow.empty()) response.fields.add("allow", allow);
    response.body = std::move(shaped.body);
    co_await reply.send(std::move(response));
}

} // namespace

asio::awaitable<void> serve(Worker& worker, net::Request request, net::Reply& reply) {
    const auto path = request.path();
    std::optional<ClientProtocol> protocol;
    if (path == "/v1/chat/completions") protocol = ClientProtocol::OpenAiChat;
    else if (path == "/v1/embeddings") protocol = ClientProtocol::OpenAiEmbeddings;
    else if (path == "/v1/messages") protocol = ClientProtocol::AnthropicMessages;

    if (protocol) {
        if (request.method != "POST") return refuse(reply, *protocol, 405, "POST", std::string(path) + " takes POST, not " + request.method + '.');
        return serveCall(worker, std::move(request), reply, *protocol);
    }
    if (isRunPath(path)) return serveRunPath(worker, std::move(request), reply);
    if (path == kModels || (path.starts_with(kModels) && path[kModels.size()] == '/')) {
        if (request.method != "GET" && request.method != "HEAD") return refuse(reply, ClientProtocol::OpenAiChat, 405, "GET, HEAD", std::string(path) + " takes GET, not " + request.method + '.');
        return serveModels(worker, std::move(request), reply);
    }
    return refuse(reply, path.starts_with("/v1/messages/") ? ClientProtocol::AnthropicMessages : ClientProtocol::OpenAiChat, 404, {}, "There is nothing at " + std::string(path.substr(0, 200)) + ". This gateway serves /v1/chat/completions, /v1/embeddings, /v1/messages, /v1/models, /v1/workflows/NAME/runs and /v1/runs/ID.");
}

} // namespace signalbox::gateway
