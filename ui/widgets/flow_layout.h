#pragma once

#include <QLayout>
#include <QList>

namespace signalbox::ui {

/// Lays widgets out like words: side by side, and in the next line where there is no more room. With `columnWidth` all get one width,
/// as many beside each other as fit, so that cards form columns.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr, int spacing = 8, int columnWidth = 0);
    ~FlowLayout() override;

    void setColumnWidth(int width);

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    void setGeometry(const QRect& rect) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

private:
    int arrange(const QRect& rect, bool apply) const;

    QList<QLayoutItem*> m_items;
    int m_columnWidth;
};

} // namespace signalbox::ui
