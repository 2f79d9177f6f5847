#include "core/providers/message_decoder.h"

#include "core/base/clock.h"
#include "core/base/event_stream.h"
#include "core/base/text.h"
#include "core/providers/chat_answer.h"
#include "core/providers/chunk_parser.h"
#include "core/providers/json_access.h"
#include "core/providers/messages_answer.h"
#include "core/providers/messages_request.h"
#include "core/providers/sniffing_decoder.h"
#include "core/providers/usage.h"
#include "core/providers/vendor_errors.h"

#include <boost/json.hpp>

#include <algorithm>
#include <optional>

namespace signalbox::providers {

namespace json = boost::json;
using model::ClientProtocol;
using model::Error;
using model::ErrorClass;

namespace {

constexpr std::size_t kMaxText = 1024 * 1024;
constexpr std::string_view kTerminator = "message_stop";

Error invalid(std::string_view code, std::string message) { return Error{ErrorClass::UpstreamInvalid, std::move(message), std::string(code), {}, {}, {}}; }

std::int64_t nowSeconds() { return std::chrono::duration_cast<std::chrono::seconds>(wallNow().time_since_epoch()).count(); }

void addText(Progress& progress, std::string_view text) {
    if (progress.text.size() + text.size() <= kMaxText) progress.text += text;
}

/// What a content block, whole or at its beginning, adds; true if a caller would see anything of it.
bool addBlock(const json::object& block, Progress& progress) {
    const auto type = stringMember(block, "type");
    if (type == "text") {
        const auto text = stringMember(block, "text");
        addText(progress, text);
        return !text.empty();
    }
    if (type == "tool_use") {
        addText(progress, std::string(progress.text.empty() ? "" : "\n") + std::string(stringMember(block, "name")) + ' ');
        if (const auto* input = objectMember(block, "input"); input && !input->empty()) addText(progress, json::serialize(*input));
    }
    return true;
}

class MessageStreamDecoder final : public Decoder {
public:
    explicit MessageStreamDecoder(const Call& call) {
        if (call.protocol != ClientProtocol::AnthropicMessages) writer_.emplace(call, nowSeconds());
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
        if (StreamEvent last; splitter_.partial(last))
            if (const auto* value = parser_.parse(last.data); value && value->is_object() && stringMember(value->get_object(), "type") == kTerminator) endedBy(messageEvent(kTerminator, {}));
        if (!progress_.finished) return tl::unexpected(cut());
        if (writer_) writer_->finish(progress_.usage, out);
        else out += terminator_;
        return {};
    }

    const Progress& progress() const override { return progress_; }

private:
    Error cut() const {
        if (!anyEvent_) return invalid("not_an_event_stream", "did not answer with an event stream");
        if (!anyKnown_) return invalid("not_the_protocol", "sent a stream of which no event could be read");
        return invalid("stream_cut", "ended its stream without the terminator message_stop");
    }

    model::Result<void> take(const StreamEvent& event, std::string& out) {
        if (progress_.finished || event.data.empty()) return {}; // nothing belongs after the terminator; comments are the gateway's
        anyEvent_ = true;
        const auto* value = parser_.parse(event.data);
        if (!value || !value->is_object()) {
            ++progress_.malformedChunks;
            return {};
        }
        const auto& object = value->get_object();
        const auto type = stringMember(object, "type");
        if (type == "error" || objectMember(object, "error")) {
            const auto* error = objectMember(object, "error");
            return tl::unexpected(classifyErrorObject(error ? *error : json::object{}));
        }
        read(type, object);
        if (type == kTerminator) {
            endedBy(event.raw);
            return {};
        }
        if (writer_) writer_->event(type, object, out);
        else out += event.raw;
        return {};
    }

    void read(std::string_view type, const json::object& event) {
        if (type == "content_block_delta") {
            const auto* delta = objectMember(event, "delta");
            if (!delta) return;
            for (const auto* name : {"text", "partial_json"})
                if (const auto piece = stringMember(*delta, name); !piece.empty()) {
                    addText(progress_, piece);
                    produced(piece);
                }
            if (const auto thought = stringMember(*delta, "thinking"); !thought.empty()) produced(thought);
        } else if (type == "message_start") {
            anyKnown_ = true;
            const auto* message = objectMember(event, "message");
            if (!message) return;
            progress_.upstreamModel = stringMember(*message, "model");
            usage(*message);
        } else if (type == "content_block_start") {
            if (const auto* block = objectMember(event, "content_block"); block && addBlock(*block, progress_) && stringMember(*block, "type") != "thinking") progress_.anyContent = true;
        } else if (type == "message_delta") {
            usage(event);
            progress_.usage.estimated = false; // the last word on it
            const auto* delta = objectMember(event, "delta");
            if (const auto reason = delta ? stringMember(*delta, "stop_reason") : std::string_view(); !reason.empty()) {
                progress_.finishReason = finishReasonOf(reason);
                progress_.anyContent = true; // an answer without a word is begun when it says why it ends
            }
        }
    }

