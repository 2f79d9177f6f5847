#include "core/policy/contract/example.h"

#include "core/policy/contract/example_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace signalbox::policy {

namespace json = boost::json;

namespace {

constexpr int kMostDepth = 16;
constexpr int kMostValues = 2'000;      ///< a schema that asks for itself would else grow without end
constexpr std::size_t kMostElements = 50;

class ExampleMaker {
public:
    explicit ExampleMaker(const json::value& root) : root_(root) {}

    json::value make(const json::value& schema, int depth) {
        if (!schema.is_object() || depth > kMostDepth || --left_ < 0) return json::value("text");
        const auto object = flattened(schema.get_object(), depth);
        if (auto given = givenBy(object)) return std::move(*given);
        const auto type = typeOf(object);
        if (type == "object") return makeObject(object, depth);
        if (type == "array") return makeArray(object, depth);
        if (type == "integer") return makeNumber(object, true);
        if (type == "number") return makeNumber(object, false);
        if (type == "boolean") return true;
        if (type == "null") return nullptr;
        return json::value(exampleText(object));
    }

private:
    static const json::array* list(const json::object& object, std::string_view name) {
        const auto* value = object.if_contains(name);
        return value && value->is_array() && !value->get_array().empty() ? &value->get_array() : nullptr;
    }
    static std::optional<double> number(const json::object& object, std::string_view name) {
        const auto* value = object.if_contains(name);
        return value && value->is_number() ? std::optional(value->to_number<double>()) : std::nullopt;
    }
    static std::size_t count(const json::object& object, std::string_view name, std::size_t otherwise) {
        const auto value = number(object, name);
        return value ? static_cast<std::size_t>(std::clamp(*value, 0.0, 1e6)) : otherwise;
    }

    /// What the schema's author shows, most telling first.
    static std::optional<json::value> givenBy(const json::object& object) {
        if (const auto* value = object.if_contains("const")) return *value;
        if (const auto* values = list(object, "examples")) return values->front();
        if (const auto* value = object.if_contains("default")) return *value;
        if (const auto* values = list(object, "enum")) return values->front();
        return {};
    }

    /// The schema with its references, `allOf` and first alternative laid into one.
    json::object flattened(const json::object& schema, int depth) {
        json::object whole = schema;
        if (depth > kMostDepth) return whole;
        const auto lay = [&](const json::value& part) {
            if (part.is_object()) merge(whole, flattened(part.get_object(), depth + 1));
        };
        if (const auto* reference = schema.if_contains("$ref"); reference && reference->is_string() && --left_ >= 0) {
            whole.erase("$ref");
            lay(resolved(reference->get_string()));
        }
        if (const auto* parts = list(schema, "allOf"))
            for (const auto& part : *parts) lay(part);
        for (const auto* name : {"anyOf", "oneOf"})
            if (const auto* choices = list(schema, name)) lay(plainest(*choices));
        return whole;
    }

    /// An alternative that is more than null.
    static const json::value& plainest(const json::array& choices) {
        for (const auto& choice : choices) {
            const auto* type = choice.is_object() ? choice.get_object().if_contains("type") : nullptr;
            if (!type || !type->is_string() || type->get_string() != "null") return choice;
        }
        return choices.front();
    }

    static void merge(json::object& into, const json::object& from) {
        for (const auto& member : from) {
            auto* present = into.if_contains(member.key());
            if (!present) {
                into.emplace(member.key(), member.value());
            } else if (member.key() == "properties" && present->is_object() && member.value().is_object()) {
                for (const auto& property : member.value().get_object())
                    if (!present->get_object().contains(property.key())) present->get_object().emplace(property.key(), property.value());
            } else if (member.key() == "required" && present->is_array() && member.value().is_array()) {
                for (const auto& name : member.value().get_array()) present->get_array().push_back(name);
            } else if (isLowerBound(member.key()) && present->is_number() && member.value().is_number()) {
                if (member.value().to_number<double>() > present->to_number<double>()) *present = member.value();
            }
        }
    }
    static bool isLowerBound(std::string_view name) { return name.starts_with("min") || name == "exclusiveMinimum"; }

    const json::value& resolved(std::string_view reference) const {
        static const json::value kAnything(true);
        if (reference == "#") return root_;
        if (reference.starts_with("#/")) {
            json::error_code error;
            if (const auto* found = root_.find_pointer(reference.substr(1), error)) return *found;
        } else if (reference.starts_with('#')) {
            if (const auto* found = anchored(root_, reference.substr(1), 0)) return *found;
        }
        return kAnything;
    }
    static const json::value* anchored(const json::value& schema, std::string_view name, int depth) {
        if (depth > kMostDepth) return nullptr;
        if (schema.is_array()) {
            for (const auto& one : schema.get_array())
                if (const auto* found = anchored(one, name, depth + 1)) return found;
        } else if (schema.is_object()) {
            const auto* anchor = schema.get_object().if_contains("$anchor");
            if (anchor && anchor->is_string() && anchor->get_string() == name) return &schema;
            for (const auto& member : schema.get_object())
                if (const auto* found = anchored(member.value(), name, depth + 1)) return found;
        }
        return nullptr;
    }

