#include "core/control/control_plane.h"

#include "core/base/text.h"
#include "core/control/awaited.h"
#include "core/control/first_start.h"
#include "core/control/plane_state.h"
#include "core/control/rollout_guard.h"
#include "core/control/snapshot_loader.h"
#include "core/control/test_runner.h"
#include "core/model/run_json.h"
#include "core/store/credential_repository.h"
#include "core/store/retention.h"
#include "core/store/sandbox_settings_repository.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json.hpp>
#include <spdlog/spdlog.h>

#include <atomic>
#include <future>

namespace signalbox::control {

namespace asio = boost::asio;
namespace json = boost::json;
using model::ErrorClass;

model::Result<void> PlaneState::reload(store::Session& session) {
    const std::lock_guard one(reloading);
    auto fresh = loadSnapshot(session, parts.masterKey, compiled);
    if (!fresh) return tl::unexpected(fresh.error());
    {
        const std::unique_lock lock(mutex);
        snapshot = *fresh;
    }
    parts.publisher.publish(*fresh);
    return {};
}

model::Result<void> PlaneState::reloadTokens(store::Session& session) {
    const std::lock_guard one(reloading);
    auto list = store::CredentialRepository(session.connection, store::CredentialKind::AccessToken).list();
    if (!list) return tl::unexpected(list.error());
    {
        const std::unique_lock lock(mutex);
        tokens.clear();
        for (const auto& token : *list)
            if (!token.revoked) tokens[token.digest] = {token.id, token.name, roleNamed(token.role).value_or(Role::Nobody)};
    }
    events.wake(); // a stream whose token went ends now
    return {};
}

std::shared_ptr<const gateway::Snapshot> PlaneState::currentSnapshot() const {
    const std::shared_lock lock(mutex);
    return snapshot;
}

std::optional<Bearer> PlaneState::bearerOf(const gateway::KeyDigest& digest) const {
    const std::shared_lock lock(mutex);
    const auto found = tokens.find(digest);
    return found == tokens.end() ? std::nullopt : std::optional(found->second);
}

namespace {

constexpr std::string_view kPrefix = "/api/v1";
constexpr std::size_t kBodyBytes = 4 * 1024 * 1024;
constexpr std::size_t kRunsPerBatch = 50;
constexpr std::chrono::milliseconds kBeat{100};
constexpr std::chrono::seconds kGuardBeat{5};
constexpr std::chrono::seconds kUsesBeat{2};

model::Error unauthenticated() {
    return {ErrorClass::Unauthenticated, "An access token is needed: 'Authorization: Bearer sbt_...'. The administrator's is in admin.token of the data directory.", "missing_token", {}, {}, {}};
}

asio::awaitable<ApiReply> answerOnStore(store::StorePool& pool, const Operation& operation, ApiRequest request) {
    std::function<model::Result<ApiReply>(store::Session&)> work = [&operation, request = std::move(request)](store::Session& session) { return operation.answer(session, request); };
    auto answer = co_await onStore<ApiReply>(pool, std::move(work));
    co_return answer ? std::move(*answer) : errorReply(answer.error());
}

class Plane final : public ControlPlane {
public:
    Plane(Parts parts, asio::io_context& ticks) : state_(std::move(parts)), tests_(state_, ticks, state_.parts.trials(0)), beat_(ticks) {
        addStatusOperations(operations_, state_);
        addRunOperations(operations_, state_);
        addDeadLetterOperations(operations_, state_);
        addCallbackOperations(operations_, state_);
        addMetricOperations(operations_, state_);
        addDocumentOperations(operations_, state_);
        addCredentialOperations(operations_, state_);
        addSandboxOperations(operations_, state_);
        addProviderOperations(operations_, state_, ticks);
        addTrialOperations(operations_, state_);
        addTestRunOperations(operations_, state_, tests_);
        addTemplateOperations(operations_);
        addWorkflowOperations(operations_, state_);
        addStoryOperations(operations_);
        addConditionOperations(operations_);
        // Streamed and generated, not answered on the store's threads; here for the dispatch and the document.
        operations_.add({"GET", "/events", Role::Viewer, "What happens, as server-sent events; resumes with Last-Event-ID", {}, {}, nullptr});
        operations_.add({"GET", "/openapi.json", Role::Nobody, "This interface as OpenAPI 3.1", {}, {}, nullptr});
        openApi_ = json::serialize(openApiOf(operations_, state_.parts.version));
        tokenSecret_ = store::derivedKey(state_.parts.masterKey, "tokens");
    }

