#include "ui/runs/runs_model.h"

#include "core/client/resources.h"
#include "ui/widgets/format.h"
#include "ui/widgets/run_marks.h"
#include "ui/widgets/status_badge.h"

namespace signalbox::ui {

using namespace Qt::StringLiterals;

QString servedBy(const QJsonObject& run) {
    const QString provider = run.value("provider"_L1).toString();
    return provider.isEmpty() ? format::none() : provider + u'/' + run.value("model"_L1).toString();
}

RunsModel::RunsModel(QObject* parent)
    : WindowedTableModel(
          {
              {tr("Time"), false, 104},
              {tr("Status"), false, StatusBadge::columnWidth({u"succeeded"_s, u"degraded"_s, u"failed"_s, u"cancelled"_s, u"held"_s, u"blocked"_s})},
              {tr("Marks"), false, 176, tr("Flagged by an escalation rule of the policy, repaired, or a trial")},
              {tr("Asked for"), false, 170, tr("The model, route or workflow that the caller named")},
              {tr("Target"), false, 170, tr("Provider and model that served, or failed last")},
              {tr("Route"), false, 110},
              {tr("Tries"), true, 52, tr("Attempts at vendors, retries and fallbacks included")},
              {tr("First token"), true, 88, tr("From the call to the first content; streamed calls only")},
              {tr("Total"), true, 80, tr("From the call to the end of its answer")},
              {tr("In"), true, 64, tr("Tokens in")},
              {tr("Out"), true, 64, tr("Tokens out")},
              {tr("Cost"), true, 96, tr("All attempts together, in US dollars")},
              {tr("Key"), false, 100, tr("The application's key")},
          },
          u"id"_s, parent) {}

QVariant RunsModel::cell(const QJsonObject& run, int column, int role) const {
    const QJsonObject usage = run.value("usage"_L1).toObject();
    const auto tokens = [&](QLatin1StringView name) { return static_cast<qint64>(usage.value(name).toDouble()); };
    if (role == StatusRole) return column == Status ? run.value("status"_L1).toString() : QVariant();
    if (role == MarksRole && column == Marks) {
        const QList<Chip> marks = marksOf(run);
        return marks.isEmpty() ? QVariant() : QVariant::fromValue(marks);
    }
    if (role == SimulatedRole) return column == Target && run.value("simulated"_L1).toBool();
    if (role == Qt::ToolTipRole) {
        switch (column) {
        case Time: return format::absolute(client::timeOf(run.value("started_at"_L1).toString()));
        case Status: return run.value("error"_L1).toObject().value("message"_L1).toString();
        case FirstToken: return run.value("first_token_us"_L1).isDouble() ? format::exactMicroseconds(static_cast<qint64>(run.value("first_token_us"_L1).toDouble())) : QString();
        case Total: return format::exactMicroseconds(static_cast<qint64>(run.value("end_to_end_us"_L1).toDouble()));
        case Cost: return format::exactUsd(run.value("cost_usd"_L1).toString());
        case Marks: return flaggedReasons(run).join(u'\n');
        case Input:
        case Output: return usage.value("estimated"_L1).toBool() ? tr("Estimated: the vendor did not say") : QString();
        default: return {};
        }
    }
    if (role != Qt::DisplayRole) return {};
    switch (column) {
    case Time: return format::relative(client::timeOf(run.value("started_at"_L1).toString()));
    case Asked: return run.value("requested_model"_L1).toString();
    case Target: return servedBy(run);
    case Route: return run.value("route"_L1).toString();
    case Attempts: return run.value("attempt_count"_L1).toInt();
    case FirstToken: return format::orNone(run.value("first_token_us"_L1), [](double us) { return format::milliseconds(us / 1000); });
    case Total: return format::microseconds(static_cast<qint64>(run.value("end_to_end_us"_L1).toDouble()));
    case Input: return format::count(tokens("input"_L1)) + (usage.value("estimated"_L1).toBool() ? u"≈"_s : QString());
    case Output: return format::count(tokens("output"_L1)) + (usage.value("estimated"_L1).toBool() ? u"≈"_s : QString());
    case Cost: return format::usd(run.value("cost_usd"_L1).toString());
    case Key: return run.value("key"_L1).toString();
    case Marks: return wordsOf(marksOf(run)); // for those who hear or copy it; painted are the chips
    default: return {};
    }
}

} // namespace signalbox::ui
