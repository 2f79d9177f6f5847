#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace signalbox {

/// The lines of a text, without their line feeds. A text that ends in a line feed ends in an empty line, as editors show it; an
/// empty text has no lines.
std::vector<std::string_view> linesOf(std::string_view text);

/// Bytes of a line; begins and ends between characters of UTF-8.
struct ByteRange {
    std::size_t offset = 0;
    std::size_t length = 0;
    bool operator==(const ByteRange&) const = default;
};

enum class RowKind : unsigned char { Equal, Changed, Added, Removed, Moved };

/// One row of two texts side by side.
struct DiffRow {
    RowKind kind = RowKind::Equal;
    std::optional<std::size_t> left;  ///< number of the line, from 1; Added has none, and Moved where the block went to
    std::optional<std::size_t> right; ///< Removed has none, and Moved where the block came from
    std::vector<ByteRange> leftWords; ///< Changed: what of the left line is not in the right one
    std::vector<ByteRange> rightWords;
    std::size_t move = 0;             ///< Moved: the block's number, from 1, the same on both sides
};

/// In lines. A moved line counts once, a changed one too.
struct DiffCounts {
    std::size_t equal = 0;
    std::size_t changed = 0;
    std::size_t added = 0;
    std::size_t removed = 0;
    std::size_t moved = 0;
    bool operator==(const DiffCounts&) const = default;
};

struct TextDiff {
    std::vector<DiffRow> rows; ///< both texts from the first line to the last
    DiffCounts counts;
};

struct DiffOptions {
    /// Lines that differ only in white space between their words, at their beginning or at their end are Equal.
    bool ignoreWhitespace = false;
};

/// Compares lines, then the words of lines that resemble each other. A block of at least three lines that stands verbatim
/// elsewhere is Moved. Any two texts are compared in bounded time; where they are huge and have next to nothing in common the
/// result is coarser, never wrong.
TextDiff diffTexts(std::string_view left, std::string_view right, const DiffOptions& options = {});

/// Neighbouring rows, to be shown or to be folded into one line.
struct RowSpan {
    std::size_t first = 0;
    std::size_t count = 0;
    bool folded = false;
    bool operator==(const RowSpan&) const = default;
};

/// Covers all rows in order. Equal rows further than `context` from a row that is not are folded, unless it is just one.
std::vector<RowSpan> foldedRows(std::span<const DiffRow> rows, std::size_t context);

} // namespace signalbox
