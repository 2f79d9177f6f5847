#pragma once

#include "core/base/money.h"

#include <cstdint>

namespace signalbox::model {

/// Tokens of one attempt, as the vendor counted them. `input` includes the cached parts and `output` includes reasoning, so that
/// input + output is everything, whichever way a vendor reports.
struct Usage {
    std::int64_t input = 0;
    std::int64_t cachedInput = 0;     ///< read from the vendor's prompt cache
    std::int64_t cacheWriteInput = 0; ///< written to it (priced apart by some)
    std::int64_t output = 0;
    std::int64_t reasoning = 0;       ///< part of output that nobody sees
    bool estimated = false;           ///< ours, because the vendor gave none

    bool operator==(const Usage&) const = default;
};

/// What a model costs. Absent parts are priced like the plain kind.
struct Prices {
    Price input;
    Price cachedInput;
    Price cacheWriteInput;
    Price output;

    bool operator==(const Prices&) const = default;
};

/// Exact, rounded once (half to even) to a nano-dollar.
Money costOf(const Usage& usage, const Prices& prices);

} // namespace signalbox::model
