#include "core/policy/expectation.h"

#include "core/base/text.h"
#include "core/policy/contract/contract.h"
#include "core/policy/contract/equality.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>

namespace signalbox::policy {

namespace json = boost::json;
using model::Expectation;

namespace {

constexpr std::size_t kShownBytes = 200;
constexpr std::size_t kMostComparisons = 1'000'000;
constexpr unsigned kParseDepth = 64;

std::string shown(const json::value& value) {
    const auto text = json::serialize(value);
    if (text.size() <= kShownBytes) return text;
    return std::string(truncatedUtf8(text, kShownBytes)) + "...";
}

bool equal(const json::value& a, const json::value& b) {
    Budget budget{kMostComparisons};
    return sameValue(a, b, budget) && budget.steps > 0;
}

tl::expected<const json::value*, ExpectationResult> valueAt(const Expectation& expectation, const json::value& output) {
    if (expectation.pointer.empty()) return &output;
    json::error_code error;
    const auto* found = output.find_pointer(expectation.pointer, error);
    if (!found) return tl::unexpected(ExpectationResult{false, output.is_string() ? "The output is a text, and has nothing at " + expectation.pointer + '.' : "The output has nothing at " + expectation.pointer + '.'});
    return found;
}

ExpectationResult contains(const json::value& value, const json::value& part) {
    if (value.is_array()) {
        const auto& list = value.get_array();
        if (std::any_of(list.begin(), list.end(), [&](const auto& element) { return equal(element, part); })) return {true, {}};
        return {false, "No element of the list is " + shown(part) + "."};
    }
    if (value.is_string() && part.is_string()) {
        if (std::string_view(value.get_string()).find(std::string_view(part.get_string())) != std::string_view::npos) return {true, {}};
        return {false, "The text does not have " + shown(part) + " in it: " + shown(value)};
    }
    if (value.is_string()) return {false, "A text contains texts; " + shown(part) + " is none."};
    return {false, "Only a text or a list contains something; this is " + shown(value) + "."};
}

ExpectationResult keepsSchema(const json::value& value, const json::value& schema) {
    const auto contract = Contract::compile(schema);
    if (!contract) return {false, "The expected schema cannot be used: " + contract.error().message};
    const auto violations = contract->check(value);
    if (violations.empty()) return {true, {}};
    const auto& first = violations.front();
    std::string message = (first.pointer.empty() ? std::string("The value ") : first.pointer + ' ') + first.message;
    if (violations.size() > 1) message += " (and " + std::to_string(violations.size() - 1) + " more)";
    return {false, std::move(message)};
}

ExpectationResult isNear(const json::value& value, const Expectation& expectation) {
    if (!value.is_number()) return {false, "This is no number: " + shown(value)};
    const auto found = value.to_number<double>();
    const auto expected = expectation.value.to_number<double>();
    if (std::abs(found - expected) <= expectation.tolerance) return {true, {}};
    return {false, shown(value) + " is not within " + shown(expectation.tolerance) + " of " + shown(expectation.value) + "."};
}

json::value asText(const json::value& value) { return value.is_string() ? value : json::value(json::serialize(value)); }

/// The inside of a Markdown fence that is the whole text, else the text.
std::string_view withoutFence(std::string_view text) {
    text = trimmed(text);
    constexpr std::string_view kFence = "```";
    if (!text.starts_with(kFence) || !text.ends_with(kFence) || text.size() < 2 * kFence.size()) return text;
    const auto line = text.find('\n');
    if (line == std::string_view::npos) return text;
    return trimmed(text.substr(line, text.size() - line - kFence.size()));
}

} // namespace

json::value outputOf(std::string_view text) {
    const auto inside = withoutFence(text);
    if (inside.starts_with('{') || inside.starts_with('[')) {
        json::parse_options options;
        options.max_depth = kParseDepth;
        json::error_code error;
        auto value = json::parse(inside, error, {}, options);
        if (!error) return value;
    }
    return json::value(text);
}

ExpectationResult checkExpectation(const Expectation& expectation, const json::value& output) {
    const auto value = valueAt(expectation, output);
    if (!value) return value.error();
    switch (expectation.type) {
    case Expectation::Type::Exact:
        if (equal(**value, expectation.value)) return {true, {}};
        return {false, "Expected " + shown(expectation.value) + ", got " + shown(**value) + "."};
    case Expectation::Type::Contains: return contains(**value, expectation.value);
    case Expectation::Type::Schema: return keepsSchema(**value, expectation.value);
    case Expectation::Type::Numeric: return isNear(**value, expectation);
    case Expectation::Type::Judge: return {false, "A judge has to be asked."};
    }
    return {false, "This kind of expectation is not known."};
}

tl::expected<json::object, ExpectationResult> judgeVariables(const Expectation& expectation, const json::value& input, const json::value& output) {
    const auto value = valueAt(expectation, output);
    if (!value) return tl::unexpected(value.error());
    return json::object{{"input", asText(input)}, {"output", asText(**value)}, {"criterion", expectation.criterion}};
}

ExpectationResult verdictOf(std::string_view answer) {
    const auto verdict = outputOf(answer);
    const auto* object = verdict.if_object();
    const auto* pass = object ? object->if_contains("pass") : nullptr;
    if (!pass || !pass->is_bool()) return {false, "The judge did not answer {\"pass\": true or false, \"reason\": ...} but: " + shown(json::value(answer))};
    const auto* reason = object->if_contains("reason");
    ExpectationResult result{pass->get_bool(), reason && reason->is_string() ? std::string(reason->get_string()) : std::string()};
    if (!result.passed && result.message.empty()) result.message = "The judge says no, without a reason.";
    return result;
}

} // namespace signalbox::policy
