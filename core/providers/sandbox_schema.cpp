#include "core/providers/sandbox_schema.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace signalbox::providers {

namespace json = boost::json;

namespace {

constexpr int kMaxDepth = 12;
constexpr int kMaxValues = 2000; ///< in one answer: a schema that asks for itself would else grow without end
constexpr double kLargest = 1e15;

class Inventor {
public:
    Inventor(const json::value& root, std::mt19937_64& random) : root_(root), random_(random) {}

    json::value invent(const json::value& schema, int depth) {
        if (depth > kMaxDepth || --left_ < 0) return nullptr;
        if (!schema.is_object()) return json::value("simulated");
        const auto& object = schema.get_object();
        if (const auto* constant = object.if_contains("const")) return *constant;
        if (const auto* values = list(object, "enum"); values && !values->empty()) return (*values)[pick(values->size())];
        if (const auto* reference = object.if_contains("$ref"); reference && reference->is_string()) return invent(resolve(reference->get_string()), depth + 1);
        for (const auto* name : {"anyOf", "oneOf"})
            if (const auto* choices = list(object, name); choices && !choices->empty()) return invent(choices->front(), depth + 1);
        if (const auto* parts = list(object, "allOf"); parts && !parts->empty()) return inventAll(object, *parts, depth);
        const auto type = typeOf(object);
        if (type == "object") return inventObject(object, depth);
        if (type == "array") return inventArray(object, depth);
        if (type == "integer") return static_cast<std::int64_t>(std::llround(inventNumber(object, true)));
        if (type == "number") return inventNumber(object, false);
        if (type == "boolean") return pick(2) == 1;
        if (type == "null") return nullptr;
        return json::value(inventText(object));
    }

private:
    std::size_t pick(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

    static const json::array* list(const json::object& object, std::string_view name) {
        const auto* value = object.if_contains(name);
        return value && value->is_array() ? &value->get_array() : nullptr;
    }
    static double number(const json::object& object, std::string_view name, double otherwise) {
        const auto* value = object.if_contains(name);
        return value && value->is_number() ? value->to_number<double>() : otherwise;
    }

    const json::value& resolve(std::string_view reference) {
        static const json::value kAnything;
        if (!reference.starts_with('#')) return kAnything;
        json::error_code error;
        const auto* found = root_.find_pointer(reference.substr(1), error);
        return found ? *found : kAnything;
    }

    static std::string typeOf(const json::object& object) {
        if (const auto* type = object.if_contains("type")) {
            if (type->is_string()) return std::string(type->get_string());
            if (type->is_array())
                for (const auto& one : type->get_array())
                    if (one.is_string() && one.get_string() != "null") return std::string(one.get_string());
        }
        if (object.contains("properties")) return "object";
        if (object.contains("items") || object.contains("prefixItems")) return "array";
        if (object.contains("minimum") || object.contains("maximum")) return "number";
        return "string";
    }

    /// Objects merge; of anything else the first part decides.
    json::value inventAll(const json::object& object, const json::array& parts, int depth) {
        json::value merged = invent(parts.front(), depth + 1);
        for (std::size_t i = 1; i < parts.size() && merged.is_object(); ++i) {
            auto part = invent(parts[i], depth + 1);
            if (part.is_object())
                for (auto& member : part.get_object()) merged.get_object()[member.key()] = member.value();
        }
        if (object.contains("properties") && merged.is_object()) {
            auto own = inventObject(object, depth);
            for (auto& member : own.get_object()) merged.get_object()[member.key()] = member.value();
        }
        return merged;
    }

    json::value inventObject(const json::object& object, int depth) {
        json::object made;
        const auto* properties = object.if_contains("properties");
        const auto* required = list(object, "required");
        const auto isRequired = [&](std::string_view name) {
            return required && std::any_of(required->begin(), required->end(), [&](const auto& one) { return one.is_string() && one.get_string() == name; });
        };
        if (properties && properties->is_object())
            for (const auto& property : properties->get_object())
                if (isRequired(property.key()) || (depth < 3 && pick(3) > 0)) made[property.key()] = invent(property.value(), depth + 1);
        if (required)
            for (const auto& name : *required)
                if (name.is_string() && !made.contains(name.get_string())) made[name.get_string()] = "simulated";
        return made;
    }

    json::value inventArray(const json::object& object, int depth) {
        json::array made;
        if (const auto* first = list(object, "prefixItems"))
            for (const auto& schema : *first) made.push_back(invent(schema, depth + 1));
        const auto least = static_cast<std::size_t>(std::clamp(number(object, "minItems", std::min(1.0, number(object, "maxItems", 1))), 0.0, 100.0));
        const auto most = static_cast<std::size_t>(std::clamp(number(object, "maxItems", static_cast<double>(least) + 2), static_cast<double>(least), 100.0));
        const auto count = least + pick(most - least + 1);
        const auto* items = object.if_contains("items");
        const bool unique = object.contains("uniqueItems");
        for (int tries = 0; made.size() < count && tries < 200 && left_ > 0; ++tries) {
            auto item = items ? invent(*items, depth + 1) : json::value("simulated");
            if (unique && std::find(made.begin(), made.end(), item) != made.end()) continue;
            made.push_back(std::move(item));
        }
        return made;
    }

    double inventNumber(const json::object& object, bool whole) {
        double least = number(object, "minimum", std::nan(""));
        double most = number(object, "maximum", std::nan(""));
        const double step = whole ? 1 : 0.01;
        if (const double above = number(object, "exclusiveMinimum", std::nan("")); !std::isnan(above)) least = above + step;
        if (const double below = number(object, "exclusiveMaximum", std::nan("")); !std::isnan(below)) most = below - step;
        if (std::isnan(least)) least = std::isnan(most) ? 0 : std::min(0.0, most - 100);
        if (std::isnan(most)) most = least + 100;
        least = std::clamp(least, -kLargest, kLargest);
        most = std::clamp(most, -kLargest, kLargest);
        double multiple = number(object, "multipleOf", step);
        if (!(multiple > 1e-6) || (whole && multiple != std::round(multiple))) multiple = step;
        const double first = std::ceil(least / multiple - 1e-9);
        const double last = std::floor(most / multiple + 1e-9);
        if (last < first) return whole ? std::ceil(least) : least; // nothing fits
        const double share = static_cast<double>(random_() % 1001) / 1000.0;
        const double made = std::min(last, first + std::floor((last - first + 1) * share)) * multiple;
        return whole ? made : std::round(made * 1e6) / 1e6;
    }

    std::string inventText(const json::object& object) {
        const auto* format = object.if_contains("format");
        const std::string_view name = format && format->is_string() ? std::string_view(format->get_string()) : std::string_view();
        if (name == "date") return "2026-11-0" + std::to_string(1 + pick(9));
        if (name == "time") return "09:3" + std::to_string(pick(10)) + ":00Z";
        if (name == "date-time") return "2026-11-0" + std::to_string(1 + pick(9)) + "T10:00:00Z";
        if (name == "email") return "someone" + std::to_string(pick(100)) + "@example.com";
        if (name == "uri" || name == "url") return "https://example.com/" + std::to_string(pick(1000));
        if (name == "uuid") return "00000000-0000-4000-8000-0000000000" + std::to_string(10 + pick(90));
        if (name == "ipv4") return "192.0.2." + std::to_string(1 + pick(250));
        if (name == "hostname") return "host" + std::to_string(pick(100)) + ".example.com";
        static constexpr std::array<std::string_view, 8> kWords = {"simulated", "signal", "junction", "platform", "northbound", "depot", "crossing", "local train"};
        std::string text(kWords[pick(kWords.size())]);
        const auto least = static_cast<std::size_t>(std::clamp(number(object, "minLength", 0), 0.0, 10'000.0));
        while (text.size() < least) text.append(" ").append(kWords[pick(kWords.size())]);
        const auto most = static_cast<std::size_t>(std::clamp(number(object, "maxLength", 1e6), 0.0, 1e6));
        return text.substr(0, most);
    }

    const json::value& root_;
    std::mt19937_64& random_;
    int left_ = kMaxValues;
};

/// As a model writes it: 0.73, where Boost.JSON's serializer says 7.3E-1.
void appendText(std::string& out, const json::value& value) {
    if (value.is_double()) {
        char digits[64];
        const double number = value.get_double();
        const bool usual = number == 0 || (std::abs(number) >= 1e-6 && std::abs(number) < kLargest);
        const auto format = usual ? std::chars_format::fixed : std::chars_format::scientific;
        out.append(digits, std::to_chars(digits, digits + sizeof digits, number, format).ptr);
    } else if (value.is_array()) {
        out += '[';
        for (const auto& element : value.get_array()) {
            if (out.back() != '[') out += ',';
            appendText(out, element);
        }
        out += ']';
    } else if (value.is_object()) {
        out += '{';
        for (const auto& member : value.get_object()) {
            if (out.back() != '{') out += ',';
            out += json::serialize(json::string(member.key())) + ':';
            appendText(out, member.value());
        }
        out += '}';
    } else {
        out += json::serialize(value);
    }
}

} // namespace

std::string instanceText(const json::value& schema, std::mt19937_64& random) {
    std::string text;
    appendText(text, instanceOfSchema(schema, random));
    return text;
}

json::value instanceOfSchema(const json::value& schema, std::mt19937_64& random) { return Inventor(schema, random).invent(schema, 0); }

} // namespace signalbox::providers
