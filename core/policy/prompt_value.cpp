#include "core/policy/prompt_value.h"

#include <boost/json/serialize.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace signalbox::policy {

namespace {

/// The shortest digits that read back as the same number; an exponent only where JavaScript would write one (ECMA-262, Number::toString).
void appendNumber(std::string& out, double number) {
    const double size = std::abs(number);
    const auto format = size == 0 || (size >= 1e-6 && size < 1e21) ? std::chars_format::fixed : std::chars_format::scientific;
    std::array<char, 64> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number == 0 ? 0.0 : number, format);
    if (error == std::errc{}) out.append(digits.data(), end);
}

void appendJson(std::string& out, const boost::json::value& value);

void appendArray(std::string& out, const boost::json::array& array) {
    out += '[';
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (i > 0) out += ',';
        appendJson(out, array[i]);
    }
    out += ']';
}

void appendObject(std::string& out, const boost::json::object& object) {
    out += '{';
    bool first = true;
    for (const auto& member : object) {
        if (!first) out += ',';
        first = false;
        out.append(boost::json::serialize(boost::json::string(member.key()))).append(":");
        appendJson(out, member.value());
    }
    out += '}';
}

void appendJson(std::string& out, const boost::json::value& value) {
    switch (value.kind()) {
    case boost::json::kind::null: out += "null"; break;
    case boost::json::kind::bool_: out += value.get_bool() ? "true" : "false"; break;
    case boost::json::kind::int64: out += std::to_string(value.get_int64()); break;
    case boost::json::kind::uint64: out += std::to_string(value.get_uint64()); break;
    case boost::json::kind::double_: appendNumber(out, value.get_double()); break;
    case boost::json::kind::string: out += boost::json::serialize(value.get_string()); break;
    case boost::json::kind::array: appendArray(out, value.get_array()); break;
    case boost::json::kind::object: appendObject(out, value.get_object()); break;
    }
}

} // namespace

void appendValue(std::string& out, const boost::json::value& value) {
    if (value.is_string()) out.append(value.get_string());
    else if (!value.is_null()) appendJson(out, value);
}

} // namespace signalbox::policy
