#include "ui/widgets/windowed_table_model.h"

#include "ui/widgets/table_column.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

std::vector<QJsonObject> objectsOf(const QJsonArray& items) {
    std::vector<QJsonObject> rows;
    rows.reserve(static_cast<std::size_t>(items.size()));
    for (const QJsonValue& item : items) rows.push_back(item.toObject());
    return rows;
}

} // namespace

WindowedTableModel::WindowedTableModel(std::vector<Column> columns, QString idMember, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)), m_idMember(std::move(idMember)) {}

void WindowedTableModel::setSource(Fetch fetch) {
    m_fetch = std::move(fetch);
    reload();
}

void WindowedTableModel::reload() {
    ++m_generation;
    if (m_rowCount > 0) {
        beginResetModel();
        m_pages.clear();
        m_rowCount = 0;
        endResetModel();
    }
    m_pages.clear();
    m_next.clear();
    m_appending = m_refreshing = false;
    m_complete = !m_fetch;
    setLoading(-m_loading);
    if (m_fetch) appendPage({});
}

void WindowedTableModel::appendPage(const QString& cursor) {
    m_appending = true;
    setLoading(+1);
    const quint64 generation = m_generation;
    m_fetch(cursor, pageSize, [this, guard = QPointer(this), generation, cursor](const client::ApiResult& result) {
        if (!guard || generation != m_generation) return;
        m_appending = false;
        setLoading(-1);
        if (!result.ok()) {
            Q_EMIT failed(*result.error);
            return;
        }
        Page page;
        page.cursor = cursor;
        page.rows = objectsOf(result.items());
        // A list that grew while it was read may bring a row again that has been inserted on top meanwhile.
        if (m_rowCount > 0)
            std::erase_if(page.rows, [this](const QJsonObject& row) { return rowOfId(row.value(m_idMember).toString()) >= 0; });
        page.count = static_cast<int>(page.rows.size());
        page.lastUsed = ++m_clock;
        m_next = result.next();
        m_complete = m_next.isEmpty();
        if (page.count > 0) {
            beginInsertRows({}, m_rowCount, m_rowCount + page.count - 1);
            m_rowCount += page.count;
            m_pages.push_back(std::move(page));
            endInsertRows();
            dropUnused();
        }
        if (cursor.isEmpty()) Q_EMIT loaded();
    });
}

void WindowedTableModel::refresh() {
    if (!m_fetch || m_refreshing || (m_appending && m_rowCount == 0)) return;
    if (m_rowCount == 0) {
        reload();
        return;
    }
    m_refreshing = true;
    setLoading(+1);
    const quint64 generation = m_generation;
    m_fetch({}, pageSize, [this, guard = QPointer(this), generation](const client::ApiResult& result) {
        if (!guard || generation != m_generation) return;
        m_refreshing = false;
        setLoading(-1);
        if (!result.ok()) {
            Q_EMIT failed(*result.error);
            return;
        }
        const QJsonArray items = result.items();
        const bool overlaps = std::any_of(items.begin(), items.end(), [this](const QJsonValue& item) {
            return rowOfId(item.toObject().value(m_idMember).toString()) >= 0;
        });
        // More came than one page holds: the rows in between are unknown, so begin again from the newest.
        if (!overlaps && !m_pages.empty() && m_pages.front().isLoaded())
            reload();
        else
            prepend(items);
    });
}

void WindowedTableModel::prepend(const QJsonArray& rows) {
    if (!m_fetch || (m_rowCount == 0 && m_appending)) return;
    std::vector<QJsonObject> fresh;
    for (const QJsonValue& value : rows) {
        const QJsonObject object = value.toObject();
        const int known = rowOfId(object.value(m_idMember).toString());
        if (known < 0) {
            fresh.push_back(object);
            continue;
        }
        const auto [page, offset] = pageOf(known);
        auto& stored = m_pages[static_cast<std::size_t>(page)].rows[static_cast<std::size_t>(offset)];
        if (stored == object) continue;
        stored = object;
        Q_EMIT dataChanged(index(known, 0), index(known, columnCount() - 1));
    }
    if (!fresh.empty()) insertOnTop(std::move(fresh));
}

