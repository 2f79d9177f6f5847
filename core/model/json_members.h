#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::model {

struct RepeatedMember {
    std::size_t offset = 0; ///< of the second one's name
    std::string name;
};

/// The first member that one object of `text` has twice. `text` must be valid JSON. A parser that keeps the last of two silently
/// would make a document mean something else than what a person reads.
std::optional<RepeatedMember> repeatedMember(std::string_view text);

} // namespace signalbox::model
