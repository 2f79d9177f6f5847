#pragma once

#include <QIcon>
#include <QKeySequence>
#include <QList>
#include <QString>
#include <QUrl>
#include <QWidget>

#include <functional>

class QSplitter;

namespace signalbox::client {
class Connection;
class Gateways;
}

namespace signalbox::ui {

class TimeRange;

/// What every panel is given. All outlive the panels.
struct PanelContext {
    client::Connection& connection;
    TimeRange& timeRange;
    QString dataDirectory; ///< of the embedded gateway; empty where the gateway is somebody else's
    client::Gateways* gateways = nullptr; ///< which ones there are to choose from; null: this one only
};

enum class PanelGroup { Operate, Build, Govern, Foot };

/// Something the command palette can do.
struct PanelAction {
    QString title;
    QString icon;
    std::function<void()> run;
};

/// A key of a panel, for the overview that `?` opens.
struct PanelKey {
    QKeySequence keys;
    QString what;
};

/// One place of the rail. Its widget is made when first shown. It reads what it shows from `connection` when activated and on
/// `Connection::refreshNeeded`, and greys nothing itself: the shell marks what is old.
class Panel : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Comes to the front. Reads what is missing or old.
    virtual void activate() {}
    /// F5: reads everything anew, keeping selection and scroll position.
    virtual void refresh() {}
    /// Ctrl+F: puts the cursor where one filters.
    virtual void focusFilter() {}
    /// `signalbox://panel/first/second?query`: shows that. False if there is no such thing.
    virtual bool openLink(const QUrl& link) {
        Q_UNUSED(link)
        return true;
    }
    virtual QList<PanelAction> actions() { return {}; }
    virtual QList<PanelKey> keys() const { return {}; }

protected:
    /// Tab walks as ever; where a button was disabled or hidden by being pressed, its heir gets the keys (focus_heir.h).
    bool focusNextPrevChild(bool next) override;
    /// The layout of all panels: `parts` from top to bottom; the last one takes the height that is left.
    void stack(const QList<QWidget*>& parts);
    /// A list and the chosen thing's detail beside it, as wide as `sizes` say.
    static QSplitter* splitOf(QWidget* list, QWidget* detail, const QList<int>& sizes);

Q_SIGNALS:
    /// Go to a `signalbox://...` link, wherever it leads.
    void linkRequested(const QUrl& link);
    /// Number at the panel's name in the rail; 0: none.
    void badgeChanged(int count);
    /// A sentence for a few seconds, with Undo if `undo` is given.
    void messageRequested(const QString& message, const std::function<void()>& undo = {});
};

/// How a panel is listed before it exists.
struct PanelDescription {
    QString id;      ///< `runs`: host of its links, name of its help page and pictures
    QString title;
    QString purpose; ///< one line, shown as the tooltip and in the palette
    QString icon;    ///< of resources/icons
    PanelGroup group = PanelGroup::Operate;
    std::function<Panel*(const PanelContext& context, QWidget* parent)> create;
};

/// `signalbox://runs/run_01H...`
QUrl linkTo(const QString& panelId, const QStringList& path = {}, const QList<QPair<QString, QString>>& query = {});
/// The path of a link as decoded segments.
QStringList linkPath(const QUrl& link);

} // namespace signalbox::ui