    model::Result<void> prepare() override {
        auto done = std::make_shared<std::promise<model::Result<void>>>();
        auto prepared = done->get_future();
        state_.parts.store.post([this, done](store::Session& session) { done->set_value(prepareOn(session)); });
        auto result = prepared.get();
        if (result) scheduleBeat();
        return result;
    }

    void setUrl(std::string url) override {
        const std::unique_lock lock(state_.mutex);
        state_.url = std::move(url);
    }

    net::Handler handler(std::size_t worker) override {
        return [this, worker](net::Request request, net::Reply& reply) { return serve(worker, std::move(request), reply); };
    }

    bool knows(const net::Request& request) const override { return authenticate(request).has_value(); }

    void onRunsCommitted(std::span<const model::Run> runs) override {
        state_.window.add(runs, wallNow());
        if (!state_.events.isHeard()) return;
        const std::lock_guard lock(runsMutex_);
        for (const auto& run : runs) {
            if (run.trial) continue; // the list shows production unless it is asked for trials
            if (recent_.size() < kRunsPerBatch) recent_.push_back(toJson(run, false, run.attempts.size(), false));
            else ++skipped_;
        }
    }

    void stop() override {
        stopped_ = true;
        tests_.stop("The gateway was stopped.");
        state_.events.publish("status", json::serialize(json::object{{"state", "draining"}}));
        state_.events.stop();
    }

private:
    model::Result<void> prepareOn(store::Session& session) {
        if (auto made = firstStart(session, state_.parts.masterKey, state_.parts.dataDirectory); !made) return made;
        if (auto loaded = state_.reloadTokens(session); !loaded) return loaded;
        if (auto loaded = state_.reload(session); !loaded) return loaded;
        if (auto failed = store::TestRunRepository(session.connection).failInterrupted("The gateway was restarted before it came to its end.", wallNow()); !failed) return tl::unexpected(failed.error());
        auto sandboxes = store::SandboxSettingsRepository(session.connection).all();
        if (!sandboxes) return tl::unexpected(sandboxes.error());
        for (const auto& [provider, text] : *sandboxes) {
            json::error_code error;
            const auto value = json::parse(text, error);
            if (error || !value.is_object()) continue;
            if (auto settings = model::readSandboxSettings(value.get_object(), "")) state_.parts.publisher.setSandbox(provider, *settings);
        }
        return {};
    }

    std::optional<Bearer> authenticate(const net::Request& request) const {
        const auto value = trimmed(request.fields.get("authorization"));
        constexpr std::string_view kBearer = "bearer ";
        if (value.size() <= kBearer.size() || !equalsIgnoringCase(value.substr(0, kBearer.size()), kBearer)) return {};
        return state_.bearerOf(gateway::digestOfKey(tokenSecret_, trimmed(value.substr(kBearer.size()))));
    }

    /// No browser has business here: a page of another origin may not drive a gateway on loopback, nor a name that was rebound to it.
    bool isForeignBrowser(const net::Request& request) const {
        if (!request.fields.get("origin").empty()) return true;
        const auto host = request.fields.get("host");
        return state_.parts.loopback && !host.empty() && !isLoopbackHost(host);
    }

    static ApiReply foreignOrigin() {
        return errorReply({ErrorClass::Forbidden, "Requests of web pages, and under foreign host names, are refused here.", "foreign_origin", {}, {}, {}});
    }

    /// What is said to a request that is not answered, or nothing: the checks, in the order in which they give nothing away.
    std::optional<ApiReply> refusalOf(const net::Request& request, const Operations::Match& match, const std::optional<Bearer>& bearer) const {
        const auto path = request.path();
        if (isForeignBrowser(request)) return foreignOrigin();
        // Who may not come in does not learn what there is.
        const bool open = match.operation && match.operation->role == Role::Nobody;
        if (!bearer && !open) return errorReply(unauthenticated());
        if (!match.operation && match.pathExists) {
            auto answer = errorReply({ErrorClass::NotFound, std::string(path) + " does not take " + request.method + '.', "method_not_allowed", {}, {}, {}});
            answer.status = 405;
            answer.allow = match.allow;
            return answer;
        }
        if (!match.operation)
            return errorReply({ErrorClass::NotFound, "There is nothing at " + std::string(path.substr(0, 200)) + "; " + std::string(kPrefix) + "/openapi.json says what there is.", "unknown_path", {}, {}, {}});
        if (!open && bearer->role < match.operation->role)
            return errorReply({ErrorClass::Forbidden, "This takes the role '" + std::string(control::nameOf(match.operation->role)) + "'; the token of '" + bearer->name + "' has '" + std::string(control::nameOf(bearer->role)) + "'.", "role", {}, {}, {}});
        if (request.body.size() > kBodyBytes) {
            auto answer = errorReply({ErrorClass::InvalidRequest, "The body is larger than 4 MiB.", "too_large", {}, {}, {}});
            answer.status = 413;
            return answer;
        }
        return {};
    }

