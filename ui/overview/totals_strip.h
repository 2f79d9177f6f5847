#pragma once

#include <QFrame>
#include <QJsonArray>
#include <QJsonObject>

namespace signalbox::ui {

class Sparkline;
class TextLabel;

/// The gateway as a whole in a row of figures, each with its last minute.
class TotalsStrip : public QWidget {
    Q_OBJECT

public:
    explicit TotalsStrip(QWidget* parent = nullptr);

    /// `totals` of `GET /overview` or of a `second` event; each moves the lines on by one.
    void append(const QJsonObject& totals);
    void show(const QJsonObject& totals);
    /// The last minute as it was before the first event.
    void setSeries(const QJsonArray& series);

private:
    struct Tile {
        TextLabel* value = nullptr;
        TextLabel* note = nullptr;
        Sparkline* line = nullptr;
    };
    Tile addTile(const QString& title, const QString& tooltip);

    Tile m_calls;
    Tile m_errors;
    Tile m_fallbacks;
    Tile m_firstToken;
    Tile m_endToEnd;
    Tile m_cost;
};

} // namespace signalbox::ui
