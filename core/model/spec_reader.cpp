#include "core/model/spec_reader.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

namespace signalbox::model {

namespace {

/// As a person writes it, in as few digits as tell it apart: 0.5, not 5E-1.
std::string plainText(double number) {
    std::array<char, 400> text{}; // the longest has 309 digits, or 325 behind the point
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed).ptr;
    return {text.data(), end};
}

} // namespace

Error Violations::error(std::string_view what) const {
    Error error{ErrorClass::InvalidRequest, {}, "invalid_document", list_, {}, {}};
    error.message = std::string(what) + " is not valid";
    if (!list_.empty()) error.message += ": " + (list_.front().pointer.empty() ? std::string() : list_.front().pointer + ' ') + list_.front().message;
    if (list_.size() > 1) error.message += " (and " + std::to_string(list_.size() - 1) + " more)";
    return error;
}

std::string escapedPointerPart(std::string_view part) {
    std::string escaped;
    for (const char c : part) {
        if (c == '~') escaped += "~0";
        else if (c == '/') escaped += "~1";
        else escaped += c;
    }
    return escaped;
}

std::string quotedList(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "'" : ", '") + name + '\'';
    return text;
}

std::string nearestName(std::string_view name, const std::vector<std::string>& known) {
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const auto& candidate : known) {
        std::vector<std::size_t> row(candidate.size() + 1);
        std::iota(row.begin(), row.end(), std::size_t{0});
        for (std::size_t i = 1; i <= name.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i;
            for (std::size_t j = 1; j <= candidate.size(); ++j) {
                const std::size_t above = row[j];
                row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (name[i - 1] == candidate[j - 1] ? 0 : 1)});
                diagonal = above;
            }
        }
        if (row.back() < bestDistance) {
            bestDistance = row.back();
            best = candidate;
        }
    }
    return best;
}

std::string SpecReader::pointerTo(std::string_view name) const { return pointer_ + '/' + escapedPointerPart(name); }

const boost::json::value* SpecReader::find(std::string_view name) {
    asked_.emplace_back(name);
    return json_.if_contains(name);
}

void SpecReader::wrongType(std::string_view name, std::string_view expected, const boost::json::value& found) {
    std::string_view kind = "an object";
    switch (found.kind()) {
    case boost::json::kind::null: kind = "null"; break;
    case boost::json::kind::bool_: kind = "a boolean"; break;
    case boost::json::kind::int64:
    case boost::json::kind::uint64:
    case boost::json::kind::double_: kind = "a number"; break;
    case boost::json::kind::string: kind = "a string"; break;
    case boost::json::kind::array: kind = "an array"; break;
    case boost::json::kind::object: break;
    }
    violation(name, "should be " + std::string(expected) + ", not " + std::string(kind));
}

void SpecReader::require(std::string_view name) {
    if (!json_.contains(name)) violation(name, "is missing");
}

const boost::json::value* SpecReader::value(std::string_view name) { return find(name); }

bool SpecReader::text(std::string_view name, std::string& value) {
    const auto* found = find(name);
    if (!found) return false;
    if (!found->is_string()) return wrongType(name, "a string", *found), false;
    value = found->get_string();
    return true;
}

bool SpecReader::flag(std::string_view name, bool& value) {
    const auto* found = find(name);
    if (!found) return false;
    if (!found->is_bool()) return wrongType(name, "true or false", *found), false;
    value = found->get_bool();
    return true;
}

bool SpecReader::integer(std::string_view name, std::int64_t& value, std::int64_t least, std::int64_t most) {
    const auto* found = find(name);
    if (!found) return false;
    std::int64_t read = 0;
    if (found->is_int64()) {
        read = found->get_int64();
    } else if (found->is_uint64() && found->get_uint64() <= static_cast<std::uint64_t>(most < 0 ? 0 : most)) {
        read = static_cast<std::int64_t>(found->get_uint64());
    } else if (found->is_double() && std::nearbyint(found->get_double()) == found->get_double() && std::abs(found->get_double()) < 9e15) {
        read = static_cast<std::int64_t>(found->get_double());
    } else {
        return wrongType(name, "a whole number", *found), false;
    }
    if (read < least || read > most) {
        violation(name, "is " + std::to_string(read) + "; it may be " + std::to_string(least) + " to " + std::to_string(most));
        return false;
    }
    value = read;
    return true;
}

