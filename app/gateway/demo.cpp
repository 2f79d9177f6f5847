#include "app/gateway/options.h"
#include "app/gateway/remote_gateway.h"

#include <QFile>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json.hpp>

#include <iostream>
#include <map>

namespace signalbox::app {

namespace asio = boost::asio;
namespace json = boost::json;

namespace {

std::string resourceText(const char* path) {
    QFile file(QString::fromLatin1(path));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return file.readAll().toStdString();
}

/// One line of the recording: a call, a workflow's run, or a change of a simulated vendor's settings.
struct Moment {
    std::chrono::milliseconds at{0};
    json::object what;
};

struct Recording {
    std::string title;
    json::object schemas;
    std::vector<Moment> moments;
};

Recording readRecording() {
    Recording recording;
    const std::string text = resourceText(":/demo/workload.jsonl");
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find('\n', begin), text.size());
        auto line = json::parse(std::string_view(text).substr(begin, end - begin)).as_object();
        begin = end + 1;
        if (line.contains("title")) {
            recording.title = line["title"].as_string();
            recording.schemas = line["schemas"].as_object();
        } else {
            const auto at = std::chrono::milliseconds{line["at_ms"].to_number<std::int64_t>()};
            recording.moments.push_back({at, std::move(line)});
        }
    }
    return recording;
}

/// The wire form of a recorded call.
std::pair<std::string, json::object> callOf(const json::object& what, const json::object& schemas) {
    json::object body{{"model", what.at("model")}};
    if (const auto* input = what.if_contains("input")) {
        body["input"] = *input;
        return {"/v1/embeddings", body};
    }
    json::array messages;
    const bool anthropic = what.contains("protocol");
    if (const auto* system = what.if_contains("system")) messages.push_back(json::object{{"role", "system"}, {"content", *system}});
    messages.push_back(json::object{{"role", "user"}, {"content", what.at("prompt")}});
    body["messages"] = std::move(messages);
    body["max_tokens"] = what.at("max_tokens");
    if (const auto* stream = what.if_contains("stream"); stream && stream->as_bool()) body["stream"] = true;
    if (const auto* schema = what.if_contains("json_schema"))
        body["response_format"] = json::object{{"type", "json_schema"},
                                               {"json_schema", json::object{{"name", *schema}, {"strict", true}, {"schema", schemas.at(schema->as_string())}}}};
    return {anthropic ? "/v1/messages" : "/v1/chat/completions", body};
}

class Player {
public:
    Player(asio::io_context& context, RemoteGateway& gateway, const DemoOptions& options)
        : context_(context), gateway_(gateway), options_(options), recording_(readRecording()) {}

    asio::awaitable<int> play() {
        if (!co_await prepare()) co_return 1;
        std::cerr << "Playing \"" << recording_.title << "\" through simulated vendors: " << recording_.moments.size() << " calls a round; Ctrl+C ends it.\n";
        for (int round = 0; options_.rounds == 0 || round < options_.rounds; ++round)
            if (!co_await playOnce()) break;
        while (underWay_ > 0) co_await pause(std::chrono::milliseconds{50});
        for (const auto& [provider, settings] : sandboxes_)
            co_await gateway_.send("PUT", "/api/v1/sandbox/" + provider, json::serialize(settings));
        if (!keyId_.empty()) co_await gateway_.send("DELETE", "/api/v1/keys/" + keyId_, {});
        std::cerr << answered_ << " calls answered, " << failed_ << " ended in an error (some are meant to).\n";
        co_return 0;
    }

    void stop() { stopped_ = true; }

private:
    asio::awaitable<void> pause(std::chrono::milliseconds time) {
        asio::steady_timer timer(context_, time);
        co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
    }

    /// Registers the demo's documents and makes a key for it.
    asio::awaitable<bool> prepare() {
        const auto applied = co_await gateway_.send("POST", "/api/v1/apply?message=demo", resourceText(":/demo/documents.yaml"), "text/yaml");
        if (!check(applied, "register the demo's documents")) co_return false;
        if (!co_await prepareWorkflow()) co_return false;
        const auto made = co_await gateway_.send("POST", "/api/v1/keys", R"({"name":"demo"})");
        if (!check(made, "make a key for the demo")) co_return false;
        const auto key = json::parse(made->body).as_object();
        key_ = key.at("key").as_string();
        const auto& id = key.at("id");
        keyId_ = id.is_string() ? std::string(id.as_string()) : json::serialize(id);
        for (const auto& moment : recording_.moments)
            if (const auto* name = moment.what.if_contains("sandbox")) {
                const auto settings = co_await gateway_.send("GET", "/api/v1/sandbox/" + std::string(name->as_string()), {});
                if (!check(settings, "read the simulated vendors' settings")) co_return false;
                sandboxes_[std::string(name->as_string())] = json::parse(settings->body).as_object();
            }
        co_return true;
    }

