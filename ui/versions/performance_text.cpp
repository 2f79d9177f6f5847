#include "ui/versions/performance_text.h"

#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace signalbox::ui::performance {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text, const char* comment = nullptr, int n = -1) { return QCoreApplication::translate("signalbox::ui::performance", text, comment, n); }

/// Money comes as a decimal string, or as a number.
double money(const QJsonValue& value) { return value.isString() ? value.toString().toDouble() : value.toDouble(-1); }

/// At least 30 calls are needed for cost and latency to mean anything.
bool isEnough(const QJsonObject& performance) { return performance.value("calls"_L1).toDouble() >= 30; }

} // namespace

QString success(const QJsonObject& performance) { return format::orNone(performance.value("success"_L1)["rate"_L1], format::share); }

QString interval(const QJsonObject& proportion) {
    const QJsonValue low = proportion.value("low"_L1);
    const QJsonValue high = proportion.value("high"_L1);
    if (!low.isDouble() || !high.isDouble()) return {};
    const QLocale locale;
    return tr("%1 – %2 %", "an interval").arg(locale.toString(low.toDouble() * 100, 'f', 1), locale.toString(high.toDouble() * 100, 'f', 1));
}

QString overridden(const QJsonObject& performance) {
    const QJsonValue rate = performance.value("overridden"_L1);
    return rate.isDouble() ? format::share(rate.toDouble()) : format::orNone(rate["rate"_L1], format::share);
}

Status verdict(const QString& word) {
    if (word == "better"_L1) return {u"good"_s, tr("better"), Token::Good};
    if (word == "worse"_L1) return {u"bad"_s, tr("worse"), Token::Bad};
    if (word == "could_be_chance"_L1) return {u"half-open"_s, tr("could be chance"), Token::Muted};
    if (word == "too_few"_L1) return {u"idle"_s, tr("too few calls"), Token::Muted};
    return {u"info"_s, word, Token::Muted};
}

QString difference(const QJsonObject& comparison) {
    // Of a handful of calls a difference says nothing.
    if (!comparison.value("difference"_L1).isDouble() || comparison.value("verdict"_L1).toString() == "too_few"_L1) return {};
    const double points = comparison.value("difference"_L1).toDouble() * 100;
    const QString number = (points > 0 ? u"+"_s : points < 0 ? u"−"_s : QString()) + QLocale().toString(std::abs(points), 'f', 1);
    return tr("%1 points", "of percentage").arg(number);
}

QString summary(const QJsonObject& performance) {
    if (performance.value("calls"_L1).toDouble() < 1) return tr("no calls yet");
    QStringList parts;
    const double calls = performance.value("calls"_L1).toDouble();
    parts << (calls < 2 ? tr("one call") : tr("%1 calls").arg(format::shortCount(calls)));
    const QString range = interval(performance.value("success"_L1).toObject());
    // Of a rollout's sides errors are counted, as its guard judges by them.
    if (!performance.contains("success"_L1)) parts << tr("%1 failed (%2)").arg(format::orNone(performance.value("errors"_L1)["rate"_L1], format::share), interval(performance.value("errors"_L1).toObject()));
    else parts << (range.isEmpty() ? tr("%1 succeeded").arg(success(performance)) : tr("%1 succeeded (%2)").arg(success(performance), range));
    if (performance.contains("overridden"_L1) && !performance.value("overridden"_L1).isNull()) parts << tr("%1 overridden").arg(overridden(performance));
    if (const double cost = money(performance.value("cost_per_success_usd"_L1)); cost >= 0) parts << tr("%1 each", "cost of a success").arg(format::usd(cost));
    if (performance.value("end_to_end_p95_ms"_L1).isDouble()) parts << tr("p95 %1").arg(format::milliseconds(performance.value("end_to_end_p95_ms"_L1).toDouble()));
    return parts.join(u" · "_s);
}

Changes changes(const QJsonObject& before, const QJsonObject& now) {
    Changes changes;
    const QJsonObject was = before.value("success"_L1).toObject();
    const QJsonObject is = now.value("success"_L1).toObject();
    if (was.value("high"_L1).isDouble() && is.value("low"_L1).isDouble()) {
        if (is.value("low"_L1).toDouble() > was.value("high"_L1).toDouble()) changes.success = 1;
        if (is.value("high"_L1).toDouble() < was.value("low"_L1).toDouble()) changes.success = -1;
    }
    if (!isEnough(before) || !isEnough(now)) return changes;
    const auto compare = [](double a, double b) { return a <= 0 || b <= 0 ? 0 : b > a * 1.25 ? 1 : b < a * 0.75 ? -1 : 0; };
    changes.cost = compare(money(before.value("cost_per_success_usd"_L1)), money(now.value("cost_per_success_usd"_L1)));
    changes.latency = compare(before.value("end_to_end_p95_ms"_L1).toDouble(), now.value("end_to_end_p95_ms"_L1).toDouble());
    return changes;
}

QString marked(const QString& value, int change) { return change > 0 ? u"▲ "_s + value : change < 0 ? u"▼ "_s + value : value; }

} // namespace signalbox::ui::performance
