#pragma once

#include "ui/widgets/theme.h"

#include <QLabel>

#include <functional>

namespace signalbox::ui {

enum class TextStyle { Title, Heading, Body, Caption, Mono };

/// A label in one of the theme's fonts and colours, following both when they change.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(const QString& text = {}, TextStyle style = TextStyle::Body, Token color = Token::Text, QWidget* parent = nullptr);

    void setColor(Token color);
    /// Lets the person select and copy it.
    TextLabel* selectable();
    TextLabel* wrapped();
    /// Says what `words` give, and asks them anew as time goes by: "2 min ago".
    TextLabel* ageing(std::function<QString()> words);

private:
    void restyle();
    TextStyle m_style;
    Token m_color;
    std::function<QString()> m_words;
};

/// A widget's icon, recoloured with the theme: a label that shows resources/icons/NAME.svg at `size` px of text scale 100 %.
class IconLabel : public QLabel {
    Q_OBJECT

public:
    explicit IconLabel(const QString& name, Token color = Token::Muted, int size = 16, QWidget* parent = nullptr);
    void setIcon(const QString& name, Token color);

private:
    void repaintIcon();
    QString m_name;
    Token m_color;
    int m_size;
};

} // namespace signalbox::ui
