#pragma once

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <vector>

namespace signalbox::ui {

/// A short list that is read whole: JSON objects as rows, columns as functions. A new reading changes only what differs, so selection
/// and scroll position stay.
class JsonTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Roles { RowRole = Qt::UserRole + 1, StatusRole, SimulatedRole };

    struct Column {
        QString title;
        bool number = false; ///< aligned right, in figures of one width
        /// The cell for a role; invalid where there is nothing to say. StatusRole gives a state's word to paint as a badge.
        std::function<QVariant(const QJsonObject& row, int role)> cell;
        QString tooltip = {};
    };

    /// `identify` tells rows apart: an id that stays the same while the row's values change.
    JsonTableModel(std::vector<Column> columns, std::function<QString(const QJsonObject&)> identify, QObject* parent = nullptr);

    void setRows(const QJsonArray& rows);
    QJsonObject row(int row) const;
    QJsonArray rows() const;
    QString idAt(int row) const;
    int rowOfId(const QString& id) const;
    /// Cells that depend on the time changed.
    void touch();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// A cell that shows a function of the row as text, and nothing else.
    static std::function<QVariant(const QJsonObject&, int)> text(std::function<QString(const QJsonObject&)> of);
    /// ... with a tooltip.
    static std::function<QVariant(const QJsonObject&, int)> text(std::function<QString(const QJsonObject&)> of,
                                                                 std::function<QString(const QJsonObject&)> tooltip);

private:
    bool setSameRows(const QJsonArray& rows);

    std::vector<Column> m_columns;
    std::function<QString(const QJsonObject&)> m_identify;
    std::vector<QJsonObject> m_rows;
};

} // namespace signalbox::ui