    asio::awaitable<void> serve(std::size_t worker, net::Request request, net::Reply& reply) {
        const auto path = request.path();
        if (path == "/metrics") co_return co_await serveMetrics(request, reply);
        const auto below = path.starts_with(kPrefix) ? path.substr(kPrefix.size()) : std::string_view{};
        auto match = operations_.find(request.method, below);
        const auto bearer = authenticate(request);
        auto refusal = refusalOf(request, match, bearer);
        if (refusal) {
            ApiReply refused = std::move(*refusal);
            co_await sendReply(reply, std::move(refused));
            co_return;
        }
        if (bearer) state_.tokenUses.note(bearer->id, wallNow());
        if (match.operation->path == "/events") co_return co_await serveEvents(request, reply);
        ApiReply answer;
        if (match.operation->path == "/openapi.json") {
            answer = ApiReply{200, "application/json", openApi_};
            co_return co_await sendReply(reply, std::move(answer));
        }
        ApiRequest api;
        api.path = std::move(match.parameters);
        if (!readQuery(request.query(), api.query)) {
            answer = errorReply({ErrorClass::InvalidRequest, "The query string is malformed.", "invalid_query", {}, {}, {}});
            co_return co_await sendReply(reply, std::move(answer));
        }
        api.contentType = toLowerAscii(request.fields.get("content-type"));
        api.body = std::move(request.body);
        api.actor = {bearer->name, request.peer, bearer->id};
        api.role = bearer->role;
        if (match.operation->streamed) co_return co_await match.operation->streamed(std::move(api), reply, worker);
        if (match.operation->awaited) answer = co_await match.operation->awaited(std::move(api));
        else answer = co_await answerOnStore(state_.parts.store, *match.operation, std::move(api));
        co_await sendReply(reply, std::move(answer));
    }

    static bool readQuery(std::string_view query, std::map<std::string, std::string, std::less<>>& out) {
        while (!query.empty()) {
            const auto part = query.substr(0, query.find('&'));
            query.remove_prefix(std::min(query.size(), part.size() + 1));
            if (part.empty()) continue;
            const auto equals = part.find('=');
            auto name = net::percentDecoded(part.substr(0, equals));
            std::string raw(equals == std::string_view::npos ? std::string_view{} : part.substr(equals + 1));
            for (auto& c : raw)
                if (c == '+') c = ' ';
            auto value = net::percentDecoded(raw);
            if (!name || !value || !isValidUtf8(*name) || !isValidUtf8(*value) || !out.emplace(std::move(*name), std::move(*value)).second) return false;
        }
        return true;
    }

    asio::awaitable<void> serveEvents(const net::Request& request, net::Reply& reply) {
        const auto value = trimmed(request.fields.get("authorization"));
        const auto digest = gateway::digestOfKey(tokenSecret_, trimmed(value.substr(7)));
        std::string lastId(request.fields.get("last-event-id"));
        std::function<bool()> stillAllowed = [this, digest] { return state_.bearerOf(digest).has_value(); };
        co_await state_.events.serve(reply, std::move(lastId), std::move(stillAllowed));
    }

    asio::awaitable<void> serveMetrics(const net::Request& request, net::Reply& reply) {
        ApiReply answer;
        if (isForeignBrowser(request)) answer = foreignOrigin();
        else if (!state_.parts.loopback && !authenticate(request)) answer = errorReply(unauthenticated());
        else answer = {200, "text/plain; version=0.0.4; charset=utf-8", prometheusText(state_)};
        co_await sendReply(reply, std::move(answer));
    }

    /// Ten times a second the runs that came, once a second the totals; nothing while nobody listens.
    void scheduleBeat() {
        beat_.expires_after(state_.events.isHeard() ? kBeat : std::chrono::milliseconds{500});
        beat_.async_wait([this](const boost::system::error_code& error) {
            if (error || stopped_) return;
            retireWhenDue();
            guardRollouts();
            writeUses();
            onBeat();
            scheduleBeat();
        });
    }

