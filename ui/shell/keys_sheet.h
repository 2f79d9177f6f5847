#pragma once

#include "ui/widgets/panel.h"

#include <QPointer>

class QGridLayout;

namespace signalbox::ui {

/// What `?` opens over the window: the keys of everywhere and of the panel one is in. Any key or click closes it.
class KeysSheet : public QWidget {
    Q_OBJECT

public:
    explicit KeysSheet(QWidget* window);
    void open(const QString& panelTitle, const QList<PanelKey>& panelKeys);
    /// The keys that work in every panel.
    static QList<PanelKey> windowKeys();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addKeys(QGridLayout* grid, int column, const QString& heading, const QList<PanelKey>& keys);
    void place();
    void dismiss();
    QWidget* m_card = nullptr;
    QPointer<QWidget> m_focusBefore;
};

} // namespace signalbox::ui
