#pragma once

#include <QFrame>

class QTextBrowser;
class QToolButton;

namespace signalbox::ui {

/// The manual beside the panels: resources/help as pages that link to each other and, by signalbox:// links, into the console.
class HelpViewer : public QFrame {
    Q_OBJECT

public:
    explicit HelpViewer(QWidget* parent = nullptr);

    /// `runs` shows runs.md; where there is no such page, the index.
    void showPage(const QString& name);
    const QString& page() const { return m_page; }

Q_SIGNALS:
    void linkRequested(const QUrl& link);
    void closeRequested();

private:
    void render();
    void restyle();

    QTextBrowser* m_browser;
    QToolButton* m_home;
    QToolButton* m_close;
    QString m_page;
};

} // namespace signalbox::ui