bool SpecReader::integer(std::string_view name, int& value, int least, int most) {
    std::int64_t read = 0;
    if (!integer(name, read, std::int64_t{least}, std::int64_t{most})) return false;
    value = static_cast<int>(read);
    return true;
}

bool SpecReader::number(std::string_view name, double& value, double least, double most) {
    const auto* found = find(name);
    if (!found) return false;
    if (!found->is_number()) return wrongType(name, "a number", *found), false;
    const double read = found->to_number<double>();
    if (!(read >= least && read <= most)) {
        violation(name, "is " + plainText(read) + "; it may be " + plainText(least) + " to " + plainText(most));
        return false;
    }
    value = read;
    return true;
}

bool SpecReader::price(std::string_view name, Price& value) {
    const auto* found = find(name);
    if (!found) return false;
    std::string decimal;
    if (found->is_string()) {
        decimal = found->get_string();
    } else if (found->is_number()) {
        // The shortest decimal that reads back as this double is what the person wrote.
        char digits[64];
        const auto end = std::to_chars(digits, digits + sizeof digits, found->to_number<double>()).ptr;
        decimal.assign(digits, end);
    } else {
        return wrongType(name, "a price in USD per million tokens", *found), false;
    }
    const auto money = Money::parse(decimal);
    if (!money || money->nanos < 0 || *money > Money{1'000'000'000'000'000}) {
        violation(name, "is not a price in USD per million tokens: a decimal from 0 to 1000000 with at most nine decimals");
        return false;
    }
    value.perMillion = *money;
    return true;
}

bool SpecReader::milliseconds(std::string_view name, std::chrono::milliseconds& value, std::int64_t least, std::int64_t most) {
    std::int64_t read = 0;
    if (!integer(name, read, least, most)) return false;
    value = std::chrono::milliseconds{read};
    return true;
}

bool SpecReader::seconds(std::string_view name, std::chrono::seconds& value, std::int64_t least, std::int64_t most) {
    std::int64_t read = 0;
    if (!integer(name, read, least, most)) return false;
    value = std::chrono::seconds{read};
    return true;
}

bool SpecReader::days(std::string_view name, std::chrono::days& value, std::int64_t least, std::int64_t most) {
    std::int64_t read = 0;
    if (!integer(name, read, least, most)) return false;
    value = std::chrono::days{read};
    return true;
}

bool SpecReader::texts(std::string_view name, std::vector<std::string>& values) {
    const auto* list = array(name);
    if (!list) return false;
    std::vector<std::string> read;
    for (std::size_t i = 0; i < list->size(); ++i) {
        if ((*list)[i].is_string()) read.emplace_back((*list)[i].get_string());
        else violations_.add(pointerTo(name) + '/' + std::to_string(i), "should be a string");
    }
    if (read.size() != list->size()) return false;
    values = std::move(read);
    return true;
}

const boost::json::object* SpecReader::object(std::string_view name) {
    const auto* found = find(name);
    if (!found) return nullptr;
    if (!found->is_object()) return wrongType(name, "an object", *found), nullptr;
    return &found->get_object();
}

const boost::json::array* SpecReader::array(std::string_view name) {
    const auto* found = find(name);
    if (!found) return nullptr;
    if (!found->is_array()) return wrongType(name, "an array", *found), nullptr;
    return &found->get_array();
}

void SpecReader::refuseUnknown() {
    for (const auto& member : json_) {
        const std::string name(member.key());
        if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
        const auto nearest = nearestName(name, asked_);
        violation(name, nearest.empty() ? "is not a member that is known here; known are " + quotedList(asked_) : "is not known here; did you mean '" + nearest + "'?");
    }
}

} // namespace signalbox::model
