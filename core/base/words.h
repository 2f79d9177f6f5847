#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace signalbox {

/// A piece of a line, in bytes. Pieces cover the line without gaps and never split a UTF-8 sequence.
struct Word {
    std::size_t offset = 0;
    std::size_t length = 0;
    bool blank = false; ///< a run of ASCII white space
};

/// Words (letters, digits, `_`), runs of white space, and everything else one character each: punctuation, symbols, the
/// characters of scripts that do not write spaces between words, bytes that are not UTF-8.
std::vector<Word> wordsOf(std::string_view line);

} // namespace signalbox
