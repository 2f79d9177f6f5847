#pragma once

#include "core/providers/connector.h"

#include <memory>
#include <string_view>

namespace signalbox::providers {

/// For callers of OpenAI's protocol over a vendor that speaks it: bytes pass through as they are; only what the stages ask about
/// is looked at.
std::unique_ptr<Decoder> openAiDecoder(const Call& call, std::string_view contentType);

} // namespace signalbox::providers
