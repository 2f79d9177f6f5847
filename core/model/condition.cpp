#include "core/model/condition.h"

#include "core/model/spec_reader.h"

#include <algorithm>
#include <array>

namespace signalbox::model {

namespace {

constexpr int kDepth = 16;

constexpr std::array<std::pair<ConditionOperator, std::string_view>, 10> kOperators = {{
    {ConditionOperator::Equal, "eq"},
    {ConditionOperator::NotEqual, "ne"},
    {ConditionOperator::Below, "lt"},
    {ConditionOperator::AtMost, "le"},
    {ConditionOperator::Above, "gt"},
    {ConditionOperator::AtLeast, "ge"},
    {ConditionOperator::OneOf, "in"},
    {ConditionOperator::Contains, "contains"},
    {ConditionOperator::Matches, "matches"},
    {ConditionOperator::Exists, "exists"},
}};

bool isOrder(ConditionOperator op) {
    return op == ConditionOperator::Below || op == ConditionOperator::AtMost || op == ConditionOperator::Above || op == ConditionOperator::AtLeast;
}

void readComparison(SpecReader& reader, Condition& condition) {
    reader.require("field");
    reader.require("op");
    if (reader.text("field", condition.field)) {
        const auto& known = conditionFields();
        const auto& field = condition.field;
        const bool inside = field == "input" || field == "output" || field.starts_with("input.") || field.starts_with("output.");
        if (!inside && std::find(known.begin(), known.end(), field) == known.end()) {
            const auto nearest = nearestName(field, known);
            reader.violation("field", "'" + field + "' is not a field; known are input.NAME, output.NAME, " + quotedList(known) + (nearest.empty() ? std::string() : ". Did you mean '" + nearest + "'?"));
        }
    }
    std::string op;
    if (reader.text("op", op)) {
        const auto found = std::find_if(kOperators.begin(), kOperators.end(), [&](const auto& one) { return one.second == op; });
        if (found == kOperators.end()) {
            std::vector<std::string> names;
            for (const auto& one : kOperators) names.emplace_back(one.second);
            reader.violation("op", "'" + op + "' is not an operator; known are " + quotedList(names));
            reader.value("value");
            return;
        }
        condition.op = found->first;
    }
    const auto* value = reader.value("value");
    if (condition.op == ConditionOperator::Exists) {
        condition.value = true;
        if (value && !value->is_bool()) reader.violation("value", "of 'exists' is true or false");
        else if (value) condition.value = *value;
        return;
    }
    if (!value) return reader.violation("value", "is missing");
    condition.value = *value;
    if (isOrder(condition.op) && !value->is_number()) reader.violation("value", "should be a number, to be compared with '" + op + "'");
    if (condition.op == ConditionOperator::OneOf && !value->is_array()) reader.violation("value", "of 'in' should be a list");
    if ((condition.op == ConditionOperator::Matches) && !value->is_string()) reader.violation("value", "of 'matches' should be a pattern (RE2)");
}

Condition read(const boost::json::value& json, const std::string& pointer, Violations& violations, int depth) {
    Condition condition;
    if (depth > kDepth) {
        violations.add(pointer, "is nested deeper than " + std::to_string(kDepth));
        return condition;
    }
    if (!json.is_object()) {
        violations.add(pointer, "should be a condition: {all: [...]}, {any: [...]}, {not: {...}} or {field, op, value}");
        return condition;
    }
    const auto& object = json.get_object();
    SpecReader reader(object, pointer, violations);
    const auto parts = [&](std::string_view name, Condition::Kind kind) {
        condition.kind = kind;
        if (const auto* list = reader.array(name))
            for (std::size_t i = 0; i < list->size(); ++i) condition.parts.push_back(read((*list)[i], reader.pointerTo(name) + '/' + std::to_string(i), violations, depth + 1));
    };
    if (object.contains("all")) {
        parts("all", Condition::Kind::All);
    } else if (object.contains("any")) {
        parts("any", Condition::Kind::Any);
    } else if (const auto* inner = object.if_contains("not")) {
        condition.kind = Condition::Kind::Not;
        reader.value("not");
        condition.parts.push_back(read(*inner, reader.pointerTo("not"), violations, depth + 1));
    } else {
        condition.kind = Condition::Kind::Compare;
        readComparison(reader, condition);
    }
    reader.refuseUnknown();
    return condition;
}

} // namespace

std::string_view nameOf(ConditionOperator op) {
    for (const auto& [value, name] : kOperators)
        if (value == op) return name;
    return {};
}

const std::vector<std::string>& conditionFields() {
    static const std::vector<std::string> fields = {"cost_usd",  "input_tokens", "output_tokens", "first_token_ms", "end_to_end_ms", "attempts", "provider", "model",
                                                    "workflow",  "key",          "stream",        "finish_reason",  "repaired",      "simulated"};
    return fields;
}

Condition readCondition(const boost::json::value& json, const std::string& pointer, Violations& violations) { return read(json, pointer, violations, 0); }

boost::json::value toJson(const Condition& condition) {
    boost::json::array parts;
    for (const auto& part : condition.parts) parts.push_back(toJson(part));
    switch (condition.kind) {
    case Condition::Kind::All: return boost::json::object{{"all", std::move(parts)}};
    case Condition::Kind::Any: return boost::json::object{{"any", std::move(parts)}};
    case Condition::Kind::Not: return boost::json::object{{"not", parts.empty() ? boost::json::value(nullptr) : std::move(parts.front())}};
    case Condition::Kind::Compare: return boost::json::object{{"field", condition.field}, {"op", nameOf(condition.op)}, {"value", condition.value}};
    }
    return nullptr;
}

} // namespace signalbox::model
