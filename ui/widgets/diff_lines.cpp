#include "ui/widgets/diff_lines.h"

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTab = 4;

/// A line of UTF-8 as it is painted, and where the bytes of `words` went.
DiffText shownText(std::string_view bytes, int number, const std::vector<ByteRange>& words) {
    DiffText shown;
    shown.number = number;
    if (!bytes.empty() && bytes.back() == '\r') bytes.remove_suffix(1);
    const QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (words.empty() && !text.contains(u'\t')) {
        shown.text = text;
        return shown;
    }
    std::vector<int> placeOf(bytes.size() + 1, 0);
    std::size_t byte = 0;
    const auto bytesOf = [](char32_t c) { return c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U; };
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t c = text[at].unicode();
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        if (pair) c = QChar::surrogateToUcs4(text[at], text[at + 1]);
        for (unsigned i = 0; i < bytesOf(c) && byte < bytes.size(); ++i) placeOf[byte++] = static_cast<int>(shown.text.size());
        if (c == U'\t') shown.text += QString(kTab - shown.text.size() % kTab, u' ');
        else shown.text += text[at];
        if (pair) shown.text += text[++at];
    }
    for (; byte <= bytes.size(); ++byte) placeOf[byte] = static_cast<int>(shown.text.size());
    for (const ByteRange& word : words) {
        const int from = placeOf[std::min(word.offset, bytes.size())];
        const int to = placeOf[std::min(word.offset + word.length, bytes.size())];
        if (to > from) shown.words.append({from, to - from});
    }
    return shown;
}

} // namespace

void DiffLines::setSections(QList<DiffSection> sections, const Options& options) {
    m_options = options;
    m_sections.clear();
    for (DiffSection& texts : sections) {
        auto section = std::make_unique<Section>();
        section->left = texts.left.toStdString();
        section->right = texts.right.toStdString();
        section->texts = std::move(texts);
        section->leftLines = linesOf(section->left);
        section->rightLines = linesOf(section->right);
        compare(*section);
        m_sections.push_back(std::move(section));
    }
    build();
}

void DiffLines::setOptions(const Options& options) {
    if (options == m_options) return;
    const bool again = options.ignoreWhitespace != m_options.ignoreWhitespace;
    const bool refold = again || options.folded != m_options.folded;
    m_options = options;
    for (const auto& section : m_sections) {
        if (again) compare(*section);
        else if (refold) fold(*section);
    }
    build();
}

void DiffLines::compare(Section& section) const {
    section.diff = diffTexts(section.left, section.right, {m_options.ignoreWhitespace});
    fold(section);
}

void DiffLines::fold(Section& section) const {
    if (m_options.folded) section.spans = foldedRows(section.diff.rows, static_cast<std::size_t>(context));
    else section.spans = {{0, section.diff.rows.size(), false}};
}

void DiffLines::unfold(int line) {
    if (line < 0 || line >= static_cast<int>(m_lines.size()) || m_lines[static_cast<std::size_t>(line)].kind != DiffLine::Kind::Fold) return;
    const DiffLine fold = m_lines[static_cast<std::size_t>(line)];
    for (RowSpan& span : m_sections[static_cast<std::size_t>(fold.section)]->spans)
        if (static_cast<int>(span.first) == fold.firstRow) span.folded = false;
    build();
}

DiffLine DiffLines::lineOf(int section, std::size_t row) const {
    const Section& of = *m_sections[static_cast<std::size_t>(section)];
    const DiffRow& from = of.diff.rows[row];
    DiffLine line;
    line.section = section;
    line.firstRow = static_cast<int>(row);
    line.change = from.kind;
    // Blocks are numbered within a section.
    line.move = from.move == 0 ? 0 : static_cast<int>(from.move) + section * 100'000;
    if (from.left) line.left = shownText(of.leftLines[*from.left - 1], static_cast<int>(*from.left), from.leftWords);
    if (from.right) line.right = shownText(of.rightLines[*from.right - 1], static_cast<int>(*from.right), from.rightWords);
    return line;
}

/// One under the other: what a run of changes removes, then what it adds.
void DiffLines::flushUnified(std::vector<DiffLine>& run) {
    for (const DiffLine& line : run) {
        if (line.left.number == 0) continue;
        DiffLine removed = line;
        removed.right = {};
        m_lines.push_back(std::move(removed));
    }
    for (const DiffLine& line : run) {
        if (line.right.number == 0) continue;
        DiffLine added = line;
        added.left = {};
        m_lines.push_back(std::move(added));
    }
    run.clear();
}

void DiffLines::addRows(int section, const RowSpan& span) {
    std::vector<DiffLine> run;
    for (std::size_t row = span.first; row < span.first + span.count; ++row) {
        DiffLine line = lineOf(section, row);
        if (!m_options.unified) {
            m_lines.push_back(std::move(line));
        } else if (line.isChange()) {
            run.push_back(std::move(line));
        } else {
            flushUnified(run);
            m_lines.push_back(std::move(line));
        }
    }
    flushUnified(run);
}

void DiffLines::build() {
    m_lines.clear();
    m_changes.clear();
    for (std::size_t at = 0; at < m_sections.size(); ++at) {
        const int section = static_cast<int>(at);
        const Section& of = *m_sections[at];
        if (!of.texts.title.isEmpty()) {
            DiffLine heading;
            heading.kind = DiffLine::Kind::Heading;
            heading.section = section;
            heading.left.text = of.texts.title;
            heading.change = !of.texts.onLeft ? RowKind::Added : !of.texts.onRight ? RowKind::Removed : RowKind::Equal;
            m_lines.push_back(std::move(heading));
        }
        for (const RowSpan& span : of.spans) {
            if (!span.folded) {
                addRows(section, span);
                continue;
            }
            DiffLine fold;
            fold.kind = DiffLine::Kind::Fold;
            fold.section = section;
            fold.firstRow = static_cast<int>(span.first);
            fold.hidden = static_cast<int>(span.count);
            m_lines.push_back(std::move(fold));
        }
    }
    bool inChange = false;
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        const bool change = m_lines[at].isChange();
        if (change && !inChange) m_changes.push_back(static_cast<int>(at));
        inChange = change;
    }
}

int DiffLines::otherEndOfMove(int line) const {
    if (line < 0 || line >= static_cast<int>(m_lines.size())) return -1;
    const DiffLine& from = m_lines[static_cast<std::size_t>(line)];
    if (from.move == 0) return -1;
    for (std::size_t at = 0; at < m_lines.size(); ++at)
        if (m_lines[at].move == from.move && (m_lines[at].left.number == 0) != (from.left.number == 0)) return static_cast<int>(at);
    return -1;
}

DiffCounts DiffLines::counts() const {
    DiffCounts all;
    for (const auto& section : m_sections) {
        const DiffCounts& one = section->diff.counts;
        all.equal += one.equal;
        all.changed += one.changed;
        all.added += one.added;
        all.removed += one.removed;
        all.moved += one.moved;
    }
    return all;
}

} // namespace signalbox::ui
