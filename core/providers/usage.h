#pragma once

#include "core/model/usage.h"

#include <boost/json/object.hpp>

#include <optional>

namespace signalbox::providers {

/// Reads OpenAI's `usage` member (chat, responses and embeddings; compatible servers write parts of it): prompt_tokens include
/// cached ones, completion_tokens include reasoning. Nothing if it holds no counts.
std::optional<model::Usage> readOpenAiUsage(const boost::json::object& usage);

} // namespace signalbox::providers
