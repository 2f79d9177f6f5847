#include "tests/ui/person.h"

#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTextDocument>
#include <QTimer>
#include <QToolButton>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 8000;

bool cannot(const QString& what) {
    qWarning("cannot %s", qPrintable(what));
    return false;
}

QString described(const QWidget* widget) { return widget ? QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() : u"nothing"_s; }

/// Scrolls whatever it lies in until it shows.
void bringIntoView(QWidget* widget) {
    for (QWidget* around = widget->parentWidget(); around; around = around->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(around)) area->ensureWidgetVisible(widget, 0, 0);
}

/// What is at a point of a widget; null: outside of the window.
QWidget* under(QWidget* widget, QPoint at) {
    QWidget* window = widget->window();
    const QPoint place = widget->mapTo(window, at);
    QWidget* found = window->childAt(place);
    return found ? found : window->rect().contains(place) ? window : nullptr;
}

/// A message lies over the panel for a while: a person closes it.
void closeMessageAt(QWidget* hit, const QWidget* wanted) {
    for (QWidget* bar = hit; bar; bar = bar->parentWidget()) {
        if (!qobject_cast<ui::MessageBar*>(bar) || bar->isAncestorOf(wanted)) continue;
        const auto buttons = bar->findChildren<QToolButton*>();
        for (QToolButton* close : buttons) close->click();
        return;
    }
}

template <class Widget>
Widget* visible(const QWidget& window, const std::function<bool(const Widget*)>& fits) {
    const auto all = window.findChildren<Widget*>();
    const auto one = std::find_if(all.begin(), all.end(), [&](const Widget* widget) { return widget->isVisible() && fits(widget); });
    return one == all.end() ? nullptr : *one;
}

QString plain(const QString& text) {
    if (!Qt::mightBeRichText(text)) return text;
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText().replace(QChar(0xa0), u' ');
}

} // namespace

QWidget* Person::find(const QString& name, const std::function<bool(const QWidget*)>& fits) const {
    QWidget* found = nullptr;
    const bool there = QTest::qWaitFor([&] { return (found = visible<QWidget>(m_window, [&](const QWidget* widget) { return widget->objectName() == name && fits(widget); })) != nullptr; }, kPatience);
    if (!there) qWarning("cannot see %s", qPrintable(name));
    return found;
}

QWidget* Person::seeNamed(const QString& accessibleName) const {
    QWidget* found = nullptr;
    const bool there = QTest::qWaitFor([&] { return (found = visible<QWidget>(m_window, [&](const QWidget* widget) { return widget->accessibleName() == accessibleName; })) != nullptr; }, kPatience);
    if (!there) qWarning("cannot see what is called “%s”", qPrintable(accessibleName));
    return found;
}

bool Person::lacks(const QString& name) const {
    return !visible<QWidget>(m_window, [&](const QWidget* widget) { return widget->objectName() == name; });
}

bool Person::isOffered(const QString& text) const {
    return visible<QAbstractButton>(m_window, [&](const QAbstractButton* button) { return button->text() == text; }) != nullptr;
}

bool Person::reads(const QString& words) const {
    const bool found = QTest::qWaitFor([&] {
        return visible<QLabel>(m_window, [&](const QLabel* label) { return plain(label->text()).contains(words); }) ||
               visible<QPlainTextEdit>(m_window, [&](const QPlainTextEdit* text) { return text->isReadOnly() && text->toPlainText().contains(words); });
    }, kPatience);
    if (found) return true;
    QStringList said;
    const auto bars = m_window.findChildren<ui::MessageBar*>();
    for (const ui::MessageBar* bar : bars)
        if (bar->isVisible()) said << bar->title() + u' ' + bar->accessibleDescription();
    return cannot(u"read “%1”; messages: %2"_s.arg(words, said.join(u" | "_s)));
}

bool Person::click(const QString& name) const {
    QWidget* widget = see(name);
    return widget && click(widget);
}

bool Person::click(QWidget* widget, QPoint at) const {
    if (!widget) return cannot(u"click nothing"_s);
    if (!QTest::qWaitFor([&] { return widget->isVisible() && widget->isEnabled(); }, kPatience)) return cannot(u"click %1: it is %2"_s.arg(described(widget), widget->isVisible() ? u"disabled"_s : u"hidden"_s));
    const auto place = [&] { return at.isNull() ? widget->rect().center() : at; };
    QWidget* hit = nullptr;
    // Layouts that something has changed come to rest, messages that lie over the panel are closed.
    const bool reached = QTest::qWaitFor([&] {
        bringIntoView(widget);
        hit = under(widget, place());
        if (hit && (hit == widget || widget->isAncestorOf(hit))) return true;
        closeMessageAt(hit, widget);
        return false;
    }, kPatience);
    if (!reached) return cannot(u"click %1: there is %2 over it"_s.arg(described(widget), described(hit)));
    QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(widget, place()));
    return true;
}

bool Person::press(const QString& text) const {
    QAbstractButton* button = nullptr;
    const bool there = QTest::qWaitFor([&] { return (button = visible<QAbstractButton>(m_window, [&](const QAbstractButton* one) { return one->text() == text && one->isEnabled(); })) != nullptr; }, kPatience);
    return there ? click(button) : cannot(u"press “%1”"_s.arg(text));
}

bool Person::follow(const QString& line) const {
    QLabel* link = nullptr;
    const bool there = QTest::qWaitFor([&] {
        return (link = visible<QLabel>(m_window, [&](const QLabel* label) { return label->accessibleName() == line && label->text().contains("href="_L1); })) != nullptr;
    }, kPatience);
    if (!there) return cannot(u"follow “%1”"_s.arg(line));
    bringIntoView(link);
    // With the keys, as where a word stands in its line is the font's matter: Tab goes to the link, Return follows it.
    link->setFocus(Qt::TabFocusReason);
    QTest::keyClick(link, Qt::Key_Tab);
    QTest::keyClick(link, Qt::Key_Return);
    return true;
}

