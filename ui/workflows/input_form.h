#pragma once

#include "core/client/api_result.h"

#include <QJsonObject>
#include <QScrollArea>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace signalbox::ui {

class TextLabel;

/// Fields for the members of an input contract: choices as a list, long texts over several lines, lists one element a line, anything
/// else as JSON. What is left empty and is not required is left out.
class InputForm : public QScrollArea {
    Q_OBJECT

public:
    explicit InputForm(QWidget* parent = nullptr);

    /// False if the contract is not an object with named members: then there is nothing to fill in, and JSON is the way.
    bool setSchema(const QJsonValue& schema);
    void setValue(const QJsonObject& value);
    QJsonObject value() const;
    /// Marks the fields that violations point into, `/message` or below; the others are cleared.
    void showViolations(const QList<client::Violation>& violations);

Q_SIGNALS:
    void edited();

private:
    enum class Kind { Choice, YesNo, Number, Line, Text, Lines, Json };
    struct Field {
        QString name;
        Kind kind = Kind::Line;
        bool required = false;
        bool integer = false;
        QJsonArray choices = {};
        QWidget* widget = nullptr;
        TextLabel* problem = nullptr;
    };

    void add(const QString& name, const QJsonObject& schema, bool required);
    static Kind kindOf(const QJsonObject& schema);
    static void setField(const Field& field, const QJsonValue& value);
    static QJsonValue fieldValue(const Field& field);

    QWidget* m_page = nullptr;
    std::vector<Field> m_fields;
    QJsonObject m_rest; ///< members without a field
    bool m_setting = false;
};

} // namespace signalbox::ui
