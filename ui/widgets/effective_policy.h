#pragma once

#include <QJsonArray>
#include <QJsonObject>

class QObject;

namespace signalbox::ui {

class JsonTableModel;

/// An effective policy as rows of setting, value and the module that says so. `origins` names the module by JSON pointer.
QJsonArray effectivePolicyRows(const QJsonObject& policy, const QJsonObject& origins);
/// The columns for those rows.
JsonTableModel* effectivePolicyModel(QObject* parent);

} // namespace signalbox::ui
