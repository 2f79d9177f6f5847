#include "core/providers/retry_after.h"

#include "core/base/clock.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace signalbox::providers {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds kLongest = std::chrono::hours{24};

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || !(value >= 0) || value > 1e12) return {};
    return value;
}

std::optional<milliseconds> sane(double ms) {
    if (!(ms >= 0) || ms > static_cast<double>(kLongest.count())) return {};
    return milliseconds{std::llround(ms)};
}

/// `Mon, 23 Nov 2026 21:29:28 GMT` (RFC 9110, IMF-fixdate).
std::optional<std::chrono::sys_seconds> httpDate(std::string_view text) {
    constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (text.size() != 29 || !text.ends_with(" GMT") || text[3] != ',') return {};
    const auto digits = [&](std::size_t at, std::size_t count) -> int {
        int value = -1;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + count, value);
        return error == std::errc{} && end == text.data() + at + count ? value : -1;
    };
    const auto month = kMonths.find(text.substr(8, 3));
    const int day = digits(5, 2);
    const int year = digits(12, 4);
    const int hour = digits(17, 2);
    const int minute = digits(20, 2);
    const int second = digits(23, 2);
    if (month == std::string_view::npos || month % 3 != 0 || day < 1 || year < 1970 || hour < 0 || minute < 0 || second < 0) return {};
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month / 3 + 1)}, std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return {};
    return std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
}

/// `6m0s`, `1.5s`, `20ms`, `1h2m`: as Go writes durations, and OpenAI its headers; a plain number is seconds.
std::optional<milliseconds> goDuration(std::string_view text) {
    if (const auto seconds = number(text)) return sane(*seconds * 1000);
    double ms = 0;
    while (!text.empty()) {
        const auto unitAt = text.find_first_not_of("0123456789.");
        if (unitAt == 0 || unitAt == std::string_view::npos) return {};
        const auto value = number(text.substr(0, unitAt));
        text.remove_prefix(unitAt);
        const auto unitEnd = std::min(text.find_first_of("0123456789."), text.size());
        const auto unit = text.substr(0, unitEnd);
        text.remove_prefix(unitEnd);
        const double factor = unit == "h" ? 3.6e6 : unit == "m" ? 6e4 : unit == "s" ? 1e3 : unit == "ms" ? 1 : unit == "us" || unit == "µs" ? 1e-3 : -1;
        if (!value || factor < 0) return {};
        ms += *value * factor;
    }
    return sane(ms);
}

/// Of the limits that are used up, the one that lasts longest.
std::optional<milliseconds> usedUpLimit(const HeaderLookup& header) {
    std::optional<milliseconds> longest;
    const auto consider = [&](std::optional<milliseconds> wait) {
        if (wait && (!longest || *wait > *longest)) longest = wait;
    };
    for (const std::string kind : {"requests", "tokens"})
        if (const auto left = header("x-ratelimit-remaining-" + kind); left == "0" || left.starts_with('-')) consider(goDuration(header("x-ratelimit-reset-" + kind)));
    const auto now = httpDate(header("date"));
    if (!now) return longest;
    for (const std::string kind : {"requests", "tokens", "input-tokens", "output-tokens"})
        if (header("anthropic-ratelimit-" + kind + "-remaining") == "0")
            if (const auto reset = fromRfc3339(header("anthropic-ratelimit-" + kind + "-reset"))) consider(sane(static_cast<double>(std::chrono::duration_cast<milliseconds>(*reset - *now).count())));
    return longest;
}

} // namespace

std::optional<milliseconds> readRetryAfter(const HeaderLookup& header) {
    if (const auto ms = number(trimmed(header("retry-after-ms")))) return sane(*ms);
    const auto after = trimmed(header("retry-after"));
    if (const auto seconds = number(after)) return sane(*seconds * 1000);
    if (const auto until = httpDate(after))
        if (const auto now = httpDate(header("date"))) return sane(static_cast<double>(std::max<std::int64_t>(0, std::chrono::duration_cast<milliseconds>(*until - *now).count())));
    return usedUpLimit(header);
}

} // namespace signalbox::providers
