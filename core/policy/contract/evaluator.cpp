#include "core/policy/contract/evaluator.h"

#include "core/policy/contract/numbers.h"
#include "core/policy/contract/pattern.h"
#include "core/policy/contract/sentences.h"
#include "core/policy/contract/type_names.h"

#include <boost/json/string.hpp>

#include <algorithm>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

/// Evaluations within each other: bounds the stack. Schemas of practice take two or three for each level of the instance.
constexpr std::size_t kMostNesting = 1000;

/// Steps that a format takes, in proportion to its time.
std::size_t costOf(Format format, std::size_t size) {
    switch (format) {
    case Format::Regex: return 1000 + size;
    case Format::Hostname:
    case Format::IdnHostname:
    case Format::Email:
    case Format::IdnEmail: return 50;
    case Format::DateTime:
    case Format::Date:
    case Format::Time:
    case Format::Duration:
    case Format::Ipv4:
    case Format::Ipv6:
    case Format::Uri:
    case Format::UriReference:
    case Format::Iri:
    case Format::IriReference:
    case Format::Uuid:
    case Format::UriTemplate:
    case Format::JsonPointer:
    case Format::RelativeJsonPointer: break;
    }
    return 1;
}

std::size_t codePoints(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
}

} // namespace

bool Evaluator::spend(std::size_t steps) {
    if (budget_.take(steps)) return true;
    if (stopped_.empty())
        stopped_ = "The check was given up after its greatest number of steps; the schema has too many combinations for this value, so simplify it "
                   "or send a smaller value.";
    return false;
}

bool Evaluator::fits(NodeIndex index, const json::value& value, const Location& at, Evaluated* evaluated) {
    Report* const report = std::exchange(report_, nullptr);
    const bool result = evaluate(index, value, at, evaluated);
    report_ = report;
    return result;
}

bool Evaluator::evaluate(NodeIndex index, const json::value& value, const Location& at, Evaluated* evaluated) {
    const Node& node = program_.nodes[index];
    if (!spend(1) || !stopped_.empty()) return false;
    if (node.trivial) return true;
    if (nesting_ >= kMostNesting) {
        stopped_ = "The check was given up because schemas apply within each other too deeply here; a reference may lead back to itself.";
        return false;
    }
    ++nesting_;
    const bool result = program_.hasDynamicReferences ? evaluateScoped(node, value, at, evaluated) : checkNode(node, value, at, evaluated);
    --nesting_;
    return result;
}

bool Evaluator::evaluateScoped(const Node& node, const json::value& value, const Location& at, Evaluated* evaluated) {
    const Scope* const outer = scope_;
    const Scope inner{outer, node.resource};
    if (!outer || outer->resource != node.resource) scope_ = &inner;
    const bool result = checkNode(node, value, at, evaluated);
    scope_ = outer;
    return result;
}

bool Evaluator::checkNode(const Node& node, const json::value& value, const Location& at, Evaluated* evaluated) {
    if (node.never) return violated(at, FindingKind::Other, [&] { return at.parent ? sentences::notAllowedHere() : sentences::nothingAllowed(); });
    if (!(node.types & typeOf(value))) return violated(at, FindingKind::Type, [&] { return sentences::wrongType(value, node.types); });
    bool right = true;
    if (node.choice && !checkChoice(*node.choice, value, at)) {
        right = false;
        if (!goesOn()) return false;
    }
    Evaluated own;
    Evaluated* const tracked = evaluated || node.unevaluatedItems != kNoNode || node.unevaluatedProperties != kNoNode ? &own : nullptr;
    switch (value.kind()) {
    case json::kind::string:
        if (node.string) right &= checkString(*node.string, value.get_string(), at);
        break;
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_:
        if (node.number) right &= checkNumber(*node.number, value, at);
        break;
    case json::kind::array:
        if (node.array) right &= checkArray(*node.array, value.get_array(), at, tracked);
        break;
    case json::kind::object:
        if (node.object) right &= checkObject(*node.object, value.get_object(), at, tracked);
        break;
    case json::kind::null:
    case json::kind::bool_: break;
    }
    if (!right && !goesOn()) return false;
    if (node.inPlace && !checkInPlace(*node.inPlace, value, at, tracked)) return false; // what is unevaluated is not known now
    if (tracked && value.is_array()) right &= checkUnevaluatedItems(node, value.get_array(), at, own);
    else if (tracked && value.is_object()) right &= checkUnevaluatedProperties(node, value.get_object(), at, own);
    if (right && evaluated) evaluated->merge(own);
    return right;
}

bool Evaluator::checkChoice(const ChoiceRules& rules, const json::value& value, const Location& at) {
    const auto equals = [&](const json::value& allowed) { return sameValue(allowed, value, budget_); };
    bool found = false;
    if (rules.byHash.empty()) found = std::ranges::any_of(rules.values, equals);
    else {
        const auto hash = hashValue(value, budget_);
        auto entry = std::ranges::lower_bound(rules.byHash, hash, {}, [](const auto& pair) { return pair.first; });
        for (; entry != rules.byHash.end() && entry->first == hash; ++entry)
            if (equals(rules.values[entry->second])) {
                found = true;
                break;
            }
    }
    if (!spend(1)) return false;
    return found || violated(at, FindingKind::Choice, [&] { return sentences::wrongChoice(value, rules); });
}

bool Evaluator::checkNumber(const NumberRules& rules, const json::value& value, const Location& at) {
    using sentences::outsideBound;
    bool right = true;
    const auto bound = [&](const std::optional<json::value>& limit, std::string_view words, auto holds) {
        if (limit && !holds(compareNumbers(value, *limit))) right = violated(at, FindingKind::Other, [&] { return outsideBound(value, words, *limit); });
    };
    bound(rules.minimum, "at least", [](auto order) { return order >= 0; });
    bound(rules.maximum, "at most", [](auto order) { return order <= 0; });
    bound(rules.exclusiveMinimum, "more than", [](auto order) { return order > 0; });
    bound(rules.exclusiveMaximum, "less than", [](auto order) { return order < 0; });
    if (rules.multipleOf && !isMultipleOf(value, *rules.multipleOf))
        right = violated(at, FindingKind::Other, [&] { return outsideBound(value, "a multiple of", *rules.multipleOf); });
    return right;
}

bool Evaluator::checkString(const StringRules& rules, std::string_view text, const Location& at) {
    if (!spend(text.size() / 16)) return false;
    bool right = true;
    if (rules.minLength > 0 || text.size() > rules.maxLength) {
        const auto length = codePoints(text);
        if (length < rules.minLength)
            right = violated(at, FindingKind::Other, [&] { return sentences::wrongCount("This text has", length, "character", "at least", rules.minLength); });
        if (length > rules.maxLength)
            right = violated(at, FindingKind::Other, [&] { return sentences::wrongCount("This text has", length, "character", "at most", rules.maxLength); });
    }
    if (!right && !goesOn()) return false;
    if (rules.pattern && !patternFinds(*rules.pattern->program, text))
        right = violated(at, FindingKind::Other, [&] { return sentences::patternMissed(text, rules.pattern->source); });
    if (!right && !goesOn()) return false;
    if (rules.format && !spend(costOf(*rules.format, text.size()))) return false;
    if (rules.format && !hasFormat(*rules.format, text)) right = violated(at, FindingKind::Other, [&] { return sentences::wrongFormat(text, *rules.format); });
    return right;
}

} // namespace signalbox::policy
