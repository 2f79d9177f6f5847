#include "ui/prompts/version_page.h"

#include "core/client/resources.h"
#include "ui/prompts/message_card.h"
#include "ui/versions/open_document.h"
#include "ui/versions/performance_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/template_editor.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/two_line_delegate.h"

#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

enum Roles { SecondLineRole = Qt::UserRole + 20, ChipsRole };

QJsonObject performanceIn(const QJsonObject& row) { return row.value("performance"_L1).toObject(); }

QVariant versionCell(const QJsonObject& row, int role) {
    if (role == Qt::DisplayRole) return QString::number(wholeNumber(row.value("version"_L1)));
    const QJsonArray guarded = row.value("protected"_L1).toArray();
    if (role == SecondLineRole && !guarded.isEmpty()) return VersionPage::tr("protected", "a label");
    if (role == Qt::ToolTipRole && !guarded.isEmpty()) return VersionPage::tr("Its label moves only when another person approves");
    if (role != ChipsRole) return {};
    QList<Chip> chips;
    for (const QJsonValue& label : row.value("labels"_L1).toArray())
        if (label.toString() != "latest"_L1) chips.append({label.toString(), label.toString() == "production"_L1 ? Token::Good : Token::Accent, guarded.contains(label) ? u"lock"_s : QString()});
    return chips.isEmpty() ? QVariant() : QVariant::fromValue(chips);
}

QVariant changeCell(const QJsonObject& row, int role) {
    const QDateTime at = client::timeOf(row.value("created_at"_L1).toString());
    switch (role) {
    case Qt::DisplayRole: {
        const QString message = row.value("message"_L1).toString();
        return message.isEmpty() ? VersionPage::tr("No reason given") : message;
    }
    case SecondLineRole: return VersionPage::tr("%1 · %2", "author, when").arg(row.value("author"_L1).toString(), format::relative(at));
    case Qt::ToolTipRole: return QString(row.value("message"_L1).toString() + u'\n' + format::absolute(at)).trimmed();
    default: return {};
    }
}

performance::Changes changesIn(const QJsonObject& row) { return performance::changes(row.value("before"_L1).toObject(), performanceIn(row)); }

/// The colour of a mark; `good` is the direction one wishes for.
QVariant markColor(int change, int good) { return change == 0 ? QVariant() : QVariant(Theme::current().color(change == good ? Token::Good : Token::Bad)); }

QString markTip(int change, const QString& what) {
    return change == 0 ? what : what + u'\n' + (change > 0 ? VersionPage::tr("▲ higher than with the version before, and not by chance") : VersionPage::tr("▼ lower than with the version before, and not by chance"));
}

QVariant costCell(const QJsonObject& row, int role) {
    const QJsonValue cost = performanceIn(row).value("cost_per_success_usd"_L1);
    const int change = changesIn(row).cost;
    if (role == Qt::DisplayRole) return performance::marked(cost.isDouble() ? format::usd(cost.toDouble()) : format::usd(cost.toString()), change);
    if (role == Qt::ForegroundRole) return markColor(change, -1);
    if (role == Qt::ToolTipRole) return markTip(change, VersionPage::tr("Cost of a call that succeeded, failures paid for"));
    return {};
}

QVariant latencyCell(const QJsonObject& row, int role) {
    const QJsonObject did = performanceIn(row);
    const int change = changesIn(row).latency;
    if (role == Qt::DisplayRole) return performance::marked(format::orNone(did.value("end_to_end_p95_ms"_L1), format::milliseconds), change);
    if (role == SecondLineRole && did.value("end_to_end_p50_ms"_L1).isDouble()) return VersionPage::tr("p50 %1").arg(format::milliseconds(did.value("end_to_end_p50_ms"_L1).toDouble()));
    if (role == Qt::ForegroundRole) return markColor(change, -1);
    if (role == Qt::ToolTipRole) return markTip(change, VersionPage::tr("End to end: 19 of 20 calls were faster; below it the median"));
    return {};
}

