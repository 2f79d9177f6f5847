#include "core/providers/usage.h"

#include "core/providers/json_access.h"

#include <boost/json/value.hpp>

#include <algorithm>
#include <string_view>

namespace signalbox::providers {

namespace json = boost::json;

namespace {

std::int64_t nested(const json::object& object, std::string_view part, std::string_view name) {
    const auto* inner = objectMember(object, part);
    return inner ? countMember(*inner, name).value_or(0) : 0;
}

} // namespace

std::optional<model::Usage> readOpenAiUsage(const json::object& usage) {
    model::Usage read;
    auto input = countMember(usage, "prompt_tokens");
    auto output = countMember(usage, "completion_tokens");
    if (!input) input = countMember(usage, "input_tokens");
    if (!output) output = countMember(usage, "output_tokens");
    if (!input && !output) return {};
    read.input = input.value_or(0);
    read.output = output.value_or(0);
    read.cachedInput = nested(usage, "prompt_tokens_details", "cached_tokens") + nested(usage, "input_tokens_details", "cached_tokens");
    if (read.cachedInput == 0) read.cachedInput = countMember(usage, "prompt_cache_hit_tokens").value_or(0); // DeepSeek
    if (read.cachedInput == 0) read.cachedInput = countMember(usage, "cached_tokens").value_or(0);           // Moonshot
    read.cacheWriteInput = nested(usage, "prompt_tokens_details", "cache_write_tokens") + nested(usage, "input_tokens_details", "cache_write_tokens");
    read.reasoning = nested(usage, "completion_tokens_details", "reasoning_tokens") + nested(usage, "output_tokens_details", "reasoning_tokens");
    // Parts are never more than the whole, whatever a vendor writes.
    read.cachedInput = std::min(read.cachedInput, read.input);
    read.cacheWriteInput = std::min(read.cacheWriteInput, read.input - read.cachedInput);
    read.reasoning = std::min(read.reasoning, read.output);
    return read;
}

bool mergeAnthropicUsage(const json::object& usage, model::Usage& known) {
    const auto input = countMember(usage, "input_tokens");
    const auto output = countMember(usage, "output_tokens");
    const auto read = countMember(usage, "cache_read_input_tokens");
    const auto written = countMember(usage, "cache_creation_input_tokens");
    if (!input && !output && !read && !written) return false;
    const auto plain = input.value_or(known.input - known.cachedInput - known.cacheWriteInput);
    if (read) known.cachedInput = *read;
    if (written) known.cacheWriteInput = *written;
    known.input = plain + known.cachedInput + known.cacheWriteInput;
    if (output) known.output = *output;
    if (const auto* details = objectMember(usage, "output_tokens_details"))
        known.reasoning = std::min(known.output, countMember(*details, "thinking_tokens").value_or(known.reasoning));
    return true;
}

std::optional<model::Usage> readAnthropicUsage(const json::object& usage) {
    model::Usage read;
    if (!mergeAnthropicUsage(usage, read)) return {};
    return read;
}

std::optional<model::Usage> readUsage(model::ClientProtocol protocol, const json::object& usage) {
    return protocol == model::ClientProtocol::AnthropicMessages ? readAnthropicUsage(usage) : readOpenAiUsage(usage);
}

json::object openAiUsage(const model::Usage& usage) {
    return {{"prompt_tokens", usage.input},
            {"completion_tokens", usage.output},
            {"total_tokens", usage.input + usage.output},
            {"prompt_tokens_details", {{"cached_tokens", usage.cachedInput}}},
            {"completion_tokens_details", {{"reasoning_tokens", usage.reasoning}}}};
}

json::object anthropicUsage(const model::Usage& usage) {
    return {{"input_tokens", usage.input - usage.cachedInput - usage.cacheWriteInput},
            {"cache_creation_input_tokens", usage.cacheWriteInput},
            {"cache_read_input_tokens", usage.cachedInput},
            {"output_tokens", usage.output}};
}

} // namespace signalbox::providers
