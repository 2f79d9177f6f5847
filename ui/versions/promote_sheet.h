#pragma once

#include "ui/widgets/diff_lines.h"

#include <QFrame>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace signalbox::ui {

class DiffView;
class MessageBar;
class OpenDocument;
class TextLabel;

/// Where a label is moved: names what is replaced and who depends on it, shows what changes and how the version did in its tests, and
/// offers to move at once, in stages, or, where the label is protected, to ask for another person's approval.
class PromoteSheet : public QFrame {
    Q_OBJECT

public:
    /// What changes from one spec to the other, as the sheet shows it.
    using Sections = std::function<QList<DiffSection>(const QJsonObject& before, const QJsonObject& after)>;
    /// Without `sections`, the sheet compares the text that one edits.
    explicit PromoteSheet(OpenDocument& document, Sections sections = {}, QWidget* parent = nullptr);

    /// For a version and a label; an empty label is still to be chosen. Rolling back is a move to an older version.
    void open(qint64 version, const QString& label);
    /// The same, with the move in stages chosen where it can be.
    void openStaged(qint64 version, const QString& label);
    /// Nothing moves.
    void close();
    qint64 version() const { return m_version; }

Q_SIGNALS:
    void closed();
    void messageRequested(const QString& message, const std::function<void()>& undo = {});
    void testsRequested(qint64 version);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeForm();
    void update();
    void readTests();
    void sayTests();
    void readDiff();
    void apply();
    void move();
    QJsonObject plan();
    void startRollout();
    void requestApproval();
    QString label() const;
    bool mayMove() const;

    OpenDocument& m_document;
    Sections m_sections;
    qint64 m_version = 0;
    MessageBar* m_bar;
    TextLabel* m_title;
    QComboBox* m_label;
    TextLabel* m_sentence;
    TextLabel* m_audience;
    TextLabel* m_tests;
    QPushButton* m_runTests;
    QRadioButton* m_atOnce;
    QRadioButton* m_staged;
    QWidget* m_stagesRow;
    QLineEdit* m_stages;
    QComboBox* m_advance;
    QSpinBox* m_minimum;
    QLineEdit* m_message;
    QPushButton* m_apply;
    DiffView* m_diff;
    QJsonArray m_testRuns; ///< newest first
    QString m_testRunId;
    bool m_forcedApproval = false; ///< the gateway said that the label is protected
};

} // namespace signalbox::ui
