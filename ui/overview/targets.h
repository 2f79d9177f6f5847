#pragma once

#include "ui/widgets/json_table_model.h"

namespace signalbox::ui {

/// `provider/model`, as routes and callers say it.
QString targetName(const QJsonObject& target);

/// `Closed`, `Open, probed in 12 s`, `Half open`.
QString breakerText(const QJsonObject& target);

/// The members of `GET /overview` `targets` as a table.
JsonTableModel* targetsModel(QObject* parent);
/// ... its `workflows` and `routes` as one table; each row has its `kind` added.
JsonTableModel* servicesModel(QObject* parent);
/// `workflow/support-reply`.
QString serviceId(const QJsonObject& service);

} // namespace signalbox::ui
