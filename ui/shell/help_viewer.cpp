#include "ui/shell/help_viewer.h"

#include "ui/widgets/text_label.h"

#include <QDesktopServices>
#include <QFile>
#include <QHBoxLayout>
#include <QTextBrowser>
#include <QTextBlock>
#include <QToolButton>
#include <QUrl>

static void initHelpResources() {
    Q_INIT_RESOURCE(help);
}

namespace signalbox::ui {

using namespace Qt::StringLiterals;

HelpViewer::HelpViewer(QWidget* parent)
    : QFrame(parent), m_browser(new QTextBrowser), m_home(new QToolButton), m_close(new QToolButton) {
    initHelpResources();
    setObjectName(u"help"_s);
    setAutoFillBackground(true);
    setMinimumWidth(280);
    m_browser->setOpenLinks(false);
    m_browser->setProperty("bare", true);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setAccessibleName(tr("Help page"));
    m_browser->document()->setDocumentMargin(16);
    m_home->setText(tr("All pages"));
    m_home->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_close->setAccessibleName(tr("Close the help"));
    m_close->setToolTip(tr("Close the help (F1)"));

    auto* top = new QHBoxLayout;
    top->setContentsMargins(8, 8, 8, 0);
    top->addWidget(m_home);
    top->addStretch(1);
    top->addWidget(m_close);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(4);
    all->addLayout(top);
    all->addWidget(m_browser, 1);

    connect(m_home, &QToolButton::clicked, this, [this] { showPage(u"index"_s); });
    connect(m_close, &QToolButton::clicked, this, &HelpViewer::closeRequested);
    connect(m_browser, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.scheme() == u"signalbox"_s)
            Q_EMIT linkRequested(link);
        else if (link.isRelative() && link.path().endsWith(u".md"_s))
            showPage(link.path().chopped(3));
        else if (link.scheme() == u"https"_s)
            QDesktopServices::openUrl(link);
    });
    connect(&Theme::current(), &Theme::changed, this, &HelpViewer::restyle);
    restyle();
}

void HelpViewer::showPage(const QString& name) {
    m_page = QFile::exists(u":/help/"_s + name + u".md"_s) ? name : u"index"_s;
    render();
}

void HelpViewer::render() {
    QFile file(u":/help/"_s + m_page + u".md"_s);
    if (!file.open(QIODevice::ReadOnly)) return;
    const Theme& theme = Theme::current();
    m_browser->document()->setDefaultFont(theme.textFont());
    m_browser->setMarkdown(QString::fromUtf8(file.readAll()));

    // Markdown brings its own sizes and no space between paragraphs.
    for (QTextBlock block = m_browser->document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setTopMargin(level > 1 ? 16 : 4);
        format.setBottomMargin(4);
        format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
        cursor.setBlockFormat(format);
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            QTextCharFormat shape = part.fragment().charFormat();
            QTextCursor range(m_browser->document());
            range.setPosition(part.fragment().position());
            range.setPosition(part.fragment().position() + part.fragment().length(), QTextCursor::KeepAnchor);
            if (level > 0) {
                shape.clearProperty(QTextFormat::FontSizeAdjustment);
                shape.setFont(level == 1 ? theme.titleFont() : theme.headingFont());
            } else if (shape.fontFixedPitch()) {
                shape.setFont(theme.monoFont());
                shape.setFontFixedPitch(true);
            }
            if (shape.isAnchor()) shape.setForeground(theme.color(Token::Accent));
            range.setCharFormat(shape);
        }
    }
    m_browser->moveCursor(QTextCursor::Start);
}

void HelpViewer::restyle() {
    const Theme& theme = Theme::current();
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Raised));
    setPalette(colors);
    m_home->setIcon(theme.icon(u"help"_s));
    m_close->setIcon(theme.icon(u"close"_s));
    if (!m_page.isEmpty()) render();
}

} // namespace signalbox::ui
