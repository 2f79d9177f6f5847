#pragma once

#include "core/model/policy_spec.h"

#include <chrono>
#include <optional>

namespace signalbox::policy {

/// How long to wait before retry number `retry` (1, 2, ...): full jitter, a uniform share of min(cap, base * 2^(retry-1)) (AWS
/// Architecture Blog, "Exponential Backoff And Jitter"). What the vendor asks for in Retry-After is the least.
std::chrono::milliseconds backoffDelay(const model::Backoff& backoff, int retry, double random01,
                                       std::optional<std::chrono::milliseconds> retryAfter);

} // namespace signalbox::policy
