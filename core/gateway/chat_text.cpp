#include "core/gateway/chat_text.h"

#include "core/providers/json_access.h"

#include <boost/json.hpp>

namespace signalbox::gateway {

using providers::arrayMember;
using providers::objectMember;
using providers::stringMember;

ChatText::ChatText() : parser_(std::make_unique<providers::ChunkParser>()) {}

void ChatText::clear() {
    splitter_ = EventStreamSplitter();
    text_.clear();
    refusal_.clear();
    finishReason_.clear();
    tooLong_ = false;
}

void ChatText::add(const boost::json::object& choice, std::string_view member) {
    if (const auto reason = stringMember(choice, "finish_reason"); !reason.empty()) finishReason_ = reason;
    const auto* message = objectMember(choice, member);
    if (!message) return;
    const auto append = [this](std::string& to, std::string_view part) {
        if (to.size() + part.size() > kMostBytes) tooLong_ = true;
        else to += part;
    };
    append(text_, stringMember(*message, "content"));
    if (const auto* parts = arrayMember(*message, "content")) // Mistral, when it thinks: parts with a type
        for (const auto& part : *parts)
            if (part.is_object() && stringMember(part.get_object(), "type") == "text") append(text_, stringMember(part.get_object(), "text"));
    append(refusal_, stringMember(*message, "refusal"));
}

std::string_view ChatText::feed(std::string_view events) {
    const auto before = text_.size();
    splitter_.feed(events);
    StreamEvent event;
    while (splitter_.next(event)) {
        if (event.data.empty() || event.data == "[DONE]") continue;
        const auto* chunk = parser_->parse(event.data);
        if (!chunk || !chunk->is_object()) continue;
        if (const auto* choices = arrayMember(chunk->get_object(), "choices"); choices && !choices->empty() && choices->front().is_object()) add(choices->front().get_object(), "delta");
    }
    return std::string_view(text_).substr(before);
}

void ChatText::readWhole(std::string_view body) {
    clear();
    const auto* completion = parser_->parse(body);
    if (!completion || !completion->is_object()) return;
    if (const auto* choices = arrayMember(completion->get_object(), "choices"); choices && !choices->empty() && choices->front().is_object()) add(choices->front().get_object(), "message");
}

} // namespace signalbox::gateway
