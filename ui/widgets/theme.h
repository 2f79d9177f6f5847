#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPalette>

class QApplication;

namespace signalbox::ui {

/// What a colour is for. Nothing in `ui` names a colour otherwise.
enum class Token {
    Surface,    ///< behind everything
    Raised,     ///< cards, fields, the top bar
    Sunken,     ///< the rail, code, table headers
    Line,       ///< borders and separators
    Text,
    Muted,      ///< second-rank text; still 4.5:1 on surface and raised
    Accent,     ///< chosen, focused, the main action
    OnAccent,   ///< text on accent
    Selection,  ///< behind chosen rows; text stays readable on it
    Good,
    Warning,
    Bad,
    Held,       ///< waiting for a person, or simulated
    GoodTint,   ///< backgrounds for the four above
    WarningTint,
    BadTint,
    HeldTint,
    Count
};

enum class Scheme { System, Light, Dark, HighContrast };

/// The one look of the console: colours, fonts, icons and text size, applied to the Fusion style. GUI thread.
class Theme : public QObject {
    Q_OBJECT

public:
    static Theme& current();

    /// Takes over the application's style, palette and fonts. Once, before the first widget.
    void install(QApplication& application);

    void setScheme(Scheme scheme);
    Scheme scheme() const { return m_scheme; }
    /// In percent of the system's size, 90 to 200.
    void setTextScale(int percent);
    int textScale() const { return m_textScale; }

    bool isDark() const { return m_dark; }
    QColor color(Token token) const;
    /// One of resources/icons by name without `.svg`, in the token's colour; disabled is greyed, selected is on accent.
    QIcon icon(const QString& name, Token token = Token::Muted) const;

    QFont textFont() const;
    /// For prompts, JSON and ids.
    QFont monoFont() const;
    /// Digits of one width, for columns of numbers.
    QFont tabularFont() const;
    QFont titleFont() const;
    QFont headingFont() const;
    QFont captionFont() const;

    /// Ratio of WCAG 2, 1 to 21.
    static double contrast(const QColor& one, const QColor& other);

Q_SIGNALS:
    /// Colours, icons or fonts are others now.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Theme() = default;
    void apply();
    bool systemIsDark() const;
    QPalette palette() const;
    QString styleSheet() const;

    QApplication* m_application = nullptr;
    Scheme m_scheme = Scheme::System;
    int m_textScale = 100;
    bool m_dark = false;
    double m_basePointSize = 10;
    mutable QHash<QString, QIcon> m_icons;
};

} // namespace signalbox::ui
