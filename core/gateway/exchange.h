#pragma once

#include "core/base/clock.h"
#include "core/gateway/snapshot.h"
#include "core/gateway/vendor_call.h"
#include "core/model/run.h"
#include "core/net/server.h"
#include "core/providers/call.h"

#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace signalbox::gateway {

class AnswerReply;
class TargetState;
class Worker;

/// A target of this call: documents and the state that all calls to it share.
struct Target {
    const Provider* provider = nullptr;
    const model::ModelSpec* model = nullptr;
    int weight = 1;
    std::shared_ptr<TargetState> state;
};

/// A call on its way through the stages: authenticate, read, resolve, dispatch, record, reply. One coroutine owns it, on one
/// worker's thread; it keeps the snapshot it started with.
struct Exchange {
    Exchange(Worker& callWorker, net::Request& callRequest, net::Reply& callReply, model::ClientProtocol protocol);
    ~Exchange();
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    Worker& worker;
    net::Request& request;
    net::Reply& reply;
    std::shared_ptr<const Snapshot> snapshot;

    MonotonicTime started;
    MonotonicTime deadline = MonotonicTime::max();      ///< of the answer, or of its stream's beginning: policy's total, or the client's patience if that is shorter
    MonotonicTime totalDeadline = MonotonicTime::max(); ///< of a stream's end: policy's total. A client's patience is over when it hears something.
    providers::Call call;
    const model::Policy* policy = nullptr;
    const Route* route = nullptr;
    model::RouteSpec soleTarget; ///< what a call of a model by name is resolved to
    std::vector<Target> targets; ///< in order of preference

    model::Run run;          ///< `record` may move it to the recorder
    std::size_t attemptCount = 0; ///< of the run, once its stream begins or it was moved
    std::string runIdText;
    bool headSent = false;   ///< the stream has begun: fallback is over
    bool cancelled = false;  ///< the client left
    VendorCall* vendorCall = nullptr;              ///< under way now, for cancelling
    boost::asio::steady_timer* waiting = nullptr;  ///< being waited on now (backoff, a place at a target)
    std::string responseText; ///< what the caller got, for the payload

    // Of workflows and trials.
    const boost::json::value* input = nullptr;   ///< for conditions; null: a plain call
    std::string_view workflowName{};             ///< ...
    AnswerReply* answers = nullptr;              ///< what the attempts' streams go through; null: the reply itself
    std::function<void(const Target&)> prepare{}; ///< fits `call` to the target of the attempt that comes next
    std::optional<model::Payload> payload{};     ///< what is kept; unset: it is made of the call and `responseText`
    bool keepResult = false;                     ///< the payload gets `result`

    net::Reply& streamTo();
    /// Something of the answer reached the caller: no other target can serve any more.
    bool contentSent() const;

    std::int64_t sinceStartUs() const;
    std::int64_t sinceStartUs(MonotonicTime time) const;
};

} // namespace signalbox::gateway
