#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace signalbox {

/// One message of a chat prompt.
struct SaidMessage {
    std::string_view role;
    std::string_view text;
};

/// Places in the one list and in the other; one of the two may be missing.
struct MessagePair {
    std::optional<std::size_t> left;
    std::optional<std::size_t> right;
    bool operator==(const MessagePair&) const = default;
};

/// Which message became which, both lists in their order and whole: equal ones and those whose words are alike belong together before
/// those that only have their role in common. A message stays itself when its role changes and its text hardly does. Lists of
/// together very many words are paired by equality and role alone, more than 500 messages by place.
std::vector<MessagePair> pairedMessages(std::span<const SaidMessage> left, std::span<const SaidMessage> right);

} // namespace signalbox
