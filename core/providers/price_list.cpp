#include "core/providers/price_list.h"

#include "core/providers/json_access.h"

#include <algorithm>
#include <array>

namespace signalbox::providers {

using model::Capabilities;
using model::Capability;

namespace {

constexpr Capabilities kChat = Capability::Chat | Capability::Stream;
constexpr Capabilities kTools = kChat | Capability::Tools | Capability::JsonMode;
constexpr Capabilities kSchema = kTools | Capability::JsonSchema;
constexpr Capabilities kVision = kSchema | Capability::Vision;
constexpr Capabilities kReasoning = kVision | Capability::Reasoning;
constexpr auto kEmbeddings = static_cast<Capabilities>(Capability::Embeddings);
// Anthropic's models: schemas by a tool that has to be called, pictures since Claude 3.
constexpr Capabilities kClaude = kVision;

/// Prices in thousandths of a US dollar for a million tokens. 0 for the cache: priced like plain input.
struct Row {
    std::string_view id;
    std::int64_t context;
    std::int64_t maxOutput;
    Capabilities capabilities;
    int input;
    int cachedInput;
    int cacheWrite;
    int output;
};

constexpr std::array kOpenAi = {
    Row{"gpt-3.5-turbo", 16'385, 4'096, kTools, 500, 0, 0, 1'500},
    Row{"gpt-4", 8'192, 8'192, kChat | Capability::Tools, 30'000, 0, 0, 60'000},
    Row{"gpt-4-turbo", 128'000, 4'096, kTools | Capability::Vision, 10'000, 0, 0, 30'000},
    Row{"gpt-4o", 128'000, 16'384, kVision, 2'500, 1'250, 0, 10'000},
    Row{"gpt-4o-2024-05-13", 128'000, 4'096, kTools | Capability::Vision, 5'000, 0, 0, 15'000},
    Row{"gpt-4o-mini", 128'000, 16'384, kVision, 150, 75, 0, 600},
    Row{"gpt-4.1", 1'047'576, 32'768, kVision, 2'000, 500, 0, 8'000},
    Row{"gpt-4.1-mini", 1'047'576, 32'768, kVision, 400, 100, 0, 1'600},
    Row{"gpt-4.1-nano", 1'047'576, 32'768, kVision, 100, 25, 0, 400},
    Row{"gpt-5", 400'000, 128'000, kReasoning, 1'250, 125, 0, 10'000},
    Row{"gpt-5-mini", 400'000, 128'000, kReasoning, 250, 25, 0, 2'000},
    Row{"gpt-5-nano", 400'000, 128'000, kReasoning, 50, 5, 0, 400},
    Row{"gpt-5.1", 400'000, 128'000, kReasoning, 1'250, 125, 0, 10'000},
    Row{"gpt-5.2", 400'000, 128'000, kReasoning, 1'750, 175, 0, 14'000},
    Row{"o1", 200'000, 100'000, kReasoning, 15'000, 7'500, 0, 60'000},
    Row{"o3", 200'000, 100'000, kReasoning, 2'000, 500, 0, 8'000},
    Row{"o3-mini", 200'000, 100'000, kSchema | Capability::Reasoning, 1'100, 550, 0, 4'400},
    Row{"o4-mini", 200'000, 100'000, kReasoning, 1'100, 275, 0, 4'400},
    Row{"text-embedding-3-small", 8'191, 0, kEmbeddings, 20, 0, 0, 0},
    Row{"text-embedding-3-large", 8'191, 0, kEmbeddings, 130, 0, 0, 0},
    Row{"text-embedding-ada-002", 8'191, 0, kEmbeddings, 100, 0, 0, 0},
};

constexpr std::array kAnthropic = {
    Row{"claude-3-haiku", 200'000, 4'096, kClaude, 250, 30, 300, 1'250},
    Row{"claude-3-opus", 200'000, 4'096, kClaude, 15'000, 1'500, 18'750, 75'000},
    Row{"claude-3-5-haiku", 200'000, 8'192, kClaude, 800, 80, 1'000, 4'000},
    Row{"claude-3-5-sonnet", 200'000, 8'192, kClaude, 3'000, 300, 3'750, 15'000},
    Row{"claude-3-7-sonnet", 200'000, 64'000, kClaude | Capability::Reasoning, 3'000, 300, 3'750, 15'000},
    Row{"claude-sonnet-4", 200'000, 64'000, kClaude | Capability::Reasoning, 3'000, 300, 3'750, 15'000},
    Row{"claude-sonnet-4-5", 200'000, 64'000, kClaude | Capability::Reasoning, 3'000, 300, 3'750, 15'000},
    Row{"claude-haiku-4-5", 200'000, 64'000, kClaude | Capability::Reasoning, 1'000, 100, 1'250, 5'000},
    Row{"claude-opus-4", 200'000, 32'000, kClaude | Capability::Reasoning, 15'000, 1'500, 18'750, 75'000},
    Row{"claude-opus-4-1", 200'000, 32'000, kClaude | Capability::Reasoning, 15'000, 1'500, 18'750, 75'000},
    Row{"claude-opus-4-5", 200'000, 64'000, kClaude | Capability::Reasoning, 5'000, 500, 6'250, 25'000},
};

template <class Rows>
const Row* find(const Rows& rows, std::string_view id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

/// Without `-2024-07-18`, `-20250929` or `-latest` at the end.
std::string_view withoutDate(std::string_view id) {
    constexpr std::string_view kLatest = "-latest";
    if (id.ends_with(kLatest)) return id.substr(0, id.size() - kLatest.size());
    for (const std::string_view pattern : {"-0000-00-00", "-00000000"}) {
        if (id.size() <= pattern.size()) continue;
        const auto tail = id.substr(id.size() - pattern.size());
        const auto fits = [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; };
        if (std::equal(tail.begin(), tail.end(), pattern.begin(), fits)) return id.substr(0, id.size() - tail.size());
    }
    return id;
}

constexpr Price price(int thousandths) { return Price{Money{static_cast<std::int64_t>(thousandths) * 1'000'000}}; }

} // namespace

std::optional<KnownModel> knownModel(std::string_view connector, std::string_view id) {
    const auto look = [&](std::string_view name) -> const Row* {
        if (connector == "openai") return find(kOpenAi, name);
        if (connector == "anthropic") return find(kAnthropic, name);
        return nullptr;
    };
    const Row* row = look(id);
    if (!row) row = look(withoutDate(id));
    if (!row) return {};
    KnownModel known{row->context, row->maxOutput, row->capabilities, {}};
    known.prices.input = price(row->input);
    known.prices.cachedInput = price(row->cachedInput > 0 ? row->cachedInput : row->input);
    known.prices.cacheWriteInput = price(row->cacheWrite > 0 ? row->cacheWrite : row->input);
    known.prices.output = price(row->output);
    return known;
}

void fillKnown(model::ProviderSpec& provider, const boost::json::object& document) {
    const auto* written = arrayMember(document, "models");
    if (!written || written->size() != provider.models.size()) return;
    for (std::size_t i = 0; i < written->size(); ++i) {
        auto& model = provider.models[i];
        const auto known = (*written)[i].is_object() ? knownModel(provider.connector, model.upstreamId) : std::nullopt;
        if (!known) continue;
        const auto& members = (*written)[i].get_object();
        if (!members.contains("context_tokens")) model.contextTokens = known->contextTokens;
        if (!members.contains("max_output_tokens") && known->maxOutputTokens > 0) model.maxOutputTokens = known->maxOutputTokens;
        if (!members.contains("capabilities")) model.capabilities = known->capabilities;
        if (!model.priced) {
            model.prices = known->prices;
            model.priced = true;
        }
    }
}

} // namespace signalbox::providers
