#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

using Milliseconds = std::chrono::milliseconds;
using Microseconds = std::chrono::microseconds;

/// A moment that people read: UTC, microseconds since 1970.
using WallTime = std::chrono::sys_time<Microseconds>;
/// A moment to measure durations and deadlines with.
using MonotonicTime = std::chrono::steady_clock::time_point;

/// Effects read the clock here; decisions get the time as a parameter.
WallTime wallNow();
MonotonicTime monotonicNow();

/// RFC 3339 in UTC with milliseconds: `2026-11-23T20:15:34.123Z`.
std::string toRfc3339(WallTime time);
/// Reads RFC 3339 with any offset and up to nine digits of a second; nothing if it is not that.
std::optional<WallTime> fromRfc3339(std::string_view text);

inline std::int64_t toMicros(WallTime time) { return time.time_since_epoch().count(); }
inline WallTime fromMicros(std::int64_t micros) { return WallTime{Microseconds{micros}}; }

} // namespace signalbox
