#include "ui/shell/command_palette.h"

#include "ui/shell/fuzzy.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {200, std::max(option.fontMetrics.height() + 14, 32)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Theme& theme = Theme::current();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect box = option.rect.adjusted(4, 1, -4, -1);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.color(Token::Selection));
            painter->drawRoundedRect(box, 6, 6);
        }
        const int side = 16 * theme.textScale() / 100;
        theme.icon(index.data(CommandModel::IconRole).toString(), Token::Muted)
            .paint(painter, box.left() + 10, box.top() + (box.height() - side) / 2, side, side);
        const QString note = index.data(CommandModel::NoteRole).toString();
        const int noteWidth = QFontMetrics(theme.captionFont()).horizontalAdvance(note);
        painter->setFont(theme.captionFont());
        painter->setPen(theme.color(Token::Muted));
        painter->drawText(box.adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, note);
        painter->setFont(theme.textFont());
        painter->setPen(theme.color(Token::Text));
        const QRect words = box.adjusted(10 + side + 10, 0, -noteWidth - 22, 0);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
};

} // namespace

void CommandModel::setCommands(QList<Command> commands) {
    m_commands = std::move(commands);
    filter();
}

void CommandModel::setPattern(const QString& pattern) {
    m_pattern = pattern;
    filter();
}

void CommandModel::filter() {
    beginResetModel();
    QList<std::pair<int, int>> scored;
    for (int at = 0; at < m_commands.size(); ++at)
        if (const int score = fuzzyScore(m_pattern, m_commands[at].title); score > 0) scored.append({score, at});
    std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    m_shown.clear();
    for (const auto& [score, at] : std::as_const(scored)) m_shown.append(at);
    endResetModel();
}

int CommandModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant CommandModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Command& command = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return command.title;
    case Qt::AccessibleTextRole: return command.note.isEmpty() ? command.title : command.title + u", "_s + command.note;
    case NoteRole: return command.note;
    case IconRole: return command.icon;
    default: return {};
    }
}

CommandPalette::CommandPalette(QWidget* window)
    : QWidget(window), m_card(new QFrame(this)), m_input(new QLineEdit), m_list(new QListView),
      m_nothing(new TextLabel(tr("Nothing is called that. A run is found by its id, run_…"), TextStyle::Body, Token::Muted)),
      m_model(new CommandModel(this)) {
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Command palette"));
    m_card->setProperty("card", true);
    m_input->setObjectName(u"palette-input"_s);
    m_input->setPlaceholderText(tr("Where to, or what to do?"));
    m_input->setAccessibleName(tr("Command"));
    m_list->setObjectName(u"palette-list"_s);
    m_list->setAccessibleName(tr("Matching commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setProperty("bare", true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_nothing->wrapped();
    m_nothing->setMargin(12);

    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_input);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);

    m_input->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_input, &QLineEdit::textEdited, this, &CommandPalette::typed);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    hide();
}

void CommandPalette::open(const QList<Command>& commands, std::function<QList<Command>(const QString&)> find) {
    m_commands = commands;
    m_find = std::move(find);
    if (!isVisible()) m_focusBefore = QApplication::focusWidget();
    m_input->clear();
    place();
    show();
    raise();
    typed({});
    m_input->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::typed(const QString& text) {
    QList<Command> commands = m_find ? m_find(text) : QList<Command>();
    commands += m_commands;
    // What was found by its id has that id in its title, so it matches by itself.
    m_model->setCommands(commands);
    m_model->setPattern(text);
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
}

void CommandPalette::runCurrent() {
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) return;
    const auto run = m_model->at(current.row()).run;
    dismiss();
    if (run) run();
}

void CommandPalette::dismiss() {
    hide();
    if (m_focusBefore) m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::place() {
    setGeometry(parentWidget()->rect());
    const int breadth = std::min(width() - 32, 600 * Theme::current().textScale() / 100);
    const int height = std::min(parentWidget()->height() - 96, 440);
    m_card->setGeometry((width() - breadth) / 2, 64, breadth, height);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
    if (watched != m_input) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible() && static_cast<QFocusEvent*>(event)->reason() == Qt::TabFocusReason) dismiss();
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);

    const auto* key = static_cast<QKeyEvent*>(event);
    const int rows = m_model->rowCount();
    const int row = m_list->currentIndex().row();
    switch (key->key()) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: runCurrent(); return true;
    case Qt::Key_Down:
        if (rows > 0) m_list->setCurrentIndex(m_model->index((row + 1) % rows, 0));
        return true;
    case Qt::Key_Up:
        if (rows > 0) m_list->setCurrentIndex(m_model->index((row + rows - 1) % rows, 0));
        return true;
    default: return false;
    }
}

void CommandPalette::mousePressEvent(QMouseEvent*) {
    dismiss();
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, Theme::current().isDark() ? 120 : 60));
}

} // namespace signalbox::ui
