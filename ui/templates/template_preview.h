#pragma once

#include <QFrame>
#include <QJsonArray>
#include <QJsonObject>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTabBar;

namespace signalbox::client {
class Connection;
}

namespace signalbox::ui {

class FlowLayout;
class MessageBar;
class SentenceList;
class TextLabel;

/// The chosen template: each of its documents as text, and in place what using it would register, under which names.
class TemplatePreview : public QFrame {
    Q_OBJECT

public:
    explicit TemplatePreview(client::Connection& connection, QWidget* parent = nullptr);
    void showTemplate(const QJsonObject& description);
    QString name() const { return m_description.value(QLatin1StringView("name")).toString(); }
    const QJsonObject& description() const { return m_description; }
    /// The whole as one file; empty until it is read.
    const QString& fileText() const { return m_file; }
    /// Opens the form that asks for a prefix and shows what will be registered.
    void openUse();
    bool closeUse(); ///< false: it was not open

Q_SIGNALS:
    void closeRequested();
    void exportRequested();
    void deleteRequested();
    /// Its documents are registered; the workflow's name among them.
    void used(const QString& workflow);

private:
    QWidget* makeUseForm();
    void readFile();
    void readExisting();
    void showPlan();
    void use();
    void showDocument(int index);
    void updateRole();
    QString prefixed(const QString& name) const;

    client::Connection& m_connection;
    QJsonObject m_description;
    QString m_file;
    QStringList m_texts;     ///< of each document
    QJsonArray m_existing;   ///< documents that are registered
    TextLabel* m_title;
    TextLabel* m_text;
    MessageBar* m_bar;
    QPushButton* m_use;
    QPushButton* m_export;
    QPushButton* m_delete;
    QWidget* m_form;
    QLineEdit* m_prefix;
    SentenceList* m_plan;
    TextLabel* m_planNote;
    QPushButton* m_register;
    QTabBar* m_documents;
    QPlainTextEdit* m_yaml;
};

} // namespace signalbox::ui
