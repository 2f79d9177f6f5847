#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

/// Members of an object whose type is not sure: what is absent or of another type is null, empty or nothing.
namespace signalbox::providers {

inline const boost::json::object* objectMember(const boost::json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_object() ? &value->get_object() : nullptr;
}

inline const boost::json::array* arrayMember(const boost::json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_array() ? &value->get_array() : nullptr;
}

/// Valid as long as the object.
inline std::string_view stringMember(const boost::json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

inline bool isTrue(const boost::json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_bool() && value->get_bool();
}

/// A count that a vendor wrote: whole, not negative, not absurd; a fraction is cut.
inline std::optional<std::int64_t> countMember(const boost::json::object& object, std::string_view name) {
    constexpr double kMost = 1e15;
    const auto* value = object.if_contains(name);
    if (!value || !value->is_number()) return {};
    const double number = value->is_int64()    ? static_cast<double>(value->get_int64())
                          : value->is_uint64() ? static_cast<double>(value->get_uint64())
                                               : value->get_double();
    if (!(number >= 0) || number > kMost) return {};
    return value->is_int64() ? value->get_int64() : static_cast<std::int64_t>(number);
}

} // namespace signalbox::providers
