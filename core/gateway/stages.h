#pragma once

#include "core/gateway/exchange.h"
#include "core/model/error.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <string_view>

namespace signalbox::gateway {

/// The name of the application whose key is among the fields.
model::Result<std::string> applicationOf(Worker& worker, const net::Fields& fields);

/// Finds the application by the key in `Authorization: Bearer`, `x-api-key`, `api-key` or `x-goog-api-key`: one path for all.
model::Result<void> authenticate(Exchange& exchange);

/// What the client's own headers say: how often it tried, and how long it is going to wait.
void readClientHints(Exchange& exchange);

/// Parses the body and checks what every target would refuse.
model::Result<void> readInput(Exchange& exchange);

/// Names the targets in order of preference, the policy and the deadline.
model::Result<void> resolve(Exchange& exchange);
/// The same for a route and a policy that are settled already. Both have to outlive the exchange.
model::Result<void> resolveOn(Exchange& exchange, const Route& route, const model::Policy& policy, const std::string& policyLabel);

/// What a stage that talks to vendors leaves behind.
struct Served {
    std::string body;     ///< unstreamed: the whole answer
    std::string tail;     ///< streamed: what remains to be sent once the run is on record
    const Target* target = nullptr;
};

/// Attempts, until one serves or nothing may be tried any more: timeouts, retries, fallback, breaker, places.
/// For a stream, everything up to the terminator has been written when it returns.
/// `first` is why the first of them is made.
boost::asio::awaitable<model::Result<Served>> dispatch(Exchange& exchange, model::AttemptReason first = model::AttemptReason::First);

/// One attempt at one target; adds it to the run. `exchange.headSent` afterwards says whether the caller saw any of it.
boost::asio::awaitable<model::Result<Served>> attempt(Exchange& exchange, const Target& target, model::AttemptReason reason);

/// The policy's last resort when no target answered: a static answer, or nothing.
std::optional<std::string> degraded(Exchange& exchange);

/// Commits the run. False: it could not be recorded, and the caller must not get an answer.
boost::asio::awaitable<bool> record(Exchange& exchange);

/// Head of an answer with the fields that every reply carries.
net::Response replyHead(const Exchange& exchange, int status, const Target* target);

/// The targets that the key may name, in the protocol's shape: provider/model, route/NAME and workflow/NAME.
std::string modelList(const Snapshot& snapshot);
/// One of them.
model::Result<std::string> modelListed(const Snapshot& snapshot, std::string_view id);

/// An error in the shape of the caller's protocol: as a reply, and as the event that ends a stream.
providers::ErrorReply errorReplyOf(const Exchange& exchange, const model::Error& error);
std::string errorEventOf(const Exchange& exchange, const model::Error& error);

/// The answer is withheld because its record could not be committed.
model::Error notRecorded();
/// The reply to a call that ends in an error before anything was streamed; `cost`: what it cost all the same, for who tries it.
boost::asio::awaitable<void> sendError(Exchange& exchange, const model::Error& error, std::string_view cost = {});
/// Records the failure, then replies: an error, or what ends a stream that has begun (`headSent`).
boost::asio::awaitable<void> fail(Exchange& exchange, model::Error error);
/// Records the answer, then replies with it, or with what of its stream remains.
boost::asio::awaitable<void> succeed(Exchange& exchange, Served served);
/// Completes the payload that a workflow's run began, as policy keeps it, and the result for who will ask for it. `insteadOfBody`:
/// what to keep when the body alone says too little.
void finishPayload(Exchange& exchange, int status, std::string_view body, std::string_view insteadOfBody = {});
/// When the caller leaves or the gateway stops, what is under way for it ends.
void cancelWhenCallerLeaves(Exchange& exchange);
/// Which of the two it was: nobody reads the answer any more, or somebody has to be told that there will be none.
model::Error cancelledError(const Exchange& exchange);

/// A vendor's failure as the caller's error: our credential at a vendor is not the caller's fault.
model::Error callerError(const Exchange& exchange, model::Error error);

} // namespace signalbox::gateway
