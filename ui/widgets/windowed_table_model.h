#pragma once

#include "core/client/api_client.h"

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <vector>

namespace signalbox::ui {

/// A list of any length of which only a window is in memory. Pages are fetched by cursor as the view asks for them; those not looked
/// at for long are dropped and fetched again when scrolled to. Rows are JSON objects that a subclass turns into cells.
///
/// A refresh reads the newest page and inserts what is new above the rest, so nothing moves under the person's eyes; answers that
/// belong to an earlier source are recognised by their generation and dropped.
class WindowedTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    struct Column {
        QString title;
        bool number = false;  ///< aligned right, in figures of one width
        int width = 120;      ///< px at text scale 100 %
        QString tooltip = {}; ///< what the column means
    };
    enum Roles { RowRole = Qt::UserRole + 1, LoadedRole, SubclassRole };

    /// Asks for the rows from `cursor` on (empty: from the newest), at most `limit`.
    using Fetch = std::function<client::PendingCall(const QString& cursor, int limit, client::ApiClient::Callback)>;

    /// `idMember` identifies a row: the member of its JSON object.
    WindowedTableModel(std::vector<Column> columns, QString idMember, QObject* parent = nullptr);

    /// Another list: forgets all rows and reads the first page. An empty function: no list.
    void setSource(Fetch fetch);
    /// Reads what is new at the top. Does nothing while that is under way.
    void refresh();
    /// Drops everything and reads the first page again.
    void reload();
    /// Rows that came by themselves, newest first; those already there are replaced in place.
    void prepend(const QJsonArray& rows);

    const std::vector<Column>& columns() const { return m_columns; }
    /// Empty while it is not in memory.
    QJsonObject row(int row) const;
    QString idAt(int row) const;
    /// -1 if it is not in memory.
    int rowOfId(const QString& id) const;
    bool isLoading() const { return m_loading > 0; }
    /// The list has been read to its end: rowCount() is all there is.
    bool isComplete() const { return m_complete; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    static constexpr int pageSize = 200;
    static constexpr int pagesInMemory = 24;

Q_SIGNALS:
    void loadingChanged(bool loading);
    /// A page could not be read; what is there stays. `refresh` or scrolling tries again.
    void failed(const signalbox::client::ApiError& error);
    /// The first page of a source has come, possibly empty.
    void loaded();

protected:
    /// A cell of a row that is in memory; invalid for roles it has nothing to say to.
    virtual QVariant cell(const QJsonObject& row, int column, int role) const = 0;

private:
    struct Page {
        QString cursor;               ///< where it begins; rows that came by themselves share the cursor of none
        bool refetchable = true;
        int count = 0;
        std::vector<QJsonObject> rows; ///< empty while dropped
        mutable quint64 lastUsed = 0;
        mutable bool requested = false;
        bool isLoaded() const { return count == 0 || !rows.empty(); }
    };

    std::pair<int, int> pageOf(int row) const;
    void appendPage(const QString& cursor);
    void refetch(int page) const;
    void replaceRows(int pageIndex, const QJsonArray& items);
    void insertOnTop(std::vector<QJsonObject> rows);
    void dropUnused();
    void setLoading(int change);

    std::vector<Column> m_columns;
    QString m_idMember;
    Fetch m_fetch;
    std::vector<Page> m_pages;
    int m_rowCount = 0;
    QString m_next;
    bool m_complete = true;
    bool m_appending = false;
    bool m_refreshing = false;
    int m_loading = 0;
    quint64 m_generation = 0;
    mutable quint64 m_clock = 0;
};

} // namespace signalbox::ui
