#include "ui/shell/fuzzy.h"

#include <algorithm>

namespace signalbox::ui {

namespace {

bool beginsWord(QStringView text, qsizetype at) {
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

/// The best score with the pattern's first character at or after `from`. Texts are titles: short.
int best(QStringView pattern, QStringView text, qsizetype from, bool inARow) {
    if (pattern.isEmpty()) return 1;
    int found = 0;
    const QChar wanted = pattern.front().toCaseFolded();
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text[at].toCaseFolded() != wanted) continue;
        const int rest = best(pattern.mid(1), text, at + 1, true);
        if (rest == 0) continue;
        const int here = 1 + (beginsWord(text, at) ? 8 : 0) + (inARow && at == from ? 5 : 0);
        found = std::max(found, here + rest);
        // Later places can only win by beginning a word.
        if (beginsWord(text, at)) break;
    }
    return found;
}

} // namespace

int fuzzyScore(QStringView pattern, QStringView text) {
    pattern = pattern.trimmed();
    if (pattern.isEmpty()) return 1;
    text = text.left(80);
    if (pattern.size() > text.size()) return 0;
    const int score = best(pattern.left(24), text, 0, false);
    // Of two that match alike the shorter one is meant.
    return score == 0 ? 0 : std::max(1, score * 10 - static_cast<int>(text.size()) / 4);
}

} // namespace signalbox::ui
