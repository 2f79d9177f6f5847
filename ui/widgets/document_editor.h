#pragma once

#include <QPlainTextEdit>
#include <QStringList>

namespace signalbox::ui {

/// A text field for a document as YAML: mono font, two-space indents, and marks at the lines that are wrong.
class DocumentEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit DocumentEditor(QWidget* parent = nullptr);
    /// Underlines the lines that JSON pointers lead to, and the one (from 0) where the text is no YAML.
    void setViolations(const QStringList& pointers, int brokenLine = -1);
    /// The line (from 0) that a pointer such as `/spec/targets/0/model` leads to in this text; the nearest known one above it.
    static int lineOf(const QString& yaml, const QString& pointer);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void restyle();
    QStringList m_pointers;
    int m_brokenLine = -1;
};

} // namespace signalbox::ui
