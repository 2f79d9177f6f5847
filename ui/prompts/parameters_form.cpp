#include "ui/prompts/parameters_form.h"

#include "ui/widgets/text_label.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QLocale>
#include <QResizeEvent>
#include <QStyle>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ParametersForm::ParametersForm(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    const auto add = [this](const QString& name, const QString& title, const QString& what, bool number = true) {
        Field field{name, number, new TextLabel(title, TextStyle::Body, Token::Muted), new QLineEdit};
        field.edit->setObjectName(u"parameter-"_s + name);
        field.edit->setAccessibleName(title);
        field.edit->setPlaceholderText(tr("as the vendor"));
        field.edit->setToolTip(what);
        field.label->setToolTip(what);
        field.label->setBuddy(field.edit);
        field.edit->setMinimumWidth(70);
        connect(field.edit, &QLineEdit::textChanged, this, [this] {
            if (!m_setting) Q_EMIT edited();
        });
        m_fields.append(field);
    };
    add(u"temperature"_s, tr("Temperature"), tr("0 to 2: how much chance there is in the answer"));
    add(u"top_p"_s, tr("Top p"), tr("0 to 1: only the likeliest words that together have this share"));
    add(u"max_tokens"_s, tr("Most tokens"), tr("Where the answer is cut off (max_tokens)"));
    add(u"seed"_s, tr("Seed"), tr("The same seed tries to give the same answer"));
    add(u"stop"_s, tr("Stop at"), tr("Text that ends the answer; several are parted by |"), false);
    add(u"reasoning_effort"_s, tr("Reasoning"), tr("low, medium, high: for models that think first"), false);
    add(u"presence_penalty"_s, tr("Presence penalty"), tr("-2 to 2: away from words that were there already"));
    add(u"frequency_penalty"_s, tr("Frequency penalty"), tr("-2 to 2: away from words the more often they were there"));
    connect(&Theme::current(), &Theme::changed, this, [this] {
        m_columns = 0;
        arrange();
    });
    arrange();
}

void ParametersForm::arrange() {
    int need = 0;
    for (const Field& field : m_fields) need = std::max(need, field.label->sizeHint().width() + 90 + 24);
    const int columns = std::clamp(width() / std::max(1, need), 1, 4);
    if (columns == m_columns) return;
    m_columns = columns;
    for (const Field& field : m_fields) {
        m_grid->removeWidget(field.label);
        m_grid->removeWidget(field.edit);
    }
    for (int column = 0; column < 8; ++column) m_grid->setColumnStretch(column, column % 2 == 1 && column < 2 * columns ? 1 : 0);
    for (int at = 0; at < m_fields.size(); ++at) {
        m_grid->addWidget(m_fields[at].label, at / columns, 2 * (at % columns));
        m_grid->addWidget(m_fields[at].edit, at / columns, 2 * (at % columns) + 1);
    }
}

void ParametersForm::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ParametersForm::setParameters(const QJsonObject& parameters) {
    m_setting = true;
    m_others = parameters;
    for (const Field& field : std::as_const(m_fields)) {
        const QJsonValue value = m_others.take(field.name);
        QString text;
        if (value.isDouble()) text = QString::number(value.toDouble(), 'g', 12);
        else if (value.isArray()) {
            QStringList parts;
            for (const QJsonValue& one : value.toArray()) parts << one.toString();
            text = parts.join(u'|');
        } else text = value.toString();
        if (field.edit->text() != text) field.edit->setText(text);
    }
    m_setting = false;
}

QJsonObject ParametersForm::parameters() const {
    QJsonObject all = m_others;
    for (const Field& field : m_fields) {
        const QString text = field.number ? field.edit->text().trimmed() : field.edit->text();
        if (text.isEmpty()) continue;
        bool isNumber = false;
        const double number = QString(text).replace(u',', u'.').toDouble(&isNumber);
        if (field.number && isNumber) all.insert(field.name, number);
        else if (field.name == "stop"_L1 && text.contains(u'|')) all.insert(field.name, QJsonArray::fromStringList(text.split(u'|', Qt::SkipEmptyParts)));
        else all.insert(field.name, text); // what is no number the check refuses, where one sees it
    }
    return all;
}

void ParametersForm::setReadOnly(bool readOnly) {
    for (const Field& field : std::as_const(m_fields)) field.edit->setReadOnly(readOnly);
}

void ParametersForm::setProblems(const QHash<QString, QString>& problems) {
    for (const Field& field : std::as_const(m_fields)) {
        const QString problem = problems.value(field.name);
        field.edit->setAccessibleDescription(problem);
        if (field.edit->property("invalid").toBool() == !problem.isEmpty()) continue;
        field.edit->setProperty("invalid", !problem.isEmpty());
        field.edit->style()->unpolish(field.edit);
        field.edit->style()->polish(field.edit);
    }
}

} // namespace signalbox::ui
