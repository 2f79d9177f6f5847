#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace signalbox::ui {

/// Sentences below each other, each with an icon that says what kind it is. Wraps, can be selected and copied.
class SentenceList : public QWidget {
    Q_OBJECT

public:
    struct Sentence {
        QString icon;
        Token color = Token::Muted;
        QString text;
        QString note; ///< a second, smaller line; may be empty
    };

    explicit SentenceList(QWidget* parent = nullptr);
    void set(const QList<Sentence>& sentences);

private:
    QVBoxLayout* m_column;
};

} // namespace signalbox::ui
