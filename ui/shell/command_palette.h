#pragma once

#include "ui/widgets/panel.h"

#include <QAbstractListModel>
#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;

namespace signalbox::ui {

class TextLabel;

/// Something to find in the palette.
struct Command {
    QString title;
    QString note; ///< second rank, at the right: a key, a panel
    QString icon;
    std::function<void()> run;
};

/// The commands that match what was typed, best first.
class CommandModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles { NoteRole = Qt::UserRole + 1, IconRole };
    using QAbstractListModel::QAbstractListModel;

    void setCommands(QList<Command> commands);
    void setPattern(const QString& pattern);
    const Command& at(int row) const { return m_commands[m_shown[row]]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void filter();
    QList<Command> m_commands;
    QList<int> m_shown;
    QString m_pattern;
};

/// Ctrl+K: type a few letters, Return. Lies over the window it was made for.
class CommandPalette : public QWidget {
    Q_OBJECT

public:
    explicit CommandPalette(QWidget* window);

    /// `find` may add commands for what was typed, e.g. a run by its id.
    void open(const QList<Command>& commands, std::function<QList<Command>(const QString& typed)> find);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void typed(const QString& text);
    void runCurrent();
    void dismiss();
    void place();

    QFrame* m_card;
    QLineEdit* m_input;
    QListView* m_list;
    TextLabel* m_nothing;
    CommandModel* m_model;
    QList<Command> m_commands;
    std::function<QList<Command>(const QString&)> m_find;
    QPointer<QWidget> m_focusBefore;
};

} // namespace signalbox::ui
