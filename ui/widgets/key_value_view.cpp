#include "ui/widgets/key_value_view.h"

#include "ui/widgets/format.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

KeyValueView::KeyValueView(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
}

int KeyValueView::rowOf(const QString& name) {
    const auto known = m_names.indexOf(name);
    if (known >= 0) return static_cast<int>(known);
    m_names.append(name);
    m_values.append(nullptr);
    const int row = static_cast<int>(m_names.size()) - 1;
    auto* label = new TextLabel(name, TextStyle::Body, Token::Muted, this);
    m_grid->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeft);
    return row;
}

void KeyValueView::place(int row, QWidget* widget) {
    if (QWidget* old = m_values[row]) { // it may be what just emitted the signal that led here
        m_grid->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    m_values[row] = widget;
    m_grid->addWidget(widget, row, 1, widget->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed ? Qt::AlignLeft : Qt::Alignment());
    widget->setAccessibleDescription(m_names[row]);
}

void KeyValueView::set(const QString& name, const Value& value) {
    const int row = rowOf(name);
    auto* label = new TextLabel(value.text, value.mono ? TextStyle::Mono : TextStyle::Body, value.link.isEmpty() ? value.color : Token::Accent, this);
    label->setToolTip(value.tooltip);
    label->wrapped();
    if (value.link.isEmpty()) {
        label->selectable();
    } else {
        label->setTextFormat(Qt::RichText);
        label->setText(u"<a style=\"color:%3;text-decoration:none\" href=\"%1\">%2</a>"_s.arg(
            value.link.toString(QUrl::FullyEncoded).toHtmlEscaped(), value.text.toHtmlEscaped(), Theme::current().color(Token::Accent).name()));
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        label->setFocusPolicy(Qt::StrongFocus);
        connect(label, &QLabel::linkActivated, this, [this, link = value.link] { Q_EMIT linkActivated(link); });
    }
    label->setAccessibleName(name + u": "_s + value.text);
    place(row, label);
}

void KeyValueView::setTime(const QString& name, const QDateTime& time) {
    const int row = rowOf(name);
    auto* label = (new TextLabel({}, TextStyle::Body, Token::Text, this))->ageing([time] { return format::relative(time); });
    label->setToolTip(format::absolute(time));
    label->setAccessibleName(name + u": "_s + format::absolute(time));
    label->selectable();
    place(row, label);
}

void KeyValueView::setWidget(const QString& name, QWidget* widget) {
    place(rowOf(name), widget);
}

void KeyValueView::clear() {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_names.clear();
    m_values.clear();
}

} // namespace signalbox::ui
