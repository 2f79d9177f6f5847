#include "ui/overview/target_detail.h"

#include "core/client/resources.h"
#include "ui/overview/targets.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_value_view.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

TargetDetail::TargetDetail(QWidget* parent)
    : DetailPane(parent), m_bar(new MessageBar), m_state(new StatusBadge), m_simulated(new StatusBadge(simulatedStatus())),
      m_figures(new KeyValueView), m_error(new KeyValueView), m_errorSection(new QWidget), m_reset(new QPushButton(tr("Reset breaker"))) {
    auto* badges = new QWidget;
    auto* badgeRow = new QHBoxLayout(badges);
    badgeRow->setContentsMargins(0, 0, 0, 0);
    badgeRow->setSpacing(8);
    badgeRow->addWidget(m_state);
    badgeRow->addWidget(m_simulated);
    badgeRow->addStretch(1);

    auto* runs = new QPushButton(tr("Runs of this target"));
    auto* provider = new QPushButton(tr("Provider"));
    m_reset->setObjectName(u"reset-breaker"_s);
    m_reset->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_reset->setToolTip(tr("Sends calls to this target again at once"));
    auto* actions = new QWidget;
    auto* actionRow = new QHBoxLayout(actions);
    actionRow->setContentsMargins(0, 4, 0, 0);
    actionRow->setSpacing(8);
    actionRow->addWidget(runs);
    actionRow->addWidget(provider);
    actionRow->addStretch(1);

    auto* errorColumn = new QVBoxLayout(m_errorSection);
    errorColumn->setContentsMargins(0, 8, 0, 0);
    errorColumn->setSpacing(8);
    errorColumn->addWidget(new TextLabel(tr("Last error"), TextStyle::Heading));
    errorColumn->addWidget(m_error);

    addSection({}, m_bar);
    addSection({}, badges);
    addSection({}, m_figures);
    addSection({}, m_reset);
    addSection({}, m_errorSection);
    addSection({}, actions);

    connect(runs, &QPushButton::clicked, this,
            [this] { Q_EMIT runsRequested(m_target.value("provider"_L1).toString(), m_target.value("model"_L1).toString()); });
    connect(provider, &QPushButton::clicked, this, [this] { Q_EMIT providerRequested(m_target.value("provider"_L1).toString()); });
    connect(m_reset, &QPushButton::clicked, this,
            [this] { Q_EMIT resetRequested(m_target.value("provider"_L1).toString(), m_target.value("model"_L1).toString()); });
}

void TargetDetail::show(const QJsonObject& target, bool mayReset) {
    m_target = target;
    setTitle(targetName(target));
    m_state->setStatus(statusOf(target.value("state"_L1).toString()));
    m_simulated->setVisible(target.value("simulated"_L1).toBool());

    const auto time = [&](const char* member) { return format::orNone(target.value(QLatin1StringView(member)), format::milliseconds); };
    const QJsonObject breaker = target.value("breaker"_L1).toObject();
    m_figures->set(tr("Circuit breaker"), breakerText(target), format::absolute(client::timeOf(breaker.value("opens_again_at"_L1).toString())));
    m_figures->set(tr("Calls"), format::orNone(target.value("calls_per_s"_L1), format::perSecond));
    m_figures->set(tr("Errors"), format::orNone(target.value("error_rate"_L1), format::share));
    m_figures->set(tr("First token"), tr("%1, p95 %2", "median and 95th percentile").arg(time("first_token_p50_ms"), time("first_token_p95_ms")));
    m_figures->set(tr("In flight"), QString::number(target.value("in_flight"_L1).toInt()));
    const int most = target.value("max_concurrent"_L1).toInt();
    m_figures->set(tr("At most at once"), most > 0 ? QString::number(most) : tr("no limit"));
    m_figures->set(tr("Waiting"), QString::number(target.value("queued"_L1).toInt()));

    const QJsonObject error = target.value("last_error"_L1).toObject();
    m_errorSection->setVisible(!error.isEmpty());
    if (!error.isEmpty()) {
        const QDateTime at = client::timeOf(error.value("at"_L1).toString());
        m_error->setMono(tr("Class"), error.value("class"_L1).toString());
        m_error->setTime(tr("When"), at);
        m_error->set(tr("Message"), error.value("message"_L1).toString());
    }
    const QString state = breaker.value("state"_L1).toString();
    m_reset->setVisible(mayReset && state != u"closed" && !state.isEmpty());
}

} // namespace signalbox::ui
