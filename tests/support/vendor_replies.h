#pragma once

#include "tests/support/vendor_behaviour.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What real vendors say, in their own shapes: answers, streams and errors of the OpenAI and the Anthropic protocol.
namespace signalbox::tests::vendor {

enum class Protocol : unsigned char { OpenAi, Anthropic };

struct ToolCall {
    std::string id = "call_1";
    std::string name;
    std::vector<std::string> argumentPieces; ///< JSON text, in the fragments in which it is streamed
};

struct Tokens {
    int input = 12;
    int output = 5;
    int cachedInput = 0; ///< part of `input` for OpenAI, beside it for Anthropic: as the vendors count
};

struct Answer {
    std::string model = "vendor-model";
    std::vector<std::string> pieces = {"Hello", " from", " the", " vendor"};
    std::vector<ToolCall> toolCalls;
    std::optional<Tokens> usage = Tokens{}; ///< none: the vendor gives no usage
    std::string finishReason; ///< in the vendor's words; empty: `stop`/`end_turn`, or the one for tool calls

    std::string text() const;
};

/// Bodies.
std::string openAiChat(const Answer& answer);
std::string anthropicMessage(const Answer& answer);
std::string openAiEmbeddings(std::size_t count, std::size_t dimensions, bool base64 = false);
std::string openAiModels(const std::vector<std::string>& ids);

/// Events of a stream, each with its blank line. OpenAI: the last one is `[DONE]`, before it the usage chunk when
/// `includeUsage` and the answer has usage. Anthropic: `message_start` to `message_stop`.
std::vector<std::string> openAiEvents(const Answer& answer, bool includeUsage = true);
std::vector<std::string> anthropicEvents(const Answer& answer);
std::vector<std::string> eventsOf(Protocol protocol, const Answer& answer);
/// All events but the terminator (`[DONE]`, `message_stop`).
std::vector<std::string> withoutTerminator(std::vector<std::string> events);
/// The first `count` events.
std::vector<std::string> firstOf(std::vector<std::string> events, std::size_t count);

/// Whole behaviours.
Behaviour answerJson(Protocol protocol, const Answer& answer = {});
Behaviour answerStream(Protocol protocol, const Answer& answer = {}, std::chrono::milliseconds between = {});

/// An error body in the vendor's shape.
Behaviour error(Protocol protocol, int status, std::string_view type, std::string_view code, std::string_view message,
                const Headers& extra = {});
/// 429; `retryAfter` goes into the header as it is given (seconds or a date), `retryAfterMs` into `retry-after-ms`.
Behaviour rateLimited(Protocol protocol, std::optional<std::string> retryAfter = {},
                      std::optional<std::string> retryAfterMs = {});
/// 500, 503 or 529 with the vendor's body.
Behaviour serverError(Protocol protocol, int status);
Behaviour insufficientQuota(Protocol protocol);
Behaviour contextLengthExceeded(Protocol protocol);
Behaviour contentPolicyViolation(Protocol protocol);
Behaviour invalidRequest(Protocol protocol);
Behaviour unauthenticated(Protocol protocol);
Behaviour unknownModel(Protocol protocol);
/// 200 with a refusal: OpenAI's `refusal` member, Anthropic's stop reason.
Behaviour refusal(Protocol protocol);
/// A proxy's 502 page.
Behaviour htmlBadGateway();
/// Bytes that are no HTTP.
Behaviour garbage();
/// A body of `bytes` bytes that is JSON of the right shape, but huge.
Behaviour hugeAnswer(Protocol protocol, std::size_t bytes);

} // namespace signalbox::tests::vendor
