#pragma once

#include "ui/widgets/windowed_table_model.h"

namespace signalbox::ui {

/// Runs as rows, newest first.
class RunsModel : public WindowedTableModel {
    Q_OBJECT

public:
    enum Columns { Time, Status, Marks, Asked, Target, Route, Attempts, FirstToken, Total, Input, Output, Cost, Key };
    enum Roles { StatusRole = SubclassRole, SimulatedRole, MarksRole };

    explicit RunsModel(QObject* parent = nullptr);

protected:
    QVariant cell(const QJsonObject& run, int column, int role) const override;
};

/// `provider/model` that served, or failed last; none() where no target was tried.
QString servedBy(const QJsonObject& run);

} // namespace signalbox::ui
