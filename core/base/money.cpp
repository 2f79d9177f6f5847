#include "core/base/money.h"

#include <charconv>
#include <limits>

namespace signalbox {

namespace {
constexpr std::int64_t kNanosPerDollar = 1'000'000'000;
}

std::string Money::text() const {
    const bool negative = nanos < 0;
    const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(nanos) : static_cast<std::uint64_t>(nanos);
    std::string text = negative ? "-" : "";
    text += std::to_string(size / kNanosPerDollar);
    if (const auto fraction = size % kNanosPerDollar; fraction != 0) {
        std::string digits = std::to_string(fraction);
        digits.insert(0, 9 - digits.size(), '0');
        digits.erase(digits.find_last_not_of('0') + 1);
        text += '.' + digits;
    }
    return text;
}

std::optional<Money> Money::parse(std::string_view decimal) {
    bool negative = false;
    if (!decimal.empty() && (decimal[0] == '-' || decimal[0] == '+')) {
        negative = decimal[0] == '-';
        decimal.remove_prefix(1);
    }
    int exponent = 9;
    if (const auto e = decimal.find_first_of("eE"); e != std::string_view::npos) {
        auto power = decimal.substr(e + 1);
        if (!power.empty() && power[0] == '+') power.remove_prefix(1);
        int value = 0;
        const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), value);
        if (error != std::errc{} || end != power.data() + power.size() || value > 40 || value < -400) return {};
        exponent += value;
        decimal = decimal.substr(0, e);
    }
    Int128 value = 0;
    bool anyDigit = false;
    bool pointSeen = false;
    std::size_t trailingZeros = 0; // zeros that only count once a later digit needs them
    for (const char c : decimal) {
        if (c == '.') {
            if (pointSeen) return {};
            pointSeen = true;
            continue;
        }
        if (c < '0' || c > '9') return {};
        anyDigit = true;
        if (pointSeen) --exponent;
        if (c == '0') {
            ++trailingZeros;
            continue;
        }
        for (; trailingZeros > 0; --trailingZeros) {
            value *= 10;
            if (value > std::numeric_limits<std::int64_t>::max()) return {};
        }
        value = value * 10 + (c - '0');
        if (value > std::numeric_limits<std::int64_t>::max()) return {};
    }
    if (!anyDigit) return {};
    if (value == 0) return Money{0};
    exponent += static_cast<int>(trailingZeros);
    if (exponent < 0) return {};
    for (; exponent > 0; --exponent) {
        value *= 10;
        if (value > std::numeric_limits<std::int64_t>::max()) return {};
    }
    return Money{static_cast<std::int64_t>(negative ? -value : value)};
}

Money CostSum::total() const {
    constexpr std::int64_t kMillion = 1'000'000;
    auto quotient = static_cast<std::int64_t>(nanosTimesMillion_ / kMillion);
    const auto rest = static_cast<std::int64_t>(nanosTimesMillion_ % kMillion);
    const std::int64_t size = rest < 0 ? -rest : rest;
    if (size * 2 > kMillion || (size * 2 == kMillion && quotient % 2 != 0)) quotient += rest < 0 ? -1 : 1;
    return Money{quotient};
}

} // namespace signalbox
