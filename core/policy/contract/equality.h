#pragma once

#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>

namespace signalbox::policy {

/// Counts work down, so that hostile input ends in bounded time.
struct Budget {
    std::size_t steps = 0;

    /// False when there is not enough left; then nothing is left.
    bool take(std::size_t count) {
        if (count > steps) {
            steps = 0;
            return false;
        }
        steps -= count;
        return true;
    }
};

/// JSON Schema's equality: numbers by value (1 equals 1.0), objects without regard to order. When the budget runs out the answer means
/// nothing.
bool sameValue(const boost::json::value& a, const boost::json::value& b, Budget& budget);
std::uint64_t hashValue(const boost::json::value& value, Budget& budget);

/// Indices of two equal elements, or false. Linear in the array but for hash collisions, which the budget bounds.
struct EqualPair {
    bool found = false;
    std::size_t first = 0;
    std::size_t second = 0;
};
EqualPair equalElements(const boost::json::array& array, Budget& budget);

} // namespace signalbox::policy
