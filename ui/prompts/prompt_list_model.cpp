#include "ui/prompts/prompt_list_model.h"

#include "core/client/resources.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/two_line_delegate.h"

#include <QFont>
#include <QJsonObject>
#include <QSet>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

PromptListModel::PromptListModel(QObject* parent) : QAbstractTableModel(parent) {}

PromptListModel::Row PromptListModel::rowFrom(const QJsonObject& item) {
    Row row;
    row.name = item.value("name"_L1).toString();
    row.description = item.value("description"_L1).toString();
    row.latest = static_cast<qint64>(item.value("latest"_L1).toDouble());
    const QJsonObject labels = item.value("labels"_L1).toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        const auto version = static_cast<qint64>(label.value().toDouble());
        if (label.key() == "production"_L1) row.live = version;
        else if (label.key() != "latest"_L1) row.labels.append({label.key(), version});
    }
    row.changedAt = client::timeOf(item.value("updated_at"_L1).toString());
    row.author = item.value("author"_L1).toString();
    row.message = item.value("message"_L1).toString();
    row.calls = item.value("calls_24h"_L1).toDouble(-1);
    row.success = item.value("success_24h"_L1).toDouble(-1);
    row.rolloutPercent = item.value("rollout"_L1)["percent"_L1].toInt();
    row.archived = item.value("archived"_L1).toBool();
    for (const QJsonValue& label : item.value("protected"_L1).toArray()) row.protectedLabels << label.toString();
    return row;
}

void PromptListModel::setPrompts(const QJsonArray& prompts) {
    std::vector<Row> wanted;
    wanted.reserve(static_cast<std::size_t>(prompts.size()));
    QSet<QString> names;
    for (const QJsonValue& item : prompts) {
        wanted.push_back(rowFrom(item.toObject()));
        names.insert(wanted.back().name);
    }
    // What is gone goes in blocks, from the end, so that rows keep their numbers.
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (names.contains(m_rows[static_cast<std::size_t>(last)].name)) continue;
        int first = last;
        while (first > 0 && !names.contains(m_rows[static_cast<std::size_t>(first - 1)].name)) --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        remap(0);
        endRemoveRows();
        last = first;
    }
    std::vector<Row> added;
    for (Row& row : wanted) {
        const int at = rowOfName(row.name);
        if (at < 0) {
            added.push_back(std::move(row));
            continue;
        }
        Row& known = m_rows[static_cast<std::size_t>(at)];
        if (known == row) continue;
        known = std::move(row);
        Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
    }
    if (added.empty()) return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    remap(first);
    endInsertRows();
}

void PromptListModel::remap(int from) {
    if (from == 0) m_rowOfName.clear();
    for (int at = from; at < rowCount(); ++at) m_rowOfName.insert(m_rows[static_cast<std::size_t>(at)].name, at);
}

void PromptListModel::setApprovals(const QJsonArray& approvals) {
    QHash<QString, int> waiting;
    for (const QJsonValue& one : approvals)
        if (one["kind"_L1].toString() == "prompt"_L1) ++waiting[one["name"_L1].toString()];
    if (waiting == m_waiting) return;
    m_waiting = waiting;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name));
}

QString PromptListModel::nameAt(int row) const { return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].name : QString(); }

bool PromptListModel::isArchived(int row) const { return row >= 0 && row < rowCount() && m_rows[static_cast<std::size_t>(row)].archived; }

int PromptListModel::waiting() const {
    int all = 0;
    for (const int count : m_waiting) all += count;
    return all;
}

int PromptListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int PromptListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant PromptListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool number = index.column() == Live || index.column() == Calls || index.column() == Success;
    switch (role) {
    case Qt::DisplayRole: return display(row, index.column());
    case Qt::ToolTipRole: return tooltip(row, index.column());
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole: return number ? QVariant(Theme::current().tabularFont()) : QVariant();
    case Qt::ForegroundRole: return row.archived ? QVariant(Theme::current().color(Token::Muted)) : QVariant();
    case NameRole: return row.name;
    case SecondLineRole: return secondLine(row, index.column());
    case ChipsRole: return chips(row, index.column());
    case SortRole: return sortKey(row, index.column());
    default: return {};
    }
}

