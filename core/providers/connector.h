#pragma once

#include "core/model/error.h"
#include "core/model/provider_spec.h"
#include "core/model/usage.h"
#include "core/providers/call.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signalbox::providers {

using HeaderList = std::vector<std::pair<std::string, std::string>>;
/// Looks a header of the answer up, without regard to case; empty if absent.
using HeaderLookup = std::function<std::string_view(std::string_view name)>;

/// What a connector wants sent. Host, content-length and connection are the pool's.
struct WireRequest {
    std::string target; ///< path and query, the provider's prefix included
    HeaderList headers; ///< with the credential
    std::string body;
};

/// What has become of an answer so far: filled by a decoder, read by the stages.
struct Progress {
    bool anyContent = false;      ///< a token, a tool call's beginning, a refusal's text: fallback is over
    bool finished = false;        ///< the protocol's own end was seen (finish reason and terminator, or a whole JSON body)
    std::string finishReason;     ///< OpenAI's words: stop, length, tool_calls, content_filter
    std::string upstreamModel;    ///< as the vendor names what answered
    std::string upstreamRequestId;
    model::Usage usage;           ///< of this attempt; `estimated` when the vendor gave none by the end
    bool usageSeen = false;
    int malformedChunks = 0;      ///< chunks of a stream that did not parse and were left out
    std::string text;             ///< assembled visible content, at most 1 MiB: for the payload on record
};

/// Turns a vendor's answer into the caller's protocol, incrementally. One per attempt; knows both protocols and whether the
/// caller streams. The vendor is asked to stream just when the caller does.
class Decoder {
public:
    virtual ~Decoder() = default;

    /// For a stream: `bytes` as they came from the vendor (any cut); appends to `out` what the caller gets for them (complete
    /// events in the caller's protocol). For an unstreamed answer: collects. An error event of the vendor's, or bytes that
    /// cannot be its protocol at all, end it with an Error; a malformed chunk in a stream that goes on is counted and left out.
    virtual model::Result<void> feed(std::string_view bytes, std::string& out) = 0;

    /// The vendor's body ended properly on HTTP's level. Appends the rest (for an unstreamed answer: the whole JSON body) and,
    /// for a stream, the caller's terminator. A stream without its own terminator is an UpstreamInvalid error
    /// (`stream_cut`), as is an unstreamed body that is not a complete answer.
    virtual model::Result<void> finish(std::string& out) = 0;

    virtual const Progress& progress() const = 0;
};

/// A vendor protocol. Stateless and shared between threads.
class Connector {
public:
    virtual ~Connector() = default;
    virtual std::string_view name() const = 0;
    /// True for the sandbox: nothing leaves the process; the gateway plays `SandboxPlan`s instead of calling the pool.
    virtual bool isSimulated() const { return false; }
    /// Client protocols that this connector can serve (by translation or as they are).
    virtual bool serves(model::ClientProtocol protocol) const = 0;

    /// `prefix` is the path of the provider's base URL, `credential` its key (may be empty).
    virtual model::Result<WireRequest> encode(const Call& call, const model::ProviderSpec& provider, const model::ModelSpec& model,
                                              std::string_view prefix, std::string_view credential) const = 0;
    /// After a 2xx head. `contentType` decides nothing by itself but a mismatch (JSON where a stream was asked, HTML) is handled:
    /// JSON for a stream is turned into one, what is neither is UpstreamInvalid in feed or finish.
    virtual std::unique_ptr<Decoder> decoder(const Call& call, const model::ModelSpec& model, std::string_view contentType) const = 0;
    /// After a head that is not 2xx: decides by the code in the body first, then by the status (facts.md). Fills retryAfter from
    /// Retry-After, retry-after-ms, and vendors' own rate headers; bodies are quoted only as far as the vendor's message.
    virtual model::Error classify(int status, const HeaderLookup& header, std::string_view body) const = 0;
};

/// `openai`, `anthropic`, `sandbox`; null for what does not exist.
const Connector* connectorNamed(std::string_view name);
std::vector<std::string_view> connectorNames();

/// The protocol's own shapes of an error, for callers.
struct ErrorReply {
    int status = 500;
    HeaderList headers; ///< retry-after, retry-after-ms, x-should-retry where they belong
    std::string body;
};
/// `requestId` goes where the protocol wants it. Contract violations are 400 (facts.md), never 422; what waiting cannot mend says
/// `x-should-retry: false`.
ErrorReply errorReply(model::ClientProtocol protocol, const model::Error& error, std::string_view requestId);
/// The event that ends a broken stream: OpenAI `data: {"error": ...}` (without [DONE]); Anthropic `event: error`.
std::string errorEvent(model::ClientProtocol protocol, const model::Error& error, std::string_view requestId);
/// What keeps a slow stream alive: `: keep-alive` comment, or Anthropic's `event: ping`.
std::string_view keepAliveEvent(model::ClientProtocol protocol);

/// A whole answer that no model gave (degradation: static output), in the caller's protocol, streamed or not.
std::string staticAnswer(const Call& call, std::string_view content, std::string_view runId, std::int64_t createdSeconds);

} // namespace signalbox::providers
