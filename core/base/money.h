#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

/// US dollars, exact: a whole number of nano-dollars (1e-9 USD). The range is about +-9.2 billion dollars.
struct Money {
    std::int64_t nanos = 0;

    auto operator<=>(const Money&) const = default;
    Money& operator+=(Money other) {
        nanos += other.nanos;
        return *this;
    }
    friend Money operator+(Money a, Money b) { return {a.nanos + b.nanos}; }
    friend Money operator-(Money a, Money b) { return {a.nanos - b.nanos}; }

    /// Decimal dollars without trailing zeros: `0.00031`, `12`, `-0.5`. Exact.
    std::string text() const;
    /// Reads what `text` writes; also an exponent, as JSON numbers have. Nothing if it has more than nine decimals that are
    /// not zero, or is out of range.
    static std::optional<Money> parse(std::string_view decimal);
    /// For charts only.
    double usd() const { return static_cast<double>(nanos) * 1e-9; }
};

/// The price of a million tokens (vendors' price lists are in USD per Mtok, with up to nine decimals).
struct Price {
    Money perMillion;
    bool operator==(const Price&) const = default;
};

__extension__ typedef __int128 Int128; ///< GCC's, which -Wpedantic has to be told of

/// Money as a sum of token counts times prices is rounded once, at the end: add the parts here, then ask for `total`.
class CostSum {
public:
    void add(std::int64_t tokens, Price price) { nanosTimesMillion_ += static_cast<Int128>(tokens) * price.perMillion.nanos; }
    /// Half to even.
    Money total() const;

private:
    Int128 nanosTimesMillion_ = 0;
};

} // namespace signalbox
