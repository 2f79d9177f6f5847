#include "ui/prompts/test_models.h"

#include "core/client/resources.h"
#include "ui/versions/open_document.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_text.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/two_line_delegate.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text, const char* comment = nullptr, int n = -1) { return QCoreApplication::translate("signalbox::ui", text, comment, n); }

QVariant resultCell(const QJsonObject& run, int role) {
    if (role != TestChipsRole) return {};
    const QString state = run.value("state"_L1).toString();
    const int passed = run.value("passed"_L1).toInt();
    const int failed = run.value("failed"_L1).toInt();
    const int total = run.value("total"_L1).toInt();
    Chip chip{tr("%1 of %2 passed").arg(passed).arg(total), failed == 0 ? Token::Good : Token::Bad, failed == 0 ? u"good"_s : u"bad"_s};
    if (state == "running"_L1) chip = {tr("%1 of %2 done").arg(passed + failed).arg(total), Token::Accent, u"live"_s};
    if (state == "failed"_L1) chip = {tr("could not run"), Token::Bad, u"bad"_s};
    return QVariant::fromValue(QList<Chip>{chip});
}

QVariant passedCell(const QJsonObject& row, int role) {
    if (role != TestChipsRole) return {};
    const bool passed = row.value("passed"_L1).toBool();
    return QVariant::fromValue(QList<Chip>{{passed ? tr("passed") : tr("failed"), passed ? Token::Good : Token::Bad, passed ? u"good"_s : u"bad"_s}});
}

QString whyOf(const QJsonObject& row) {
    if (const QJsonValue error = row.value("error"_L1); error.isObject() || (error.isString() && !error.toString().isEmpty()))
        return error.isObject() ? error["message"_L1].toString() : error.toString();
    QStringList reasons;
    for (const QJsonValue& check : row.value("checks"_L1).toArray())
        if (!check["passed"_L1].toBool()) reasons << check["message"_L1].toString();
    return reasons.join(u' ');
}

QString outputOf(const QJsonObject& row) {
    const QJsonValue output = row.value("output"_L1);
    return output.isString() ? output.toString() : output.isNull() || output.isUndefined() ? QString() : jsonText(output);
}

} // namespace

JsonTableModel* testRunsModel(QObject* parent) {
    return new JsonTableModel(
        {
            {tr("Version"), true, JsonTableModel::text([](const QJsonObject& row) { return QString::number(wholeNumber(row.value("version"_L1))); })},
            {tr("Result"), false, resultCell},
            {tr("Test set"), false, JsonTableModel::text([](const QJsonObject& row) { return tr("%1, version %2", "a test set").arg(row.value("test_set"_L1).toString()).arg(row.value("test_set_version"_L1).toInt()); })},
            {tr("Model"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("model"_L1).toString(); })},
            {tr("When"), false, JsonTableModel::text([](const QJsonObject& row) { return format::relative(client::timeOf(row.value("started_at"_L1).toString())); },
                                                    [](const QJsonObject& row) { return format::absolute(client::timeOf(row.value("started_at"_L1).toString())); })},
            {tr("Who"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("author"_L1).toString(); })},
            {tr("Cost"), true, JsonTableModel::text([](const QJsonObject& row) { return format::usd(row.value("cost_usd"_L1).toString()); })},
        },
        [](const QJsonObject& row) { return row.value("id"_L1).toString(); }, parent);
}

JsonTableModel* testCasesModel(QObject* parent) {
    return new JsonTableModel(
        {
            {tr("Case"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("name"_L1).toString(); })},
            {tr("Result"), false, passedCell},
            {tr("Why"), false, JsonTableModel::text(whyOf, whyOf)},
            {tr("Output"), false, JsonTableModel::text([](const QJsonObject& row) { return outputOf(row).simplified(); })},
        },
        [](const QJsonObject& row) { return row.value("name"_L1).toString(); }, parent);
}

QString caseText(const QJsonObject& row) {
    QStringList parts;
    if (const QString error = whyOf(row); row.value("checks"_L1).toArray().isEmpty() && !error.isEmpty()) parts << error;
    for (const QJsonValue& check : row.value("checks"_L1).toArray()) {
        const QString pointer = check["pointer"_L1].toString();
        const QString where = pointer.isEmpty() ? check["type"_L1].toString() : tr("%1 at %2", "kind of a check, place in the output").arg(check["type"_L1].toString(), pointer);
        parts << (check["passed"_L1].toBool() ? u"✓ "_s : u"✗ "_s) + where + (check["message"_L1].toString().isEmpty() ? QString() : u": "_s + check["message"_L1].toString());
    }
    parts << QString() << outputOf(row);
    return parts.join(u'\n');
}

} // namespace signalbox::ui
