#include "core/providers/openai_decoder.h"

#include "core/base/event_stream.h"
#include "core/base/text.h"
#include "core/providers/chat_answer.h"
#include "core/providers/chat_request.h"
#include "core/providers/chunk_parser.h"
#include "core/providers/json_access.h"
#include "core/providers/messages_answer.h"
#include "core/providers/sniffing_decoder.h"
#include "core/providers/usage.h"
#include "core/providers/vendor_errors.h"

#include <boost/json.hpp>

#include <optional>

namespace signalbox::providers {

namespace json = boost::json;
using model::Error;
using model::ErrorClass;

namespace {

constexpr std::size_t kMaxText = 1024 * 1024;
constexpr std::string_view kTerminator = "[DONE]";

Error invalid(std::string_view code, std::string message) { return Error{ErrorClass::UpstreamInvalid, std::move(message), std::string(code), {}, {}, {}}; }

/// What a message or a delta adds to the assembled text; true if it holds anything that a caller would see.
bool addContent(const json::object& message, std::string& text) {
    bool any = false;
    const auto add = [&](std::string_view part) {
        if (part.empty()) return;
        any = true;
        if (text.size() + part.size() <= kMaxText) text += part;
    };
    add(stringMember(message, "content"));
    if (const auto* parts = arrayMember(message, "content")) // Mistral, when it thinks
        for (const auto& part : *parts) {
            any = true;
            if (part.is_object()) add(stringMember(part.get_object(), "text"));
        }
    add(stringMember(message, "refusal"));
    any = any || !stringMember(message, "reasoning_content").empty() || !stringMember(message, "reasoning").empty();
    if (const auto* calls = arrayMember(message, "tool_calls"))
        for (const auto& call : *calls) {
            any = true;
            if (!call.is_object()) continue;
            if (const auto* function = objectMember(call.get_object(), "function")) {
                if (const auto name = stringMember(*function, "name"); !name.empty()) add(std::string(text.empty() ? "" : "\n") + std::string(name) + ' ');
                add(stringMember(*function, "arguments"));
            }
        }
    if (const auto* function = objectMember(message, "function_call")) {
        any = true;
        add(stringMember(*function, "name"));
        add(stringMember(*function, "arguments"));
    }
    return any;
}

/// The vendor's count, or ours: Anthropic's protocol always tells one.
model::Usage usageToTell(const Progress& progress, std::int64_t inputEstimate) {
    if (progress.usageSeen) return progress.usage;
    model::Usage usage;
    usage.input = inputEstimate;
    usage.output = estimateTokens(progress.text);
    return usage;
}

class OpenAiStreamDecoder final : public Decoder {
public:
    explicit OpenAiStreamDecoder(const Call& call) : includeUsage_(call.includeUsage), inputEstimate_(call.inputTokens) {
        if (call.protocol == model::ClientProtocol::AnthropicMessages) writer_.emplace(call);
    }

    model::Result<void> feed(std::string_view bytes, std::string& out) override {
        splitter_.feed(bytes);
        StreamEvent event;
        while (splitter_.next(event))
            if (auto taken = take(event, out); !taken) return taken;
        if (splitter_.failed()) return tl::unexpected(invalid("event_too_large", "sent an event of more than 8 MiB"));
        return {};
    }

    model::Result<void> finish(std::string& out) override {
        // Some servers end the body right behind the terminator, without the blank line.
        if (StreamEvent last; splitter_.partial(last) && last.data == kTerminator) progress_.finished = true;
        if (!progress_.finished || !anyChunk_) return tl::unexpected(cut());
        if (writer_) writer_->finish(usageToTell(progress_, inputEstimate_), progress_.finishReason, out);
        else out += "data: [DONE]\n\n";
        return {};
    }

    const Progress& progress() const override { return progress_; }

private:
    Error cut() const {
        if (!anyEvent_) return invalid("not_an_event_stream", "did not answer with an event stream");
        if (!anyChunk_) return invalid("not_the_protocol", "sent a stream of which no chunk could be read");
        return invalid("stream_cut", "ended its stream without the terminator [DONE]");
    }

    model::Result<void> take(const StreamEvent& event, std::string& out) {
        if (progress_.finished) return {}; // nothing belongs after the terminator
        if (event.data.empty()) return {};  // a comment: the gateway has its own
        anyEvent_ = true;
        if (event.data == kTerminator) {
            progress_.finished = true;
            return {};
        }
        const auto* chunk = parser_.parse(event.data);
        if (!chunk || !chunk->is_object()) {
            ++progress_.malformedChunks;
            return {};
        }
        const auto& object = chunk->get_object();
        if (const auto* error = objectMember(object, "error")) return tl::unexpected(classifyErrorObject(*error));
        anyChunk_ = true;
        const bool wanted = read(object);
        if (writer_) writer_->chunk(object, progress_.usage, out);
        else if (wanted) out += event.raw;
        return {};
    }

