#include "core/policy/condition.h"

#include "core/policy/contract/equality.h"
#include "core/policy/contract/numbers.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace signalbox::policy {

namespace json = boost::json;
using model::Condition;
using model::ConditionOperator;

/// A condition with everything looked up that does not depend on the facts.
struct CompiledCondition::Node {
    Condition::Kind kind = Condition::Kind::All;
    std::vector<Node> parts;
    enum class Place : unsigned char { Fields, Input, Output } place = Place::Fields;
    std::vector<std::string> path; ///< below the place; Fields: the one name
    ConditionOperator op = ConditionOperator::Equal;
    json::value value;
    std::shared_ptr<const re2::RE2> pattern;
};

namespace {

using Node = CompiledCondition::Node;

constexpr std::int64_t kPatternMemory = 1 << 20;
constexpr std::size_t kMostSteps = 10'000; ///< of one comparison of lists and objects

void splitField(const std::string& field, Node& node) {
    std::size_t begin = 0;
    if (field == "input" || field.starts_with("input.")) node.place = Node::Place::Input;
    else if (field == "output" || field.starts_with("output.")) node.place = Node::Place::Output;
    else return node.path.push_back(field);
    begin = field.find('.');
    while (begin != std::string::npos) {
        const auto end = field.find('.', begin + 1);
        node.path.push_back(field.substr(begin + 1, end == std::string::npos ? end : end - begin - 1));
        begin = end;
    }
}

model::Result<Node> compileNode(const Condition& condition) {
    Node node;
    node.kind = condition.kind;
    for (const auto& part : condition.parts) {
        auto compiled = compileNode(part);
        if (!compiled) return compiled;
        node.parts.push_back(std::move(*compiled));
    }
    if (condition.kind != Condition::Kind::Compare) return node;
    splitField(condition.field, node);
    node.op = condition.op;
    node.value = condition.value;
    if (condition.op == ConditionOperator::Matches) {
        const std::string pattern(condition.value.is_string() ? std::string_view(condition.value.get_string()) : std::string_view());
        re2::RE2::Options options(re2::RE2::Quiet);
        options.set_max_mem(kPatternMemory);
        auto compiled = std::make_shared<const re2::RE2>(pattern, options);
        if (!compiled->ok())
            return model::failure(model::ErrorClass::InvalidRequest, "The pattern '" + pattern + "' cannot be used: " + compiled->error() + ". Patterns are RE2's: no look-around, no back-references.", "invalid_pattern");
        node.pattern = std::move(compiled);
    }
    return node;
}

const json::value* member(const json::value& value, const std::string& name) {
    if (value.is_object()) return value.get_object().if_contains(name);
    if (!value.is_array()) return nullptr;
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
    return error == std::errc{} && end == name.data() + name.size() ? value.get_array().if_contains(index) : nullptr;
}

const json::value* find(const Node& node, const Facts& facts) {
    if (node.place == Node::Place::Fields) return facts.fields.if_contains(node.path.front());
    const json::value* found = node.place == Node::Place::Input ? facts.input : facts.output;
    for (std::size_t i = 0; found && i < node.path.size(); ++i) found = member(*found, node.path[i]);
    return found;
}

bool same(const json::value& a, const json::value& b) {
    Budget budget{kMostSteps};
    return sameValue(a, b, budget);
}

bool containsValue(const json::value& whole, const json::value& part) {
    if (whole.is_string()) return part.is_string() && std::string_view(whole.get_string()).find(std::string_view(part.get_string())) != std::string_view::npos;
    if (whole.is_array()) return std::any_of(whole.get_array().begin(), whole.get_array().end(), [&](const auto& one) { return same(one, part); });
    if (whole.is_object()) return part.is_string() && whole.get_object().contains(part.get_string());
    return false;
}

bool compare(const Node& node, const json::value* found) {
    if (node.op == ConditionOperator::Exists) return (found != nullptr) == (!node.value.is_bool() || node.value.get_bool());
    if (!found) return false;
    const auto order = found->is_number() && node.value.is_number() ? compareNumbers(*found, node.value) : std::partial_ordering::unordered;
    switch (node.op) {
    case ConditionOperator::Equal: return same(*found, node.value);
    case ConditionOperator::NotEqual: return !same(*found, node.value);
    case ConditionOperator::Below: return order < 0;
    case ConditionOperator::AtMost: return order <= 0;
    case ConditionOperator::Above: return order > 0;
    case ConditionOperator::AtLeast: return order >= 0;
    case ConditionOperator::OneOf:
        return node.value.is_array() && std::any_of(node.value.get_array().begin(), node.value.get_array().end(), [&](const auto& one) { return same(*found, one); });
    case ConditionOperator::Contains: return containsValue(*found, node.value);
    case ConditionOperator::Matches: {
        if (!found->is_string()) return false;
        const auto& text = found->get_string();
        return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *node.pattern);
    }
    case ConditionOperator::Exists: return true;
    }
    return false;
}

bool nodeHolds(const Node& node, const Facts& facts) {
    const auto part = [&](const Node& one) { return nodeHolds(one, facts); };
    switch (node.kind) {
    case Condition::Kind::All: return std::all_of(node.parts.begin(), node.parts.end(), part);
    case Condition::Kind::Any: return std::any_of(node.parts.begin(), node.parts.end(), part);
    case Condition::Kind::Not: return !node.parts.empty() && !part(node.parts.front());
    case Condition::Kind::Compare: return compare(node, find(node, facts));
    }
    return false;
}

} // namespace

model::Result<CompiledCondition> CompiledCondition::compile(const Condition& condition) {
    auto root = compileNode(condition);
    if (!root) return tl::unexpected(std::move(root.error()));
    return CompiledCondition(std::make_shared<const Node>(std::move(*root)));
}

bool CompiledCondition::holds(const Facts& facts) const { return nodeHolds(*root_, facts); }

} // namespace signalbox::policy
