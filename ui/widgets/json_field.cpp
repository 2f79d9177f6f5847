#include "ui/widgets/json_field.h"

#include "ui/widgets/code_highlighter.h"
#include "ui/widgets/json_text.h"
#include "ui/widgets/theme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStyle>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

JsonField::JsonField(QWidget* parent) : QPlainTextEdit(parent) {
    CodeHighlighter::json(document());
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

void JsonField::setValue(const QJsonValue& value) {
    if (value == m_value && m_problem.isEmpty()) return;
    m_setting = true;
    setPlainText(jsonText(value));
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
