#include "core/providers/usage.h"

#include <boost/json/value.hpp>

#include <string_view>

namespace signalbox::providers {

namespace {

std::optional<std::int64_t> count(const boost::json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (!value || !value->is_number()) return {};
    return value->is_int64() ? value->get_int64() : static_cast<std::int64_t>(value->to_number<double>());
}

std::int64_t nested(const boost::json::object& object, std::string_view part, std::string_view name) {
    const auto* inner = object.if_contains(part);
    return inner && inner->is_object() ? count(inner->get_object(), name).value_or(0) : 0;
}

} // namespace

std::optional<model::Usage> readOpenAiUsage(const boost::json::object& usage) {
    model::Usage read;
    auto input = count(usage, "prompt_tokens");
    auto output = count(usage, "completion_tokens");
    if (!input) input = count(usage, "input_tokens");
    if (!output) output = count(usage, "output_tokens");
    if (!input && !output) return {};
    read.input = input.value_or(0);
    read.output = output.value_or(0);
    read.cachedInput = nested(usage, "prompt_tokens_details", "cached_tokens") + nested(usage, "input_tokens_details", "cached_tokens");
    read.reasoning = nested(usage, "completion_tokens_details", "reasoning_tokens") + nested(usage, "output_tokens_details", "reasoning_tokens");
    return read;
}

} // namespace signalbox::providers
