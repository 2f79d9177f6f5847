#include "core/base/text_diff.h"

#include "core/base/line_pairs.h"
#include "core/base/moved_blocks.h"
#include "core/base/sequence_match.h"
#include "core/base/words.h"

#include <algorithm>
#include <string>

namespace signalbox {

namespace {

constexpr std::size_t kMostLines = 200'000; ///< in dispute; past it only what is equal at both ends is found
constexpr std::size_t kMostWords = 20'000;  ///< the same within a line

struct Side {
    std::vector<std::string_view> lines;
    std::vector<int> ids;
    std::vector<bool> matched;     ///< stands in the other text at this place
    std::vector<std::size_t> move; ///< number of the block that the line moved with; 0: none
};

/// The words with one space between any two, so that only the space around words may differ.
std::string withoutSpacing(std::string_view line) {
    std::string key;
    for (const auto& word : wordsOf(line))
        if (!word.blank) key.append(line.substr(word.offset, word.length)).push_back(' ');
    return key;
}

/// Ranges of the words that are in no run. Ranges that only white space separates are one; with `ignoreBlank`, ranges of only
/// white space are none.
std::vector<ByteRange> rangesOutside(const std::vector<CommonRun>& runs, std::size_t CommonRun::* side, const std::vector<Word>& words, bool ignoreBlank) {
    std::vector<bool> common(words.size());
    for (const auto& run : runs) std::fill_n(common.begin() + static_cast<std::ptrdiff_t>(run.*side), run.length, true);
    std::vector<ByteRange> ranges;
    bool joins = false; // only white space since the last range
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (common[i] || (ignoreBlank && words[i].blank)) {
            joins = joins && words[i].blank;
            continue;
        }
        const std::size_t end = words[i].offset + words[i].length;
        if (joins) ranges.back().length = end - ranges.back().offset;
        else ranges.push_back({words[i].offset, words[i].length});
        joins = true;
    }
    return ranges;
}

class Differ {
public:
    Differ(std::string_view left, std::string_view right, const DiffOptions& options) : options_(options) {
        left_.lines = linesOf(left);
        right_.lines = linesOf(right);
    }

    TextDiff diff() {
        identify();
        const auto runs = commonRuns(left_.ids, right_.ids, kMostLines);
        findMoves(runs);
        std::size_t left = 0;
        std::size_t right = 0;
        for (const auto& run : runs) {
            addChanges(left, run.left, right, run.right);
            for (std::size_t i = 0; i < run.length; ++i) addRow({RowKind::Equal, run.left + i + 1, run.right + i + 1, {}, {}, 0});
            left = run.left + run.length;
            right = run.right + run.length;
        }
        addChanges(left, left_.lines.size(), right, right_.lines.size());
        return std::move(result_);
    }

private:
    /// Equal lines get equal numbers.
    void identify() {
        if (options_.ignoreWhitespace) {
            keys_.reserve(left_.lines.size() + right_.lines.size()); // the interner keeps views of them
            for (const auto* side : {&left_, &right_})
                for (const auto line : side->lines) keys_.push_back(withoutSpacing(line));
        }
        Interner interner;
        std::size_t next = 0;
        for (auto* side : {&left_, &right_})
            for (const auto line : side->lines) {
                const auto id = static_cast<std::size_t>(interner.idOf(options_.ignoreWhitespace ? std::string_view(keys_[next++]) : line));
                side->ids.push_back(static_cast<int>(id));
                if (id == blank_.size()) blank_.push_back(line.find_first_not_of(" \t\r\v\f") == std::string_view::npos);
            }
    }

    void findMoves(const std::vector<CommonRun>& runs) {
        for (auto* side : {&left_, &right_}) {
            side->matched.resize(side->lines.size());
            side->move.resize(side->lines.size());
        }
        for (const auto& run : runs)
            for (std::size_t i = 0; i < run.length; ++i) left_.matched[run.left + i] = right_.matched[run.right + i] = true;
        std::size_t number = 0;
        for (const auto& block : movedBlocks({left_.ids, left_.matched}, {right_.ids, right_.matched}, blank_)) {
            ++number;
            for (std::size_t i = 0; i < block.length; ++i) left_.move[block.left + i] = right_.move[block.right + i] = number;
        }
    }

