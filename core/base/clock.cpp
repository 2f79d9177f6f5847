#include "core/base/clock.h"

#include <charconv>
#include <cstdio>

namespace signalbox {

WallTime wallNow() { return std::chrono::time_point_cast<Microseconds>(std::chrono::system_clock::now()); }

MonotonicTime monotonicNow() { return std::chrono::steady_clock::now(); }

std::string toRfc3339(WallTime time) {
    using namespace std::chrono;
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{floor<milliseconds>(time - day)};
    char text[40];
    const int length = std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()),
                                     unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                                     int(clock.minutes().count()), int(clock.seconds().count()),
                                     int(clock.subseconds().count()));
    return {text, static_cast<std::size_t>(length)};
}

namespace {

/// Takes exactly `digits` digits from the front of `text`.
std::optional<int> takeNumber(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return {};
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
    if (error != std::errc{} || end != text.data() + digits || text[0] == '-') return {};
    text.remove_prefix(digits);
    return value;
}

bool takeCharacter(std::string_view& text, std::string_view anyOf) {
    if (text.empty() || anyOf.find(text[0]) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

std::optional<WallTime> fromRfc3339(std::string_view text) {
    using namespace std::chrono;
    const auto y = takeNumber(text, 4);
    if (!y || !takeCharacter(text, "-")) return {};
    const auto mo = takeNumber(text, 2);
    if (!mo || !takeCharacter(text, "-")) return {};
    const auto d = takeNumber(text, 2);
    if (!d || !takeCharacter(text, "Tt ")) return {};
    const auto h = takeNumber(text, 2);
    if (!h || !takeCharacter(text, ":")) return {};
    const auto mi = takeNumber(text, 2);
    if (!mi || !takeCharacter(text, ":")) return {};
    const auto s = takeNumber(text, 2);
    if (!s || *h > 23 || *mi > 59 || *s > 60) return {};
    std::int64_t fraction = 0;
    if (takeCharacter(text, ".")) {
        std::int64_t scale = 100'000;
        std::size_t digits = 0;
        while (!text.empty() && text[0] >= '0' && text[0] <= '9' && digits < 9) {
            fraction += (text[0] - '0') * scale;
            scale /= 10;
            text.remove_prefix(1);
            ++digits;
        }
        if (digits == 0) return {};
    }
    minutes offset{0};
    if (!takeCharacter(text, "Zz")) {
        if (text.empty()) return {};
        const int sign = text[0] == '-' ? -1 : 1;
        if (!takeCharacter(text, "+-")) return {};
        const auto oh = takeNumber(text, 2);
        if (!oh || !takeCharacter(text, ":")) return {};
        const auto om = takeNumber(text, 2);
        if (!om || *oh > 23 || *om > 59) return {};
        offset = minutes{sign * (*oh * 60 + *om)};
    }
    if (!text.empty()) return {};
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*mo)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return {};
    return WallTime{sys_days{date} + hours{*h} + minutes{*mi} + seconds{*s} - offset + Microseconds{fraction}};
}

} // namespace signalbox
