#pragma once

#include "ui/settings/provider_draft.h"

#include <QWidget>

class QTableWidget;

namespace signalbox::ui {

/// The models of a provider, to be edited in place.
class ModelsTable : public QWidget {
    Q_OBJECT

public:
    explicit ModelsTable(QWidget* parent = nullptr);

    void setModels(const QJsonArray& models);
    QJsonArray models() const;
    bool isEmpty() const;
    void setEditable(bool editable);
    /// Marks the rows that the gateway found something wrong with.
    void setProblem(int row, const QString& problem);
    void clearProblems();

Q_SIGNALS:
    void edited();

private:
    ModelRow rowAt(int row) const;
    void addRow(const QJsonObject& model);
    void fit();

    QTableWidget* m_table;
    QWidget* m_buttons;
};

} // namespace signalbox::ui
