#pragma once

#include <QJsonValue>
#include <QPlainTextEdit>

namespace signalbox::ui {

/// A text field for a JSON value: says as one types whether it is one, and where it is not.
class JsonField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit JsonField(QWidget* parent = nullptr);
    /// Undefined: the field is empty.
    void setValue(const QJsonValue& value);
    /// Undefined where the field is empty or holds no JSON.
    QJsonValue value() const { return m_value; }
    /// A sentence; empty where the text is JSON, or nothing.
    const QString& problem() const { return m_problem; }

Q_SIGNALS:
    /// The text is another, JSON or not.
    void edited();

private:
    void read();
    void restyle();
    QJsonValue m_value = QJsonValue::Undefined;
    QString m_problem;
    bool m_setting = false;
};

} // namespace signalbox::ui
