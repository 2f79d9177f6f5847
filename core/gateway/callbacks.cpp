#include "core/gateway/callbacks.h"

#include "core/base/base64.h"
#include "core/base/text.h"
#include "core/gateway/answer_of.h"
#include "core/gateway/run_reply.h"
#include "core/gateway/worker.h"
#include "core/net/address.h"
#include "core/policy/callback_schedule.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <sodium.h>

#include <algorithm>

namespace signalbox::gateway {

namespace asio = boost::asio;

namespace {

constexpr std::size_t kLongestUrl = 2000;
constexpr std::chrono::seconds kConnectTime{5};
constexpr std::chrono::seconds kAnswerTime{15};
constexpr std::chrono::seconds kLongestSleep{60};
constexpr std::chrono::seconds kPause{5}; ///< when the ledger could not be asked

std::string hostAndPort(const net::Endpoint& endpoint) {
    const bool v6 = endpoint.host.find(':') != std::string::npos;
    return (v6 ? '[' + endpoint.host + ']' : endpoint.host) + ':' + std::to_string(endpoint.port);
}

bool isNamed(const net::Endpoint& endpoint, const std::vector<std::string>& hosts) {
    const auto wanted = hostAndPort(endpoint);
    return std::any_of(hosts.begin(), hosts.end(), [&](const std::string& host) { return equalsIgnoringCase(host, wanted); });
}

model::Error badUrl(std::string message) {
    model::Error error{model::ErrorClass::InvalidRequest, "The callback cannot be accepted: " + message, "callback_refused", {}, {}, {}};
    error.violations.push_back({"/callback/url", std::move(message)});
    return error;
}

} // namespace

std::string callbackSecretText(const KeyDigest& secret) { return "whsec_" + base64(secret); }

std::string callbackSignature(const KeyDigest& secret, std::string_view id, std::int64_t timestamp, std::string_view body) {
    std::string text(id);
    text.append(".").append(std::to_string(timestamp)).append(".").append(body);
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
    crypto_auth_hmacsha256(mac.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), secret.data());
    return "v1," + base64(mac);
}

const std::vector<std::string>& callbackHosts(const Snapshot& snapshot, std::string_view workflow) {
    const auto& byDefault = snapshot.defaultPolicy.governance.callbackHosts;
    const auto found = snapshot.workflows.find(workflow);
    if (found == snapshot.workflows.end()) return byDefault;
    const auto label = found->second.labels.find("production");
    const auto version = label == found->second.labels.end() ? found->second.versions.end() : found->second.versions.find(label->second);
    return version == found->second.versions.end() || !version->second->policy ? byDefault : version->second->policy->policy.governance.callbackHosts;
}

model::Result<void> checkCallbackUrl(const std::string& url, const std::vector<std::string>& allowedHosts) {
    if (url.size() > kLongestUrl) return tl::unexpected(badUrl("the URL should have at most 2000 characters."));
    const auto endpoint = net::parseUrl(url);
    if (!endpoint) return tl::unexpected(badUrl(endpoint.error().detail + '.'));
    if (isNamed(*endpoint, allowedHosts)) return {};
    const auto literal = net::parseAddress(endpoint->host);
    const bool local = endpoint->host == "localhost" || endpoint->host.ends_with(".localhost");
    if (local || (literal && !net::isGlobal(*literal)))
        return tl::unexpected(badUrl(endpoint->host + " is not a public address. An operator can allow it: list '" + hostAndPort(*endpoint) + "' under governance.callback_hosts of the policy."));
    return {};
}

Callbacks::Callbacks(RunLedger& ledger, Worker& worker, const net::UpstreamPool::Options& upstream, const KeyDigest& secret) : ledger_(ledger), worker_(worker), secret_(secret), timer_(worker.context) {
    auto options = upstream;
    options.idlePerEndpoint = 4;
    options.allowPrivateAddresses = true;
    anywhere_ = net::UpstreamPool::make(worker.context, options);
    options.allowPrivateAddresses = false;
    publicOnly_ = net::UpstreamPool::make(worker.context, std::move(options));
}

void Callbacks::start() { wake(); }

void Callbacks::wake() {
    asio::post(worker_.context, [this] { pump(); });
}

void Callbacks::stop() {
    draining_ = true;
    asio::post(worker_.context, [this] {
        timer_.cancel();
        for (const auto& [id, call] : active_)
            if (call) call->cancel();
    });
}

