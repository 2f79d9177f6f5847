#include "ui/shell/navigation_rail.h"

#include "ui/widgets/text_label.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

/// One place: icon, name, number.
class NavigationRail::Item : public QAbstractButton {
public:
    Item(const PanelDescription& panel, const QString& tooltip) : m_icon(panel.icon) {
        setText(panel.title);
        setToolTip(tooltip);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(panel.title);
        setAccessibleDescription(panel.purpose);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setBadge(int count) {
        m_badge = count;
        setAccessibleName(count > 0 ? NavigationRail::tr("%1, %n waiting", nullptr, count).arg(text()) : text());
        update();
    }
    void setFolded(bool folded) {
        m_folded = folded;
        updateGeometry();
        update();
    }

    QSize sizeHint() const override {
        const int height = std::max(fontMetrics().height() + 14, 32);
        return {m_folded ? height : 12 + iconSize() + 10 + fontMetrics().horizontalAdvance(text()) + 44, height};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        if (isChecked() || underMouse()) {
            QColor back = theme.color(isChecked() ? Token::Selection : Token::Line);
            if (!isChecked()) back.setAlphaF(0.5F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(back);
            painter.drawRoundedRect(box, 6, 6);
        }
        if (hasFocus()) {
            painter.setPen(theme.color(Token::Accent));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box, 6, 6);
        }
        const int side = iconSize();
        const int left = m_folded ? (width() - side) / 2 : 12;
        theme.icon(m_icon, isChecked() ? Token::Accent : Token::Muted).paint(&painter, left, (height() - side) / 2, side, side);
        QFont words = font();
        if (isChecked()) words.setWeight(QFont::DemiBold);
        painter.setFont(words);
        painter.setPen(theme.color(Token::Text));
        if (!m_folded) painter.drawText(rect().adjusted(12 + side + 10, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        if (m_badge > 0) paintBadge(painter);
    }

private:
    int iconSize() const { return 18 * Theme::current().textScale() / 100; }

    void paintBadge(QPainter& painter) const {
        const Theme& theme = Theme::current();
        if (m_folded) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(Token::Bad));
            painter.drawEllipse(QPointF(width() - 8, 8), 4, 4);
            return;
        }
        const QString number = m_badge > 99 ? u"99+"_s : QString::number(m_badge);
        painter.setFont(theme.captionFont());
        const QFontMetrics metrics(theme.captionFont());
        const int breadth = std::max(metrics.horizontalAdvance(number) + 12, metrics.height() + 2);
        const QRect pill(width() - breadth - 8, (height() - metrics.height() - 2) / 2, breadth, metrics.height() + 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::BadTint));
        painter.drawRoundedRect(pill, 6, 6);
        painter.setPen(theme.color(Token::Bad));
        painter.drawText(pill, Qt::AlignCenter, number);
    }

    QString m_icon;
    int m_badge = 0;
    bool m_folded = false;
};

NavigationRail::NavigationRail(const QList<PanelDescription>& panels, QWidget* parent)
    : QFrame(parent), m_column(new QVBoxLayout(this)), m_fold(new QToolButton) {
    setAccessibleName(tr("Panels"));
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_column->setContentsMargins(8, 12, 8, 8);
    m_column->setSpacing(2);

    int number = 0;
    const auto addGroup = [&](PanelGroup group, const QString& heading) {
        bool first = true;
        for (const PanelDescription& panel : panels) {
            if (panel.group != group) continue;
            if (first && !heading.isEmpty()) {
                if (m_column->count() > 0) m_column->addSpacing(12);
                auto* label = new TextLabel(heading, TextStyle::Caption, Token::Muted);
                label->setContentsMargins(12, 0, 0, 2);
                m_headings << label;
                m_column->addWidget(label);
            }
            first = false;
            addItem(panel, ++number);
        }
    };
    addGroup(PanelGroup::Operate, tr("Operate"));
    addGroup(PanelGroup::Build, tr("Build"));
    addGroup(PanelGroup::Govern, tr("Govern"));
    m_column->addStretch(1);
    addGroup(PanelGroup::Foot, {});

    m_fold->setAccessibleName(tr("Fold the panel list"));
    m_fold->setToolTip(tr("Fold or unfold (Ctrl+B)"));
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });
    m_column->addSpacing(4);
    m_column->addWidget(m_fold, 0, Qt::AlignLeft);

    connect(&Theme::current(), &Theme::changed, this, &NavigationRail::restyle);
    restyle();
}

void NavigationRail::addItem(const PanelDescription& panel, int number) {
    QString tooltip = panel.purpose;
    if (number <= 9) tooltip = tr("%1 (Ctrl+%2)").arg(panel.purpose).arg(number);
    auto* item = new Item(panel, tooltip);
    item->setObjectName(u"rail-"_s + panel.id);
    connect(item, &QAbstractButton::clicked, this, [this, id = panel.id] { Q_EMIT chosen(id); });
    m_items.insert(panel.id, item);
    m_column->addWidget(item);
}

void NavigationRail::setCurrent(const QString& panelId) {
    if (Item* item = m_items.value(panelId)) item->setChecked(true);
}

void NavigationRail::setBadge(const QString& panelId, int count) {
    if (Item* item = m_items.value(panelId)) item->setBadge(count);
}

void NavigationRail::setFolded(bool folded) {
    if (m_folded == folded) return;
    m_folded = folded;
    for (Item* item : std::as_const(m_items)) item->setFolded(folded);
    for (TextLabel* heading : std::as_const(m_headings)) heading->setVisible(!folded);
    Q_EMIT foldedChanged(folded);
}

void NavigationRail::restyle() {
    const Theme& theme = Theme::current();
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Sunken));
    setPalette(colors);
    m_fold->setIcon(theme.icon(u"sidebar"_s));
    for (Item* item : std::as_const(m_items)) item->updateGeometry();
    update();
}

} // namespace signalbox::ui
