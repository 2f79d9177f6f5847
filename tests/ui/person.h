#pragma once

#include <QAbstractItemView>
#include <QString>
#include <QWidget>

#include <functional>

namespace signalbox::test {

/// Someone at a window, with mouse and keyboard. What is not visible, not enabled or covered by something else cannot be used: the
/// answer is false then, after patience, and the test's output says what was in the way.
class Person {
public:
    explicit Person(QWidget& window) : m_window(window) {}

    /// The visible widget of that object name, as soon as there is one; null when there is none.
    template <class Widget = QWidget>
    Widget* see(const QString& name) const {
        return static_cast<Widget*>(find(name, [](const QWidget* widget) { return qobject_cast<const Widget*>(widget) != nullptr; }));
    }
    /// The visible widget of that accessible name.
    QWidget* seeNamed(const QString& accessibleName) const;
    /// Whether it is not there, or not visible.
    bool lacks(const QString& name) const;
    /// Whether a button with that text is visible.
    bool isOffered(const QString& text) const;
    /// Whether these words are visible in a label, a title or the text of a document that is read, now or soon.
    bool reads(const QString& words) const;

    bool click(const QString& name) const;
    bool click(QWidget* widget, QPoint at = {}) const;
    /// Clicks the button with that text.
    bool press(const QString& text) const;
    /// Follows the link of the line that a screen reader reads so.
    bool follow(const QString& line) const;
    /// Clicks there, replaces what is there and types.
    bool type(const QString& name, const QString& text) const;
    bool type(QWidget* field, const QString& text) const;
    /// Types where the cursor goes with Ctrl+Home.
    bool typeAtStart(QWidget* editor, const QString& text) const;
    /// Opens a button's menu and takes the entry that begins with that text.
    bool take(const QString& button, const QString& entry) const;
    /// Clicks the row whose first column says so.
    bool choose(const QString& table, const QString& row) const;
    /// Checks, or clears, an entry of a list with the space bar.
    bool check(const QString& list, const QString& entry, bool checked = true) const;
    /// Takes the entry of a box that contains that text, with the arrow keys.
    bool pick(const QString& box, const QString& entry) const;
    /// Clicks the tab with that text.
    bool turnTo(const QString& tab) const;
    /// Writes the path into the file dialog that `opened` brings up, and confirms it.
    bool chooseFile(const QString& path, const std::function<bool()>& opened) const;

    /// Rows of a table, first column.
    QStringList rows(const QString& table) const;

private:
    QWidget* find(const QString& name, const std::function<bool(const QWidget*)>& fits) const;

    QWidget& m_window;
};

} // namespace signalbox::test