    void endedBy(std::string_view terminator) {
        terminator_ = terminator; // leaves when the call is on record
        progress_.finished = anyKnown_;
    }

    /// The vendor counts the output at the end only; until then a stream that is cut has to be counted by us.
    void produced(std::string_view piece) {
        constexpr std::int64_t kBytesOfAToken = 4;
        producedBytes_ += static_cast<std::int64_t>(piece.size());
        progress_.anyContent = true;
        progress_.usage.output = std::max(progress_.usage.output, (producedBytes_ + kBytesOfAToken - 1) / kBytesOfAToken);
        progress_.usage.estimated = true;
    }

    void usage(const json::object& holder) {
        if (const auto* counts = objectMember(holder, "usage"); counts && mergeAnthropicUsage(*counts, progress_.usage)) progress_.usageSeen = true;
    }

    EventStreamSplitter splitter_;
    ChunkParser parser_;
    Progress progress_;
    std::optional<ChatWriter> writer_; ///< for callers of OpenAI's protocol
    std::string terminator_;
    std::int64_t producedBytes_ = 0;
    bool anyEvent_ = false;
    bool anyKnown_ = false;
};

/// Collects a JSON body; gives it on as it is, translated, or as a stream.
class MessageWholeDecoder final : public Decoder {
public:
    explicit MessageWholeDecoder(const Call& call)
        : translate_(call.protocol != ClientProtocol::AnthropicMessages), schemaTool_(usesSchemaTool(call)), stream_(call.stream), includeUsage_(call.includeUsage) {}

    model::Result<void> feed(std::string_view bytes, std::string&) override {
        body_ += bytes;
        return {};
    }

    model::Result<void> finish(std::string& out) override {
        ChunkParser parser;
        const auto* value = parser.parse(body_);
        if (!value) return tl::unexpected(invalid("invalid_json", body_.empty() ? "answered with an empty body" : "answered with a body that is not JSON"));
        if (!value->is_object()) return tl::unexpected(invalid("not_the_protocol", "answered with JSON that is no object"));
        const auto& message = value->get_object();
        if (const auto* error = objectMember(message, "error")) return tl::unexpected(classifyErrorObject(*error));
        const auto* content = arrayMember(message, "content");
        if (!content || stringMember(message, "stop_reason").empty()) return tl::unexpected(invalid("not_the_protocol", "answered without content or without a reason to stop"));
        read(message, *content);
        if (translate_) {
            const auto completion = chatFromMessage(message, progress_.usage, schemaTool_, nowSeconds());
            out += stream_ ? chunksOf(completion, includeUsage_) + "data: [DONE]\n\n" : json::serialize(completion);
        } else {
            out += stream_ ? eventsOf(message) : body_;
        }
        return {};
    }

    const Progress& progress() const override { return progress_; }

private:
    void read(const json::object& message, const json::array& content) {
        for (const auto& block : content)
            if (block.is_object()) addBlock(block.get_object(), progress_);
        progress_.upstreamModel = stringMember(message, "model");
        progress_.finishReason = finishReasonOf(stringMember(message, "stop_reason"));
        if (const auto* counts = objectMember(message, "usage")) progress_.usageSeen = mergeAnthropicUsage(*counts, progress_.usage);
        progress_.anyContent = true;
        progress_.finished = true;
    }

    bool translate_;
    bool schemaTool_;
    bool stream_;
    bool includeUsage_;
    std::string body_;
    Progress progress_;
};

} // namespace

std::unique_ptr<Decoder> messageDecoder(const Call& call, std::string_view contentType) {
    const auto type = toLowerAscii(trimmed(contentType.substr(0, contentType.find(';'))));
    if (!call.stream || type == "application/json") return std::make_unique<MessageWholeDecoder>(call);
    if (type == "text/event-stream") return std::make_unique<MessageStreamDecoder>(call);
    return sniffingDecoder(std::make_unique<MessageStreamDecoder>(call), std::make_unique<MessageWholeDecoder>(call));
}

} // namespace signalbox::providers
