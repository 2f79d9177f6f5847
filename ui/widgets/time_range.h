#pragma once

#include <QDateTime>
#include <QObject>

namespace signalbox::ui {

/// The span of time that all panels look at. Live: it ends now and moves on.
class TimeRange : public QObject {
    Q_OBJECT

public:
    enum class Preset { Last15Minutes, LastHour, Last6Hours, Last24Hours, Last7Days, Custom };
    Q_ENUM(Preset)

    explicit TimeRange(QObject* parent = nullptr);

    void setPreset(Preset preset);
    /// A fixed span, e.g. from dragging in a chart. Ignored unless `from` is before `to`.
    void setCustom(const QDateTime& from, const QDateTime& to);

    Preset preset() const { return m_preset; }
    bool isLive() const { return m_preset != Preset::Custom; }
    /// UTC; of a live range as of now.
    QDateTime from() const;
    QDateTime to() const;
    qint64 seconds() const;
    /// A step for charts that gives between about 60 and 200 buckets: 10, 60, 300, 900, 3600 or 21600 s... never under `minimum`.
    int stepSeconds(int minimum = 60) const;

    /// `Last hour`, or the two times.
    QString title() const;
    static QString titleOf(Preset preset);

Q_SIGNALS:
    /// Another span was chosen. Passing time is not announced.
    void changed();

private:
    Preset m_preset = Preset::LastHour;
    QDateTime m_from;
    QDateTime m_to;
};

} // namespace signalbox::ui
