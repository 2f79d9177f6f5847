#include "core/policy/contract/numbers.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <string_view>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

__extension__ typedef unsigned __int128 Wide;

/// `digits` times ten to the power `exponent`; no trailing zeros in `digits`. The sign does not matter to multiples.
struct Decimal {
    std::uint64_t digits = 0;
    int exponent = 0;
};

Decimal normalised(Decimal decimal) {
    while (decimal.digits != 0 && decimal.digits % 10 == 0) {
        decimal.digits /= 10;
        ++decimal.exponent;
    }
    return decimal;
}

Decimal decimalOf(const json::value& number) {
    if (const auto* whole = number.if_uint64()) return normalised({*whole, 0});
    if (const auto* whole = number.if_int64()) return normalised({*whole < 0 ? ~static_cast<std::uint64_t>(*whole) + 1 : static_cast<std::uint64_t>(*whole), 0});
    // The shortest digits that read back as the same double: at most 17, so they fit.
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, std::abs(number.get_double()), std::chars_format::scientific).ptr;
    Decimal decimal;
    const char* at = text;
    bool afterPoint = false;
    for (; at != end && *at != 'e'; ++at) {
        if (*at == '.') {
            afterPoint = true;
            continue;
        }
        decimal.digits = decimal.digits * 10 + static_cast<std::uint64_t>(*at - '0');
        if (afterPoint) --decimal.exponent;
    }
    if (at != end) ++at;
    if (at != end && *at == '+') ++at;
    int power = 0;
    std::from_chars(at, end, power);
    decimal.exponent += power;
    return normalised(decimal);
}

std::uint64_t powerOfTenModulo(int power, std::uint64_t modulus) {
    Wide result = 1 % modulus;
    Wide base = 10 % modulus;
    for (; power > 0; power >>= 1) {
        if (power & 1) result = result * base % modulus;
        base = base * base % modulus;
    }
    return static_cast<std::uint64_t>(result);
}

std::partial_ordering compareWithDouble(std::int64_t a, double b) {
    if (std::isnan(b)) return std::partial_ordering::unordered;
    if (b >= 0x1p63) return std::partial_ordering::less;
    if (b < -0x1p63) return std::partial_ordering::greater;
    const double whole = std::trunc(b);
    if (const auto truncated = static_cast<std::int64_t>(whole); a != truncated) return a <=> truncated;
    return 0.0 <=> b - whole;
}

std::partial_ordering compareWithDouble(std::uint64_t a, double b) {
    if (std::isnan(b)) return std::partial_ordering::unordered;
    if (b >= 0x1p64) return std::partial_ordering::less;
    if (b < 0) return std::partial_ordering::greater;
    const double whole = std::trunc(b);
    if (const auto truncated = static_cast<std::uint64_t>(whole); a != truncated) return a <=> truncated;
    return 0.0 <=> b - whole;
}

std::partial_ordering reversed(std::partial_ordering order) { return 0 <=> order; }

std::partial_ordering compareWhole(std::int64_t a, std::uint64_t b) { return a < 0 ? std::partial_ordering::less : static_cast<std::uint64_t>(a) <=> b; }

} // namespace

std::partial_ordering compareNumbers(const json::value& a, const json::value& b) {
    if (const auto* left = a.if_int64()) {
        if (const auto* right = b.if_int64()) return *left <=> *right;
        if (const auto* right = b.if_uint64()) return compareWhole(*left, *right);
        return compareWithDouble(*left, b.get_double());
    }
    if (const auto* left = a.if_uint64()) {
        if (const auto* right = b.if_uint64()) return *left <=> *right;
        if (const auto* right = b.if_int64()) return reversed(compareWhole(*right, *left));
        return compareWithDouble(*left, b.get_double());
    }
    const double left = a.get_double();
    if (const auto* right = b.if_int64()) return reversed(compareWithDouble(*right, left));
    if (const auto* right = b.if_uint64()) return reversed(compareWithDouble(*right, left));
    return left <=> b.get_double();
}

bool isIntegral(const json::value& number) {
    const auto* fraction = number.if_double();
    return !fraction || (std::isfinite(*fraction) && std::trunc(*fraction) == *fraction);
}

bool isMultipleOf(const json::value& number, const json::value& divisor) {
    if (const auto* a = number.if_int64(), *b = divisor.if_int64(); a && b && *b > 0) return *a % *b == 0;
    if (const auto* a = number.if_double(); a && !std::isfinite(*a)) return false;
    const Decimal value = decimalOf(number);
    const Decimal step = decimalOf(divisor);
    if (value.digits == 0) return true;
    if (step.digits == 0) return false;
    const int shift = value.exponent - step.exponent;
    if (shift >= 0) return static_cast<Wide>(value.digits % step.digits) * powerOfTenModulo(shift, step.digits) % step.digits == 0;
    // The divisor has trailing zeros that the digits of the value, which end in none, cannot have.
    return false;
}

std::uint64_t hashNumber(const json::value& number) {
    double value = 0;
    if (const auto* whole = number.if_int64()) value = static_cast<double>(*whole);
    else if (const auto* large = number.if_uint64()) value = static_cast<double>(*large);
    else value = number.get_double();
    if (value == 0) value = 0; // -0.0 equals 0
    auto bits = std::bit_cast<std::uint64_t>(value);
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return bits ^ (bits >> 31);
}

std::string numberText(const json::value& number) {
    if (const auto* whole = number.if_int64()) return std::to_string(*whole);
    if (const auto* whole = number.if_uint64()) return std::to_string(*whole);
    const double value = number.get_double();
    char text[64];
    const bool plain = std::abs(value) < 1e15 && (value == 0 || std::abs(value) >= 1e-4);
    const auto end = plain ? std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr : std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

} // namespace signalbox::policy
