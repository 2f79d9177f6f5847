#include "tests/support/answer_shape.h"

#include <boost/json.hpp>

#include <algorithm>
#include <string_view>

namespace signalbox::tests {

namespace json = boost::json;

namespace {

bool hasType(const json::value& value, std::string_view type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_bool();
    return type == "null" && value.is_null();
}

std::string_view typeOf(const json::value& value) {
    for (const std::string_view type : {"object", "array", "string", "number", "boolean"})
        if (hasType(value, type)) return type;
    return "null";
}

const json::value* memberOf(const json::value* schema, std::string_view name) {
    return schema && schema->is_object() ? schema->get_object().if_contains(name) : nullptr;
}

/// What the schema says of a member; null: nothing.
const json::value* propertyOf(const json::value& schema, std::string_view name) {
    if (const auto* known = memberOf(memberOf(&schema, "properties"), name)) return known;
    const auto* others = memberOf(&schema, "additionalProperties");
    return others && others->is_object() ? others : nullptr;
}

bool isRequired(const json::value& schema, std::string_view name) {
    const auto* required = memberOf(&schema, "required");
    return required && std::any_of(required->as_array().begin(), required->as_array().end(), [&](const json::value& one) { return one.as_string() == name; });
}

/// One element that has what any of them has.
json::value merged(const json::array& elements) {
    json::value all;
    for (const auto& element : elements) {
        if (!element.is_object()) return element;
        if (all.is_null()) all = json::object{};
        for (const auto& member : element.get_object()) {
            auto& known = all.get_object()[member.key()];
            if (known.is_null() || (known.is_array() && known.get_array().empty())) known = member.value();
        }
    }
    return all;
}

} // namespace

std::string mismatch(const json::value& schema, const json::value& value, const std::string& at) {
    const auto& rules = schema.as_object();
    if (const auto* type = rules.if_contains("type")) {
        bool fits = false;
        if (type->is_string()) fits = hasType(value, type->get_string());
        else
            for (const auto& one : type->as_array()) fits = fits || hasType(value, one.as_string());
        if (!fits) return at + " is " + json::serialize(value).substr(0, 80) + ", not " + json::serialize(*type);
    }
    if (value.is_object()) {
        if (const auto* required = rules.if_contains("required"))
            for (const auto& name : required->as_array())
                if (!value.get_object().contains(name.as_string())) return at + " lacks " + name.as_string().c_str();
        for (const auto& member : value.get_object()) {
            const auto* known = propertyOf(schema, member.key());
            const auto where = at + '/' + std::string(member.key());
            if (!known) {
                if (rules.contains("properties")) return where + " is not in the document";
                continue;
            }
            if (auto wrong = mismatch(*known, member.value(), where); !wrong.empty()) return wrong;
        }
    }
    if (value.is_array())
        if (const auto* items = rules.if_contains("items")) {
            std::size_t index = 0;
            for (const auto& item : value.get_array())
                if (auto wrong = mismatch(*items, item, at + '/' + std::to_string(index++)); !wrong.empty()) return wrong;
        }
    return {};
}

std::string difference(const json::value* schema, const json::value& real, const json::value& told, const std::string& at) {
    const bool any = schema && schema->is_object() && schema->get_object().empty();
    if (any || real.is_null() || told.is_null()) return {};
    if (typeOf(real) != typeOf(told)) return at + " is of type " + std::string(typeOf(told)) + ", and " + std::string(typeOf(real)) + " at the gateway";
    if (real.is_array()) {
        if (real.get_array().empty() || told.get_array().empty()) return {};
        return difference(memberOf(schema, "items"), merged(real.get_array()), merged(told.get_array()), at + "/*");
    }
    if (!real.is_object()) return {};
    for (const auto& member : real.get_object()) {
        const auto where = at + '/' + std::string(member.key());
        if (const auto* other = told.get_object().if_contains(member.key())) {
            if (auto wrong = difference(schema ? propertyOf(*schema, member.key()) : nullptr, member.value(), *other, where); !wrong.empty()) return wrong;
        } else if (schema && isRequired(*schema, member.key())) {
            return where + " is missing";
        }
    }
    for (const auto& member : told.get_object())
        if (schema && isRequired(*schema, member.key()) && !real.get_object().contains(member.key())) return at + '/' + std::string(member.key()) + " is not at the gateway";
    return {};
}

} // namespace signalbox::tests
