#include "ui/widgets/json_table_model.h"

#include "ui/widgets/table_column.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QSet>

#include <algorithm>

namespace signalbox::ui {

JsonTableModel::JsonTableModel(std::vector<Column> columns, std::function<QString(const QJsonObject&)> identify, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)), m_identify(std::move(identify)) {}

void JsonTableModel::setRows(const QJsonArray& rows) {
    if (setSameRows(rows)) return;
    QSet<QString> wanted;
    for (const QJsonValue& value : rows) wanted.insert(m_identify(value.toObject()));
    for (int at = static_cast<int>(m_rows.size()) - 1; at >= 0; --at) {
        if (wanted.contains(idAt(at))) continue;
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    }
    for (int at = 0; at < rows.size(); ++at) {
        const QJsonObject object = rows.at(at).toObject();
        const int known = rowOfId(m_identify(object));
        if (known < 0) {
            const int place = std::min(at, rowCount());
            beginInsertRows({}, place, place);
            m_rows.insert(m_rows.begin() + place, object);
            endInsertRows();
            continue;
        }
        if (known != at && at < rowCount() && known > at) {
            beginMoveRows({}, known, known, {}, at);
            std::rotate(m_rows.begin() + at, m_rows.begin() + known, m_rows.begin() + known + 1);
            endMoveRows();
        }
        const int now = rowOfId(m_identify(object));
        if (m_rows[static_cast<std::size_t>(now)] == object) continue;
        m_rows[static_cast<std::size_t>(now)] = object;
        Q_EMIT dataChanged(index(now, 0), index(now, columnCount() - 1));
    }
}

/// Nothing was there before, or the same rows in the same order: without a search for each.
bool JsonTableModel::setSameRows(const QJsonArray& rows) {
    if (m_rows.empty() && !rows.isEmpty()) {
        beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
        for (const QJsonValue& value : rows) m_rows.push_back(value.toObject());
        endInsertRows();
        return true;
    }
    if (rowCount() != rows.size()) return false;
    for (int at = 0; at < rowCount(); ++at)
        if (idAt(at) != m_identify(rows.at(at).toObject())) return false;
    for (int at = 0; at < rowCount(); ++at) {
        const QJsonObject object = rows.at(at).toObject();
        if (m_rows[static_cast<std::size_t>(at)] == object) continue;
        m_rows[static_cast<std::size_t>(at)] = object;
        Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
    }
    return true;
}

QJsonObject JsonTableModel::row(int row) const {
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)] : QJsonObject();
}

QJsonArray JsonTableModel::rows() const {
    QJsonArray all;
    for (const QJsonObject& row : m_rows) all.append(row);
    return all;
}

QString JsonTableModel::idAt(int at) const {
    return at >= 0 && at < rowCount() ? m_identify(m_rows[static_cast<std::size_t>(at)]) : QString();
}

int JsonTableModel::rowOfId(const QString& id) const {
    for (int at = 0; at < rowCount(); ++at)
        if (idAt(at) == id) return at;
    return -1;
}

void JsonTableModel::touch() {
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
}

int JsonTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JsonTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant JsonTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Column& column = m_columns[static_cast<std::size_t>(index.column())];
    const QJsonObject& object = m_rows[static_cast<std::size_t>(index.row())];
    if (role == RowRole) return object;
    if (role == Qt::TextAlignmentRole) return columnAlignment(column.number);
    const QVariant own = column.cell(object, role);
    if (!own.isValid() && role == Qt::FontRole && column.number) return Theme::current().tabularFont();
    return own;
}

QVariant JsonTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount()) return {};
    const Column& column = m_columns[static_cast<std::size_t>(section)];
    return columnHeading(column.title, column.tooltip, column.number, role);
}

std::function<QVariant(const QJsonObject&, int)> JsonTableModel::text(std::function<QString(const QJsonObject&)> of) {
    return [of = std::move(of)](const QJsonObject& row, int role) { return role == Qt::DisplayRole ? QVariant(of(row)) : QVariant(); };
}

std::function<QVariant(const QJsonObject&, int)> JsonTableModel::text(std::function<QString(const QJsonObject&)> of,
                                                                      std::function<QString(const QJsonObject&)> tooltip) {
    return [of = std::move(of), tooltip = std::move(tooltip)](const QJsonObject& row, int role) {
        if (role == Qt::DisplayRole) return QVariant(of(row));
        return role == Qt::ToolTipRole ? QVariant(tooltip(row)) : QVariant();
    };
}

} // namespace signalbox::ui
