#pragma once

#include <QAbstractButton>
#include <QJsonObject>

namespace signalbox::ui {

/// One template of the gallery: its title, what it does, what it contains, its tags. Chosen by a click, Space or Return.
class TemplateCard : public QAbstractButton {
    Q_OBJECT

public:
    explicit TemplateCard(const QJsonObject& description, QWidget* parent = nullptr);
    void setDescription(const QJsonObject& description);
    const QJsonObject& description() const { return m_description; }
    QString name() const { return m_description.value(QLatin1StringView("name")).toString(); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(width, nullptr); }
    QSize sizeHint() const override { return {280, heightForWidth(280)}; }
    QSize minimumSizeHint() const override { return {160, heightForWidth(160)}; }

    /// `workflow · prompt ×2 · route`, in the order one reads them.
    static QString contentsText(const QJsonArray& documents);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int arrange(int width, QPainter* painter) const;
    QJsonObject m_description;
};

} // namespace signalbox::ui
