#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>

namespace signalbox::ui {

/// A run's attempts on one time axis: waiting for a place, connecting, waiting for the first token, the answer; with why each was
/// made and what it ended with.
class Waterfall : public QWidget {
    Q_OBJECT

public:
    explicit Waterfall(QWidget* parent = nullptr);
    void setRun(const QJsonObject& run);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    int rowHeight() const;
    int axisHeight() const;
    QString describe(const QJsonObject& attempt) const;

    QJsonArray m_attempts;
    double m_totalUs = 0;
};

} // namespace signalbox::ui
