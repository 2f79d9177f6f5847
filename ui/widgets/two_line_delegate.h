#pragma once

#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>

namespace signalbox::ui {

/// A word on a coloured ground in a cell: a label, a state.
struct Chip {
    QString text;
    Token color = Token::Accent;
    QString icon = {};
};

/// The same for those who hear or copy a cell: `Flagged, Trial`.
QString wordsOf(const QList<Chip>& chips);

/// Paints cells with a second, muted line (`secondLineRole`) and with chips behind the text (`chipsRole`, a QList<Chip>).
/// A text that only says what the chips say (`wordsOf`) is not painted beside them.
class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TwoLineDelegate(int secondLineRole, int chipsRole, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// What a row of two lines needs.
    static int rowHeight();
    /// A chip at the left of `area`, vertically centred; returns the width used, 0 if it does not fit.
    static int paintChip(QPainter& painter, const QRect& area, const Chip& chip, bool selected = false);
    static int widthOf(const Chip& chip);

private:
    int m_secondLineRole;
    int m_chipsRole;
};

} // namespace signalbox::ui

Q_DECLARE_METATYPE(signalbox::ui::Chip)
