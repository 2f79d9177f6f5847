#include "ui/settings/form_field.h"

#include "ui/widgets/text_label.h"

#include <QStyle>
#include <QVBoxLayout>

namespace signalbox::ui {

FormField::FormField(const QString& label, QWidget* control, const QString& hint, const QString& pointer, QWidget* parent)
    : QWidget(parent), m_control(control), m_below(new TextLabel({}, TextStyle::Caption, Token::Muted)), m_hint(hint), m_pointer(pointer) {
    auto* name = new TextLabel(label, TextStyle::Caption, Token::Text);
    name->setBuddy(control);
    control->setAccessibleName(label);
    m_below->wrapped();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(name);
    column->addWidget(control);
    column->addWidget(m_below);
    show();
}

void FormField::setHint(const QString& hint) {
    m_hint = hint;
    show();
}

void FormField::setProblem(const QString& problem) {
    m_problem = problem;
    show();
}

void FormField::show() {
    const bool wrong = !m_problem.isEmpty();
    m_below->setText(wrong ? m_problem : m_hint);
    m_below->setColor(wrong ? Token::Bad : Token::Muted);
    m_below->setVisible(!m_below->text().isEmpty());
    m_control->setAccessibleDescription(m_below->text());
    if (m_control->property("invalid").toBool() != wrong) {
        m_control->setProperty("invalid", wrong);
        m_control->style()->unpolish(m_control);
        m_control->style()->polish(m_control);
    }
}

} // namespace signalbox::ui
