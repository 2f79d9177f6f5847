#include "core/policy/condition.h"

#include <boost/json.hpp>

#include <array>
#include <charconv>
#include <optional>

namespace signalbox::policy {

namespace json = boost::json;
using model::Condition;
using model::ConditionOperator;

namespace {

/// What a field is called, and its unit.
struct FieldWords {
    std::string_view field;
    std::string_view words;
    enum class Unit : unsigned char { None, Usd, Milliseconds } unit = Unit::None;
    std::string_view whenTrue{};  ///< of a flag: the whole sentence
    std::string_view whenFalse{};
};

constexpr std::array<FieldWords, 14> kFields = {{
    {"cost_usd", "the cost", FieldWords::Unit::Usd},
    {"input_tokens", "the number of input tokens"},
    {"output_tokens", "the number of output tokens"},
    {"first_token_ms", "the time to the first token", FieldWords::Unit::Milliseconds},
    {"end_to_end_ms", "the time from end to end", FieldWords::Unit::Milliseconds},
    {"attempts", "the number of attempts"},
    {"provider", "the provider"},
    {"model", "the model"},
    {"workflow", "the workflow"},
    {"key", "the application key"},
    {"stream", "whether the answer is streamed", FieldWords::Unit::None, "the answer is streamed", "the answer is not streamed"},
    {"finish_reason", "the finish reason"},
    {"repaired", "whether the output was repaired", FieldWords::Unit::None, "the output was repaired", "the output was not repaired"},
    {"simulated", "whether the answer is simulated", FieldWords::Unit::None, "the answer is simulated", "the answer is not simulated"},
}};

const FieldWords* wordsOf(std::string_view field) {
    for (const auto& words : kFields)
        if (words.field == field) return &words;
    return nullptr;
}

/// A number as a person writes it: 0.7, 1500.
std::string plainNumber(const json::value& value) {
    if (value.is_int64()) return std::to_string(value.get_int64());
    if (value.is_uint64()) return std::to_string(value.get_uint64());
    std::array<char, 64> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value.get_double(), std::chars_format::fixed);
    if (written.ec != std::errc{}) return json::serialize(value);
    return {text.data(), written.ptr};
}

std::string valueText(const json::value& value, FieldWords::Unit unit) {
    if (!value.is_number()) return json::serialize(value);
    auto text = plainNumber(value);
    switch (unit) {
    case FieldWords::Unit::None: break;
    case FieldWords::Unit::Milliseconds: text += " ms"; break;
    case FieldWords::Unit::Usd: {
        // Dollars have two decimals at least.
        const auto point = text.find('.');
        if (point == std::string::npos) text += ".00";
        else if (text.size() - point == 2) text += '0';
        text.insert(text.starts_with('-') ? 1 : 0, "$");
        break;
    }
    }
    return text;
}

std::string listText(const json::value& list, FieldWords::Unit unit) {
    if (!list.is_array() || list.get_array().empty()) return "nothing";
    std::string text;
    const auto& values = list.get_array();
    for (std::size_t i = 0; i < values.size(); ++i) text += (i == 0 ? "" : i + 1 == values.size() ? " or " : ", ") + valueText(values[i], unit);
    return text;
}

std::string comparison(const Condition& condition, bool negated) {
    const auto* words = wordsOf(condition.field);
    const std::string subject(words ? words->words : std::string_view(condition.field));
    const auto unit = words ? words->unit : FieldWords::Unit::None;
    const bool yes = !negated;
    if (words && !words->whenTrue.empty() && condition.value.is_bool() && (condition.op == ConditionOperator::Equal || condition.op == ConditionOperator::NotEqual)) {
        const bool wanted = (condition.value.get_bool() == (condition.op == ConditionOperator::Equal)) == yes;
        return std::string(wanted ? words->whenTrue : words->whenFalse);
    }
    const auto value = [&] { return valueText(condition.value, unit); };
    const std::string is = yes ? " is " : " is not ";
    switch (condition.op) {
    case ConditionOperator::Equal: return subject + is + value();
    case ConditionOperator::NotEqual: return subject + (yes ? " is not " : " is ") + value();
    case ConditionOperator::Below: return subject + is + "below " + value();
    case ConditionOperator::AtMost: return subject + is + "at most " + value();
    case ConditionOperator::Above: return subject + is + "above " + value();
    case ConditionOperator::AtLeast: return subject + is + "at least " + value();
    case ConditionOperator::OneOf: return subject + is + (condition.value.is_array() && condition.value.get_array().size() == 1 ? "" : "one of ") + listText(condition.value, unit);
    case ConditionOperator::Contains: return subject + (yes ? " contains " : " does not contain ") + value();
    case ConditionOperator::Matches: return subject + (yes ? " matches the pattern " : " does not match the pattern ") + value();
    case ConditionOperator::Exists: return subject + (yes == (!condition.value.is_bool() || condition.value.get_bool()) ? " is there" : " is missing");
    }
    return subject;
}

std::string say(const Condition& condition, bool nested) {
    switch (condition.kind) {
    case Condition::Kind::Compare: return comparison(condition, false);
    case Condition::Kind::Not: {
        if (condition.parts.empty()) return "never";
        const auto& inner = condition.parts.front();
        if (inner.kind == Condition::Kind::Compare) return comparison(inner, true);
        if (inner.kind == Condition::Kind::Not && !inner.parts.empty()) return say(inner.parts.front(), nested);
        return "it is not so that (" + say(inner, false) + ')';
    }
    case Condition::Kind::All:
    case Condition::Kind::Any: break;
    }
    const bool all = condition.kind == Condition::Kind::All;
    if (condition.parts.empty()) return all ? "always" : "never";
    if (condition.parts.size() == 1) return say(condition.parts.front(), nested);
    std::string text;
    for (const auto& part : condition.parts) text += (text.empty() ? "" : all ? ", and " : ", or ") + say(part, true);
    return nested ? '(' + text + ')' : text;
}

} // namespace

std::string sentenceOf(const Condition& condition) { return say(condition, false); }

} // namespace signalbox::policy
