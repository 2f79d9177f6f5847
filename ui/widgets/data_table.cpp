#include "ui/widgets/data_table.h"

#include "ui/widgets/ageing.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QToolTip>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNarrowestLast = 100;

}

DataTable::DataTable(const QString& name, const QString& accessibleName, QWidget* parent) : QTableView(parent), m_name(name) {
    setObjectName(name);
    setAccessibleName(accessibleName);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setMinimumSectionSize(40);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &DataTable::saveColumns);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, &DataTable::saveColumns);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { Q_EMIT rowActivated(index.row()); });
    connect(&Theme::current(), &Theme::changed, this, &DataTable::restyle);
    // What cells say of times is asked for anew.
    keepAgeing(this, [this] { viewport()->update(); });
    restyle();
}

DataTable::~DataTable() = default;

void DataTable::setModel(QAbstractItemModel* model) {
    if (QAbstractItemModel* old = QTableView::model()) old->disconnect(this);
    QTableView::setModel(model);
    if (!model) return;
    // Inserted above what is on screen: scroll by as much, so that the same rows stay. At the very top new rows push the others down.
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this](const QModelIndex&, int first) {
        m_keepTop = first == 0 && verticalScrollBar()->value() > 0;
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        if (!m_keepTop) return;
        m_keepTop = false;
        const int value = verticalScrollBar()->value() + last - first + 1;
        executeDelayedItemsLayout();
        updateGeometries();
        verticalScrollBar()->setValue(value);
    });
    restoreColumns();
}

void DataTable::setColumnWidths(const QList<int>& widths) {
    m_widths = widths;
    restoreColumns();
}

void DataTable::restyle() {
    const Theme& theme = Theme::current();
    verticalHeader()->setDefaultSectionSize(std::max(QFontMetrics(theme.textFont()).height() + 12, 28));
    restoreColumns();
}

void DataTable::restoreColumns() {
    if (!model()) return;
    m_restoring = true;
    const QByteArray state = QSettings().value(u"tables/"_s + m_name).toByteArray();
    if (state.isEmpty() || !horizontalHeader()->restoreState(state)) {
        const int count = std::min(static_cast<int>(m_widths.size()), model()->columnCount());
        for (int column = 0; column < count; ++column) {
            // The last one takes what is left, and is never narrower than what is set here.
            const int width = column == model()->columnCount() - 1 ? std::min(m_widths[column], kNarrowestLast) : m_widths[column];
            // Titles are longer in some languages than in the one that the widths were chosen for.
            setColumnWidth(column, std::max(width * Theme::current().textScale() / 100, titleWidth(column)));
        }
    }
    horizontalHeader()->setSortIndicatorShown(isSortingEnabled());
    m_restoring = false;
}

int DataTable::titleWidth(int column) const {
    constexpr int margins = 2 * 8;
    QFont font = Theme::current().textFont();
    font.setWeight(QFont::Medium);
    return QFontMetrics(font).horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString()) + margins;
}

void DataTable::saveColumns() {
    // Only what the person did: the last column also resizes with the window.
    if (m_restoring || !isVisible() || !(QGuiApplication::mouseButtons() & Qt::LeftButton)) return;
    QSettings().setValue(u"tables/"_s + m_name, horizontalHeader()->saveState());
}

QString DataTable::selectionAsTsv() const {
    if (!model() || !selectionModel()) return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<int> columns;
    for (int visual = 0; visual < model()->columnCount(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column)) columns << column;
    }
    const auto clean = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' '); };
    QStringList lines;
    QStringList cells;
    for (const int column : columns) cells << clean(model()->headerData(column, Qt::Horizontal).toString());
    lines << cells.join(u'\t');
    for (const QModelIndex& row : rows) {
        cells.clear();
        for (const int column : columns) cells << clean(row.siblingAtColumn(column).data().toString());
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

void DataTable::walkWithKeys() {
    const auto walk = [this](int by) {
        if (model()) setCurrentIndex(model()->index(std::clamp(currentIndex().row() + by, 0, std::max(0, model()->rowCount() - 1)), 0));
    };
    onKeys(this, Qt::Key_J, [walk] { walk(1); });
    onKeys(this, Qt::Key_K, [walk] { walk(-1); });
}

void DataTable::addRowAction(QAction* action) {
    m_rowActions << action;
}

void DataTable::copySelection() {
    if (selectionModel() && selectionModel()->hasSelection()) QGuiApplication::clipboard()->setText(selectionAsTsv());
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    QAction* copy = menu.addAction(Theme::current().icon(u"copy"_s), tr("Copy rows"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(selectionModel() && selectionModel()->hasSelection());
    connect(copy, &QAction::triggered, this, &DataTable::copySelection);
    if (!m_rowActions.isEmpty()) {
        menu.addSeparator();
        menu.addActions(m_rowActions);
    }
    menu.addSeparator();
    QMenu* shown = menu.addMenu(tr("Columns"));
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        QAction* toggle = shown->addAction(model()->headerData(column, Qt::Horizontal).toString());
        toggle->setCheckable(true);
        toggle->setChecked(!isColumnHidden(column));
        connect(toggle, &QAction::toggled, this, [this, column](bool visible) {
            setColumnHidden(column, !visible);
            QSettings().setValue(u"tables/"_s + m_name, horizontalHeader()->saveState());
        });
    }
    menu.exec(event->globalPos());
}

} // namespace signalbox::ui
