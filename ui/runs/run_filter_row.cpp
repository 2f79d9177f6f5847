#include "ui/runs/run_filter_row.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

void choose(QComboBox* box, const QString& value) {
    const int at = box->findData(value);
    box->setCurrentIndex(std::max(0, at));
}

} // namespace

QLineEdit* RunFilterRow::field(const QString& placeholder, const QString& name, int width) {
    auto* edit = new QLineEdit;
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(name);
    edit->setClearButtonEnabled(true);
    edit->setMinimumWidth(width);
    connect(edit, &QLineEdit::textChanged, this, [this] {
        if (!m_setting) m_pause.start();
    });
    return edit;
}

RunFilterRow::RunFilterRow(QWidget* parent)
    : QWidget(parent), m_text(field(tr("Run id, model or words of an error"), tr("Search"), 200)), m_status(new QComboBox), m_errorClass(new QComboBox),
      m_target(field(tr("provider/model"), tr("Target"), 120)), m_workflow(field(tr("Workflow"), tr("Workflow"), 110)), m_moreButton(new QToolButton), m_more(new QWidget),
      m_route(field(tr("Route"), tr("Route"), 110)), m_prompt(field(tr("Prompt, or prompt@7"), tr("Prompt"), 150)), m_key(field(tr("Key"), tr("Key"), 110)), m_trials(new QComboBox),
      m_flagged(new QCheckBox(tr("Only flagged"))), m_stream(new QComboBox), m_minimum(new QComboBox), m_clear(new QToolButton) {
    m_text->addAction(Theme::current().icon(u"search"_s), QLineEdit::LeadingPosition);
    m_status->setAccessibleName(tr("Status"));
    m_status->addItem(tr("Any status"), QString());
    m_status->addItem(tr("Succeeded"), u"succeeded"_s);
    m_status->addItem(tr("Degraded"), u"degraded"_s);
    m_status->addItem(tr("Failed"), u"failed"_s);
    m_status->addItem(tr("Cancelled"), u"cancelled"_s);
    m_errorClass->setAccessibleName(tr("Error"));
    m_errorClass->addItem(tr("Any error"), QString());
    for (const auto& name : {u"rate_limited"_s, u"overloaded"_s, u"upstream_timeout"_s, u"upstream_unavailable"_s, u"upstream_invalid"_s, u"context_too_long"_s, u"content_refused"_s,
                             u"invalid_request"_s, u"not_found"_s, u"unauthenticated"_s, u"forbidden"_s, u"cancelled"_s, u"internal"_s})
        m_errorClass->addItem(QString(name).replace(u'_', u' '), name);
    m_stream->setAccessibleName(tr("Streamed or not"));
    m_stream->addItem(tr("Streamed or not"), QString());
    m_stream->addItem(tr("Streamed"), u"true"_s);
    m_stream->addItem(tr("Not streamed"), u"false"_s);
    m_minimum->setAccessibleName(tr("Least duration"));
    m_minimum->addItem(tr("Any duration"), 0);
    m_minimum->addItem(tr("Over 1 s"), 1000);
    m_minimum->addItem(tr("Over 5 s"), 5000);
    m_minimum->addItem(tr("Over 30 s"), 30'000);
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Show all runs of this time"));
    m_clear->setAutoRaise(true);
    m_clear->setEnabled(false);

    m_trials->setAccessibleName(tr("Calls or trials"));
    m_trials->addItem(tr("Calls only"), QString());
    m_trials->addItem(tr("Calls and trials"), u"any"_s);
    m_trials->addItem(tr("Trials only"), u"true"_s);
    m_moreButton->setText(tr("More"));
    m_moreButton->setToolTip(tr("More filters: route, prompt, key, trials, flagged"));
    m_moreButton->setCheckable(true);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setObjectName(u"runs-more-filters"_s);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_text, 3);
    row->addWidget(m_status);
    row->addWidget(m_errorClass);
    row->addWidget(m_target, 2);
    row->addWidget(m_workflow, 2);
    row->addWidget(m_moreButton);
    row->addWidget(m_clear);
    auto* flow = new FlowLayout(m_more);
    for (QWidget* widget : {static_cast<QWidget*>(m_prompt), static_cast<QWidget*>(m_route), static_cast<QWidget*>(m_key), static_cast<QWidget*>(m_trials), static_cast<QWidget*>(m_stream), static_cast<QWidget*>(m_minimum),
                            static_cast<QWidget*>(m_flagged)})
        flow->addWidget(widget);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_more);
    connect(m_moreButton, &QToolButton::clicked, this, [this](bool more) {
        showMore(more);
        QSettings().setValue(u"runs/moreFilters"_s, more);
    });
    const auto restyle = [this] { m_moreButton->setIcon(Theme::current().icon(u"filter"_s)); };
    connect(&Theme::current(), &Theme::changed, this, restyle);
    restyle();
    showMore(QSettings().value(u"runs/moreFilters"_s).toBool());

    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    const auto announce = [this] {
        m_clear->setEnabled(isFiltering());
        Q_EMIT changed();
    };
    connect(&m_pause, &QTimer::timeout, this, announce);
    for (auto* box : {m_status, m_errorClass, m_stream, m_minimum, m_trials})
        connect(box, &QComboBox::currentIndexChanged, this, [this, announce] {
            if (!m_setting) announce();
        });
    connect(m_flagged, &QCheckBox::toggled, this, [this, announce] {
        if (!m_setting) announce();
    });
    connect(m_clear, &QToolButton::clicked, this, [this] { setFilter({}); });
}

