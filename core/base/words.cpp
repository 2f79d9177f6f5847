#include "core/base/words.h"

#include "core/base/text.h"

namespace signalbox {

namespace {

enum class Class : unsigned char { Letter, Blank, Single };

struct Character {
    std::size_t length = 1;
    Class kind = Class::Single;
};

/// Blocks of Unicode whose characters stand alone: punctuation, symbols, emoji, Han, kana and hangul.
bool standsAlone(char32_t point) {
    return (point >= 0x80 && point <= 0xBF && point != 0xAA && point != 0xB5 && point != 0xBA) || point == 0xD7 || point == 0xF7 ||
           (point >= 0x2000 && point <= 0x2BFF) || (point >= 0x2E80 && point <= 0x9FFF) || (point >= 0xAC00 && point <= 0xD7AF) ||
           (point >= 0xF900 && point <= 0xFAFF) || (point >= 0xFE30 && point <= 0xFF0F) || point >= 0x1F000;
}

Character characterAt(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) {
        if (lead == ' ' || (lead >= '\t' && lead <= '\r')) return {1, Class::Blank};
        const bool letter = (lead >= 'a' && lead <= 'z') || (lead >= 'A' && lead <= 'Z') || (lead >= '0' && lead <= '9') || lead == '_';
        return {1, letter ? Class::Letter : Class::Single};
    }
    const std::size_t length = utf8SequenceLength(text);
    if (length == 0) return {1, Class::Single};
    char32_t point = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) point = (point << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return {length, standsAlone(point) ? Class::Single : Class::Letter};
}

} // namespace

std::vector<Word> wordsOf(std::string_view line) {
    std::vector<Word> words;
    Class last = Class::Single;
    for (std::size_t at = 0; at < line.size();) {
        const auto [length, kind] = characterAt(line.substr(at));
        if (!words.empty() && kind != Class::Single && kind == last) words.back().length += length;
        else words.push_back({at, length, kind == Class::Blank});
        last = kind;
        at += length;
    }
    return words;
}

} // namespace signalbox
