#pragma once

#include "core/model/usage.h"
#include "core/providers/call.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::providers {

/// Anthropic's `stop_reason` in OpenAI's words. A reason that came after this was written counts as `stop`.
std::string_view finishReasonOf(std::string_view stopReason);

/// A whole message of Anthropic's as a chat completion.
boost::json::object chatFromMessage(const boost::json::object& message, const model::Usage& usage, bool schemaTool, std::int64_t createdSeconds);

/// The chunks that a whole chat completion would have been, for a caller who asked for a stream and a vendor that did not give
/// one. Without [DONE].
std::string chunksOf(const boost::json::object& completion, bool includeUsage);

/// Writes the events of a message of Anthropic's as chunks of a chat completion.
class ChatWriter {
public:
    ChatWriter(const Call& call, std::int64_t createdSeconds);

    /// `type` is the event's; pings and what OpenAI has no word for write nothing.
    void event(std::string_view type, const boost::json::object& event, std::string& out);
    /// The usage chunk, if the caller wants it, and [DONE].
    void finish(const model::Usage& usage, std::string& out);

private:
    /// One content block of the message.
    struct Block {
        enum class Kind : unsigned char { Skipped, Text, Thinking, Tool, Schema } kind = Kind::Skipped;
        std::int64_t tool = 0;  ///< number among the calls
        std::string input;      ///< that came with the beginning, for vendors that send no fragments
        bool anyInput = false;
    };

    void start(const boost::json::object& message, std::string& out);
    void blockStart(std::size_t index, const boost::json::object& block, std::string& out);
    void blockDelta(Block& block, const boost::json::object& delta, std::string& out);
    void blockStop(Block& block, std::string& out);
    void arguments(Block& block, std::string_view fragment, std::string& out);
    void text(std::string_view member, std::string_view value, std::string& out);
    void chunk(std::string_view delta, std::string_view finish, std::string& out);

    bool includeUsage_;
    bool schemaTool_;
    bool started_ = false;
    bool calledTool_ = false;
    std::int64_t created_;
    std::int64_t tools_ = 0;
    std::string head_; ///< of every chunk: from `data: ` to before `"choices"`
    std::vector<Block> blocks_;
};

} // namespace signalbox::providers
