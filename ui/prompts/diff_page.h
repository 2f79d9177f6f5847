#pragma once

#include "ui/prompts/comparison.h"

#include <QJsonObject>
#include <QUrl>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QScrollArea;
class QToolButton;

namespace signalbox::ui {

class DiffView;
class MessageBar;
class OpenDocument;
class RunChoice;
class TextLabel;

/// Any two versions of a prompt, or the draft against one: what each did, settings that differ, who depends on it, and the texts, as
/// templates or rendered with the input of a real run.
class DiffPage : public QWidget {
    Q_OBJECT

public:
    /// `draft` gives the spec in the editor, as it stands.
    DiffPage(OpenDocument& prompt, std::function<QJsonObject()> draft, QWidget* parent = nullptr);

    static constexpr qint64 draftVersion = -1;
    void compare(qint64 from, qint64 to);
    qint64 from() const;
    qint64 to() const;
    /// The draft is another.
    void onDraftEdited();
    DiffView* view() const { return m_view; }
    /// Comes to the front.
    void activate();

Q_SIGNALS:
    void linkRequested(const QUrl& link);

private:
    QWidget* makeControls();
    QWidget* makeFacts();
    void fillVersions();
    void read();
    void show(const Comparison& comparison);
    void render();
    void readSpec(qint64 version, const std::function<void(const QJsonObject&)>& done);
    void renderOne(qint64 version, const std::function<void(const QJsonArray&, int)>& done);
    void showFacts();
    void fitFacts();
    void resizeEvent(QResizeEvent* event) override;
    void showReferrers();
    void showStep(int current, int count);
    QString titleOf(qint64 version) const;

    OpenDocument& m_prompt;
    std::function<QJsonObject()> m_draft;
    MessageBar* m_bar;
    QComboBox* m_from;
    QComboBox* m_to;
    QToolButton* m_swap;
    QToolButton* m_unified;
    QCheckBox* m_whitespace;
    QCheckBox* m_resolve;
    QCheckBox* m_unchanged;
    RunChoice* m_run;
    QToolButton* m_previous;
    QToolButton* m_next;
    TextLabel* m_step;
    TextLabel* m_leftDid;
    TextLabel* m_rightDid;
    TextLabel* m_sizes;
    TextLabel* m_referrers;
    TextLabel* m_settings;
    QScrollArea* m_facts;
    DiffView* m_view;
    Comparison m_comparison;
    QJsonObject m_variables; ///< of the chosen run
    quint64 m_asked = 0;     ///< generation: answers to earlier questions are dropped
    bool m_setting = false;
};

} // namespace signalbox::ui
