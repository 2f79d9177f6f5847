#pragma once

#include "core/base/clock.h"

#include <optional>

namespace signalbox::policy {

/// When a result is sent to its caller again after `attempts` tries that failed, the last of them now: 5 s, 30 s, 2 min, 10 min,
/// 1 h, then every 6 h; nothing once 24 hours have passed since the run's end, or when the caller said that nobody is there
/// (status 410).
std::optional<WallTime> nextCallback(int attempts, int lastStatus, WallTime now, WallTime runEnded);

} // namespace signalbox::policy
