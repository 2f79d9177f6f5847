#include "ui/overview/totals_strip.h"

#include "ui/widgets/format.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

TotalsStrip::TotalsStrip(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    setAccessibleName(tr("Totals of the last minute"));
    m_calls = addTile(tr("Calls"), tr("Calls per second over the last minute"));
    m_errors = addTile(tr("Errors"), tr("Share of calls that failed for their caller"));
    m_fallbacks = addTile(tr("Fallbacks"), tr("Share of calls that another target than the first had to answer"));
    m_firstToken = addTile(tr("First token"), tr("Half of the calls had their first token sooner; below, 19 of 20"));
    m_endToEnd = addTile(tr("End to end"), tr("Half of the calls were answered sooner; below, 19 of 20"));
    m_cost = addTile(tr("Cost"), tr("Money per hour at the present rate"));
}

TotalsStrip::Tile TotalsStrip::addTile(const QString& title, const QString& tooltip) {
    auto* card = new QFrame;
    card->setProperty("card", true);
    card->setToolTip(tooltip);
    Tile tile{new TextLabel(format::none(), TextStyle::Title), new TextLabel(u" "_s, TextStyle::Caption, Token::Muted), new Sparkline};
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 8);
    column->setSpacing(2);
    column->addWidget(new TextLabel(title, TextStyle::Caption, Token::Muted));
    column->addWidget(tile.value);
    column->addWidget(tile.note);
    column->addWidget(tile.line);
    tile.value->setMinimumWidth(40);
    tile.value->setAccessibleDescription(title);
    tile.line->setAccessibleName(tr("%1, the last minute").arg(title));
    static_cast<QHBoxLayout*>(layout())->addWidget(card, 1);
    return tile;
}

void TotalsStrip::show(const QJsonObject& totals) {
    const double errors = totals.value("error_rate"_L1).toDouble();
    const double fallbacks = totals.value("fallback_rate"_L1).toDouble();
    m_calls.value->setText(format::orNone(totals.value("calls_per_s"_L1), format::perSecond));
    m_calls.note->setText(tr("%1 in flight", "calls under way").arg(totals.value("in_flight"_L1).toInt()));
    m_errors.value->setText(format::orNone(totals.value("error_rate"_L1), format::share));
    m_errors.value->setColor(errors >= 0.25 ? Token::Bad : errors >= 0.05 ? Token::Warning : Token::Text);
    m_errors.line->setColor(errors >= 0.05 ? Token::Bad : Token::Muted);
    m_errors.note->setText(tr("of all calls"));
    m_fallbacks.value->setText(format::orNone(totals.value("fallback_rate"_L1), format::share));
    m_fallbacks.value->setColor(fallbacks >= 0.05 ? Token::Warning : Token::Text);
    m_fallbacks.line->setColor(Token::Warning);
    m_fallbacks.note->setText(tr("of all calls"));
    const QString p95 = tr("p95 %1", "95th percentile of a time");
    m_firstToken.value->setText(format::orNone(totals.value("first_token_p50_ms"_L1), format::milliseconds));
    m_firstToken.note->setText(p95.arg(format::orNone(totals.value("first_token_p95_ms"_L1), format::milliseconds)));
    m_endToEnd.value->setText(format::orNone(totals.value("end_to_end_p50_ms"_L1), format::milliseconds));
    m_endToEnd.note->setText(p95.arg(format::orNone(totals.value("end_to_end_p95_ms"_L1), format::milliseconds)));
    const QString cost = totals.value("cost_usd_per_h"_L1).toString();
    m_cost.value->setText(cost.isEmpty() ? format::none() : format::usd(cost));
    m_cost.value->setToolTip(format::exactUsd(cost));
    m_cost.note->setText(tr("per hour"));
}

void TotalsStrip::append(const QJsonObject& totals) {
    show(totals);
    m_calls.line->append(totals.value("calls_per_s"_L1).toDouble());
    m_errors.line->append(totals.value("error_rate"_L1).toDouble());
    m_fallbacks.line->append(totals.value("fallback_rate"_L1).toDouble());
    m_firstToken.line->append(totals.value("first_token_p50_ms"_L1).toDouble());
    m_endToEnd.line->append(totals.value("end_to_end_p50_ms"_L1).toDouble());
    m_cost.line->append(totals.value("cost_usd_per_h"_L1).toString().toDouble());
}

void TotalsStrip::setSeries(const QJsonArray& series) {
    std::deque<double> calls;
    std::deque<double> errors;
    std::deque<double> fallbacks;
    for (const QJsonValue& second : series) {
        const double count = second["calls"_L1].toDouble();
        calls.push_back(count);
        errors.push_back(count > 0 ? second["errors"_L1].toDouble() / count : 0);
        fallbacks.push_back(count > 0 ? second["fallbacks"_L1].toDouble() / count : 0);
    }
    m_calls.line->setValues(std::move(calls));
    m_errors.line->setValues(std::move(errors));
    m_fallbacks.line->setValues(std::move(fallbacks));
}

} // namespace signalbox::ui
