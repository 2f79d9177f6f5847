#pragma once

#include "ui/widgets/panel.h"

#include <QFrame>
#include <QHash>

class QToolButton;
class QVBoxLayout;

namespace signalbox::ui {

class TextLabel;

/// The left edge: the panels in their groups, settings at the foot. Folds to icons.
class NavigationRail : public QFrame {
    Q_OBJECT

public:
    explicit NavigationRail(const QList<PanelDescription>& panels, QWidget* parent = nullptr);

    void setCurrent(const QString& panelId);
    void setBadge(const QString& panelId, int count);
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }

Q_SIGNALS:
    void chosen(const QString& panelId);
    void foldedChanged(bool folded);

private:
    class Item;
    void addItem(const PanelDescription& panel, int number);
    void restyle();

    QVBoxLayout* m_column;
    QHash<QString, Item*> m_items;
    QList<TextLabel*> m_headings;
    QToolButton* m_fold;
    bool m_folded = false;
};

} // namespace signalbox::ui
