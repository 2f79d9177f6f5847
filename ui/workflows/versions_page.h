#pragma once

#include <QJsonArray>
#include <QStringList>
#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace signalbox::client {
class Connection;
struct ApiResult;
}

namespace signalbox::ui {

class MessageBar;
class OpenDocument;
class VersionList;

/// The versions of a workflow and where its labels are: look at one, move a label to it, roll a label back, or ask for the approval
/// that a protected label takes.
class VersionsPage : public QWidget {
    Q_OBJECT

public:
    explicit VersionsPage(OpenDocument& workflow, QWidget* parent = nullptr);
    void setWorkflow(const QString& name, const QJsonArray& versions);
    /// Shows that version, now or when it has been read.
    void choose(qint64 version);
    /// Says that `version` waits for an approval and offers to ask for it.
    void offerApproval(qint64 version, const QString& label, const QString& message);

Q_SIGNALS:
    void messageRequested(const QString& message, const std::function<void()>& undo = {});
    /// A label moved.
    void changed();
    /// A share of the calls first, and more later.
    void stagesRequested(qint64 version, const QString& label);

private:
    void fillLabels();
    bool isProtected(const QString& name) const;
    void moveLabel();
    void rollBack();
    void put(const QString& label, qint64 version, qint64 before, const QString& message);
    void requestApproval(qint64 version, const QString& label, const QString& message);
    void updateButtons();
    /// Whether the label was elsewhere before, so that it can go back.
    void readHistory();
    QString label() const;
    QString pathOfLabel(const QString& label, const QString& what = {}) const;

    OpenDocument& m_workflow;
    client::Connection& m_connection;
    QString m_name;
    MessageBar* m_bar;
    VersionList* m_versions;
    QWidget* m_actions;
    QComboBox* m_label;
    QLineEdit* m_message;
    QPushButton* m_move;
    QPushButton* m_stages;
    QPushButton* m_rollBack;
    QStringList m_asked; ///< labels whose history was read
};

} // namespace signalbox::ui
