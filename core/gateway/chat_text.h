#pragma once

#include "core/base/event_stream.h"
#include "core/providers/chunk_parser.h"

#include <memory>
#include <string>
#include <string_view>

namespace signalbox::gateway {

/// The words of an OpenAI chat completion, read from its events or from its whole body: what a workflow makes its output of.
class ChatText {
public:
    /// More than this is kept of no answer: it is then `tooLong`.
    static constexpr std::size_t kMostBytes = 8 * 1024 * 1024;

    ChatText();
    /// Whole events; gives what they add to the text.
    std::string_view feed(std::string_view events);
    void readWhole(std::string_view body);

    const std::string& text() const { return text_; }
    const std::string& refusal() const { return refusal_; }
    const std::string& finishReason() const { return finishReason_; }
    bool tooLong() const { return tooLong_; }
    void clear();

private:
    void add(const boost::json::object& choice, std::string_view member);

    EventStreamSplitter splitter_;
    std::unique_ptr<providers::ChunkParser> parser_; ///< its buffer is large for a coroutine's frame
    std::string text_;
    std::string refusal_;
    std::string finishReason_;
    bool tooLong_ = false;
};

} // namespace signalbox::gateway
