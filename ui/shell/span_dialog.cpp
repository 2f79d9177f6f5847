#include "ui/shell/span_dialog.h"

#include "ui/widgets/text_label.h"
#include "ui/widgets/time_range.h"

#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

SpanDialog::SpanDialog(TimeRange& timeRange, QWidget* parent)
    : QDialog(parent), m_from(new QDateTimeEdit(timeRange.from().toLocalTime())), m_to(new QDateTimeEdit(timeRange.to().toLocalTime())),
      m_problem(new TextLabel({}, TextStyle::Caption, Token::Bad)), m_apply(new QPushButton(tr("Show this span"))) {
    setWindowTitle(tr("Choose a span of time"));
    for (QDateTimeEdit* edit : {m_from, m_to}) {
        edit->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
        edit->setCalendarPopup(true);
        edit->setMinimumWidth(200);
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &SpanDialog::check);
    }
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));

    auto* form = new QFormLayout;
    form->addRow(tr("From"), m_from);
    form->addRow(tr("To"), m_to);
    auto* cancel = new QPushButton(tr("Cancel"));
    m_apply->setProperty("primary", true);
    m_apply->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(12);
    all->addLayout(form);
    all->addWidget(m_problem);
    all->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, [this, &timeRange] {
        timeRange.setCustom(m_from->dateTime(), m_to->dateTime());
        accept();
    });
    check();
}

void SpanDialog::check() {
    const bool right = m_from->dateTime() < m_to->dateTime();
    m_apply->setEnabled(right);
    m_problem->setText(right ? QString() : tr("The span ends before it begins."));
}

} // namespace signalbox::ui
