#pragma once

#include "core/model/provider_spec.h"
#include "core/providers/call.h"

#include <boost/json/object.hpp>

#include <string_view>

namespace signalbox::providers {

/// The tool that stands for `response_format: json_schema` at Anthropic's: the model has to call it, and its input is the answer.
inline constexpr std::string_view kSchemaTool = "answer_in_json_schema";
/// Whether the translation of `call` uses that tool.
bool usesSchemaTool(const Call& call);

/// An OpenAI chat request in the words of Anthropic's Messages protocol (docs.anthropic.com, "Messages"). `withoutSampling`: the
/// version 2026-10-21, which refuses temperature, top_p and top_k. What the protocol has no word for and changes what is answered
/// (several choices, audio, tools that are no functions) is an InvalidRequest that another target may serve; what only tunes the
/// answer (seed, penalties, log probabilities) is left out.
model::Result<boost::json::object> messagesRequest(const Call& call, const model::ModelSpec& model, bool withoutSampling);

} // namespace signalbox::providers
