#pragma once

#include <QJsonArray>
#include <QJsonObject>

class QObject;

namespace signalbox::ui {

class JsonTableModel;

/// Where the owner stands: many a workflow has none.
constexpr int OwnerColumn = 9;
/// Where is said that the live version is protected: shown where one is.
constexpr int ProtectionColumn = 8;

/// Workflows as rows: what is live, how it does over 24 hours, whether a new version is being rolled out.
JsonTableModel* workflowListModel(QObject* parent);

/// The word for a workflow's health of the last 24 hours: `healthy` from 99 % success on, `degraded` from 95 %, `failing`, or `idle`
/// without calls; `archived` where it is out of service.
QString healthOf(const QJsonObject& row);

/// Adds what `GET /metrics?group_by=workflow` says of time and money to the list's rows.
QJsonArray withFigures(const QJsonArray& workflows, const QJsonArray& totals);

/// `3`, or `3 of 5` where a newer version is not live.
QString liveText(const QJsonObject& row);
/// `25 % to version 5`; empty without a rollout.
QString rolloutText(const QJsonObject& rollout);

} // namespace signalbox::ui
