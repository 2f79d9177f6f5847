#include "ui/widgets/copy_line.h"

#include "ui/widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTimer>
#include <QToolButton>

#include <cmath>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

CopyLine::CopyLine(const QString& text, const QString& accessibleName, QWidget* parent)
    : QFrame(parent), m_text(new QPlainTextEdit), m_copy(new QToolButton) {
    m_text->setReadOnly(true);
    m_text->setAccessibleName(accessibleName);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_copy->setProperty("framed", true);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->setAccessibleName(tr("Copy %1").arg(accessibleName));
    m_copy->setToolTip(tr("Copy"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);

    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        m_copy->setIcon(Theme::current().icon(u"check"_s, Token::Good));
        QTimer::singleShot(1500, this, &CopyLine::restyle);
    });
    connect(&Theme::current(), &Theme::changed, this, &CopyLine::restyle);
    setText(text);
}

void CopyLine::setText(const QString& text) {
    m_text->setPlainText(text);
    restyle();
}

QString CopyLine::text() const {
    return m_text->toPlainText();
}

void CopyLine::restyle() {
    m_copy->setIcon(Theme::current().icon(u"copy"_s));
    const QFont font = Theme::current().monoFont();
    m_text->setFont(font);
    // As drawn, which is not what the font's metrics say. Room below for a scroll bar, as lines are not wrapped.
    const QTextDocument* document = m_text->document();
    const double line = document->documentLayout()->blockBoundingRect(document->firstBlock()).height();
    m_text->setFixedHeight(static_cast<int>(std::ceil(document->blockCount() * line)) + 2 * 4 + 2 * 2 + 14);
}

} // namespace signalbox::ui
