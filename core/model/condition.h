#pragma once

#include "core/model/error.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::model {

class Violations;

/// What a comparison asks of a field.
enum class ConditionOperator : unsigned char { Equal, NotEqual, Below, AtMost, Above, AtLeast, OneOf, Contains, Matches, Exists };
std::string_view nameOf(ConditionOperator op); ///< `eq`, `ne`, `lt`, `le`, `gt`, `ge`, `in`, `contains`, `matches`, `exists`

/// A condition as data: `{all: [...]}`, `{any: [...]}`, `{not: {...}}` or `{field, op, value}`. So it can be edited as rows, said
/// in a sentence, tried on history, and evaluated without a language (`core/policy/condition.h`).
struct Condition {
    enum class Kind : unsigned char { All, Any, Not, Compare } kind = Kind::All;
    std::vector<Condition> parts; ///< All, Any: any number (all of nothing holds); Not: one

    std::string field;            ///< Compare: `output.confidence`, `input.country`, `cost_usd`, ...
    ConditionOperator op = ConditionOperator::Equal;
    boost::json::value value;     ///< Exists: true or false
};

/// The fields that a condition may name besides those below `input` and `output`; for hints and editors.
const std::vector<std::string>& conditionFields();

/// Adds what is wrong to `violations`, under `pointer`; what it gives is meaningful only if nothing was added.
Condition readCondition(const boost::json::value& json, const std::string& pointer, Violations& violations);
boost::json::value toJson(const Condition& condition);

} // namespace signalbox::model