QVariant successCell(const QJsonObject& row, int role) {
    const int change = changesIn(row).success;
    if (role == Qt::DisplayRole) return performance::marked(performance::success(performanceIn(row)), change);
    if (role == Qt::ForegroundRole) return markColor(change, 1);
    if (role == SecondLineRole) return performance::interval(performanceIn(row).value("success"_L1).toObject());
    if (role == Qt::ToolTipRole) return markTip(change, VersionPage::tr("The share that succeeded, and where the true share lies 19 times out of 20"));
    return {};
}

QVariant againstCell(const QJsonObject& row, int role) {
    const QJsonObject comparison = row.value("comparison"_L1).toObject();
    if (comparison.isEmpty()) return role == Qt::DisplayRole && row.value("live"_L1).toBool() ? QVariant(VersionPage::tr("is live")) : QVariant();
    const Status status = performance::verdict(comparison.value("verdict"_L1).toString());
    if (role == ChipsRole) return QVariant::fromValue(QList<Chip>{{status.word, status.color, status.icon}});
    if (role == SecondLineRole) return performance::difference(comparison);
    if (role == Qt::ToolTipRole && comparison.value("p"_L1).isDouble())
        return VersionPage::tr("Success against the live version; so great a difference would come by chance in %1 of cases").arg(format::share(comparison.value("p"_L1).toDouble()));
    return {};
}

JsonTableModel* versionsModel(QObject* parent) {
    return new JsonTableModel(
        {
            {VersionPage::tr("Version"), false, versionCell},
            {VersionPage::tr("Change"), false, changeCell, VersionPage::tr("Why, by whom and when")},
            {VersionPage::tr("Calls"), true, JsonTableModel::text([](const QJsonObject& row) { return format::orNone(performanceIn(row).value("calls"_L1), format::shortCount); })},
            {VersionPage::tr("Success"), true, successCell},
            {VersionPage::tr("Against live"), false, againstCell},
            {VersionPage::tr("Per success"), true, costCell, VersionPage::tr("Cost of a call that succeeded")},
            {VersionPage::tr("p95"), true, latencyCell, VersionPage::tr("End to end, with the median below")},
            {VersionPage::tr("Overridden"), true, JsonTableModel::text([](const QJsonObject& row) { return performance::overridden(performanceIn(row)); }), VersionPage::tr("Share of the outputs that a person changed")},
        },
        [](const QJsonObject& row) { return QString::number(wholeNumber(row.value("version"_L1))); }, parent);
}

QString textOf(const QJsonObject& spec) {
    if (spec.contains("text"_L1)) return spec.value("text"_L1).toString();
    QStringList parts;
    for (const QJsonValue& one : spec.value("messages"_L1).toArray()) parts << u"── %1 ──\n%2"_s.arg(MessageCard::wordOf(one["role"_L1].toString()), one["content"_L1].toString());
    return parts.join(u"\n\n"_s);
}

} // namespace

