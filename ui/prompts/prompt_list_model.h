#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>

#include <vector>

namespace signalbox::ui {

/// The prompts of the registry, one row each. A new reading changes only the rows that differ, so selection and scroll position stay,
/// with ten thousand of them too.
class PromptListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Columns { Name, Live, Changed, Calls, Success, ColumnCount };
    enum Roles { NameRole = Qt::UserRole + 1, SecondLineRole, ChipsRole, SortRole };

    explicit PromptListModel(QObject* parent = nullptr);

    /// Items of `GET /documents?kind=prompt`.
    void setPrompts(const QJsonArray& prompts);
    /// Open approvals of all documents: those of prompts are counted.
    void setApprovals(const QJsonArray& approvals);
    /// Cells that depend on the time changed.

    int rowOfName(const QString& name) const { return m_rowOfName.value(name, -1); }
    QString nameAt(int row) const;
    bool isArchived(int row) const;
    int waiting() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString name;
        QString description;
        qint64 live = 0;
        qint64 latest = 0;
        QList<QPair<QString, qint64>> labels; ///< others than production and latest
        QDateTime changedAt;
        QString author;
        QString message;
        double calls = -1;   ///< below 0: not known
        double success = -1;
        int rolloutPercent = 0; ///< 0: none runs
        bool archived = false;
        QStringList protectedLabels;
        bool operator==(const Row&) const = default;
    };
    static Row rowFrom(const QJsonObject& item);
    void remap(int from);
    QVariant display(const Row& row, int column) const;
    QVariant tooltip(const Row& row, int column) const;
    static bool isGuarded(const Row& row) { return row.live > 0 && row.protectedLabels.contains(QStringLiteral("production")); }
    QVariant secondLine(const Row& row, int column) const;
    QVariant sortKey(const Row& row, int column) const;
    QVariant chips(const Row& row, int column) const;

    std::vector<Row> m_rows;
    QHash<QString, int> m_rowOfName;
    QHash<QString, int> m_waiting;
};

} // namespace signalbox::ui
