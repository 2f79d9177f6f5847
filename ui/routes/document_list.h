#pragma once

#include <QJsonArray>
#include <QString>

class QObject;

namespace signalbox::ui {

class JsonTableModel;

/// "Provider", "Policy" or "Route".
QString kindWord(const QString& kind);

/// Routes, policies and providers as rows: which version serves, when it changed, which labels there are.
JsonTableModel* documentListModel(QObject* parent);
/// Routes first: they are what one comes for. Documents of other kinds are left out.
QJsonArray inListOrder(const QJsonArray& documents);

} // namespace signalbox::ui
