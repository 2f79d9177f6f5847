#include "ui/overview/targets.h"

#include "core/client/resources.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text, const char* comment = nullptr) {
    return QCoreApplication::translate("signalbox::ui", text, comment);
}

auto milliseconds(const char* member) {
    return JsonTableModel::text([member](const QJsonObject& row) { return format::orNone(row.value(QLatin1StringView(member)), format::milliseconds); });
}

auto perSecond(const char* member) {
    return JsonTableModel::text([member](const QJsonObject& row) { return format::orNone(row.value(QLatin1StringView(member)), format::perSecond); });
}

/// A rate that is worth a colour where it is not nothing.
auto share(const char* member) {
    return [member](const QJsonObject& row, int role) -> QVariant {
        const QJsonValue value = row.value(QLatin1StringView(member));
        if (role == Qt::DisplayRole) return format::orNone(value, format::share);
        if (role == Qt::ForegroundRole && value.toDouble() >= 0.05) return Theme::current().color(value.toDouble() >= 0.25 ? Token::Bad : Token::Warning);
        return {};
    };
}

QString inFlight(const QJsonObject& row) {
    const int now = row.value("in_flight"_L1).toInt();
    const int most = row.value("max_concurrent"_L1).toInt();
    const int queued = row.value("queued"_L1).toInt();
    QString text = most > 0 ? tr("%1 of %2", "calls under way of how many may be").arg(now).arg(most) : QString::number(now);
    if (queued > 0) text += tr(" + %1", "calls that wait in the queue").arg(queued);
    return text;
}

QVariant lastError(const QJsonObject& row, int role) {
    const QJsonObject error = row.value("last_error"_L1).toObject();
    if (error.isEmpty()) return role == Qt::DisplayRole ? QVariant(format::none()) : QVariant();
    const QDateTime at = client::timeOf(error.value("at"_L1).toString());
    if (role == Qt::DisplayRole) return tr("%1, %2", "an error class, when").arg(error.value("class"_L1).toString(), format::relative(at));
    if (role == Qt::ToolTipRole) return error.value("message"_L1).toString() + u'\n' + format::absolute(at);
    return {};
}

} // namespace

QString targetName(const QJsonObject& target) {
    return target.value("provider"_L1).toString() + u'/' + target.value("model"_L1).toString();
}

QString breakerText(const QJsonObject& target) {
    const QJsonObject breaker = target.value("breaker"_L1).toObject();
    const QString state = breaker.value("state"_L1).toString();
    if (state == u"open") {
        const QDateTime again = client::timeOf(breaker.value("opens_again_at"_L1).toString());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        if (again > now) return tr("Open, probed %1", "in 12 s").arg(format::relative(again, now));
        return tr("Open, next call probes");
    }
    if (state == u"half_open") return tr("Half open, probing");
    const int failures = breaker.value("failures"_L1).toInt();
    if (failures > 0) return tr("Closed, %1 of %2 failed", "calls in the breaker's window").arg(failures).arg(breaker.value("calls"_L1).toInt());
    return tr("Closed");
}

JsonTableModel* targetsModel(QObject* parent) {
    std::vector<JsonTableModel::Column> columns;
    columns.push_back({tr("Target"), false, [](const QJsonObject& row, int role) -> QVariant {
                           if (role == Qt::DisplayRole) return targetName(row);
                           if (role == JsonTableModel::SimulatedRole) return row.value("simulated"_L1).toBool();
                           if (role == Qt::ToolTipRole)
                               return row.value("simulated"_L1).toBool() ? tr("%1: a simulated vendor inside the gateway").arg(targetName(row)) : targetName(row);
                           return {};
                       }});
    columns.push_back({tr("State"), false,
                       [](const QJsonObject& row, int role) -> QVariant {
                           if (role == Qt::DisplayRole || role == JsonTableModel::StatusRole) return row.value("state"_L1).toString();
                           return {};
                       },
                       tr("Healthy, degraded, or with its circuit breaker open")});
    columns.push_back({tr("Calls"), true, perSecond("calls_per_s"), tr("Calls per second over the last minute")});
    columns.push_back({tr("Errors"), true, share("error_rate"), tr("Share of calls that failed over the last minute")});
    columns.push_back({tr("First token p50"), true, milliseconds("first_token_p50_ms"), tr("Half of the calls had their first token sooner")});
    columns.push_back({tr("p95"), true, milliseconds("first_token_p95_ms"), tr("19 of 20 calls had their first token sooner")});
    columns.push_back({tr("In flight"), true, JsonTableModel::text(inFlight), tr("Calls under way, of how many may be, and how many wait")});
    columns.push_back({tr("Circuit breaker"), false, JsonTableModel::text(breakerText), tr("Open: no calls are sent until a probe succeeds")});
    columns.push_back({tr("Last error"), false, lastError});
    return new JsonTableModel(std::move(columns), targetName, parent);
}

JsonTableModel* servicesModel(QObject* parent) {
    std::vector<JsonTableModel::Column> columns;
    columns.push_back({tr("Name"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("name"_L1).toString(); })});
    columns.push_back({tr("Kind"), false, JsonTableModel::text([](const QJsonObject& row) {
                           return row.value("kind"_L1).toString() == u"workflow" ? tr("Workflow") : tr("Route");
                       })});
    columns.push_back({tr("State"), false,
                       [](const QJsonObject& row, int role) -> QVariant {
                           if (role == Qt::DisplayRole || role == JsonTableModel::StatusRole) return row.value("state"_L1).toString();
                           return {};
                       },
                       tr("Degraded: one call in ten or more failed for its caller over the last minute")});
    columns.push_back({tr("Calls"), true, perSecond("calls_per_s"), tr("Calls per second over the last minute")});
    columns.push_back({tr("Errors"), true, share("error_rate"), tr("Share of calls that failed for their caller")});
    columns.push_back({tr("Fallbacks"), true, share("fallback_rate"), tr("Share of calls that another target than the first had to answer")});
    columns.push_back({tr("End to end p95"), true, milliseconds("end_to_end_p95_ms"), tr("19 of 20 calls were answered sooner")});
    return new JsonTableModel(std::move(columns), serviceId, parent);
}

QString serviceId(const QJsonObject& service) { return service.value("kind"_L1).toString() + u'/' + service.value("name"_L1).toString(); }

} // namespace signalbox::ui
