#pragma once

#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>

namespace signalbox::ui {

class OpenDocument;

/// What was said in a run as the variables of a prompt: `variables` or `input` of its request, the request itself where it is the input,
/// or the last user message of a chat as `input`.
QJsonObject variablesOfRequest(const QString& request);

/// Recent runs of the prompt whose input is on record, to take it from.
class RunChoice : public QComboBox {
    Q_OBJECT

public:
    /// `nothing` is what the first entry says: no run.
    RunChoice(OpenDocument& prompt, const QString& nothing, QWidget* parent = nullptr);
    /// Reads the runs, if that was not done for this prompt yet.
    void readOnce();
    QString runId() const { return currentData().toString(); }
    void chooseNothing();

Q_SIGNALS:
    /// The input of the chosen run came; an empty run: nothing is chosen.
    void inputChosen(const QString& runId, const QJsonObject& variables);
    void failed(const QString& sentence);

private:
    void read();
    void readPayload();
    void resetEntries();
    void sayEntries();

    OpenDocument& m_prompt;
    QString m_nothing;
    QString m_readFor;
    QJsonArray m_runs; ///< of the entries after the first
};

} // namespace signalbox::ui