VersionPage::VersionPage(OpenDocument& prompt, QWidget* parent)
    : QWidget(parent), m_prompt(prompt), m_model(versionsModel(this)), m_table(new DataTable(u"prompt-versions"_s, tr("Versions"))), m_heading(new TextLabel({}, TextStyle::Heading)), m_text(new TemplateEditor) {
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnWidths({128, 150, 58, 98, 136, 94, 72, 78});
    m_table->setItemDelegate(new TwoLineDelegate(SecondLineRole, ChipsRole, m_table));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    const auto rows = [this] { m_table->verticalHeader()->setDefaultSectionSize(TwoLineDelegate::rowHeight()); };
    rows();
    connect(&Theme::current(), &Theme::changed, this, rows);
    m_text->setReadOnly(true);
    m_text->setHeightInLines(4, 0);
    m_text->setAccessibleName(tr("Text of the chosen version"));

    auto* below = new QWidget;
    auto* belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, 0, 0, 0);
    belowColumn->setSpacing(8);
    belowColumn->addWidget(m_heading);
    belowColumn->addWidget(m_text, 1);
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(12);
    split->addWidget(m_table);
    split->addWidget(below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->addWidget(split);

    connect(&prompt, &OpenDocument::opened, this, [this] {
        m_wanted = 0;
        m_shown = 0;
        m_model->setRows({});
        m_text->clear();
        m_heading->clear();
    });
    connect(&prompt, &OpenDocument::versionsChanged, this, &VersionPage::fill);
    connect(&prompt, &OpenDocument::performanceChanged, this, &VersionPage::fill);
    connect(&prompt, &OpenDocument::stateChanged, this, &VersionPage::fill); // which labels are protected
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &VersionPage::showChosen);
    connect(m_table, &DataTable::rowActivated, this, [this] {
        if (chosen() > 0 && m_prompt.live() > 0) Q_EMIT compareRequested(m_prompt.live(), chosen());
    });
    auto* compare = new QAction(Theme::current().icon(u"diff"_s), tr("Compare with the version before"), this);
    connect(compare, &QAction::triggered, this, [this] {
        if (chosen() > 1) Q_EMIT compareRequested(chosen() - 1, chosen());
    });
    m_table->addRowAction(compare);
}

void VersionPage::fill() {
    QJsonArray rows;
    const QJsonArray& versions = m_prompt.versions();
    for (qsizetype at = 0; at < versions.size(); ++at) {
        QJsonObject row = versions.at(at).toObject();
        const qint64 number = wholeNumber(row.value("version"_L1));
        row.insert(u"performance"_s, m_prompt.performanceOf(number));
        row.insert(u"live"_s, number == m_prompt.live());
        QJsonArray guarded;
        for (const QJsonValue& label : row.value("labels"_L1).toArray())
            if (m_prompt.isProtected(label.toString())) guarded.append(label);
        if (!guarded.isEmpty()) row.insert(u"protected"_s, guarded);
        if (number != m_prompt.live()) row.insert(u"comparison"_s, m_prompt.comparisonOf(number));
        // The nearest older version that served.
        for (qsizetype older = at + 1; older < versions.size() && older < at + 20; ++older) {
            const QJsonObject before = m_prompt.performanceOf(wholeNumber(versions.at(older)["version"_L1]));
            if (before.value("calls"_L1).toDouble() < 1) continue;
            row.insert(u"before"_s, before);
            break;
        }
        rows.append(row);
    }
    // The newest stays chosen when there is a newer one: it is what the editor shows, and what is promoted.
    const bool newest = m_table->currentIndex().row() == 0;
    m_model->setRows(rows);
    if (rows.isEmpty()) return;
    const int wanted = m_wanted > 0 ? m_model->rowOfId(QString::number(m_wanted)) : -1;
    if (wanted >= 0) {
        m_wanted = 0;
        m_table->selectRow(wanted);
    } else if (newest || !m_table->currentIndex().isValid()) {
        m_table->selectRow(0);
    }
}

qint64 VersionPage::chosen() const { return wholeNumber(m_model->row(m_table->currentIndex().row()).value("version"_L1)); }

void VersionPage::choose(qint64 version) {
    const int row = m_model->rowOfId(QString::number(version));
    if (row >= 0) m_table->selectRow(row);
    else m_wanted = version;
}

void VersionPage::focusTable() { m_table->setFocus(Qt::OtherFocusReason); }

void VersionPage::showChosen() {
    const qint64 version = chosen();
    if (version < 1 || version == m_shown) return;
    m_shown = version;
    m_heading->setText(m_prompt.titleOf(version));
    m_prompt.spec(version, this, [this, version](const QJsonObject& spec) {
        if (version == m_shown) m_text->setPlainText(textOf(spec));
    });
    Q_EMIT chosenChanged(version);
}

} // namespace signalbox::ui
