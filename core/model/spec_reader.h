#pragma once

#include "core/base/money.h"
#include "core/model/error.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::model {

/// Collects what is wrong with a document while its reader goes on, so that a person sees all of it at once.
class Violations {
public:
    void add(std::string pointer, std::string message) { list_.push_back({std::move(pointer), std::move(message)}); }
    bool empty() const { return list_.empty(); }
    /// The error to return when there are any.
    Error error(std::string_view what) const;

private:
    std::vector<Violation> list_;
};

/// Reads the members of one JSON object by name and type, and at the end says which members nobody asked for. Absent members
/// leave the target as it is; `require` makes absence a violation.
class SpecReader {
public:
    SpecReader(const boost::json::object& json, std::string pointer, Violations& violations)
        : json_(json), pointer_(std::move(pointer)), violations_(violations) {}

    /// Each returns whether the member was there and right.
    bool text(std::string_view name, std::string& value);
    bool flag(std::string_view name, bool& value);
    bool integer(std::string_view name, std::int64_t& value, std::int64_t least, std::int64_t most);
    bool integer(std::string_view name, int& value, int least, int most);
    bool number(std::string_view name, double& value, double least, double most);
    /// USD per million tokens, exact: a JSON number or a decimal string.
    bool price(std::string_view name, Price& value);
    /// `NAME_ms`, `NAME_s` or `NAME_days`, as the name says.
    bool milliseconds(std::string_view name, std::chrono::milliseconds& value, std::int64_t least, std::int64_t most);
    bool seconds(std::string_view name, std::chrono::seconds& value, std::int64_t least, std::int64_t most);
    bool days(std::string_view name, std::chrono::days& value, std::int64_t least, std::int64_t most);
    /// Array of strings.
    bool texts(std::string_view name, std::vector<std::string>& values);
    /// Null when absent or of another type (which is a violation).
    const boost::json::object* object(std::string_view name);
    const boost::json::array* array(std::string_view name);
    const boost::json::value* value(std::string_view name);

    void require(std::string_view name);
    bool has(std::string_view name) const { return json_.contains(name); }
    void violation(std::string_view name, std::string message) { violations_.add(pointerTo(name), std::move(message)); }
    std::string pointerTo(std::string_view name) const;
    Violations& violations() { return violations_; }
    /// Call last: members that nobody asked for, each with the nearest known name.
    void refuseUnknown();

private:
    const boost::json::value* find(std::string_view name);
    void wrongType(std::string_view name, std::string_view expected, const boost::json::value& found);

    const boost::json::object& json_;
    std::string pointer_;
    Violations& violations_;
    std::vector<std::string> asked_;
};

/// The known name that is nearest by edit distance, if it is near enough to be meant; else empty.
std::string nearestName(std::string_view name, const std::vector<std::string>& known);
std::string quotedList(const std::vector<std::string>& names);
std::string escapedPointerPart(std::string_view part);

} // namespace signalbox::model