    /// Once an hour what retention says is deleted, beginning a minute after the start.
    void retireWhenDue() {
        const auto now = wallNow();
        if (now < nextRetention_) return;
        nextRetention_ = now + std::chrono::hours{1};
        const auto snapshot = state_.currentSnapshot();
        if (!snapshot) return;
        state_.parts.store.post([now, days = snapshot->defaultPolicy.governance.recordDays, directory = state_.parts.dataDirectory](store::Session& session) {
            const auto retired = store::retire(session, now, days);
            if (!retired) spdlog::error("retention failed: {}", retired.error().message);
            else if (retired->all() > 0)
                spdlog::info("retention deleted {} payloads, {} runs, {} results and {} inputs of dead letters", retired->payloads, retired->runs, retired->results, retired->deadLetterInputs);
            const auto aside = store::RunJournal::removeAside(directory, now - store::RunJournal::kAsideIsKept);
            if (aside > 0) spdlog::info("retention deleted {} journals of runs that had been put aside", aside);
        });
    }

    /// Every five seconds one look at the rollouts, unless the one before is still at it.
    void guardRollouts() {
        const auto now = monotonicNow();
        if (now - lastGuard_ < kGuardBeat || guarding_.exchange(true)) return;
        lastGuard_ = now;
        state_.parts.store.post([this](store::Session& session) {
            guard_.look(session);
            guarding_ = false;
        });
    }

    /// When keys and tokens were used last, on a store thread; a minute's worth of each at most.
    void writeUses() {
        const auto now = monotonicNow();
        if (now - lastUses_ < kUsesBeat) return;
        lastUses_ = now;
        auto keys = state_.parts.live.takeKeyUses();
        auto tokens = state_.tokenUses.take();
        if (keys.empty() && tokens.empty()) return;
        state_.parts.store.post([keys = std::move(keys), tokens = std::move(tokens)](store::Session& session) {
            for (const auto& [kind, uses] : {std::pair(store::CredentialKind::ApplicationKey, &keys), std::pair(store::CredentialKind::AccessToken, &tokens)})
                if (!uses->empty())
                    if (auto done = store::CredentialRepository(session.connection, kind).markUsed(*uses); !done) spdlog::warn("when credentials were used last was not written: {}", done.error().message);
        });
    }

    void onBeat() {
        if (!state_.events.isHeard()) return;
        json::array runs;
        std::int64_t skipped = 0;
        {
            const std::lock_guard lock(runsMutex_);
            runs.swap(recent_);
            skipped = std::exchange(skipped_, 0);
        }
        if (!runs.empty()) state_.events.publish("run", json::serialize(json::object{{"runs", std::move(runs)}, {"skipped", skipped}}));
        const auto now = wallNow();
        if (now - lastSecond_ < std::chrono::milliseconds{990}) return;
        lastSecond_ = now;
        // Merging a minute of sketches is not for an I/O thread.
        state_.parts.store.post([this, now](store::Session&) {
            state_.events.publish("second", json::serialize(state_.window.second(state_.parts.live, now)));
            announceBreakers();
        });
    }

    /// On a store thread: an event for each target whose breaker is not as it was a second ago.
    void announceBreakers() {
        const std::lock_guard lock(breakersMutex_);
        std::map<std::string, gateway::LiveState::Breaker> now;
        for (const auto& target : state_.parts.live.targets()) {
            const auto name = target.provider + '/' + target.model;
            now[name] = target.breaker;
            const auto before = breakers_.find(name);
            if (before == breakers_.end() ? target.breaker == gateway::LiveState::Breaker::Closed : before->second == target.breaker) continue;
            state_.events.publish("target", json::serialize(json::object{{"provider", target.provider}, {"model", target.model}, {"breaker", nameOf(target.breaker)}}));
        }
        breakers_ = std::move(now);
    }

    static std::string_view nameOf(gateway::LiveState::Breaker breaker) {
        switch (breaker) {
        case gateway::LiveState::Breaker::Closed: return "closed";
        case gateway::LiveState::Breaker::Open: return "open";
        case gateway::LiveState::Breaker::HalfOpen: return "half_open";
        }
        return "closed";
    }

    PlaneState state_;
    TestRunner tests_;
    Operations operations_;
    std::string openApi_;
    gateway::KeyDigest tokenSecret_{};
    asio::steady_timer beat_;
    WallTime lastSecond_;
    RolloutGuard guard_{state_};
    std::atomic<bool> guarding_{false};
    MonotonicTime lastGuard_{};
    MonotonicTime lastUses_{};
    WallTime nextRetention_ = wallNow() + std::chrono::minutes{1};
    std::atomic<bool> stopped_{false};
    std::mutex runsMutex_;
    json::array recent_;
    std::int64_t skipped_ = 0;
    std::mutex breakersMutex_;
    std::map<std::string, gateway::LiveState::Breaker> breakers_; ///< as last announced
};

} // namespace

std::unique_ptr<ControlPlane> ControlPlane::make(Parts parts, asio::io_context& ticks) { return std::make_unique<Plane>(std::move(parts), ticks); }

} // namespace signalbox::control
