#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace signalbox::model {

/// What a model can do, and what a call needs. Kept as bits, because every call compares them.
enum class Capability : std::uint32_t {
    Chat = 1U << 0,
    Stream = 1U << 1,
    Tools = 1U << 2,
    JsonSchema = 1U << 3, ///< answers in the shape of a given schema
    JsonMode = 1U << 4,   ///< answers in some JSON
    Vision = 1U << 5,
    Audio = 1U << 6,
    Embeddings = 1U << 7,
    Reasoning = 1U << 8,
};

using Capabilities = std::uint32_t;

constexpr Capabilities operator|(Capability a, Capability b) { return static_cast<Capabilities>(a) | static_cast<Capabilities>(b); }
constexpr Capabilities operator|(Capabilities a, Capability b) { return a | static_cast<Capabilities>(b); }
constexpr bool has(Capabilities all, Capability one) { return (all & static_cast<Capabilities>(one)) != 0; }
constexpr Capabilities missingFrom(Capabilities have, Capabilities need) { return need & ~have; }

/// `chat`, `stream`, `tools`, `json_schema`, `json_mode`, `vision`, `audio`, `embeddings`, `reasoning`.
std::string_view nameOf(Capability capability);
std::optional<Capability> capabilityNamed(std::string_view name);
std::vector<std::string_view> namesOf(Capabilities capabilities);

} // namespace signalbox::model
