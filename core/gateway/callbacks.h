#pragma once

#include "core/gateway/run_ledger.h"
#include "core/gateway/snapshot.h"
#include "core/net/upstream.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <memory>
#include <string>
#include <unordered_map>

namespace signalbox::gateway {

class Worker;

/// The secret that signs callbacks, as its receivers configure it: `whsec_` and Base64 (Standard Webhooks, "Secrets").
std::string callbackSecretText(const KeyDigest& secret);

/// `v1,` and the Base64 of HMAC-SHA-256 over `id.timestamp.body` (Standard Webhooks, "Signature scheme").
std::string callbackSignature(const KeyDigest& secret, std::string_view id, std::int64_t timestamp, std::string_view body);

/// `host:port` that callbacks of this workflow may go to besides public addresses: as the policy of what is in production says.
const std::vector<std::string>& callbackHosts(const Snapshot& snapshot, std::string_view workflow);

/// Whether results may be sent there, as far as the URL tells: what a name stands for is checked when it is connected to. The
/// violation is of `/callback/url`.
model::Result<void> checkCallbackUrl(const std::string& url, const std::vector<std::string>& allowedHosts);

/// Sends results to their callers, signed, again and again until they are taken: what is due is in the ledger. Follows no
/// redirects. All of it on one worker's thread; `wake`, `start`, `drain` and `stop` from any.
class Callbacks {
public:
    static constexpr int kAtOnce = 16; ///< that are being sent

    Callbacks(RunLedger& ledger, Worker& worker, const net::UpstreamPool::Options& upstream, const KeyDigest& secret);

    void start();
    /// A result may be due.
    void wake();
    /// Nothing is sent any more; what is on its way is finished.
    void drain() { draining_ = true; }
    /// What is on its way is cut off, and stays due.
    void stop();

private:
    void pump();
    void onDue(model::Result<RunLedger::Callbacks> due);
    boost::asio::awaitable<void> deliver(model::DueCallback callback);
    /// One try; the answer's status, or why there is none.
    boost::asio::awaitable<model::CallbackAttempt> attempt(const model::DueCallback& callback);
    void sleepUntil(WallTime time);

    RunLedger& ledger_;
    Worker& worker_;
    KeyDigest secret_;
    std::unique_ptr<net::UpstreamPool> publicOnly_;
    std::unique_ptr<net::UpstreamPool> anywhere_; ///< for hosts that the policy names
    boost::asio::steady_timer timer_;
    std::unordered_map<RunId, net::UpstreamCall*> active_; ///< null before and after the call itself
    bool asking_ = false;
    bool again_ = false;
    std::atomic<bool> draining_{false};
};

} // namespace signalbox::gateway