void Callbacks::pump() {
    if (draining_) return;
    if (asking_) {
        again_ = true;
        return;
    }
    if (static_cast<int>(active_.size()) >= kAtOnce) return; // the end of one of them pumps again
    asking_ = true;
    again_ = false;
    // Those on their way are due still, and come first.
    ledger_.dueCallbacks(wallNow(), kAtOnce, [this](model::Result<RunLedger::Callbacks> due) {
        asio::post(worker_.context, [this, due = std::move(due)]() mutable { onDue(std::move(due)); });
    });
}

void Callbacks::onDue(model::Result<RunLedger::Callbacks> due) {
    asking_ = false;
    if (draining_) return;
    if (!due) return sleepUntil(wallNow() + kPause);
    for (auto& callback : due->due) {
        if (static_cast<int>(active_.size()) >= kAtOnce) break;
        const auto id = callback.entry.run.id;
        if (!active_.emplace(id, nullptr).second) continue;
        asio::co_spawn(worker_.context, deliver(std::move(callback)), asio::detached);
    }
    sleepUntil(due->next.value_or(WallTime::max()));
    if (again_) pump();
}

void Callbacks::sleepUntil(WallTime time) {
    const auto now = wallNow();
    const auto wait = time <= now ? std::chrono::microseconds{0} : std::min<std::chrono::microseconds>(time - now, kLongestSleep);
    timer_.expires_after(wait + std::chrono::milliseconds{10});
    timer_.async_wait([this](const boost::system::error_code& error) {
        if (!error) pump();
    });
}

asio::awaitable<void> Callbacks::deliver(model::DueCallback callback) {
    const auto id = callback.entry.run.id;
    auto attempt = co_await this->attempt(callback);
    active_[id] = nullptr;
    if (!draining_ || attempt.status != 0) { // what was cut off by our own end is no try
        const auto next = attempt.problem.empty() ? std::nullopt : policy::nextCallback(attempt.number, attempt.status, wallNow(), callback.entry.doneAt);
        std::function<void(RunLedger::Done<void>)> note = [this, id, attempt, next](RunLedger::Done<void> done) { ledger_.callbackTried(id, attempt, next, std::move(done)); };
        const auto noted = co_await answerOf<void>(worker_.context, std::move(note));
        if (!noted) { // sent again, rather than lost
            asio::steady_timer pause(worker_.context, kPause);
            co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
        }
    }
    active_.erase(id);
    pump();
}

asio::awaitable<model::CallbackAttempt> Callbacks::attempt(const model::DueCallback& callback) {
    model::CallbackAttempt attempt;
    attempt.number = callback.attempts + 1;
    attempt.at = wallNow();
    const auto started = monotonicNow();
    const auto& run = callback.entry.run;
    const auto endpoint = net::parseUrl(run.callbackUrl);
    const auto& hosts = callbackHosts(*worker_.snapshot(), run.workflow);
    // The policy may have changed since the run was accepted.
    if (const auto allowed = checkCallbackUrl(run.callbackUrl, hosts); !endpoint || !allowed) {
        attempt.problem = allowed ? endpoint.error().detail : allowed.error().message;
        co_return attempt;
    }
    const auto id = run.id.text();
    const auto timestamp = std::chrono::floor<std::chrono::seconds>(attempt.at).time_since_epoch().count();
    net::UpstreamRequest request;
    // The path exactly as given: `parseUrl` drops its last slash, which means something to some servers.
    const auto rest = run.callbackUrl.find_first_of("/?", run.callbackUrl.find("://") + 3);
    if (rest == std::string::npos || run.callbackUrl[rest] == '?') request.target = "/";
    if (rest != std::string::npos) request.target += run.callbackUrl.substr(rest);
    request.body = runBody(callback.entry);
    request.fields.add("content-type", "application/json");
    request.fields.add("user-agent", "signalbox");
    request.fields.add("webhook-id", id);
    request.fields.add("webhook-timestamp", std::to_string(timestamp));
    request.fields.add("webhook-signature", callbackSignature(secret_, id, timestamp, request.body));
    auto& pool = isNamed(*endpoint, hosts) ? *anywhere_ : *publicOnly_;
    const auto call = pool.call(*endpoint);
    active_[run.id] = call.get();
    const auto sent = co_await call->send(request, started + kConnectTime, started + kAnswerTime);
    active_[run.id] = nullptr;
    attempt.took = std::chrono::duration_cast<std::chrono::milliseconds>(monotonicNow() - started);
    if (!sent) {
        attempt.problem = sent.error().detail.empty() ? "The connection failed." : sent.error().detail;
        co_return attempt;
    }
    attempt.status = call->status();
    if (attempt.status / 100 == 3) attempt.problem = "The answer was a redirect, and those are not followed.";
    else if (attempt.status / 100 != 2) attempt.problem = "The answer had status " + std::to_string(attempt.status) + ".";
    co_return attempt;
}

} // namespace signalbox::gateway
