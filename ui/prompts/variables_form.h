#pragma once

#include <QJsonObject>
#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace signalbox::ui {

/// Fields for the variables of a prompt, made from their contract: text, number, choice, yes or no, JSON for what has parts. Variables
/// that the text uses and the contract does not name are texts. Values stay when the fields change.
class VariablesForm : public QWidget {
    Q_OBJECT

public:
    explicit VariablesForm(QWidget* parent = nullptr);

    void setContract(const QJsonObject& schema, const QStringList& used);
    void setValues(const QJsonObject& values);
    /// What is filled in; an empty field that is not required is left out.
    QJsonObject values() const;
    /// What is missing or no value of its type, as a sentence; empty: all is well. Marks the fields.
    QString check();

Q_SIGNALS:
    void edited();

private:
    struct Field {
        QString name;
        QString type;
        bool required = false;
        bool needsText = false; ///< its contract takes no empty text
        QWidget* widget = nullptr;
    };
    void add(const QString& name, const QJsonObject& schema, bool required);
    QJsonValue valueOf(const Field& field) const;
    void setValueOf(const Field& field, const QJsonValue& value);

    QVBoxLayout* m_column;
    QWidget* m_page = nullptr;
    QList<Field> m_fields;
    QJsonObject m_others; ///< values that have no field
    QJsonObject m_schema;
    QStringList m_used;
};

} // namespace signalbox::ui
