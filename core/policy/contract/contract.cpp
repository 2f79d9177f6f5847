#include "core/policy/contract/contract.h"

#include "core/policy/contract/compiler.h"
#include "core/policy/contract/evaluator.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

/// Whether arrays and objects nest at most `depth` deep.
bool isWithinDepth(const json::value& value, std::size_t depth) {
    const auto inner = [&](const json::value& child) { return (!child.is_array() && !child.is_object()) || (depth > 0 && isWithinDepth(child, depth - 1)); };
    if (const auto* array = value.if_array()) return depth > 0 && std::ranges::all_of(*array, inner);
    if (const auto* object = value.if_object())
        return depth > 0 && std::ranges::all_of(*object, [&](const json::key_value_pair& member) { return inner(member.value()); });
    return true;
}

/// JSON values in `value`, which is not nested deeply, counted up to a little above `most`.
std::size_t countValues(const json::value& value, std::size_t most) {
    std::size_t count = 1;
    const auto add = [&](const json::value& child) {
        if (count <= most) count += countValues(child, most - count);
    };
    if (const auto* array = value.if_array())
        for (const auto& child : *array) add(child);
    else if (const auto* object = value.if_object())
        for (const auto& member : *object) add(member.value());
    return count;
}

tl::unexpected<model::Error> refusal(std::vector<model::Violation> violations) {
    std::ranges::stable_sort(violations, {}, &model::Violation::pointer);
    const auto repeated = std::ranges::unique(violations, [](const auto& a, const auto& b) { return a.pointer == b.pointer && a.message == b.message; });
    violations.erase(repeated.begin(), repeated.end());
    constexpr std::size_t kMost = 100;
    if (violations.size() > kMost) violations.resize(kMost);
    std::string message = "The JSON Schema cannot be used: " + violations.front().message;
    if (!violations.front().pointer.empty()) message += " (at " + violations.front().pointer + ")";
    return tl::unexpected(model::Error{model::ErrorClass::InvalidRequest, std::move(message), "invalid_schema", std::move(violations), {}, {}});
}

std::vector<model::Violation> overLimits(const json::value& schema, const SchemaLimits& limits) {
    if (!isWithinDepth(schema, limits.depth)) return {{{}, "The schema nests deeper than " + std::to_string(limits.depth) + " levels; use references instead."}};
    if (countValues(schema, limits.values) > limits.values)
        return {{{}, "The schema has more than " + std::to_string(limits.values) + " values; make it smaller."}};
    return {};
}

} // namespace

model::Result<Contract> Contract::compile(const json::value& schema, const CompileOptions& options) {
    auto violations = overLimits(schema, options.limits);
    if (!violations.empty()) return refusal(std::move(violations));
    auto program = Compiler(options, violations).compile(schema);
    if (!violations.empty()) return refusal(std::move(violations));
    return Contract(std::move(program));
}

bool Contract::accepts(const json::value& instance, const CheckLimits& limits) const {
    return isWithinDepth(instance, limits.depth) && Evaluator(*program_, limits, nullptr).run(instance);
}

std::vector<model::Violation> Contract::check(const json::value& instance, const CheckLimits& limits) const {
    if (!isWithinDepth(instance, limits.depth)) return {{{}, "This value nests deeper than " + std::to_string(limits.depth) + " levels; make it flatter."}};
    Evaluator quick(*program_, limits, nullptr);
    if (quick.run(instance)) return {};
    if (!quick.stopped().empty()) return {{{}, std::string(quick.stopped())}};
    Report report(limits.violations);
    Evaluator thorough(*program_, limits, &report);
    thorough.run(instance);
    auto violations = report.violations();
    if (violations.empty() || !thorough.stopped().empty())
        violations.push_back({{}, std::string(thorough.stopped().empty() ? "This value does not keep the contract." : thorough.stopped())});
    return violations;
}

} // namespace signalbox::policy
