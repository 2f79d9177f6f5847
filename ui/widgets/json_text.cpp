#include "ui/widgets/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

bool beginsNumber(QChar c) { return c == u'-' || c.isDigit(); }

/// The end of the number that begins at `at`.
qsizetype numberEnd(const QString& text, qsizetype at) {
    while (at < text.size() && (text[at].isDigit() || u"+-.eE"_s.contains(text[at]))) ++at;
    return at;
}

/// `9.9E-1` is 0.99 to a person; whole numbers stay as they are, however long.
QString readable(const QString& number) {
    return number.contains(u'e', Qt::CaseInsensitive) ? QString::number(number.toDouble(), 'g', 15) : number;
}

/// The place behind the string that begins at `at`.
qsizetype stringEnd(const QString& text, qsizetype at) {
    for (++at; at < text.size() && text[at] != u'"'; ++at)
        if (text[at] == u'\\') ++at;
    return std::min(at + 1, text.size());
}

} // namespace

QString jsonText(const QJsonValue& value) {
    if (value.isUndefined()) return {};
    if (value.isObject()) return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    if (value.isArray()) return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    const QString inList = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return inList.mid(1, inList.size() - 2);
}

QJsonValue jsonValue(const QString& text) {
    // In a list, since a document is an object or a list.
    const QJsonArray list = QJsonDocument::fromJson("[" + text.toUtf8() + "]").array();
    return list.size() == 1 ? QJsonValue(list.first()) : QJsonValue(QJsonValue::Undefined);
}

QString jsonMember(const QString& text, const QString& name) {
    const QString wanted = u'"' + name + u'"';
    int depth = 0;
    qsizetype begin = -1;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        if (c == u'"') {
            const qsizetype end = stringEnd(text, at);
            if (depth == 1 && begin < 0 && text.mid(at, end - at) == wanted) {
                qsizetype next = end;
                while (next < text.size() && text[next].isSpace()) ++next;
                if (next < text.size() && text[next] == u':') begin = next + 1;
            }
            at = end;
            continue;
        }
        if (c == u'{' || c == u'[') ++depth;
        if (begin >= 0 && depth == 1 && (c == u',' || c == u'}')) return text.mid(begin, at - begin).trimmed();
        if (c == u'}' || c == u']') --depth;
        ++at;
    }
    return {};
}

QString prettyJson(const QString& text) {
    // QJsonDocument sorts members, so it only says whether this is JSON.
    if (QJsonDocument::fromJson(text.toUtf8()).isNull()) return text;
    QString out;
    int depth = 0;
    const auto line = [&] { out += u'\n' + QString(depth * 2, u' '); };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'"') {
            const qsizetype end = stringEnd(text, at);
            out += text.mid(at, end - at);
            at = end - 1;
        } else if (beginsNumber(c)) {
            const qsizetype end = numberEnd(text, at);
            out += readable(text.mid(at, end - at));
            at = end - 1;
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
