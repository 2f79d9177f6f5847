#pragma once

#include "ui/widgets/panel.h"

#include <QTimer>

#include <chrono>

class QHBoxLayout;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace signalbox::client {
struct ApiResult;
}

namespace signalbox::ui {

class EmptyState;
class MessageBar;
class PanelHeader;

/// A panel that is a list with the chosen one's detail beside it: the header, a bar for what went wrong, a field to search and other
/// filters above the list, or what stands in the list's place while it is empty.
class ListPanel : public Panel {
    Q_OBJECT

public:
    void activate() override { refresh(); }
    void focusFilter() override;

Q_SIGNALS:
    /// Other words are to be looked for.
    void searched();

protected:
    ListPanel(const PanelContext& context, const QString& title, const QString& purpose, QWidget* parent);

    PanelHeader* header() const { return m_header; }
    /// `searched` follows once nothing was typed for as long as `pause`.
    void setSearch(const QString& placeholder, const QString& accessibleName, std::chrono::milliseconds pause);
    /// The search field, and what is added beside it.
    QHBoxLayout* filters() const { return m_filters; }
    /// The filters, and what is added between them and the list.
    QVBoxLayout* listColumn() const { return m_listColumn; }
    struct Split {
        QList<int> sizes;     ///< widths of list and detail, to begin with
        int listStretch = 0;  ///< what they get of a larger window
        int detailStretch = 1;
    };
    /// Puts the panel together, once the header and the filters have all that they hold: the Tab key walks in the order of parenting.
    /// `empty` stands in the list's place; null: nothing does. The detail is hidden.
    void compose(QWidget* list, EmptyState* empty, QWidget* detail, const Split& split);
    /// Shows what stands in the list's place, or the list.
    void showEmpty(bool empty);
    /// What is looked for; empty: everything.
    QString words() const;
    /// Whether a reading succeeded; otherwise `failure` is said in the bar, but for a lost connection, which the shell tells.
    bool isRead(const client::ApiResult& result, const QString& failure);

    PanelContext m_context;
    MessageBar* m_bar;
    QLineEdit* m_search;
    QSplitter* m_split;

private:
    PanelHeader* m_header;
    QHBoxLayout* m_filters;
    QVBoxLayout* m_listColumn;
    QStackedWidget* m_stack;
    QTimer m_typing;
};

} // namespace signalbox::ui
