#pragma once

#include <string>
#include <string_view>

namespace signalbox {

/// ASCII only: the rules of HTTP field names and of our own words.
bool equalsIgnoringCase(std::string_view a, std::string_view b);
std::string toLowerAscii(std::string_view text);
std::string_view trimmed(std::string_view text);
/// Cuts to at most `bytes` without splitting a UTF-8 sequence.
std::string_view truncatedUtf8(std::string_view text, std::size_t bytes);
bool isValidUtf8(std::string_view text);
/// Length of the UTF-8 sequence at the front of `text`, which is not empty; 0: it is not valid.
std::size_t utf8SequenceLength(std::string_view text);
/// The text with each byte that is no part of valid UTF-8 replaced by U+FFFD: what others sent, fit for JSON.
std::string wellFormedUtf8(std::string_view text);

} // namespace signalbox