    /// A workflow whose prompt has a second version, which gets a part of its calls. Once: what people made of it since is theirs.
    asio::awaitable<bool> prepareWorkflow() {
        const auto known = co_await gateway_.send("GET", "/api/v1/documents/prompt/demo-reply", {});
        if (known && known->status == 200) co_return true;
        const auto first = co_await gateway_.send("POST", "/api/v1/apply?message=demo", resourceText(":/demo/workflow.yaml"), "text/yaml");
        if (!check(first, "register the demo's workflow")) co_return false;
        const auto next = co_await gateway_.send("POST", "/api/v1/apply?label=staging&message=Shorter,%20with%20the%20next%20step", resourceText(":/demo/workflow-next.yaml"), "text/yaml");
        if (!check(next, "register the second version of the demo's prompt")) co_return false;
        const std::string plan = R"({"candidate":2,"stages":[25,100],"advance":"manual","message":"The demo's staged promotion"})";
        const auto rollout = co_await gateway_.send("PUT", "/api/v1/documents/prompt/demo-reply/labels/production/rollout", plan);
        co_return check(rollout, "give the second version a part of the calls");
    }

    static bool check(const model::Result<RemoteReply>& reply, std::string_view what) {
        if (reply && reply->status >= 200 && reply->status < 300) return true;
        std::cerr << "Could not " << what << ": " << (reply ? describeErrorBody(*reply) : reply.error().message) << '\n';
        return false;
    }

    asio::awaitable<bool> playOnce() {
        const auto begun = monotonicNow();
        for (const auto& moment : recording_.moments) {
            const auto due = begun + std::chrono::duration_cast<std::chrono::milliseconds>(moment.at / options_.speed);
            while (!stopped_ && monotonicNow() < due)
                co_await pause(std::min(std::chrono::milliseconds{200}, std::chrono::ceil<std::chrono::milliseconds>(due - monotonicNow())));
            if (stopped_) co_return false;
            ++underWay_;
            asio::co_spawn(context_, act(moment.what), asio::detached);
        }
        co_return true;
    }

    asio::awaitable<void> act(const json::object& what) {
        if (const auto* provider = what.if_contains("sandbox")) {
            const std::string name(provider->as_string());
            json::object settings = sandboxes_[name]; // what the document says, with the moment's changes laid over it
            for (const auto& change : what.at("settings").as_object()) settings[change.key()] = change.value();
            co_await gateway_.send("PUT", "/api/v1/sandbox/" + name, json::serialize(settings));
            std::cerr << what.at("note").as_string().c_str() << '\n';
        } else if (const auto* workflow = what.if_contains("workflow")) {
            co_await run(std::string(workflow->as_string()), what);
        } else {
            auto [path, body] = callOf(what, recording_.schemas);
            const auto reply = co_await gateway_.send("POST", path, json::serialize(body), "application/json", key_);
            reply && reply->status == 200 ? ++answered_ : ++failed_;
        }
        --underWay_;
    }

    /// A workflow's run, and what its caller made of the output.
    asio::awaitable<void> run(std::string workflow, const json::object& what) {
        const auto body = json::serialize(json::object{{"input", what.at("input")}});
        const auto reply = co_await gateway_.send("POST", "/v1/workflows/" + workflow + "/runs", body, "application/json", key_);
        const bool answered = reply && reply->status == 200;
        ++(answered ? answered_ : failed_);
        const auto* outcome = what.if_contains("outcome");
        if (!answered || !outcome) co_return;
        const auto report = json::serialize(json::object{{"outcome", *outcome}});
        co_await gateway_.send("POST", "/v1/runs/" + std::string(reply->fields.get("x-signalbox-run-id")) + "/outcome", report, "application/json", key_);
    }

    asio::io_context& context_;
    RemoteGateway& gateway_;
    const DemoOptions& options_;
    Recording recording_;
    std::string key_;
    std::string keyId_;
    std::map<std::string, json::object> sandboxes_;
    int underWay_ = 0;
    int answered_ = 0;
    int failed_ = 0;
    bool stopped_ = false;
};

} // namespace

int playDemo(const DemoOptions& options) {
    asio::io_context context(1);
    auto gateway = RemoteGateway::find(context, options.remote);
    if (!gateway) {
        std::cerr << gateway.error().message << '\n';
        return 1;
    }
    Player player(context, **gateway, options);
    asio::signal_set signals(context, SIGINT, SIGTERM);
    signals.async_wait([&player](const boost::system::error_code& error, int) {
        if (!error) player.stop();
    });
    return runToEnd(context, player.play());
}

} // namespace signalbox::app
