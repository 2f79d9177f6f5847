#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

namespace signalbox::ui {

/// How a state is shown, always all three: an icon, a word and a colour.
struct Status {
    QString icon;
    QString word;
    Token color = Token::Muted;
};

/// Of the control plane's words: target states (`healthy`, `degraded`, `open`, `half_open`, `idle`) and run states (`succeeded`,
/// `failed`, `cancelled`, `degraded`...). An unknown word is shown as it is.
Status statusOf(const QString& state);
Status simulatedStatus();

/// The tint that goes behind a status colour.
Token tintOf(Token color);

/// A status in a tinted pill.
class StatusBadge : public QWidget {
    Q_OBJECT

public:
    explicit StatusBadge(const Status& status = {}, QWidget* parent = nullptr);
    void setStatus(const Status& status);
    const Status& status() const { return m_status; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// The same pill in a table cell, left-aligned and vertically centred in `area`; returns the width used.
    static int paint(QPainter& painter, const QRect& area, const Status& status, bool tinted = true);
    static QSize sizeOf(const Status& status);
    /// Of a table's column that shows the badges of `states`, in px at text scale 100 %: words differ in length between languages.
    static int columnWidth(const QStringList& states);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Status m_status;
};

} // namespace signalbox::ui