    /// The lines between two runs: what was taken out, what came in, and which of them are one line that changed.
    void addChanges(std::size_t left, std::size_t leftEnd, std::size_t right, std::size_t rightEnd) {
        const auto leftLines = stayed(left_, left, leftEnd);
        const auto rightLines = stayed(right_, right, rightEnd);
        const auto leftWords = worded(left_, leftLines);
        const auto rightWords = worded(right_, rightLines);
        for (const auto& [i, j] : pairedLines(leftWords, rightWords)) {
            addOneSided(left, leftLines[i], right, rightLines[j]);
            if (left_.ids[leftLines[i]] == right_.ids[rightLines[j]]) { // where the comparison of lines was coarse
                addRow({RowKind::Equal, leftLines[i] + 1, rightLines[j] + 1, {}, {}, 0});
            } else {
                const auto common = commonRuns(leftWords[i].ids, rightWords[j].ids, kMostWords);
                addRow({RowKind::Changed, leftLines[i] + 1, rightLines[j] + 1,
                        rangesOutside(common, &CommonRun::left, leftWords[i].words, options_.ignoreWhitespace),
                        rangesOutside(common, &CommonRun::right, rightWords[j].words, options_.ignoreWhitespace), 0});
            }
            left = leftLines[i] + 1;
            right = rightLines[j] + 1;
        }
        addOneSided(left, leftEnd, right, rightEnd);
    }

    void addOneSided(std::size_t left, std::size_t leftEnd, std::size_t right, std::size_t rightEnd) {
        for (; left < leftEnd; ++left) addRow({left_.move[left] ? RowKind::Moved : RowKind::Removed, left + 1, {}, {}, {}, left_.move[left]});
        for (; right < rightEnd; ++right) addRow({right_.move[right] ? RowKind::Moved : RowKind::Added, {}, right + 1, {}, {}, right_.move[right]});
    }

    void addRow(DiffRow row) {
        auto& counts = result_.counts;
        switch (row.kind) {
        case RowKind::Equal: ++counts.equal; break;
        case RowKind::Changed: ++counts.changed; break;
        case RowKind::Added: ++counts.added; break;
        case RowKind::Removed: ++counts.removed; break;
        case RowKind::Moved: counts.moved += row.left ? 1 : 0; break;
        }
        result_.rows.push_back(std::move(row));
    }

    static std::vector<std::size_t> stayed(const Side& side, std::size_t first, std::size_t end) {
        std::vector<std::size_t> lines;
        for (; first < end; ++first)
            if (!side.move[first]) lines.push_back(first);
        return lines;
    }

    std::vector<WordedLine> worded(const Side& side, const std::vector<std::size_t>& lines) {
        std::vector<WordedLine> result;
        for (const auto line : lines) result.push_back(wordedLine(side.lines[line], words_, options_.ignoreWhitespace));
        return result;
    }

    DiffOptions options_;
    Side left_;
    Side right_;
    std::vector<std::string> keys_; ///< of the lines, where white space is ignored
    std::vector<bool> blank_;       ///< by the lines' numbers
    Interner words_;
    TextDiff result_;
};

} // namespace

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    if (text.empty()) return lines;
    for (std::size_t begin = 0; begin != std::string_view::npos;) {
        const auto end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        begin = end == std::string_view::npos ? end : end + 1;
    }
    return lines;
}

TextDiff diffTexts(std::string_view left, std::string_view right, const DiffOptions& options) { return Differ(left, right, options).diff(); }

std::vector<RowSpan> foldedRows(std::span<const DiffRow> rows, std::size_t context) {
    std::vector<RowSpan> spans;
    const auto add = [&](std::size_t first, std::size_t end, bool folded) {
        if (first == end) return;
        if (!spans.empty() && spans.back().folded == folded) spans.back().count += end - first;
        else spans.push_back({first, end - first, folded});
    };
    for (std::size_t first = 0; first < rows.size();) {
        const bool equal = rows[first].kind == RowKind::Equal;
        std::size_t end = first + 1;
        while (end < rows.size() && (rows[end].kind == RowKind::Equal) == equal) ++end;
        // A change before the stretch, or after it, keeps its neighbours visible.
        const std::size_t shownFrom = std::min(end, first + (first == 0 ? 0 : std::min(context, end - first)));
        const std::size_t shownTo = end == rows.size() ? end : std::max(shownFrom, end - std::min(context, end - first));
        if (equal && shownTo - shownFrom > 1) {
            add(first, shownFrom, false);
            add(shownFrom, shownTo, true);
            add(shownTo, end, false);
        } else {
            add(first, end, false);
        }
        first = end;
    }
    return spans;
}

} // namespace signalbox
