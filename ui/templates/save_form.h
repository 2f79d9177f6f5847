#pragma once

#include <QFrame>
#include <QJsonObject>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace signalbox::client {
class Connection;
}

namespace signalbox::ui {

class TextLabel;

/// Saves a live workflow, with all that it stands on, as a template: which one, a title, a name.
class SaveForm : public QFrame {
    Q_OBJECT

public:
    explicit SaveForm(client::Connection& connection, QWidget* parent = nullptr);
    /// Reads which workflows there are, and chooses `workflow` if given.
    void open(const QString& workflow);

Q_SIGNALS:
    /// The template of that name was saved.
    void saved(const QString& name, const QString& title);
    void closed();

private:
    void fill(const QString& wanted);
    void save();
    void check();

    client::Connection& m_connection;
    QComboBox* m_workflow;
    QLineEdit* m_title;
    QLineEdit* m_name;
    QLineEdit* m_description;
    TextLabel* m_problem;
    QPushButton* m_save;
    QStringList m_descriptions; ///< of the workflows that there are
    // What a person typed is not replaced by what is proposed.
    bool m_titleTyped = false;
    bool m_descriptionTyped = false;
    bool m_nameTyped = false;
};

} // namespace signalbox::ui
