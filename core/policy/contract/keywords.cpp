// What each keyword of a schema becomes in a node.
#include "core/policy/contract/compiler.h"
#include "core/policy/contract/equality.h"
#include "core/policy/contract/numbers.h"
#include "core/policy/contract/pattern.h"
#include "core/policy/contract/type_names.h"

#include <algorithm>
#include <set>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

std::string code(std::string_view name) { return "`" + std::string(name) + "`"; }

constexpr std::size_t kLongChoice = 8;
constexpr std::size_t kMostViolations = 100;

/// A copy that does not live in the schema's memory resource.
json::value owned(const json::value& value) { return json::value(value, json::storage_ptr()); }

} // namespace

bool Compiler::count(const Source& source, std::string_view name, std::size_t& value) {
    const auto* found = member(source, name);
    if (!found) return false;
    if (found->is_number() && isIntegral(*found) && compareNumbers(*found, json::value(0)) >= 0) {
        if (const auto* whole = found->if_int64()) value = static_cast<std::size_t>(*whole);
        else value = found->is_uint64() || found->get_double() >= 0x1p53 ? kNoLimit : static_cast<std::size_t>(found->get_double());
        return true;
    }
    violation(pointerTo(source, name), code(name) + " is a whole number, zero or more.");
    return false;
}

bool Compiler::number(const Source& source, std::string_view name, std::optional<json::value>& value) {
    const auto* found = member(source, name);
    if (!found) return false;
    if (found->is_number()) {
        value.emplace(owned(*found));
        return true;
    }
    violation(pointerTo(source, name), code(name) + (found->is_bool() ? " is a number; true and false belong to draft 4." : " is a number."));
    return false;
}

bool Compiler::names(const json::value& value, const std::string& pointer, std::vector<std::string>& list) {
    const auto* array = value.if_array();
    const bool right = array && std::ranges::all_of(*array, [](const json::value& name) { return name.is_string(); });
    if (!right) {
        violation(pointer, value.is_bool() ? "This is a list of the members' names on the object that has them; true and false on a member belong to draft 3."
                                           : "This is a list of members' names, as texts.");
        return false;
    }
    std::set<std::string_view> seen;
    for (const auto& name : *array)
        if (const std::string_view text = name.get_string(); seen.insert(text).second) list.emplace_back(text);
    return true;
}

const json::object* Compiler::objectMember(const Source& source, std::string_view name, std::string_view holds) {
    const auto* found = member(source, name);
    if (!found) return nullptr;
    if (const auto* object = found->if_object()) return object;
    violation(pointerTo(source, name), code(name) + " is an object of " + std::string(holds) + ".");
    return nullptr;
}

std::optional<Pattern> Compiler::pattern(std::string_view text, const std::string& pointer) {
    if (const auto known = patterns_.find(text); known != patterns_.end()) return known->second;
    const auto& limits = options_.limits;
    if (violations_.size() >= kMostViolations) return std::nullopt;
    std::string problem;
    if (text.size() > limits.patternLength) problem = "The pattern is longer than " + std::to_string(limits.patternLength) + " bytes; say it shorter.";
    else if (patterns_.size() >= limits.patterns) problem = "The schema has more than " + std::to_string(limits.patterns) + " different patterns; use fewer.";
    else if (const auto compiled = compilePattern(text, limits.patternMemory)) return patterns_.emplace(text, Pattern{*compiled, std::string(text)}).first->second;
    else problem = "The pattern “" + std::string(text) + "” cannot be used. " + compiled.error();
    violation(pointer, std::move(problem));
    return std::nullopt;
}

void Compiler::readTypes(const Source& source, Node& node) {
    const auto* found = member(source, "type");
    if (!found) return;
    TypeBits types = 0;
    const auto add = [&](const json::value& name) {
        const auto bits = name.is_string() ? typeNamed(std::string_view(name.get_string())) : TypeBits{0};
        types |= bits;
        return bits != 0;
    };
    const auto* list = found->if_array();
    if (list ? !list->empty() && std::ranges::all_of(*list, add) : add(*found)) node.types = types;
    else violation(pointerTo(source, "type"), "`type` is one of “null”, “boolean”, “integer”, “number”, “string”, “array” and “object”, or a list of them.");
}