bool Person::type(const QString& name, const QString& text) const {
    QWidget* field = see(name);
    return field && type(field, text);
}

bool Person::type(QWidget* field, const QString& text) const {
    if (!click(field)) return false;
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    return true;
}

bool Person::typeAtStart(QWidget* editor, const QString& text) const {
    if (!click(editor)) return false;
    QTest::keyClick(editor, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClicks(editor, text);
    return true;
}

bool Person::take(const QString& button, const QString& entry) const {
    bool taken = false;
    QElapsedTimer clock;
    clock.start();
    // The menu has an event loop of its own.
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu) return;
        for (QAction* action : menu->actions()) {
            if (!action->text().startsWith(entry) || !action->isEnabled()) continue;
            look.stop();
            taken = true;
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            return;
        }
        if (clock.elapsed() > kPatience) menu->close();
    });
    look.start(5);
    if (!click(button) || !QTest::qWaitFor([&] { return taken; }, kPatience)) return cannot(u"take “%1”"_s.arg(entry));
    // The keys go to the window again, as they do where there is a display.
    m_window.activateWindow();
    return QTest::qWaitForWindowActive(&m_window);
}

bool Person::choose(const QString& table, const QString& row) const {
    auto* view = see<QTableView>(table);
    if (!view) return false;
    const auto place = [&] {
        for (int at = 0; at < view->model()->rowCount(); ++at)
            if (view->model()->index(at, 0).data().toString() == row) return view->model()->index(at, 0);
        return QModelIndex();
    };
    if (!QTest::qWaitFor([&] { return place().isValid(); }, kPatience)) return cannot(u"choose “%1” of %2: there are %3"_s.arg(row, table, rows(table).join(u", "_s)));
    view->scrollTo(place());
    return click(view->viewport(), view->visualRect(place()).center());
}

bool Person::check(const QString& list, const QString& entry, bool checked) const {
    auto* view = see<QListWidget>(list);
    if (!view) return false;
    const auto item = [&]() -> QListWidgetItem* {
        for (int at = 0; at < view->count(); ++at)
            if (view->item(at)->text().startsWith(entry)) return view->item(at);
        return nullptr;
    };
    if (!QTest::qWaitFor([&] { return item() != nullptr; }, kPatience)) return cannot(u"check “%1”"_s.arg(entry));
    if ((item()->checkState() == Qt::Checked) == checked) return true;
    view->scrollToItem(item());
    if (!click(view->viewport(), view->visualItemRect(item()).center())) return false;
    if ((item()->checkState() == Qt::Checked) != checked) QTest::keyClick(view, Qt::Key_Space);
    return (item()->checkState() == Qt::Checked) == checked || cannot(u"change “%1”"_s.arg(entry));
}

bool Person::pick(const QString& box, const QString& entry) const {
    auto* combo = see<QComboBox>(box);
    if (!combo) return false;
    if (!QTest::qWaitFor([&] { return combo->isEnabled() && combo->findText(entry, Qt::MatchContains) >= 0; }, kPatience)) return cannot(u"pick “%1”"_s.arg(entry));
    combo->setFocus(Qt::TabFocusReason);
    QTest::keyClick(combo, Qt::Key_Home);
    for (int at = 0; at < combo->count() && !combo->currentText().contains(entry); ++at) QTest::keyClick(combo, Qt::Key_Down);
    return combo->currentText().contains(entry) || cannot(u"pick “%1”: it stays at “%2”"_s.arg(entry, combo->currentText()));
}

bool Person::turnTo(const QString& tab) const {
    QTabBar* bar = nullptr;
    const auto index = [&] {
        for (int at = 0; at < bar->count(); ++at)
            if (bar->isTabVisible(at) && (bar->tabText(at) == tab || bar->tabText(at) == tab + u" (unsaved)"_s)) return at;
        return -1;
    };
    const bool there = QTest::qWaitFor([&] {
        const auto bars = m_window.findChildren<QTabBar*>();
        for (QTabBar* one : bars)
            if (bar = one; one->isVisible() && index() >= 0) return true;
        return false;
    }, kPatience);
    return there ? click(bar, bar->tabRect(index()).center()) : cannot(u"turn to “%1”"_s.arg(tab));
}

bool Person::chooseFile(const QString& path, const std::function<bool()>& opened) const {
    bool chosen = false;
    QElapsedTimer clock;
    clock.start();
    // The dialog has an event loop of its own.
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog || !dialog->isVisible()) return;
        if (clock.elapsed() > kPatience) return dialog->reject();
        auto* name = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s);
        if (name->text() != path) name->setText(path); // at once: a completer would write along
        const auto buttons = dialog->findChild<QDialogButtonBox*>()->buttons();
        for (QAbstractButton* button : buttons)
            if (button->isEnabled() && dialog->findChild<QDialogButtonBox*>()->buttonRole(button) == QDialogButtonBox::AcceptRole) {
                QObject::connect(dialog, &QDialog::accepted, dialog, [&chosen] { chosen = true; });
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
    });
    look.start(20);
    const bool done = opened() && chosen;
    m_window.activateWindow();
    return (done && QTest::qWaitForWindowActive(&m_window)) || cannot(u"choose %1"_s.arg(path));
}

QStringList Person::rows(const QString& table) const {
    QStringList all;
    const auto* view = see<QTableView>(table);
    for (int row = 0; view && row < view->model()->rowCount(); ++row) all << view->model()->index(row, 0).data().toString();
    return all;
}

} // namespace signalbox::test
