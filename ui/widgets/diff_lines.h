#pragma once

#include "core/base/text_diff.h"

#include <QList>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace signalbox::ui {

/// Two texts to be compared under one heading: a message of a chat, in two versions.
struct DiffSection {
    QString title;
    QString left;
    QString right;
    bool onLeft = true;  ///< false: this message is not there on that side
    bool onRight = true;
};

/// Characters of a shown line.
struct TextSpan {
    int from = 0;
    int length = 0;
};

/// One side of a line as it is painted: tabs as blanks.
struct DiffText {
    int number = 0; ///< of the line in its text, from 1; 0: nothing on this side
    QString text;
    QList<TextSpan> words; ///< what the other side does not have
};

/// One line of a painted comparison.
struct DiffLine {
    enum class Kind : unsigned char { Heading, Row, Fold };
    Kind kind = Kind::Row;
    RowKind change = RowKind::Equal;
    int section = 0;
    int firstRow = 0; ///< of the section's comparison
    int hidden = 0;   ///< Fold: how many rows it stands for
    int move = 0;     ///< Moved: the block, from 1, unique over all sections
    DiffText left;    ///< Heading: `text` is the title
    DiffText right;

    bool isChange() const { return kind == Kind::Row && change != RowKind::Equal; }
};

/// A comparison of sections as a list of lines, side by side or one under the other, with unchanged parts folded.
class DiffLines {
public:
    struct Options {
        bool ignoreWhitespace = false;
        bool unified = false; ///< removed lines above added ones, each in a line of its own
        bool folded = true;
        bool operator==(const Options&) const = default;
    };
    static constexpr int context = 3; ///< unchanged lines that stay around a change

    void setSections(QList<DiffSection> sections, const Options& options);
    void setOptions(const Options& options);
    const Options& options() const { return m_options; }
    /// Opens the fold that is line `line`.
    void unfold(int line);

    const std::vector<DiffLine>& lines() const { return m_lines; }
    /// The first line of each run of changed lines.
    const std::vector<int>& changes() const { return m_changes; }
    /// The line where the other half of the moved block of line `line` begins; -1: there is none.
    int otherEndOfMove(int line) const;
    DiffCounts counts() const;
    bool isEmpty() const { return m_sections.empty(); }

private:
    struct Section {
        DiffSection texts;
        std::string left;
        std::string right;
        std::vector<std::string_view> leftLines;
        std::vector<std::string_view> rightLines;
        TextDiff diff;
        std::vector<RowSpan> spans;
    };
    void compare(Section& section) const;
    void fold(Section& section) const;
    void build();
    void addRows(int section, const RowSpan& span);
    DiffLine lineOf(int section, std::size_t row) const;
    void flushUnified(std::vector<DiffLine>& run);

    Options m_options;
    std::vector<std::unique_ptr<Section>> m_sections; ///< pointed into by their lines
    std::vector<DiffLine> m_lines;
    std::vector<int> m_changes;
};

} // namespace signalbox::ui
