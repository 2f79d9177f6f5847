#pragma once

#include "tests/support/fake_control.h"

#include <QJsonArray>

/// What a busy gateway would say: an OpenAI provider in trouble, an Anthropic one that is well, the sandbox, four routes.
/// The same numbers every time, so that pictures of the console can be compared; times are relative to now.
namespace signalbox::test {

QJsonObject errorBody(const QString& errorClass, const QString& message, const QJsonArray& violations = {}, const QString& code = {});

QJsonObject overviewData();
QJsonObject statusData();
/// `index` 0 is the newest.
QJsonObject runData(int index, bool withAttempts = false);
QJsonObject runsPage(const QUrlQuery& query, int total = 5000);
QJsonObject metricsData(const QUrlQuery& query);
QJsonObject documentData(const QString& kind, const QString& name);
QJsonArray documentsData(const QString& kind);

/// The answer to a request that the test has not told anything about.
ControlReply usualAnswer(const ControlRequest& request);

} // namespace signalbox::test
