#pragma once

#include <QFrame>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>

class QMenu;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace signalbox::client {
class Connection;
struct ApiError;
}

namespace signalbox::ui {

class ContractView;
class EditorPage;
class LinkLine;
class MessageBar;
class OpenDocument;
class PolicyPage;
class PromoteSheet;
class ProtectSheet;
class RecentRunsPage;
class SnippetsPage;
class StateCards;
class StatusBadge;
class TextLabel;
class TrialPage;
class VersionsPage;

/// All of one workflow: its contracts, what happens to a call, recent runs, how to call it, a place to try it, its text and its versions.
class WorkflowDetail : public QFrame {
    Q_OBJECT

public:
    enum Page { Contract, Policy, Runs, CallIt, TryIt, Edit, Versions };

    explicit WorkflowDetail(client::Connection& connection, QWidget* parent = nullptr);
    /// `row` is what the list says of it; the rest is read.
    void showWorkflow(const QJsonObject& row);
    void showNew();
    /// The list was read anew.
    void updateRow(const QJsonObject& row);
    void refresh();
    /// The file with an application key on this computer; empty: the gateway is elsewhere.
    void setKeyFile(const QString& file);
    /// Reads what waits for approval and how a rollout does.
    void readState();
    void showPage(Page page);
    /// Of the open workflow, on the page of its versions.
    void showVersion(qint64 version);
    const QString& name() const { return m_name; } ///< empty: a new one, or none
    bool isNew() const { return m_new; }
    void archive();
    ProtectSheet* protection() const { return m_protect; }
    void run();

Q_SIGNALS:
    void linkActivated(const QUrl& link);
    void messageRequested(const QString& message, const std::function<void()>& undo = {});
    void closeRequested();
    /// The list is to be read anew; `name` is what changed.
    void changed(const QString& name);

private:
    void makePages();
    void connectSheet();
    void fillHead();
    void fill(const QJsonObject& workflow);
    void readVersions();
    void restore(const QString& name);
    void showReferrers(const client::ApiError& error);
    void updateRole();
    void fillMenu();

    client::Connection& m_connection;
    QString m_name;
    bool m_new = false;
    QJsonObject m_row;
    QJsonObject m_workflow;
    TextLabel* m_title;
    StatusBadge* m_health;
    StatusBadge* m_rollout;
    StatusBadge* m_protected;
    QToolButton* m_more;
    QMenu* m_menu;
    MessageBar* m_bar;
    TextLabel* m_description;
    LinkLine* m_facts;
    QTabWidget* m_tabs;
    OpenDocument* m_document;
    StateCards* m_cards;
    PromoteSheet* m_sheet;
    ProtectSheet* m_protect;
    QSplitter* m_contracts;
    ContractView* m_input;
    ContractView* m_output;
    PolicyPage* m_policy;
    RecentRunsPage* m_runs;
    SnippetsPage* m_snippets;
    TrialPage* m_trial;
    EditorPage* m_editor;
    VersionsPage* m_versions;
};

} // namespace signalbox::ui
