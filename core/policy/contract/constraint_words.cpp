#include "core/policy/contract/constraint_words.h"

#include "core/policy/contract/numbers.h"
#include "core/policy/contract/sentences.h"
#include "core/policy/contract/uri.h"

#include <boost/json/array.hpp>
#include <boost/json/string.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

struct TypeWords {
    std::string_view type;
    std::string_view words;
};
constexpr std::array kTypeWords{
    TypeWords{"string", "text"}, TypeWords{"number", "number"}, TypeWords{"integer", "whole number"}, TypeWords{"boolean", "yes or no"},
    TypeWords{"object", "object"}, TypeWords{"array", "list"}, TypeWords{"null", "null"},
};

std::string wordsForType(std::string_view type) {
    const auto found = std::ranges::find(kTypeWords, type, &TypeWords::type);
    return std::string(found == kTypeWords.end() ? type : found->words);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const auto& part : parts) text.append(text.empty() ? "" : between).append(part);
    return text;
}

const json::value* numberMember(const json::object& schema, std::string_view name) {
    const auto* value = schema.if_contains(name);
    return value && value->is_number() ? value : nullptr;
}

std::string textMember(const json::object& schema, std::string_view name) {
    const auto* value = schema.if_contains(name);
    return value && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string{};
}

/// "1 to 3 elements", "at least 1 character".
void addRange(const json::object& schema, std::string_view least, std::string_view most, const std::string& noun, std::vector<std::string>& parts) {
    const auto* low = numberMember(schema, least);
    const auto* high = numberMember(schema, most);
    const auto counted = [&](const json::value& count) {
        const auto number = numberText(count);
        return number + " " + noun + (number == "1" ? "" : "s");
    };
    if (low && high) parts.push_back(compareNumbers(*low, *high) == 0 ? "exactly " + counted(*low) : numberText(*low) + " to " + counted(*high));
    else if (low) parts.push_back("at least " + counted(*low));
    else if (high) parts.push_back("at most " + counted(*high));
}

void addBound(const json::object& schema, std::string_view name, std::string_view words, std::vector<std::string>& parts) {
    if (const auto* bound = numberMember(schema, name)) parts.push_back(std::string(words) + " " + numberText(*bound));
}

void addChoices(const json::object& schema, std::vector<std::string>& parts) {
    constexpr std::size_t kMostShown = 20;
    if (const auto* constant = schema.if_contains("const")) parts.push_back("always " + sentences::shown(*constant));
    const auto* list = schema.if_contains("enum");
    if (!list || !list->is_array()) return;
    std::vector<std::string> values;
    for (const auto& value : list->get_array()) {
        if (values.size() == kMostShown) {
            values.push_back("…");
            break;
        }
        values.push_back(sentences::shown(value));
    }
    parts.push_back("one of " + joined(values, ", "));
}

bool isFlag(const json::object& schema, std::string_view name, bool wanted) {
    const auto* value = schema.if_contains(name);
    return value && value->is_bool() && value->get_bool() == wanted;
}

} // namespace

std::string wordsForSchema(const json::object& schema, const std::function<const json::object*(std::string_view)>& follow) {
    const auto* type = schema.if_contains("type");
    std::vector<std::string> words;
    if (type && type->is_string()) words.push_back(wordsForType(std::string_view(type->get_string())));
    else if (type && type->is_array()) {
        for (const auto& name : type->get_array())
            if (name.is_string()) words.push_back(wordsForType(std::string_view(name.get_string())));
    } else if (schema.contains("properties")) words.push_back("object");
    const auto* items = schema.if_contains("items");
    const auto* element = items ? items->if_object() : nullptr;
    if (element)
        if (const auto reference = textMember(*element, "$ref"); reference.starts_with('#')) element = follow(percentDecoded(reference.substr(1)));
    if (element && words == std::vector<std::string>{"list"}) {
        const auto inner = textMember(*element, "type");
        if (!inner.empty()) words.front() += " of " + wordsForType(inner);
    }
    return joined(words, " or ");
}

std::string constraintsOf(const json::object& schema) {
    std::vector<std::string> parts;
    addChoices(schema, parts);
    addRange(schema, "minLength", "maxLength", "character", parts);
    if (const auto format = textMember(schema, "format"); !format.empty()) parts.push_back("format " + format);
    if (const auto pattern = textMember(schema, "pattern"); !pattern.empty()) parts.push_back("matches " + pattern);
    addBound(schema, "minimum", "at least", parts);
    addBound(schema, "exclusiveMinimum", "more than", parts);
    addBound(schema, "maximum", "at most", parts);
    addBound(schema, "exclusiveMaximum", "less than", parts);
    addBound(schema, "multipleOf", "a multiple of", parts);
    addRange(schema, "minItems", "maxItems", "element", parts);
    if (isFlag(schema, "uniqueItems", true)) parts.push_back("no two alike");
    addRange(schema, "minProperties", "maxProperties", "member", parts);
    if (isFlag(schema, "additionalProperties", false) || isFlag(schema, "unevaluatedProperties", false)) parts.push_back("no other members");
    if (const auto* value = schema.if_contains("default")) parts.push_back("default " + sentences::shown(*value));
    if (parts.empty()) return {};
    std::string sentence = joined(parts, "; ") + ".";
    if (sentence.front() >= 'a' && sentence.front() <= 'z') sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
    return sentence;
}

} // namespace signalbox::policy
