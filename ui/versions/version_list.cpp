#include "ui/versions/version_list.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/versions/open_document.h"
#include "ui/widgets/code_highlighter.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/theme.h"

#include <QPlainTextEdit>
#include <QUrlQuery>

#include <utility>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QVariant labelsCell(const QJsonObject& version, int role) {
    const QJsonArray guarded = version.value("protected"_L1).toArray();
    if (role == Qt::DecorationRole && !guarded.isEmpty()) return Theme::current().icon(u"lock"_s, Token::Held);
    if (role == Qt::ToolTipRole && !guarded.isEmpty()) return VersionList::tr("Protected: it moves only when another person approves");
    if (role != Qt::DisplayRole) return {};
    QStringList labels;
    for (const QJsonValue& label : version.value("labels"_L1).toArray()) labels << (guarded.contains(label) ? VersionList::tr("%1 (protected)", "a label").arg(label.toString()) : label.toString());
    return labels.join(u", "_s);
}

QString messageOf(const QJsonObject& version) { return version.value("message"_L1).toString(); }

JsonTableModel* versionsModel(QObject* parent) {
    const auto number = [](const QJsonObject& row) { return QString::number(wholeNumber(row.value("version"_L1))); };
    const auto when = [](const QJsonObject& row) { return client::timeOf(row.value("created_at"_L1).toString()); };
    return new JsonTableModel(
        {
            {VersionList::tr("Version"), true, JsonTableModel::text(number, [](const QJsonObject& row) { return row.value("content_hash"_L1).toString(); })},
            {VersionList::tr("Labels"), false, labelsCell},
            {VersionList::tr("When"), false, JsonTableModel::text([when](const QJsonObject& row) { return format::relative(when(row)); }, [when](const QJsonObject& row) { return format::absolute(when(row)); })},
            {VersionList::tr("Who"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("author"_L1).toString(); })},
            {VersionList::tr("Why"), false, JsonTableModel::text(messageOf, messageOf)},
        },
        number, parent);
}

} // namespace

VersionList::VersionList(client::Connection& connection, const QString& name, QWidget* parent)
    : QSplitter(Qt::Vertical, parent), m_connection(connection), m_model(versionsModel(this)), m_table(new DataTable(name, tr("Versions"))), m_text(new QPlainTextEdit) {
    m_table->setModel(m_model);
    m_table->setColumnWidths({64, 176, 96, 90, 240});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_text->setObjectName(name + u"-text"_s);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("The chosen version"));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    CodeHighlighter::yaml(m_text->document());
    addWidget(m_table);
    addWidget(m_text);
    setChildrenCollapsible(false);
    setHandleWidth(8);
    setStretchFactor(0, 2);
    setStretchFactor(1, 3);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        Q_EMIT chosenChanged();
        showText();
    });
    const auto restyle = [this] { m_text->setFont(Theme::current().monoFont()); };
    connect(&Theme::current(), &Theme::changed, this, restyle);
    restyle();
}

void VersionList::setDocument(const QString& kind, const QString& name) {
    if (kind == m_kind && name == m_name) return;
    m_kind = kind;
    m_name = name;
    m_wanted = 0;
    m_protected.clear();
    m_text->clear();
    setVersions({});
}

void VersionList::setVersions(const QJsonArray& versions) {
    m_versions = versions;
    fill();
}

void VersionList::setProtected(const QStringList& labels) {
    if (labels == m_protected) return;
    m_protected = labels;
    fill();
}

void VersionList::fill() {
    QJsonArray rows;
    for (const QJsonValue& version : std::as_const(m_versions)) {
        QJsonObject row = version.toObject();
        QJsonArray guarded;
        for (const QJsonValue& label : row.value("labels"_L1).toArray())
            if (m_protected.contains(label.toString())) guarded.append(label);
        if (!guarded.isEmpty()) row.insert(u"protected"_s, guarded);
        rows.append(row);
    }
    m_model->setRows(rows);
}

qint64 VersionList::latest() const { return m_versions.isEmpty() ? 0 : wholeNumber(m_versions.first()["version"_L1]); }

qint64 VersionList::labelled(const QString& label) const {
    for (const QJsonValue& version : m_versions)
        if (version["labels"_L1].toArray().contains(QJsonValue(label))) return wholeNumber(version["version"_L1]);
    return 0;
}

qint64 VersionList::chosen() const { return wholeNumber(m_model->row(m_table->currentIndex().row()).value("version"_L1)); }

void VersionList::choose(qint64 version) {
    m_wanted = version;
    if (m_model->rowCount() > 0) chooseOne();
}

void VersionList::chooseOne() {
    if (const int row = m_model->rowOfId(QString::number(std::exchange(m_wanted, 0))); row >= 0) m_table->selectRow(row);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0) m_table->selectRow(0);
}

void VersionList::showText() {
    const qint64 version = chosen();
    if (version == 0) return;
    QUrlQuery query;
    query.addQueryItem(u"version"_s, QString::number(version));
    m_connection.api().get(client::pathOf({u"documents"_s, m_kind, m_name, u"yaml"_s}), query, this, [this, kind = m_kind, name = m_name, version](const client::ApiResult& result) {
        if (kind == m_kind && name == m_name && version == chosen() && result.ok()) m_text->setPlainText(QString::fromUtf8(result.text));
    });
}

} // namespace signalbox::ui
