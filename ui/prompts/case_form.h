#pragma once

#include <QFrame>
#include <QJsonObject>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace signalbox::ui {

class JsonField;
class MessageBar;
class OpenDocument;
class TextLabel;

/// Adds an input with an expectation to a test set of the prompt, or begins a new set with it.
class CaseForm : public QFrame {
    Q_OBJECT

public:
    explicit CaseForm(OpenDocument& prompt, QWidget* parent = nullptr);

    /// `sets` are the names of the test sets there are; `output` is what a model answered, to expect something of.
    void open(const QStringList& sets, const QJsonValue& input, const QString& output, const QString& model);

Q_SIGNALS:
    void saved(const QString& set, const QString& caseName);
    void closed();

private:
    void save();
    void append(const QString& set, QJsonObject spec, qint64 expectVersion);
    QJsonObject expectation() const;
    void updateFields();
    /// What a new set runs on where no trial says it: the first route.
    void proposeModel();

    OpenDocument& m_prompt;
    MessageBar* m_bar;
    QComboBox* m_set;
    QLineEdit* m_newSet;
    QLineEdit* m_model; ///< what a new set runs on
    TextLabel* m_modelLabel;
    QLineEdit* m_name;
    JsonField* m_input;
    QComboBox* m_type;
    QLineEdit* m_pointer;
    JsonField* m_value;
    QLineEdit* m_text; ///< what it contains, or what a judge looks at
    QLineEdit* m_judge;
    TextLabel* m_judgeLabel;
    QPushButton* m_save;
};

} // namespace signalbox::ui
