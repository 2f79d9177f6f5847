#include "core/model/capability.h"

#include <array>
#include <utility>

namespace signalbox::model {

namespace {
constexpr std::array<std::pair<Capability, std::string_view>, 9> kNames = {{
    {Capability::Chat, "chat"},
    {Capability::Stream, "stream"},
    {Capability::Tools, "tools"},
    {Capability::JsonSchema, "json_schema"},
    {Capability::JsonMode, "json_mode"},
    {Capability::Vision, "vision"},
    {Capability::Audio, "audio"},
    {Capability::Embeddings, "embeddings"},
    {Capability::Reasoning, "reasoning"},
}};
}

std::string_view nameOf(Capability capability) {
    for (const auto& [value, name] : kNames)
        if (value == capability) return name;
    return {};
}

std::optional<Capability> capabilityNamed(std::string_view name) {
    for (const auto& [value, text] : kNames)
        if (text == name) return value;
    return {};
}

std::vector<std::string_view> namesOf(Capabilities capabilities) {
    std::vector<std::string_view> names;
    for (const auto& [value, name] : kNames)
        if (has(capabilities, value)) names.push_back(name);
    return names;
}

} // namespace signalbox::model
