#include "ui/widgets/json_text.h"

#include <QJsonDocument>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

QString prettyJson(const QString& text) {
    // QJsonDocument sorts members, so it only says whether this is JSON.
    if (QJsonDocument::fromJson(text.toUtf8()).isNull()) return text;
    QString out;
    int depth = 0;
    bool quoted = false;
    const auto line = [&] { out += u'\n' + QString(depth * 2, u' '); };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (quoted) {
            out += c;
            if (c == u'\\' && at + 1 < text.size()) out += text[++at];
            else if (c == u'"') quoted = false;
        } else if (c == u'"') {
            quoted = true;
            out += c;
        } else if (c == u'{' || c == u'[') {
            out += c;
            ++depth;
            while (at + 1 < text.size() && text[at + 1].isSpace()) ++at;
            if (at + 1 < text.size() && (text[at + 1] == u'}' || text[at + 1] == u']')) {
                --depth;
                out += text[++at];
            } else {
                line();
            }
        } else if (c == u'}' || c == u']') {
            --depth;
            line();
            out += c;
        } else if (c == u',') {
            out += c;
            line();
        } else if (c == u':') {
            out += u": "_s;
        } else if (!c.isSpace()) {
            out += c;
        }
    }
    return out;
}

} // namespace signalbox::ui
