#pragma once

#include "ui/widgets/panel.h"

#include <QJsonObject>
#include <QTimer>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace signalbox::ui {

class DataTable;
class DocumentEditor;
class JsonTableModel;
class KeyValueView;
class MessageBar;
class PanelHeader;
class TextLabel;

/// Providers, routes and policies as documents: what is live, what a route would do, the effective policy with the module of each
/// value, an editor that checks as one types and loses nothing, versions and labels.
class RoutesPanel : public Panel {
    Q_OBJECT

public:
    RoutesPanel(const PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void refresh() override;
    void focusFilter() override;
    bool openLink(const QUrl& link) override;
    QList<PanelKey> keys() const override;

private:
    QWidget* makeOverviewTab();
    QWidget* makeEditorTab();
    QWidget* makeVersionsTab();
    void readList();
    void choose(const QString& kind, const QString& name);
    void readDocument();
    void readExplanation();
    void readVersions();
    void startNew(const QString& kind);
    void validate();
    void save(bool promote);
    void moveProduction(qint64 version);
    void showVersion(qint64 version);
    QString documentId() const { return m_kind + u'/' + m_name; }
    void setEditorText(const QString& text);
    void updateButtons();

    PanelContext m_context;
    MessageBar* m_bar;
    QLineEdit* m_search;
    JsonTableModel* m_documents;
    DataTable* m_table;
    QWidget* m_detail;
    TextLabel* m_title;
    TextLabel* m_subtitle;
    QTabWidget* m_tabs;
    TextLabel* m_sentence;
    JsonTableModel* m_targets;
    DataTable* m_targetTable;
    TextLabel* m_targetsHeading;
    TextLabel* m_policyHeading;
    JsonTableModel* m_policy;
    DataTable* m_policyTable;
    DocumentEditor* m_editor;
    TextLabel* m_check;
    QLineEdit* m_message;
    QPushButton* m_save;
    QPushButton* m_promote;
    QPushButton* m_revert;
    JsonTableModel* m_versions;
    DataTable* m_versionTable;
    QPlainTextEdit* m_versionText;
    QPushButton* m_rollBack;
    QTimer m_typing;
    QString m_kind;
    QString m_name;
    QString m_saved;      ///< the text as it is on record
    qint64 m_latest = 0;  ///< 0: not registered yet
    qint64 m_production = 0;
    bool m_valid = true;
    bool m_setting = false;
};

PanelDescription routesPanel();

} // namespace signalbox::ui
