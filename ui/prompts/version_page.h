#pragma once

#include <QJsonObject>
#include <QWidget>

namespace signalbox::ui {

class DataTable;
class JsonTableModel;
class OpenDocument;
class TemplateEditor;
class TextLabel;

/// The timeline of a prompt: its versions, newest first, with labels and reasons, what each did in production, and marks where that
/// became different. The chosen version is what the panel's actions are about.
class VersionPage : public QWidget {
    Q_OBJECT

public:
    explicit VersionPage(OpenDocument& prompt, QWidget* parent = nullptr);
    /// 0: none is chosen.
    qint64 chosen() const;
    void choose(qint64 version);
    void focusTable();

Q_SIGNALS:
    void chosenChanged(qint64 version);
    void compareRequested(qint64 from, qint64 to);

private:
    void fill();
    void showChosen();

    OpenDocument& m_prompt;
    JsonTableModel* m_model;
    DataTable* m_table;
    TextLabel* m_heading;
    TemplateEditor* m_text;
    qint64 m_shown = 0;
    qint64 m_wanted = 0; ///< to be chosen once it is there
};

} // namespace signalbox::ui