client::RunFilter RunFilterRow::filter() const {
    client::RunFilter filter;
    filter.text = m_text->text().trimmed();
    filter.status = m_status->currentData().toString();
    filter.errorClass = m_errorClass->currentData().toString();
    const QString target = m_target->text().trimmed();
    filter.provider = target.section(u'/', 0, 0);
    filter.model = target.section(u'/', 1);
    filter.route = m_route->text().trimmed();
    filter.key = m_key->text().trimmed();
    filter.stream = m_stream->currentData().toString();
    filter.minimumMs = m_minimum->currentData().toInt();
    filter.workflow = m_workflow->text().trimmed();
    filter.prompt = m_prompt->text().trimmed();
    filter.trials = m_trials->currentData().toString();
    filter.flagged = m_flagged->isChecked();
    return filter;
}

void RunFilterRow::setFilter(const client::RunFilter& filter) {
    m_setting = true;
    m_text->setText(filter.text);
    choose(m_status, filter.status);
    choose(m_errorClass, filter.errorClass);
    m_target->setText(filter.model.isEmpty() ? filter.provider : filter.provider + u'/' + filter.model);
    m_route->setText(filter.route);
    m_key->setText(filter.key);
    choose(m_stream, filter.stream);
    m_minimum->setCurrentIndex(std::max(0, m_minimum->findData(filter.minimumMs)));
    m_workflow->setText(filter.workflow);
    m_prompt->setText(filter.prompt);
    choose(m_trials, filter.trials);
    m_flagged->setChecked(filter.flagged);
    m_setting = false;
    // A filter that acts is seen.
    if (!filter.prompt.isEmpty() || !filter.route.isEmpty() || !filter.key.isEmpty() || !filter.trials.isEmpty() || !filter.stream.isEmpty() || filter.minimumMs > 0 || filter.flagged) showMore(true);
    m_clear->setEnabled(isFiltering());
    Q_EMIT changed();
}

void RunFilterRow::focusText() {
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void RunFilterRow::showMore(bool more) {
    m_moreButton->setChecked(more);
    m_more->setVisible(more);
}

bool RunFilterRow::isFiltering() const { return filter() != client::RunFilter(); }

} // namespace signalbox::ui
