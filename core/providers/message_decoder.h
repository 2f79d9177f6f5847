#pragma once

#include "core/providers/connector.h"

#include <memory>
#include <string_view>

namespace signalbox::providers {

/// Reads the answers of a vendor that speaks Anthropic's Messages protocol: for callers of the same protocol bytes pass through as
/// they are, for callers of OpenAI's they are translated.
std::unique_ptr<Decoder> messageDecoder(const Call& call, std::string_view contentType);

} // namespace signalbox::providers
