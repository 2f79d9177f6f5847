#pragma once

#include "core/base/words.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace signalbox {

/// Small numbers for equal strings, from 0. What it is given has to outlive it.
class Interner {
public:
    int idOf(std::string_view text) { return ids_.try_emplace(text, static_cast<int>(ids_.size())).first->second; }
    std::size_t size() const { return ids_.size(); }

private:
    std::unordered_map<std::string_view, int> ids_;
};

/// A line as the words in it.
struct WordedLine {
    std::vector<Word> words;
    std::vector<int> ids;                          ///< of each word
    std::vector<std::pair<int, std::size_t>> bag;  ///< identifiers of the words that are not blank, ascending, with their bytes
    std::size_t weight = 0;                        ///< bytes in the bag
};

/// With `oneBlank`, all white space has the same identifier.
WordedLine wordedLine(std::string_view line, Interner& interner, bool oneBlank);

/// How much of two lines is the same words in whatever order, by bytes: 0 nothing, 1 all (the Sørensen-Dice coefficient).
double likeness(const WordedLine& left, const WordedLine& right);

/// Which of the lines that were taken out became which of those that came in, both ascending: the pairs with the greatest sum
/// of likenesses, none less alike than 0.4. Of long stretches only lines at the same place are compared.
std::vector<std::pair<std::size_t, std::size_t>> pairedLines(const std::vector<WordedLine>& left, const std::vector<WordedLine>& right);

} // namespace signalbox
