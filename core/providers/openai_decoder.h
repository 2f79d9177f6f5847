#pragma once

#include "core/providers/connector.h"

#include <memory>
#include <string_view>

namespace signalbox::providers {

/// Reads the answers of a vendor that speaks OpenAI's protocol. For callers of the same protocol bytes pass through as they are and
/// only what the stages ask about is looked at; for callers of Anthropic's they are translated.
std::unique_ptr<Decoder> openAiDecoder(const Call& call, std::string_view contentType);

} // namespace signalbox::providers
