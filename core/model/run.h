#pragma once

#include "core/base/identifiers.h"
#include "core/base/money.h"
#include "core/model/error.h"
#include "core/model/usage.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::model {

/// Which protocol the caller spoke. Stored: append only.
enum class ClientProtocol : unsigned char { OpenAiChat = 1, OpenAiEmbeddings, AnthropicMessages, Workflow };
std::string_view nameOf(ClientProtocol protocol); ///< `openai.chat`, `openai.embeddings`, `anthropic.messages`, `workflow`

/// How a run ended for the caller. Stored: append only.
enum class RunStatus : unsigned char {
    Succeeded = 1,
    Degraded,  ///< answered, but not by a model: static output (later: a stale cache entry)
    Failed,    ///< the caller got an error, or a stream that ended in one
    Cancelled, ///< the caller left
};
std::string_view nameOf(RunStatus status); ///< `succeeded`, `degraded`, `failed`, `cancelled`
std::optional<RunStatus> runStatusNamed(std::string_view name);

/// Why an attempt was made. Stored: append only.
enum class AttemptReason : unsigned char { First = 1, Retry, Fallback, Repair };
std::string_view nameOf(AttemptReason reason); ///< `first`, `retry`, `fallback`, `repair`

/// One try at one target. Times are microseconds from the run's start; unset: did not happen.
struct Attempt {
    std::string provider;
    std::string model;
    AttemptReason reason = AttemptReason::First;
    bool simulated = false;
    std::int64_t startedUs = 0;
    std::optional<std::int64_t> queuedUs;     ///< how long it waited for a place at the target
    std::optional<std::int64_t> connectedUs;  ///< duration of connecting; 0 when pooled
    std::optional<std::int64_t> headUs;       ///< answer's head
    std::optional<std::int64_t> firstTokenUs;
    std::int64_t endedUs = 0;
    int status = 0;                           ///< HTTP status of the vendor; 0: none came
    std::optional<ErrorClass> errorClass;     ///< unset: it succeeded
    std::string errorCode;
    std::string errorMessage;                 ///< ours or the vendor's, shortened; never a payload or a secret
    std::string upstreamRequestId;
    Usage usage;
    Money cost;
};

/// A call that ended, as it is kept for ever (or as long as retention says). Payloads are apart.
struct Run {
    RunId id;
    WallTime startedAt;
    ClientProtocol protocol = ClientProtocol::OpenAiChat;
    RunStatus status = RunStatus::Failed;
    std::optional<ErrorClass> errorClass;
    std::string errorCode;
    std::string errorMessage;
    int httpStatus = 0;            ///< what the caller got
    bool stream = false;
    bool simulated = false;        ///< served by a sandbox vendor
    std::string keyName;           ///< the application key's name
    std::string requestedModel;    ///< as the caller wrote it
    std::string route;             ///< `name@version`, empty when the call named a model
    std::string policy;            ///< `name@version` of each module, joined by commas
    std::string workflow;          ///< `name@version`, empty: none
    std::string prompt;            ///< `name@version`, empty: none
    std::string provider;          ///< that served (or failed last)
    std::string model;
    std::string finishReason;      ///< in OpenAI's words: stop, length, tool_calls, content_filter
    std::optional<std::int64_t> firstTokenUs; ///< from the start of the run to the first content for the caller
    std::int64_t endToEndUs = 0;
    Usage usage;                   ///< of the attempt that served
    Money cost;                    ///< of all attempts
    int clientRetry = 0;           ///< X-Stainless-Retry-Count
    bool trial = false;            ///< tried from the console or a test set: kept out of the metrics
    bool repaired = false;         ///< the output kept its contract only after the model was shown its violations
    std::string flagged;           ///< why the policy marked the output, a line a reason; empty: it did not
    std::vector<Attempt> attempts;
};

/// What was said, kept apart from the record and only as long as policy says.
struct Payload {
    std::string request;  ///< JSON as the caller sent it
    std::string response; ///< JSON as the caller got it; for a stream the assembled message, or what had come of it
    std::chrono::days keep{0}; ///< 0: not kept at all

    /// Of a workflow's run that somebody will ask for again (asynchronous, or with an Idempotency-Key): what the caller gets,
    /// committed with the record.
    bool keepResult = false;
    int resultStatus = 0;      ///< HTTP
    std::string result{};      ///< the body
    /// The run's error behaviour keeps it to be replayed; `deadLetterInput` is the caller's request, kept whatever `keep` says.
    bool deadLetter = false;
    std::string deadLetterInput{};
};

/// What a caller says about a run afterwards. Stored: append only.
enum class ReportedOutcome : unsigned char { Success = 1, Failure, Overridden };
std::string_view nameOf(ReportedOutcome outcome); ///< `success`, `failure`, `overridden`
std::optional<ReportedOutcome> reportedOutcomeNamed(std::string_view name);

} // namespace signalbox::model
