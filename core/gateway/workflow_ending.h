#pragma once

#include "core/gateway/answer_reply.h"
#include "core/gateway/workflow_stages.h"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <string>

namespace signalbox::gateway {

// What the runs of a workflow have in common in both protocols, from the first byte of the answer to the last.

/// The run's answers go through `answers` from here on, whose head says which versions give them. For a streamed run.
std::unique_ptr<AnswerReply> startAnswers(WorkflowRun& run, std::unique_ptr<AnswerReply> answers);
/// What the caller has seen so far, noted on the exchange; null: nothing.
void noteAnswers(WorkflowRun& run, const AnswerReply* answers);
/// How it ended, on the record.
void noteSuccess(WorkflowRun& run, const WorkflowOutput& output);
/// Puts the run on record and sends `last`: the whole answer, or what of it the caller has not got. An error instead when there is no record.
boost::asio::awaitable<void> replyOnceRecorded(WorkflowRun& run, const WorkflowOutput& output, std::string last);

} // namespace signalbox::gateway
