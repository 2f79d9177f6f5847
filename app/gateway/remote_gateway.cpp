#include "app/gateway/remote_gateway.h"

#include "core/base/text.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/json.hpp>

#include <fstream>

namespace signalbox::app {

namespace asio = boost::asio;
using model::ErrorClass;

namespace {
constexpr std::size_t kReplyBytes = 256 * 1024 * 1024;
constexpr std::chrono::seconds kConnectTime{10};
constexpr std::chrono::seconds kReplyTime{120};
} // namespace

std::optional<std::string> firstLineOf(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line)) return {};
    return std::string(trimmed(line));
}

model::Result<std::unique_ptr<RemoteGateway>> RemoteGateway::find(asio::io_context& context, const RemoteOptions& options) {
    std::unique_ptr<RemoteGateway> gateway(new RemoteGateway);
    gateway->url_ = options.server;
    if (gateway->url_.empty()) {
        const auto address = firstLineOf(options.dataDirectory + "/listen.address");
        if (!address)
            return model::failure(ErrorClass::NotFound, "No gateway runs on " + options.dataDirectory +
                                                            ". Start one with 'signalboxd serve', or name one with --server URL --token-file FILE.");
        gateway->url_ = *address;
    }
    const auto endpoint = net::parseUrl(gateway->url_, &gateway->prefix_);
    if (!endpoint) return model::failure(ErrorClass::InvalidRequest, "--server " + gateway->url_ + ": " + endpoint.error().detail);
    gateway->endpoint_ = *endpoint;
    const std::string tokenFile = options.tokenFile.empty() ? options.dataDirectory + "/admin.token" : options.tokenFile;
    const auto token = firstLineOf(tokenFile);
    if (!token || token->empty()) return model::failure(ErrorClass::Unauthenticated, "No access token could be read from " + tokenFile + ". Name its file with --token-file.");
    gateway->token_ = *token;
    auto pool = net::UpstreamPool::Options::fromEnvironment();
    if (!options.caFile.empty()) pool.caFile = options.caFile;
    gateway->pool_ = net::UpstreamPool::make(context, pool);
    return gateway;
}

asio::awaitable<model::Result<RemoteReply>> RemoteGateway::send(std::string method, std::string target, std::string body, std::string contentType,
                                                                std::string bearer, std::vector<std::pair<std::string, std::string>> headers) {
    net::UpstreamRequest request;
    request.method = std::move(method);
    request.target = prefix_ + target;
    request.fields.add("authorization", "Bearer " + (bearer.empty() ? token_ : bearer));
    if (!body.empty()) request.fields.add("content-type", contentType);
    for (const auto& [name, value] : headers) request.fields.add(name, value);
    request.body = std::move(body);
    auto call = pool_->call(endpoint_);
    const auto now = monotonicNow();
    if (auto sent = co_await call->send(request, now + kConnectTime, now + kReplyTime); !sent)
        co_return model::failure(ErrorClass::UpstreamUnavailable, url_ + " does not answer: " + sent.error().detail + (sent.error().kind == net::Error::Kind::Tls ? ". Name the authority that its certificate is from with --ca-file." : ""));
    RemoteReply reply;
    reply.status = call->status();
    reply.fields = call->fields();
    for (;;) {
        const auto bytes = co_await call->readSome(monotonicNow() + kReplyTime);
        if (!bytes) co_return model::failure(ErrorClass::UpstreamUnavailable, url_ + " broke off its answer: " + bytes.error().detail);
        if (bytes->empty()) break;
        reply.body += *bytes;
        if (reply.body.size() > kReplyBytes) co_return model::failure(ErrorClass::UpstreamInvalid, url_ + " answers without end");
    }
    co_return reply;
}

namespace {

asio::awaitable<void> keepExitCode(asio::awaitable<int> task, int& exitCode) { exitCode = co_await std::move(task); }

} // namespace

int runToEnd(asio::io_context& context, asio::awaitable<int> task) {
    int exitCode = 1;
    asio::co_spawn(context, keepExitCode(std::move(task), exitCode), [&context](const std::exception_ptr&) { context.stop(); });
    context.run();
    return exitCode;
}

std::string describeErrorBody(const RemoteReply& reply) {
    boost::json::error_code ignored;
    const auto json = boost::json::parse(reply.body, ignored);
    const auto* error = json.is_object() ? json.as_object().if_contains("error") : nullptr;
    if (!error || !error->is_object()) return "the gateway answered " + std::to_string(reply.status);
    std::string text;
    if (const auto* message = error->as_object().if_contains("message"); message && message->is_string()) text = message->as_string();
    if (const auto* violations = error->as_object().if_contains("violations"); violations && violations->is_array())
        for (const auto& violation : violations->as_array()) {
            if (!violation.is_object()) continue;
            const auto member = [&](const char* name) -> std::string {
                const auto* value = violation.as_object().if_contains(name);
                return value && value->is_string() ? std::string(value->as_string()) : std::string();
            };
            text += "\n  " + member("pointer") + ": " + member("message");
        }
    return text;
}

} // namespace signalbox::app