void WindowedTableModel::insertOnTop(std::vector<QJsonObject> rows) {
    const int count = static_cast<int>(rows.size());
    beginInsertRows({}, 0, count - 1);
    // Rows that came by themselves have no cursor to fetch them again by, so they stay in memory, in one page.
    if (m_pages.empty() || m_pages.front().refetchable) {
        Page page;
        page.refetchable = false;
        m_pages.insert(m_pages.begin(), std::move(page));
    }
    Page& top = m_pages.front();
    top.rows.insert(top.rows.begin(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    top.count += count;
    m_rowCount += count;
    endInsertRows();
}

std::pair<int, int> WindowedTableModel::pageOf(int row) const {
    for (std::size_t at = 0; at < m_pages.size(); ++at) {
        if (row < m_pages[at].count) return {static_cast<int>(at), row};
        row -= m_pages[at].count;
    }
    return {-1, 0};
}

QJsonObject WindowedTableModel::row(int row) const {
    if (row < 0 || row >= m_rowCount) return {};
    const auto [at, offset] = pageOf(row);
    const Page& page = m_pages[static_cast<std::size_t>(at)];
    page.lastUsed = ++m_clock;
    if (page.isLoaded()) return page.rows[static_cast<std::size_t>(offset)];
    refetch(at);
    return {};
}

QString WindowedTableModel::idAt(int at) const {
    return row(at).value(m_idMember).toString();
}

int WindowedTableModel::rowOfId(const QString& id) const {
    int first = 0;
    for (const Page& page : m_pages) {
        for (std::size_t at = 0; at < page.rows.size(); ++at)
            if (page.rows[at].value(m_idMember).toString() == id) return first + static_cast<int>(at);
        first += page.count;
    }
    return -1;
}

void WindowedTableModel::refetch(int at) const {
    const Page& page = m_pages[static_cast<std::size_t>(at)];
    if (page.requested) return;
    page.requested = true;
    // A view asks for cells while it paints: nothing may change in that moment.
    auto* self = const_cast<WindowedTableModel*>(this);
    QTimer::singleShot(0, self, [self, generation = m_generation, cursor = page.cursor] {
        if (generation != self->m_generation) return;
        self->setLoading(+1);
        self->m_fetch(cursor, pageSize, [self, guard = QPointer(self), generation, cursor](const client::ApiResult& result) {
            if (!guard || generation != self->m_generation) return;
            self->setLoading(-1);
            const auto found = std::find_if(self->m_pages.begin(), self->m_pages.end(),
                                            [&](const Page& candidate) { return candidate.refetchable && candidate.cursor == cursor; });
            if (found == self->m_pages.end()) return;
            found->requested = false;
            if (!result.ok())
                Q_EMIT self->failed(*result.error);
            else
                self->replaceRows(static_cast<int>(found - self->m_pages.begin()), result.items());
        });
    });
}

void WindowedTableModel::replaceRows(int pageIndex, const QJsonArray& items) {
    Page& page = m_pages[static_cast<std::size_t>(pageIndex)];
    std::vector<QJsonObject> rows = objectsOf(items);
    // Old rows may have been deleted by retention: what is missing stays empty until the next reload.
    rows.resize(static_cast<std::size_t>(page.count));
    page.rows = std::move(rows);
    page.lastUsed = ++m_clock;
    int first = 0;
    for (int at = 0; at < pageIndex; ++at) first += m_pages[static_cast<std::size_t>(at)].count;
    Q_EMIT dataChanged(index(first, 0), index(first + page.count - 1, columnCount() - 1));
    dropUnused();
}

void WindowedTableModel::dropUnused() {
    std::vector<Page*> loaded;
    for (Page& page : m_pages)
        // The newest fetched page begins without a cursor, so what it would bring now is not what it brought.
        if (page.refetchable && !page.cursor.isEmpty() && !page.rows.empty()) loaded.push_back(&page);
    if (loaded.size() <= pagesInMemory) return;
    std::sort(loaded.begin(), loaded.end(), [](const Page* a, const Page* b) { return a->lastUsed > b->lastUsed; });
    for (std::size_t at = pagesInMemory; at < loaded.size(); ++at) {
        loaded[at]->rows.clear();
        loaded[at]->rows.shrink_to_fit();
    }
}

int WindowedTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rowCount;
}

int WindowedTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant WindowedTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Column& column = m_columns[static_cast<std::size_t>(index.column())];
    if (role == Qt::TextAlignmentRole) return columnAlignment(column.number);
    const QJsonObject object = row(index.row());
    if (role == LoadedRole) return !object.isEmpty();
    if (object.isEmpty()) return role == Qt::DisplayRole ? QVariant(u"…"_s) : QVariant();
    if (role == RowRole) return object;
    const QVariant own = cell(object, index.column(), role);
    if (!own.isValid() && role == Qt::FontRole && column.number) return Theme::current().tabularFont();
    return own;
}

QVariant WindowedTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount()) return {};
    const Column& column = m_columns[static_cast<std::size_t>(section)];
    return columnHeading(column.title, column.tooltip, column.number, role);
}

bool WindowedTableModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_fetch && !m_complete && !m_appending && m_rowCount > 0;
}

void WindowedTableModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) appendPage(m_next);
}

void WindowedTableModel::setLoading(int change) {
    const bool before = isLoading();
    m_loading += change;
    if (before != isLoading()) Q_EMIT loadingChanged(isLoading());
}

} // namespace signalbox::ui
