#include "core/policy/contract/formats.h"

namespace signalbox::policy {
namespace {

/// Takes text from the front as long as it is what is asked for.
struct Cursor {
    std::string_view rest;

    bool take(char c) {
        if (rest.empty() || rest.front() != c) return false;
        rest.remove_prefix(1);
        return true;
    }
    bool takeEither(char upper, char lower) { return take(upper) || take(lower); }
    bool digits(std::size_t count, int& number) {
        if (rest.size() < count) return false;
        number = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (rest[i] < '0' || rest[i] > '9') return false;
            number = number * 10 + (rest[i] - '0');
        }
        rest.remove_prefix(count);
        return true;
    }
    bool anyDigits() {
        const auto count = rest.find_first_not_of("0123456789");
        if (count == 0 || rest.empty()) return false;
        rest.remove_prefix(count == std::string_view::npos ? rest.size() : count);
        return true;
    }
};

bool takeDate(Cursor& text) {
    int year = 0, month = 0, day = 0;
    if (!text.digits(4, year) || !text.take('-') || !text.digits(2, month) || !text.take('-') || !text.digits(2, day)) return false;
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool takeTime(Cursor& text) {
    int hour = 0, minute = 0, second = 0;
    if (!text.digits(2, hour) || !text.take(':') || !text.digits(2, minute) || !text.take(':') || !text.digits(2, second)) return false;
    if (hour > 23 || minute > 59 || second > 60) return false;
    if (text.take('.') && !text.anyDigits()) return false;
    int offset = 0;
    if (!text.takeEither('Z', 'z')) {
        const bool east = text.take('+');
        int hours = 0, minutes = 0;
        if ((!east && !text.take('-')) || !text.digits(2, hours) || !text.take(':') || !text.digits(2, minutes) || hours > 23 || minutes > 59) return false;
        offset = (east ? -1 : 1) * (hours * 60 + minutes);
    }
    // A leap second is the last of a day in UTC.
    constexpr int kDay = 24 * 60;
    return second < 60 || (hour * 60 + minute + offset + kDay) % kDay == kDay - 1;
}

/// `1Y2M3D`: units in this order, none left out between two that are there.
bool takeUnits(Cursor& text, std::string_view units) {
    bool any = false;
    std::size_t next = 0;
    while (next < units.size()) {
        Cursor ahead = text;
        if (!ahead.anyDigits() || ahead.rest.empty()) break;
        const auto unit = units.find(ahead.rest.front());
        if (unit == std::string_view::npos || (any ? unit != next : unit < next)) break;
        ahead.rest.remove_prefix(1);
        text = ahead;
        next = unit + 1;
        any = true;
    }
    return any;
}

} // namespace

bool isDate(std::string_view text) {
    Cursor cursor{text};
    return takeDate(cursor) && cursor.rest.empty();
}

bool isTime(std::string_view text) {
    Cursor cursor{text};
    return takeTime(cursor) && cursor.rest.empty();
}

bool isDateTime(std::string_view text) {
    Cursor cursor{text};
    return takeDate(cursor) && cursor.takeEither('T', 't') && takeTime(cursor) && cursor.rest.empty();
}

bool isDuration(std::string_view text) {
    Cursor cursor{text};
    if (!cursor.take('P')) return false;
    if (takeUnits(cursor, "W")) return cursor.rest.empty();
    const bool days = takeUnits(cursor, "YMD");
    if (cursor.take('T')) return takeUnits(cursor, "HMS") && cursor.rest.empty();
    return days && cursor.rest.empty();
}

} // namespace signalbox::policy
