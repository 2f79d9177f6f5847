#pragma once

#include "core/model/usage.h"
#include "core/providers/call.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::providers {

/// OpenAI's `finish_reason` in Anthropic's words.
std::string_view stopReasonOf(std::string_view finishReason);

/// A whole chat completion as a message of Anthropic's. What the model thought is in it only with `thinking`.
boost::json::object messageFromChat(const boost::json::object& completion, const model::Usage& usage, bool thinking);

/// One event of Anthropic's, `type` first in its data.
std::string messageEvent(std::string_view type, boost::json::object data);
/// The events that a whole message would have been, message_stop included.
std::string eventsOf(const boost::json::object& message);

/// Writes chunks of a chat completion as the events of a message of Anthropic's.
class MessagesWriter {
public:
    explicit MessagesWriter(const Call& call);

    void chunk(const boost::json::object& chunk, const model::Usage& soFar, std::string& out);
    /// Ends the blocks and the message.
    void finish(const model::Usage& usage, std::string_view finishReason, std::string& out);

private:
    enum class Block : unsigned char { None, Text, Thinking, Tool };
    struct Tool {
        std::int64_t index = 0;
        std::string id;
        std::string name;
        std::string arguments;
    };

    void start(const boost::json::object& chunk, const model::Usage& soFar, std::string& out);
    void text(Block kind, std::string_view piece, std::string& out);
    void content(const boost::json::value& content, std::string& out);
    void toolFragment(const boost::json::object& fragment, std::string& out);
    void open(Block kind, const boost::json::object& block, std::string& out);
    void close(std::string& out);
    void delta(std::string_view type, std::string_view member, std::string_view value, std::string& out);
    std::string toolId(const Tool& tool) const;

    bool thinking_;
    bool started_ = false;
    bool refused_ = false;
    std::int64_t inputEstimate_;
    std::string id_;
    Block block_ = Block::None;
    std::int64_t index_ = -1;  ///< of the block that is open, or was last
    std::vector<Tool> tools_;  ///< the first one streams as it comes; the others wait, for vendors may mix their fragments
    std::string later_;        ///< text that came after the first tool
};

} // namespace signalbox::providers
