#include "core/control/plane_state.h"

#include "core/providers/call.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::control {

namespace asio = boost::asio;
namespace json = boost::json;

namespace {

constexpr std::chrono::seconds kPatience{10};
constexpr std::size_t kListBytes = 4 * 1024 * 1024;
constexpr std::size_t kShownModels = 1'000;

/// What became of asking a vendor for its models.
struct Check {
    bool ok = false;
    std::string message;
    std::int64_t latencyMs = 0;
    std::vector<std::string> models;
};

/// The head of a call, so that what is checked is what calls will send; with the list of models as its target.
model::Result<net::UpstreamRequest> listRequest(const gateway::Provider& provider) {
    const auto call = providers::readCall(model::ClientProtocol::OpenAiChat, R"({"model":"m","messages":[{"role":"user","content":"."}]})", {});
    if (!call) return tl::unexpected(call.error());
    auto wire = provider.connector->encode(*call, provider.spec, model::ModelSpec{}, provider.prefix, provider.credential);
    if (!wire) return tl::unexpected(std::move(wire.error()));
    net::UpstreamRequest request;
    request.method = "GET";
    request.target = provider.prefix;
    if (const auto query = wire->target.find('?'); query == std::string::npos) request.target += "/models";
    else request.target.append("/openai/models").append(wire->target.substr(query)); // Azure
    for (const auto& [name, value] : wire->headers)
        if (name != "content-type" && name != "accept") request.fields.add(name, value);
    request.fields.add("accept", "application/json");
    return request;
}

std::vector<std::string> idsIn(std::string_view body) {
    std::vector<std::string> ids;
    json::error_code error;
    const auto value = json::parse(json::string_view(body.data(), body.size()), error);
    const auto* data = !error && value.is_object() ? value.get_object().if_contains("data") : nullptr;
    if (!data || !data->is_array()) return ids;
    for (const auto& entry : data->get_array()) {
        const auto* id = entry.is_object() ? entry.get_object().if_contains("id") : nullptr;
        if (id && id->is_string()) ids.emplace_back(id->get_string());
    }
    return ids;
}

/// What a list of models says about the provider's own.
void judge(const gateway::Provider& provider, Check& check) {
    if (check.models.empty()) {
        check.message = "The vendor answers, but not with a list of models; whether the key is right could not be seen.";
        return;
    }
    check.ok = true;
    check.message = "The vendor answers with " + std::to_string(check.models.size()) + " models.";
    for (const auto& model : provider.spec.models) {
        const auto& id = model.upstreamId.empty() ? model.id : model.upstreamId;
        if (std::find(check.models.begin(), check.models.end(), id) == check.models.end()) check.message += " '" + id + "' is not among them.";
    }
}

/// On the thread of `context`.
asio::awaitable<Check> askVendor(asio::io_context& context, gateway::Provider provider, net::UpstreamPool::Options options) {
    Check check;
    auto request = listRequest(provider);
    if (!request) {
        check.message = request.error().message;
        co_return check;
    }
    const auto pool = net::UpstreamPool::make(context, std::move(options));
    const auto call = pool->call(provider.endpoint);
    const auto begin = monotonicNow();
    const auto by = begin + kPatience;
    const auto sent = co_await call->send(*request, by, by);
    check.latencyMs = std::chrono::duration_cast<std::chrono::milliseconds>(monotonicNow() - begin).count();
    if (!sent) {
        check.message = provider.endpoint.host + " was not reached: " + sent.error().detail;
        co_return check;
    }
    std::string body;
    for (;;) {
        const auto bytes = co_await call->readSome(by);
        if (!bytes) {
            check.message = provider.endpoint.host + " broke off its answer: " + bytes.error().detail;
            co_return check;
        }
        if (bytes->empty() || body.size() > kListBytes) break;
        body.append(*bytes);
    }
    if (call->status() == 404) {
        check.message = "The vendor was reached, but has no list of models at " + request->target + "; is the path of base_url right?";
    } else if (call->status() < 200 || call->status() > 299) {
        const auto& fields = call->fields();
        const auto error = provider.connector->classify(call->status(), [&fields](std::string_view name) { return fields.get(name); }, body);
        check.message = "The vendor answers " + std::to_string(call->status()) + ": " + error.message;
    } else {
        check.models = idsIn(body);
        judge(provider, check);
    }
    co_return check;
}

ApiReply replyOf(const Check& check) {
    json::array models;
    for (const auto& id : check.models)
        if (models.size() < kShownModels) models.push_back(json::value(id));
    return ApiReply::json(json::object{{"ok", check.ok}, {"message", check.message}, {"latency_ms", check.latencyMs}, {"models", std::move(models)}});
}

asio::awaitable<ApiReply> checkProvider(PlaneState& state, asio::io_context& context, ApiRequest request) {
    const auto snapshot = state.currentSnapshot();
    const auto found = snapshot->providers.find(request.parameter("name"));
    if (found == snapshot->providers.end())
        co_return errorReply({model::ErrorClass::NotFound, "There is no provider '" + request.parameter("name") + "' in service.", "provider_not_found", {}, {}, {}});
    const auto& provider = found->second;
    Check check;
    if (!provider.problem.empty()) {
        check.message = provider.problem;
    } else if (provider.connector->isSimulated()) {
        check.ok = true;
        check.message = "Simulated: it is part of the gateway, and there is nothing to reach.";
        for (const auto& model : provider.spec.models) check.models.push_back(model.id);
    } else {
        // The credential is used: that is noted, whatever comes of it.
        state.parts.store.post([actor = request.actor, name = provider.name](store::Session& session) {
            (void)store::AuditLog(session.connection).add(actor, "provider.check", "provider/" + name, "", wallNow());
        });
        auto asked = askVendor(context, provider, state.parts.upstream);
        check = co_await asio::co_spawn(context, std::move(asked), asio::use_awaitable);
    }
    co_return replyOf(check);
}

} // namespace

void addProviderOperations(Operations& operations, PlaneState& state, asio::io_context& context) {
    operations.add({"POST", "/providers/{name}/check", Role::Operator, "Ask a vendor for its models with the credential on record: is it reached, is the key right", {}, {}, nullptr, 200,
                    [&state, &context](ApiRequest request) { return checkProvider(state, context, std::move(request)); }});
}

} // namespace signalbox::control