    /// False for a chunk that the caller did not ask for: the last one, with usage and no choices.
    bool read(const json::object& chunk) {
        if (progress_.upstreamModel.empty()) progress_.upstreamModel = stringMember(chunk, "model");
        bool usageHere = false;
        if (const auto* usage = objectMember(chunk, "usage"))
            if (const auto counts = readOpenAiUsage(*usage)) {
                progress_.usage = *counts;
                progress_.usageSeen = usageHere = true;
            }
        const auto* choices = arrayMember(chunk, "choices");
        if (!choices || choices->empty()) return !usageHere || includeUsage_;
        for (const auto& choice : *choices) {
            if (!choice.is_object()) continue;
            if (const auto reason = stringMember(choice.get_object(), "finish_reason"); !reason.empty()) progress_.finishReason = reason;
            if (const auto* delta = objectMember(choice.get_object(), "delta"); delta && addContent(*delta, progress_.text)) progress_.anyContent = true;
        }
        // An answer without a visible word (a limit of one token, say) is begun when it says why it ends.
        if (!progress_.finishReason.empty()) progress_.anyContent = true;
        return true;
    }

    EventStreamSplitter splitter_;
    ChunkParser parser_;
    Progress progress_;
    std::optional<MessagesWriter> writer_; ///< for callers of Anthropic's protocol
    bool includeUsage_;
    std::int64_t inputEstimate_;
    bool anyEvent_ = false;
    bool anyChunk_ = false;
};

/// What a whole answer says about itself.
model::Result<void> readWhole(const json::value& value, bool embeddings, Progress& progress) {
    if (!value.is_object()) return tl::unexpected(invalid("not_the_protocol", "answered with JSON that is no object"));
    const auto& object = value.get_object();
    if (const auto* error = objectMember(object, "error")) return tl::unexpected(classifyErrorObject(*error));
    const auto* list = arrayMember(object, embeddings ? "data" : "choices");
    if (!list || list->empty()) return tl::unexpected(invalid("not_the_protocol", std::string("answered without ") + (embeddings ? "data" : "choices")));
    progress.upstreamModel = stringMember(object, "model");
    if (const auto* usage = objectMember(object, "usage"))
        if (const auto counts = readOpenAiUsage(*usage)) {
            progress.usage = *counts;
            progress.usageSeen = true;
        }
    if (!embeddings)
        for (const auto& choice : *list) {
            const auto* message = choice.is_object() ? objectMember(choice.get_object(), "message") : nullptr;
            if (!message) return tl::unexpected(invalid("not_the_protocol", "answered with a choice that has no message"));
            addContent(*message, progress.text);
            if (const auto reason = stringMember(choice.get_object(), "finish_reason"); !reason.empty()) progress.finishReason = reason;
        }
    progress.anyContent = true;
    progress.finished = true;
    return {};
}

/// Collects a JSON body; gives it on as it is, translated, or as a stream.
class OpenAiWholeDecoder final : public Decoder {
public:
    explicit OpenAiWholeDecoder(const Call& call)
        : translate_(call.protocol == model::ClientProtocol::AnthropicMessages), thinking_(translate_ && wantsThinking(call)), embeddings_(call.protocol == model::ClientProtocol::OpenAiEmbeddings), stream_(call.stream), includeUsage_(call.includeUsage), inputEstimate_(call.inputTokens) {}

    model::Result<void> feed(std::string_view bytes, std::string&) override {
        body_ += bytes;
        return {};
    }

    model::Result<void> finish(std::string& out) override {
        ChunkParser parser;
        const auto* value = parser.parse(body_);
        if (!value) return tl::unexpected(invalid("invalid_json", body_.empty() ? "answered with an empty body" : "answered with a body that is not JSON"));
        if (auto read = readWhole(*value, embeddings_, progress_); !read) return read;
        if (translate_) {
            const auto message = messageFromChat(value->get_object(), usageToTell(progress_, inputEstimate_), thinking_);
            out += stream_ ? eventsOf(message) : json::serialize(message);
            return {};
        }
        if (stream_) out += chunksOf(value->get_object(), includeUsage_) + "data: [DONE]\n\n";
        else if (out.empty()) out = std::move(body_);
        else out += body_;
        return {};
    }

    const Progress& progress() const override { return progress_; }

private:
    bool translate_;
    bool thinking_;
    bool embeddings_;
    bool stream_;
    bool includeUsage_;
    std::int64_t inputEstimate_;
    std::string body_;
    Progress progress_;
};

} // namespace

std::unique_ptr<Decoder> openAiDecoder(const Call& call, std::string_view contentType) {
    const auto type = toLowerAscii(trimmed(contentType.substr(0, contentType.find(';'))));
    if (!call.stream || type == "application/json") return std::make_unique<OpenAiWholeDecoder>(call);
    if (type == "text/event-stream") return std::make_unique<OpenAiStreamDecoder>(call);
    return sniffingDecoder(std::make_unique<OpenAiStreamDecoder>(call), std::make_unique<OpenAiWholeDecoder>(call));
}

} // namespace signalbox::providers
