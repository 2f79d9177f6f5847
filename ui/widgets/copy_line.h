#pragma once

#include <QFrame>

class QPlainTextEdit;
class QToolButton;

namespace signalbox::ui {

/// Lines of code or a key to take elsewhere: in the mono font, selectable, with a Copy button that says that it did.
class CopyLine : public QFrame {
    Q_OBJECT

public:
    CopyLine(const QString& text, const QString& accessibleName, QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const;

private:
    void restyle();
    QPlainTextEdit* m_text;
    QToolButton* m_copy;
};

} // namespace signalbox::ui
