#pragma once

#include "tests/support/fake_control.h"

#include <optional>

namespace signalbox::test {

/// Realistic prompts: what the fake control plane says of them, their tests, approvals and rollouts unless it was told otherwise.
/// Nothing for requests that are about something else.
///
/// `support-reply` has 8 versions, 7 is live and 8 at staging; `moderation` is protected, and sam asks to move it; `ticket-triage`
/// is in a rollout; `house-style` is a part for others.
std::optional<ControlReply> promptsAnswer(const ControlRequest& request);

/// The spec of a version.
QJsonObject promptSpec(const QString& name, int version);
/// What `GET /documents?kind=prompt` says.
QJsonArray promptsData();
/// The rollout of `ticket-triage`, and what sam asks for `moderation`.
QJsonObject rolloutData();
QJsonObject approvalData();
/// Chunks of an answer in the OpenAI protocol, with usage and [DONE].
QList<QByteArray> trialEvents(const QString& answer, int inputTokens = 412);

} // namespace signalbox::test