void Compiler::readChoice(const Source& source, Node& node) {
    ChoiceRules rules;
    const auto* constant = member(source, "const");
    const auto* list = member(source, "enum");
    if (!constant && !list) return;
    if (list && !list->is_array()) {
        violation(pointerTo(source, "enum"), "`enum` is a list of the values that are allowed.");
        return;
    }
    Budget budget{kNoLimit};
    if (list) for (const auto& value : list->get_array()) rules.values.push_back(owned(value));
    if (constant) {
        rules.isConst = true;
        // With both, a value has to be in the list and be the constant.
        const bool possible = !list || std::ranges::any_of(rules.values, [&](const json::value& value) { return sameValue(value, *constant, budget); });
        rules.values.clear();
        rules.values.push_back(owned(*constant));
        node.never = !possible;
    }
    if (rules.values.size() > kLongChoice) {
        for (std::uint32_t i = 0; i < rules.values.size(); ++i) rules.byHash.emplace_back(hashValue(rules.values[i], budget), i);
        std::ranges::sort(rules.byHash);
    }
    node.choice = std::make_unique<const ChoiceRules>(std::move(rules));
}

void Compiler::readNumbers(const Source& source, Node& node) {
    NumberRules rules;
    bool any = number(source, "minimum", rules.minimum);
    any |= number(source, "maximum", rules.maximum);
    any |= number(source, "exclusiveMinimum", rules.exclusiveMinimum);
    any |= number(source, "exclusiveMaximum", rules.exclusiveMaximum);
    any |= number(source, "multipleOf", rules.multipleOf);
    if (rules.multipleOf && !(compareNumbers(*rules.multipleOf, json::value(0)) > 0))
        violation(pointerTo(source, "multipleOf"), "`multipleOf` is a number above zero.");
    if (any) node.number = std::make_unique<const NumberRules>(std::move(rules));
}

void Compiler::readStrings(const Source& source, Node& node) {
    StringRules rules;
    bool any = false;
    if (source.dialect.validation) {
        any |= count(source, "minLength", rules.minLength);
        any |= count(source, "maxLength", rules.maxLength);
        if (const auto* text = member(source, "pattern"); text && text->is_string()) {
            rules.pattern = pattern(std::string_view(text->get_string()), pointerTo(source, "pattern"));
            any = true;
        } else if (text) violation(pointerTo(source, "pattern"), "`pattern` is a regular expression, as text.");
    }
    if (const auto* name = member(source, "format"); name && !name->is_string())
        violation(pointerTo(source, "format"), "`format` is the name of a format, as text.");
    else if (name && (options_.formats == Formats::Assert || source.dialect.assertsFormats)) {
        rules.format = formatNamed(std::string_view(name->get_string()));
        any |= rules.format.has_value();
    }
    if (any) node.string = std::make_unique<const StringRules>(std::move(rules));
}

void Compiler::readArrays(const Source& source, Node& node) {
    ArrayRules rules;
    bool any = false;
    const bool draft7 = source.dialect.isDraft7();
    if (source.dialect.validation) {
        any |= count(source, "minItems", rules.minItems);
        any |= count(source, "maxItems", rules.maxItems);
        if (const auto* unique = member(source, "uniqueItems"); unique && unique->is_bool()) any |= rules.uniqueItems = unique->get_bool();
        else if (unique) violation(pointerTo(source, "uniqueItems"), "`uniqueItems` is true or false.");
    }
    if (source.dialect.applicators) {
        const auto* items = member(source, "items");
        if (draft7 && items && items->is_array()) {
            for (const auto& schema : items->get_array()) rules.prefix.push_back(nodeFor(schema));
            rules.rest = subschema(source, "additionalItems");
        } else {
            rules.rest = subschema(source, "items");
            if (!draft7) rules.prefix = subschemas(source, "prefixItems");
        }
        rules.contains = subschema(source, "contains");
        rules.containsCountsAsEvaluated = !draft7;
        if (!draft7 && source.dialect.validation) {
            count(source, "minContains", rules.minContains);
            count(source, "maxContains", rules.maxContains);
        }
        any |= rules.rest != kNoNode || !rules.prefix.empty() || rules.contains != kNoNode;
    }
    if (any) node.array = std::make_unique<const ArrayRules>(std::move(rules));
}

} // namespace signalbox::policy
