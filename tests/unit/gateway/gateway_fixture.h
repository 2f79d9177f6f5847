#pragma once

#include "core/gateway/captured_reply.h"
#include "core/gateway/gateway.h"
#include "core/gateway/run_sink.h"
#include "core/gateway/workflow_run.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace signalbox::gateway::tests {

/// Keeps what was recorded, at once.
class KeepingSink final : public RunSink {
public:
    std::vector<std::pair<model::Run, model::Payload>> records;
    bool submit(model::Run run, model::Payload payload, std::function<void(bool)> committed) override {
        records.emplace_back(std::move(run), std::move(payload));
        committed(true);
        return true;
    }
};

inline std::shared_ptr<Prompt> promptSaying(const std::string& label, const std::string& text) {
    auto read = std::make_shared<PromptText>();
    read->spec.messages = {{"user", text}};
    read->messages.push_back(*policy::PromptTemplate::parse(text));
    auto prompt = std::make_shared<Prompt>();
    prompt->label = label;
    prompt->text = read;
    return prompt;
}

/// A gateway with one worker in this thread, a quick simulated vendor `sim/m` that knows json_schema and `sim/plain` that does not,
/// a route `r` to it, and the application key `sbk_test`.
class OneWorker {
public:
    OneWorker() : gateway_(Gateway::make({&context_}, sink, {})) {
        Provider provider;
        provider.name = "sim";
        provider.version = 1;
        provider.spec.connector = "sandbox";
        provider.spec.dataClasses = {model::DataClass::Public, model::DataClass::Internal};
        provider.spec.sandbox.firstTokenMs = 0;
        provider.spec.sandbox.tokensPerSecond = 1e6;
        provider.connector = providers::connectorNamed("sandbox");
        for (const auto* id : {"m", "plain"}) {
            model::ModelSpec model;
            model.id = model.upstreamId = id;
            model.contextTokens = 32'000;
            model.capabilities = model::Capability::Chat | model::Capability::Stream;
            if (model.id == "m") model.capabilities = model.capabilities | model::Capability::JsonSchema;
            model.prices.output = {Money{2'000'000'000}};
            provider.spec.models.push_back(model);
        }
        snapshot->providers["sim"] = provider;
        route_ = std::make_shared<Route>();
        auto& route = const_cast<Route&>(*route_);
        route.name = "r";
        route.version = 1;
        route.spec.targets.push_back({"sim", "m", 1, {}});
        snapshot->routes["r"] = route;
        snapshot->keys.emplace(digestOfKey(snapshot->keySecret, "sbk_test"), ApplicationKey{1, "test"});
    }

    std::shared_ptr<Workflow> workflow(const std::string& name, std::int64_t version, std::shared_ptr<const Prompt> prompt) const {
        auto text = std::make_shared<WorkflowText>();
        text->spec.inputSchema = true;
        text->takesText = true;
        auto made = std::make_shared<Workflow>();
        made->name = name;
        made->label = name + '@' + std::to_string(version);
        made->text = text;
        made->route = route_;
        made->policy = std::make_shared<WorkflowPolicy>();
        made->prompt.stable = std::move(prompt);
        return made;
    }
    void publish() {
        gateway_->publish(snapshot);
        context_.restart();
        context_.run();
    }

    /// Runs it to its end.
    net::Response trial(TrialCall call) {
        CapturedReply reply;
        const auto handler = gateway_->trials(0);
        boost::asio::co_spawn(context_, handler(std::move(call), reply), boost::asio::detached);
        context_.restart();
        context_.run();
        reply.finished();
        return reply.response();
    }
    net::Response run(const std::string& workflow, const std::string& body) { return post("/v1/workflows/" + workflow + "/runs", body); }
    net::Response post(const std::string& path, const std::string& body) {
        CapturedReply reply;
        net::Request request;
        request.method = "POST";
        request.target = path;
        request.fields.add("authorization", "Bearer sbk_test");
        request.body = body;
        const auto handler = gateway_->handler(0);
        boost::asio::co_spawn(context_, handler(std::move(request), reply), boost::asio::detached);
        context_.restart();
        context_.run();
        reply.finished();
        return reply.response();
    }

    KeepingSink sink;
    std::shared_ptr<Snapshot> snapshot = std::make_shared<Snapshot>();

private:
    boost::asio::io_context context_;
    std::unique_ptr<Gateway> gateway_;
    std::shared_ptr<const Route> route_;
};

} // namespace signalbox::gateway::tests
