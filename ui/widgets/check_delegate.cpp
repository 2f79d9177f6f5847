#include "ui/widgets/check_delegate.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

void CheckDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    const QRect box = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &item, item.widget);
    const QRect words = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    const QString text = item.text;
    item.text.clear();
    item.features &= ~QStyleOptionViewItem::HasCheckIndicator;
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const Theme& theme = Theme::current();
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const int side = std::min(box.width(), box.height());
    const QRectF square(box.left() + 0.5, box.center().y() - side / 2 + 0.5, side - 1, side - 1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme.color(checked ? Token::Accent : Token::Muted));
    painter->setBrush(theme.color(checked ? Token::Accent : Token::Raised));
    painter->drawRoundedRect(square, 3, 3);
    if (checked) theme.icon(u"check"_s, Token::OnAccent).paint(painter, square.toRect().adjusted(1, 1, -1, -1));
    painter->setFont(item.font);
    painter->setPen(theme.color(Token::Text));
    const QRect room = words.adjusted(4, 0, 0, 0);
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(item.font).elidedText(text, Qt::ElideMiddle, room.width()));
    painter->restore();
}

} // namespace signalbox::ui
