#include "ui/widgets/json_field.h"

#include "ui/widgets/theme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStyle>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

JsonHighlighter::JsonHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {
    connect(&Theme::current(), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::highlightBlock(const QString& text) {
    static const QRegularExpression kString(u"\"(?:[^\"\\\\]|\\\\.)*\""_s);
    static const QRegularExpression kName(u"(\"(?:[^\"\\\\]|\\\\.)*\")\\s*:"_s);
    static const QRegularExpression kNumber(u"(?<![\\w\"])-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|\\b(true|false|null)\\b"_s);
    const Theme& theme = Theme::current();
    const auto paint = [&](const QRegularExpression& pattern, int group, Token token) {
        for (auto match = pattern.globalMatch(text); match.hasNext();) {
            const auto one = match.next();
            setFormat(static_cast<int>(one.capturedStart(group)), static_cast<int>(one.capturedLength(group)), theme.color(token));
        }
    };
    paint(kNumber, 0, Token::Held);
    paint(kString, 0, Token::Good);
    paint(kName, 1, Token::Accent);
}

JsonField::JsonField(QWidget* parent) : QPlainTextEdit(parent) {
    new JsonHighlighter(document());
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        read();
        if (!m_setting) Q_EMIT edited();
    });
    connect(&Theme::current(), &Theme::changed, this, &JsonField::restyle);
    restyle();
}

void JsonField::restyle() { setFont(Theme::current().monoFont()); }

QString JsonField::textOf(const QJsonValue& value) {
    if (value.isUndefined()) return {};
    if (value.isObject()) return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    if (value.isArray()) return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    const QString inArray = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return inArray.mid(1, inArray.size() - 2);
}

void JsonField::setValue(const QJsonValue& value) {
    if (value == m_value && m_problem.isEmpty()) return;
    m_setting = true;
    setPlainText(textOf(value));
    m_setting = false;
}

void JsonField::read() {
    const QString text = toPlainText();
    m_problem.clear();
    m_value = QJsonValue::Undefined;
    if (!text.trimmed().isEmpty()) {
        // In a list, since a document is an object or a list.
        QJsonParseError error{};
        const QJsonDocument parsed = QJsonDocument::fromJson("[" + text.toUtf8() + "]", &error);
        if (error.error == QJsonParseError::NoError && parsed.array().size() == 1) {
            m_value = parsed.array().first();
        } else {
            const auto before = text.toUtf8().left(std::max(0, error.offset - 1));
            m_problem = tr("Line %1 is no JSON: %2.").arg(before.count('\n') + 1).arg(error.error == QJsonParseError::NoError ? tr("there is more than one value") : error.errorString());
        }
    }
    const bool wrong = !m_problem.isEmpty();
    setToolTip(m_problem);
    setAccessibleDescription(m_problem);
    if (property("invalid").toBool() == wrong) return;
    setProperty("invalid", wrong);
    style()->unpolish(this);
    style()->polish(this);
}

} // namespace signalbox::ui
