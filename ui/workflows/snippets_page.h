#pragma once

#include <QJsonObject>
#include <QScrollArea>

namespace signalbox::ui {

class CopyLine;

/// How an application calls the workflow: ready-made lines for curl, Python and JavaScript, each with a copy button.
class SnippetsPage : public QScrollArea {
    Q_OBJECT

public:
    explicit SnippetsPage(QWidget* parent = nullptr);
    /// The file with an application key on this computer; empty: the gateway is elsewhere.
    void setKeyFile(const QString& file);
    void setWorkflow(const QJsonObject& workflow);

private:
    QWidget* m_keySection;
    CopyLine* m_key;
    CopyLine* m_curl;
    CopyLine* m_python;
    CopyLine* m_javascript;
    CopyLine* m_openai;
};

} // namespace signalbox::ui
