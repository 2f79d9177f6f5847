#pragma once

#include <boost/json/value.hpp>

#include <compare>
#include <cstdint>
#include <string>

namespace signalbox::policy {

/// Exact comparison of JSON numbers, whichever of int64, uint64 and double they are kept as. Both must be numbers.
std::partial_ordering compareNumbers(const boost::json::value& a, const boost::json::value& b);

/// A number without a fractional part: 1, 1.0 and 1e300 are integers. Must be a number.
bool isIntegral(const boost::json::value& number);

/// Whether `number` is a whole multiple of `divisor` (above zero), as decimals: 0.3 is a multiple of 0.1. Both must be numbers; they
/// stand for their shortest decimal form.
bool isMultipleOf(const boost::json::value& number, const boost::json::value& divisor);

/// Equal numbers have equal hashes, whatever they are kept as.
std::uint64_t hashNumber(const boost::json::value& number);

/// The number as a person writes it.
std::string numberText(const boost::json::value& number);

} // namespace signalbox::policy
