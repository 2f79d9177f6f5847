#pragma once

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QGridLayout;
class QLineEdit;

namespace signalbox::ui {

class TextLabel;

/// Sampling and length of a prompt's calls as fields. An empty field leaves it to the vendor. Members that have no field stay as they are.
class ParametersForm : public QWidget {
    Q_OBJECT

public:
    explicit ParametersForm(QWidget* parent = nullptr);
    void setParameters(const QJsonObject& parameters);
    QJsonObject parameters() const;
    void setReadOnly(bool readOnly);
    /// What is wrong, by name of the parameter, `temperature`; marks the fields.
    void setProblems(const QHash<QString, QString>& problems);

Q_SIGNALS:
    void edited();

private:
    void arrange();
    void resizeEvent(QResizeEvent* event) override;

    struct Field {
        QString name;
        bool number = true;
        TextLabel* label = nullptr;
        QLineEdit* edit = nullptr;
    };
    QList<Field> m_fields;
    QGridLayout* m_grid;
    QJsonObject m_others;
    int m_columns = 0;
    bool m_setting = false;
};

} // namespace signalbox::ui