    static std::string typeOf(const json::object& object) {
        if (const auto* type = object.if_contains("type")) {
            if (type->is_string()) return std::string(type->get_string());
            if (type->is_array()) {
                for (const auto& one : type->get_array())
                    if (one.is_string() && one.get_string() != "null") return std::string(one.get_string());
                if (!type->get_array().empty()) return "null";
            }
        }
        for (const auto* name : {"properties", "required", "additionalProperties", "minProperties", "patternProperties"})
            if (object.contains(name)) return "object";
        for (const auto* name : {"items", "prefixItems", "contains", "minItems", "uniqueItems"})
            if (object.contains(name)) return "array";
        for (const auto* name : {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})
            if (object.contains(name)) return "number";
        return "string";
    }

    json::value makeObject(const json::object& object, int depth) {
        json::object made;
        const auto* properties = object.if_contains("properties");
        const auto* named = properties && properties->is_object() ? &properties->get_object() : nullptr;
        const auto* required = list(object, "required");
        const auto isRequired = [&](std::string_view name) { return required && std::any_of(required->begin(), required->end(), [&](const auto& one) { return one.is_string() && one.get_string() == name; }); };
        const auto* additional = object.if_contains("additionalProperties");
        if (named) // in the schema's order, which is the one that reads well
            for (const auto& property : *named)
                if (isRequired(property.key()) || (!required && depth < 2 && property.value() != json::value(false))) made[property.key()] = make(property.value(), depth + 1);
        if (required)
            for (const auto& name : *required)
                if (name.is_string() && !made.contains(name.get_string())) made[name.get_string()] = additional ? make(*additional, depth + 1) : json::value("text");
        const auto least = std::min(count(object, "minProperties", 0), kMostElements);
        if (named)
            for (const auto& property : *named)
                if (made.size() < least && !made.contains(property.key())) made[property.key()] = make(property.value(), depth + 1);
        for (std::size_t i = 1; made.size() < least; ++i) made["name" + std::to_string(i)] = additional ? make(*additional, depth + 1) : json::value("text");
        return made;
    }

    json::value makeArray(const json::object& object, int depth) {
        json::array made;
        const auto least = std::min(count(object, "minItems", 0), kMostElements);
        const auto most = std::max(least, std::min(count(object, "maxItems", 1), std::size_t{1}));
        const auto* items = object.if_contains("items");
        const auto* prefix = list(object, "prefixItems");
        if (!prefix && items && items->is_array() && !items->get_array().empty()) { // draft 7's tuple
            prefix = &items->get_array();
            items = object.if_contains("additionalItems");
        }
        if (prefix)
            for (const auto& schema : *prefix) made.push_back(make(schema, depth + 1));
        if (const auto* contains = object.if_contains("contains"); contains && made.empty()) made.push_back(make(*contains, depth + 1));
        const auto* unique = object.if_contains("uniqueItems");
        const bool distinct = unique && unique->is_bool() && unique->get_bool();
        const bool none = items && items->is_bool() && !items->get_bool();
        while (made.size() < (prefix ? least : most) && !none) {
            auto element = items ? make(*items, depth + 1) : json::value("text");
            if (distinct) element = differing(element, items, made);
            made.push_back(std::move(element));
        }
        return made;
    }

    /// Another value of its kind that the list does not have yet, where one is near at hand.
    static json::value differing(json::value element, const json::value* items, const json::array& made) {
        const auto isThere = [&](const json::value& value) { return std::find(made.begin(), made.end(), value) != made.end(); };
        if (!isThere(element)) return element;
        if (items && items->is_object())
            for (const auto* name : {"enum", "examples"})
                if (const auto* values = list(items->get_object(), name))
                    for (const auto& value : *values)
                        if (!isThere(value)) return value;
        const auto number = static_cast<std::int64_t>(made.size());
        if (element.is_int64()) return element.get_int64() + number;
        if (element.is_double()) return element.get_double() + static_cast<double>(number);
        if (element.is_string()) return json::value(std::string(element.get_string()) + std::to_string(number + 1));
        return element;
    }

    static json::value makeNumber(const json::object& object, bool whole) {
        auto least = number(object, "minimum");
        auto most = number(object, "maximum");
        const double step = whole ? 1 : 0.5;
        if (const auto above = number(object, "exclusiveMinimum"); above && (!least || *above >= *least)) least = whole ? std::floor(*above) + step : *above + step;
        if (const auto below = number(object, "exclusiveMaximum"); below && (!most || *below <= *most)) most = whole ? std::ceil(*below) - step : *below - step;
        double value = 1;
        if (least && value < *least) value = *least;
        if (most && value > *most) value = *most;
        if (least && most && *most < *least) { // an open interval narrower than a step
            const auto above = number(object, "exclusiveMinimum").value_or(*least);
            const auto below = number(object, "exclusiveMaximum").value_or(*most);
            value = (above + below) / 2;
        }
        if (whole) value = least ? std::ceil(value) : std::floor(value);
        if (const auto multiple = number(object, "multipleOf"); multiple && *multiple > 0) {
            value = std::ceil(value / *multiple - 1e-9) * *multiple;
            if (most && value > *most) value = std::floor(*most / *multiple + 1e-9) * *multiple;
        }
        if (std::abs(value) < 9e15 && value == std::round(value)) return static_cast<std::int64_t>(value);
        return value;
    }

    const json::value& root_;
    int left_ = kMostValues;
};

} // namespace

json::value exampleOf(const json::value& schema) {
    if (!schema.is_object()) return json::value("text");
    return ExampleMaker(schema).make(schema, 0);
}

} // namespace signalbox::policy
