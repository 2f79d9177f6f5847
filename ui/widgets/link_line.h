#pragma once

#include <QLabel>
#include <QList>
#include <QUrl>

namespace signalbox::ui {

/// A few facts in one line that wraps, some of them links: `Prompt support-reply 7 · Route support-reply 2`. Links follow the theme
/// and can be reached with Tab and opened with Return.
class LinkLine : public QLabel {
    Q_OBJECT

public:
    struct Part {
        QString label; ///< before the text, muted; may be empty
        QString text;
        QUrl link; ///< empty: plain text
    };

    explicit LinkLine(QWidget* parent = nullptr);
    void setParts(const QList<Part>& parts);

Q_SIGNALS:
    void opened(const QUrl& link);

private:
    void restyle();
    QList<Part> m_parts;
};

} // namespace signalbox::ui
