#pragma once

#include "ui/widgets/list_panel.h"

#include "core/client/api_client.h"

#include <QJsonArray>
#include <QTimer>

class QCheckBox;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QTabWidget;
class QToolButton;

namespace signalbox::ui {

class DataTable;
class DiffPage;
class EmptyState;
class OpenDocument;
class PromoteSheet;
class PromptEditor;
class ProtectSheet;
class PromptListModel;
class StateCards;
class TestPage;
class TextLabel;
class TryPage;
class VersionPage;

/// What a prompt engineer has open all day: the prompts, and of the open one its text, versions, differences, trials and tests, and how
/// a version goes live.
class PromptsPanel : public ListPanel {
    Q_OBJECT

public:
    PromptsPanel(const PanelContext& context, QWidget* parent = nullptr);
    ~PromptsPanel() override;

    void refresh() override;
    void focusFilter() override;
    bool openLink(const QUrl& link) override;
    QList<PanelAction> actions() override;
    QList<PanelKey> keys() const override;

private:
    enum Tab { EditTab, VersionsTab, DiffTab, TryTab, TestsTab };

    void makeList();
    void makeDetail();
    void connectPages();
    void addKeys();

    void readList();
    void readPage(const QString& cursor, const QJsonArray& before);
    void showList(const QJsonArray& prompts);
    void readApprovals();
    void open(const QString& name);
    void startNew(bool partial);
    void selectRow();
    void showTab(Tab tab);
    void onTab(int tab);
    void updateHead();
    /// Gives the width of the list to the open prompt.
    void foldList(bool fold);

    /// The version that the actions are about: the chosen one of the timeline, else the newest.
    qint64 chosenVersion() const;
    void compareWithLive();
    void tryChosen();
    void promoteChosen();
    void rollBack();
    void setArchived(bool archived);
    bool hasPrompt() const;

    QPushButton* m_new;
    QCheckBox* m_archived;
    PromptListModel* m_model;
    QSortFilterProxyModel* m_sorted;
    DataTable* m_table;
    EmptyState* m_empty;
    OpenDocument* m_prompt;
    QWidget* m_detail;
    QToolButton* m_fold;
    TextLabel* m_title;
    TextLabel* m_subtitle;
    QPushButton* m_compare;
    QPushButton* m_try;
    QPushButton* m_promote;
    QToolButton* m_more;
    StateCards* m_cards;
    QTabWidget* m_tabs;
    PromptEditor* m_editor;
    VersionPage* m_versions;
    DiffPage* m_diff;
    TryPage* m_trials;
    TestPage* m_tests;
    PromoteSheet* m_sheet;
    ProtectSheet* m_protect;
    QTimer m_reading;
    client::PendingCall m_listCall;
    bool m_filling = false; ///< rows come and go: what is current then nobody chose
    QString m_opened; ///< the prompt that the list has chosen
    bool m_outOfService = false; ///< whether the open prompt is archived, where the list does not show it
};

PanelDescription promptsPanel();

} // namespace signalbox::ui
