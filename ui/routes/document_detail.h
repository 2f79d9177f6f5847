#pragma once

#include <QHash>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QPushButton;
class QTabWidget;

namespace signalbox::client {
class Connection;
}

namespace signalbox::ui {

class EditorPage;
class ExplanationPage;
class MessageBar;
class TextLabel;
class OpenDocument;
class PromoteSheet;
class ProtectSheet;
class VersionList;

/// One provider, route or policy: what it does, its text to be edited, its versions.
class DocumentDetail : public QWidget {
    Q_OBJECT

public:
    /// What goes wrong is said in `bar`.
    DocumentDetail(client::Connection& connection, MessageBar* bar, QWidget* parent = nullptr);
    void open(const QString& kind, const QString& name);
    /// Of the open document.
    void showVersion(qint64 version);
    void startNew(const QString& kind);
    void refresh();
    /// Whether a document is shown, be it on record or new.
    bool isOpen() const { return !m_kind.isEmpty(); }
    /// Of the kind that is shown; null: nothing is shown.
    ProtectSheet* protection() const { return m_protections.value(m_kind); }
    const QString& name() const { return m_name; }
    void showVersions();
    /// `route/fast-json`, as the list knows it.
    QString id() const { return m_kind + u'/' + m_name; }

Q_SIGNALS:
    void messageRequested(const QString& message, const std::function<void()>& undo = {});
    /// The list is to be read anew.
    void changed();

private:
    enum Page { WhatItDoes, Edit, Versions };

    QWidget* makeVersionsPage();
    void begin(const QString& kind, const QString& name);
    void readVersions();
    void makeLive(qint64 version);
    /// What waits for approval, and the sheet that asks for it, of documents of one kind.
    void addApprovals(const QString& kind, QBoxLayout* column);
    void askForApproval(qint64 version);
    void updateButtons();

    client::Connection& m_connection;
    MessageBar* m_bar;
    QString m_kind; ///< empty: nothing is shown
    QString m_name; ///< empty: a new one
    TextLabel* m_title;
    TextLabel* m_subtitle;
    QTabWidget* m_tabs;
    ExplanationPage* m_explanation;
    EditorPage* m_editor;
    VersionList* m_versions;
    QPushButton* m_protect;
    QPushButton* m_live;
    QHash<QString, OpenDocument*> m_documents; ///< by kind
    QHash<QString, PromoteSheet*> m_sheets;
    QHash<QString, ProtectSheet*> m_protections;
};

} // namespace signalbox::ui
