#pragma once

#include "core/providers/connector.h"

#include <chrono>
#include <optional>

namespace signalbox::providers {

/// How long a vendor asks to wait: `retry-after-ms`; `retry-after` in seconds, or as a date, which counts from the answer's own
/// `date` (clocks differ); else the limit that is used up, by OpenAI's `x-ratelimit-reset-*` (`1m30s`) or Anthropic's
/// `anthropic-ratelimit-*-reset` (RFC 3339). Nothing if the vendor does not say, or says more than a day.
std::optional<std::chrono::milliseconds> readRetryAfter(const HeaderLookup& header);

} // namespace signalbox::providers
