#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

/// A run's identity: 64 bits, increasing with time, so that it is the row's key in the database and the cursor of a list.
/// From the top: 1 bit zero, 41 bits milliseconds since 2024-01-01 UTC, 10 bits node, 12 bits sequence (a "snowflake").
/// People and headers see `run_` and 13 digits of Crockford's base 32, which sort the same way.
struct RunId {
    std::int64_t value = 0;

    auto operator<=>(const RunId&) const = default;
    explicit operator bool() const { return value != 0; }

    std::string text() const;
    static std::optional<RunId> parse(std::string_view text);
    WallTime time() const;
    /// The smallest identity that a run at `time` can have: turns a time range into a key range.
    static RunId firstAt(WallTime time);
};

/// Makes RunIds of one node. Safe from any thread; never gives the same twice, also when the clock steps back.
class RunIdSource {
public:
    /// `node` in 0..1023; two gateways on one database must differ. All that it gives come after `after`: the newest of the process
    /// before, whose clock may have been ahead.
    explicit RunIdSource(unsigned node, RunId after = {});
    RunId next(WallTime now);

private:
    std::atomic<std::int64_t> last_;
    std::int64_t node_;
};

/// `bytes` from the system's random source, as lower-case base 32 without padding. For tokens and keys: 32 bytes.
std::string randomToken(std::size_t bytes);

} // namespace signalbox

template <>
struct std::hash<signalbox::RunId> {
    std::size_t operator()(signalbox::RunId id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
