#pragma once

#include "core/model/provider_spec.h"
#include "core/providers/call.h"

#include <boost/json/object.hpp>

namespace signalbox::providers {

/// A request of Anthropic's Messages protocol in the words of OpenAI's chat completions. `completionTokens`: the vendor calls the
/// limit `max_completion_tokens` (OpenAI, Azure) and not `max_tokens` (all others). Tools that run at Anthropic's are an
/// InvalidRequest that another target may serve; thinking of earlier turns is left out, for it is nobody else's to read.
model::Result<boost::json::object> chatRequest(const Call& call, const model::ModelSpec& model, bool completionTokens);

/// Whether an Anthropic caller asked to see what the model thinks.
bool wantsThinking(const Call& call);

} // namespace signalbox::providers
