#pragma once

#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QUrl>
#include <QWidget>

class QGridLayout;

namespace signalbox::ui {

/// Names and values in two columns: the detail of one thing. Values can be selected and copied.
class KeyValueView : public QWidget {
    Q_OBJECT

public:
    explicit KeyValueView(QWidget* parent = nullptr);

    struct Value {
        QString text;
        QString tooltip;            ///< the exact form
        bool mono = false;          ///< ids and other machine words
        Token color = Token::Text;
        QUrl link;                  ///< makes it a link
    };

    /// Updates the row of that name where there is one, else appends.
    void set(const QString& name, const Value& value);
    void set(const QString& name, const QString& text, const QString& tooltip = {}) { set(name, Value{text, tooltip, false, Token::Text, {}}); }
    /// `2 min ago`, which stays true; the tooltip says when exactly.
    void setTime(const QString& name, const QDateTime& time);
    void setMono(const QString& name, const QString& text) { set(name, Value{text, {}, true, Token::Text, {}}); }
    /// Any widget as value, e.g. a StatusBadge; the view owns it.
    void setWidget(const QString& name, QWidget* widget);
    void clear();

Q_SIGNALS:
    void linkActivated(const QUrl& link);

private:
    int rowOf(const QString& name);
    void place(int row, QWidget* widget);

    QGridLayout* m_grid;
    QStringList m_names;
    QList<QWidget*> m_values;
};

} // namespace signalbox::ui
