#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>
#include <QWidget>

namespace signalbox::ui {

class DataTable;
class JsonTableModel;
class TextLabel;

/// One contract as a person reads it: a row for each member, inner ones indented, with type, what must be there, limits in words and
/// the description. The rows are the control plane's outline of the JSON Schema.
class ContractView : public QWidget {
    Q_OBJECT

public:
    /// `name` keys the remembered columns; `title` heads it.
    ContractView(const QString& name, const QString& title, QWidget* parent = nullptr);
    int rows() const;
    /// Without rows, `otherwise` says what holds instead.
    void setOutline(const QJsonArray& rows, const QString& schemaTitle, const QString& otherwise);

private:
    TextLabel* m_heading;
    TextLabel* m_note;
    JsonTableModel* m_model;
    DataTable* m_table;
    QString m_title;
    QTimer m_wrap; ///< columns changed: lines wrap elsewhere
};

} // namespace signalbox::ui