QVariant PromptListModel::display(const Row& row, int column) const {
    switch (column) {
    case Name: return row.name;
    case Live:
        if (row.archived) return format::none();
        if (row.live == 0) return format::none();
        return QString::number(row.live);
    case Changed: return format::relative(row.changedAt);
    case Calls: return row.calls < 0 ? format::none() : format::shortCount(row.calls);
    case Success: return row.success < 0 ? format::none() : format::share(row.success);
    default: return {};
    }
}

QVariant PromptListModel::secondLine(const Row& row, int column) const {
    // Where other marks take the room of the lock, the word stands here.
    if (column == Name && isGuarded(row) && (row.archived || m_waiting.contains(row.name) || row.rolloutPercent > 0 || !row.labels.isEmpty()))
        return row.description.isEmpty() ? tr("protected", "the live version: it changes only with approval") : tr("protected · %1", "description").arg(row.description);
    if (column == Name) return row.description;
    if (column == Changed) return row.author;
    if (column == Live && row.live > 0 && row.live != row.latest && !row.archived) return tr("of %1", "live version, of so many").arg(row.latest);
    return {};
}

QVariant PromptListModel::tooltip(const Row& row, int column) const {
    switch (column) {
    case Name: return row.description.isEmpty() ? row.name : row.name + u'\n' + row.description;
    case Live:
        if (row.live == 0) return tr("No version has the label production: nothing serves.");
        return row.live == row.latest ? tr("Version %1 is live and the newest.").arg(row.live) : tr("Version %1 is live; version %2 is the newest.").arg(row.live).arg(row.latest);
    case Changed: return row.message.isEmpty() ? format::absolute(row.changedAt) : format::absolute(row.changedAt) + u'\n' + row.message;
    case Calls: return row.calls < 0 ? QVariant() : tr("%1 calls in the last 24 hours").arg(format::count(static_cast<qint64>(row.calls)));
    case Success: return row.success < 0 ? QVariant() : tr("Share of the calls of the last 24 hours that succeeded");
    default: return {};
    }
}

QVariant PromptListModel::sortKey(const Row& row, int column) const {
    switch (column) {
    case Name: return row.name;
    case Live: return row.live;
    case Changed: return row.changedAt;
    case Calls: return row.calls;
    case Success: return row.success;
    default: return {};
    }
}

QVariant PromptListModel::chips(const Row& row, int column) const {
    if (column != Name) return {};
    QList<Chip> chips;
    if (row.archived) chips.append({tr("archived"), Token::Muted});
    if (m_waiting.contains(row.name)) chips.append({tr("%1 waiting", "changes for approval").arg(m_waiting.value(row.name)), Token::Held, u"held"_s});
    if (row.rolloutPercent > 0) chips.append({tr("rollout %1 %").arg(row.rolloutPercent), Token::Held});
    for (const auto& [label, version] : row.labels) {
        const bool guarded = row.protectedLabels.contains(label);
        chips.append({guarded ? tr("%1 %2, protected", "label, version").arg(label).arg(version) : label + u' ' + QString::number(version), Token::Accent, guarded ? u"lock"_s : QString()});
    }
    if (isGuarded(row) && chips.isEmpty()) chips.append({tr("protected", "the live version: it changes only with approval"), Token::Held, u"lock"_s});
    return chips.isEmpty() ? QVariant() : QVariant::fromValue(chips);
}

QVariant PromptListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    const bool number = section == Live || section == Calls || section == Success;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole) {
        if (section == Live) return tr("The version that serves (label production), and the newest one where that is another");
        if (section == Calls || section == Success) return tr("Of the last 24 hours, without trials");
        return {};
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Name: return tr("Prompt");
    case Live: return tr("Live");
    case Changed: return tr("Changed");
    case Calls: return tr("Calls");
    case Success: return tr("Success");
    default: return {};
    }
}

} // namespace signalbox::ui
