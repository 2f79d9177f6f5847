#pragma once

#include "core/model/run.h"
#include "core/model/usage.h"

#include <boost/json/object.hpp>

#include <optional>

namespace signalbox::providers {

/// Reads OpenAI's `usage` member (chat, responses and embeddings; compatible servers write parts of it): prompt_tokens include
/// cached ones, completion_tokens include reasoning. Nothing if it holds no counts.
std::optional<model::Usage> readOpenAiUsage(const boost::json::object& usage);

/// Reads Anthropic's `usage` member, where input_tokens are only those that the prompt cache neither gave nor took. Nothing if it
/// holds no counts.
std::optional<model::Usage> readAnthropicUsage(const boost::json::object& usage);
/// A stream gives usage in parts, each count cumulative: what `usage` names replaces what was known. False if it names nothing.
bool mergeAnthropicUsage(const boost::json::object& usage, model::Usage& known);

/// Reads the `usage` member in the words of `protocol`.
std::optional<model::Usage> readUsage(model::ClientProtocol protocol, const boost::json::object& usage);

/// The `usage` member as each protocol writes it.
boost::json::object openAiUsage(const model::Usage& usage);
boost::json::object anthropicUsage(const model::Usage& usage);

} // namespace signalbox::providers
