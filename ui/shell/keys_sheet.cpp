#include "ui/shell/keys_sheet.h"

#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

KeysSheet::KeysSheet(QWidget* window) : QWidget(window) {
    setObjectName(u"keys"_s);
    setAccessibleName(tr("Keys"));
    setFocusPolicy(Qt::StrongFocus);
    window->installEventFilter(this);
    hide();
}

QList<PanelKey> KeysSheet::windowKeys() {
    return {
        {QKeySequence(u"Ctrl+K"_s), tr("Go anywhere, do anything")},
        {QKeySequence(u"Ctrl+1"_s), tr("First panel, and so on to Ctrl+9")},
        {QKeySequence(u"Ctrl+F"_s), tr("Filter")},
        {QKeySequence(u"F5"_s), tr("Read everything anew")},
        {QKeySequence(u"Ctrl+C"_s), tr("Copy the chosen rows")},
        {QKeySequence(u"Ctrl+B"_s), tr("Fold the panel list")},
        {QKeySequence(u"F1"_s), tr("Help for this panel")},
        {QKeySequence(u"?"_s), tr("These keys")},
        {QKeySequence(u"Ctrl+Q"_s), tr("Quit")},
    };
}

void KeysSheet::open(const QString& panelTitle, const QList<PanelKey>& panelKeys) {
    delete m_card;
    auto* card = new QFrame(this);
    m_card = card;
    card->setProperty("card", true);
    auto* grid = new QGridLayout(card);
    grid->setContentsMargins(24, 20, 24, 20);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    addKeys(grid, 0, tr("Everywhere"), windowKeys());
    if (!panelKeys.isEmpty()) {
        grid->setColumnMinimumWidth(2, 24);
        addKeys(grid, 3, panelTitle, panelKeys);
    }
    if (!isVisible()) m_focusBefore = QApplication::focusWidget();
    card->show();
    place();
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

void KeysSheet::addKeys(QGridLayout* grid, int column, const QString& heading, const QList<PanelKey>& keys) {
    int row = 0;
    grid->addWidget(new TextLabel(heading, TextStyle::Heading), row++, column, 1, 2);
    for (const PanelKey& key : keys) {
        auto* name = new TextLabel(key.keys.toString(QKeySequence::NativeText), TextStyle::Mono, Token::Accent);
        auto* what = new TextLabel(key.what);
        what->setAccessibleName(name->text() + u": "_s + key.what);
        grid->addWidget(name, row, column);
        grid->addWidget(what, row++, column + 1);
    }
}

void KeysSheet::place() {
    setGeometry(parentWidget()->rect());
    if (!m_card) return;
    m_card->adjustSize();
    m_card->move((width() - m_card->width()) / 2, std::max(16, (height() - m_card->height()) / 3));
}

void KeysSheet::dismiss() {
    if (!isVisible()) return;
    hide();
    if (m_focusBefore) m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void KeysSheet::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, Theme::current().isDark() ? 120 : 60));
}

void KeysSheet::mousePressEvent(QMouseEvent*) {
    dismiss();
}

void KeysSheet::keyPressEvent(QKeyEvent* event) {
    // A modifier alone is on its way to being a shortcut.
    if (event->key() == Qt::Key_Shift || event->key() == Qt::Key_Control || event->key() == Qt::Key_Alt) return;
    dismiss();
}

void KeysSheet::focusOutEvent(QFocusEvent* event) {
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) dismiss();
    QWidget::focusOutEvent(event);
}

bool KeysSheet::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
    return QWidget::eventFilter(watched, event);
}

} // namespace signalbox::ui
