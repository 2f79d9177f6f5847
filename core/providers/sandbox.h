#pragma once

#include "core/model/provider_spec.h"
#include "core/providers/call.h"
#include "core/providers/connector.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace signalbox::providers {

/// What a simulated vendor is going to answer, decided at once and played by the gateway with timers. It speaks OpenAI's protocol,
/// streams and errors included, so that a simulated call walks through the same decoder, stages and records as a real one.
struct SandboxPlan {
    struct Step {
        std::chrono::microseconds after{0}; ///< since the step before
        std::string bytes;
    };
    std::chrono::microseconds headAfter{0};
    int status = 200;
    HeaderList headers;
    std::vector<Step> body;
    bool cut = false;   ///< after the last step the connection breaks instead of ending
    bool stall = false; ///< after the last step nothing more comes, ever
};

/// Deterministic: the same settings, wire request and `callNumber` give the same plan (with rates of 0 the number changes only the
/// times). Content answers in the shape that response_format's JSON Schema asks for, calls a tool when tools are given and the
/// last message asks for one, and says that it is simulated where free text is asked.
SandboxPlan planSandboxAnswer(const model::SandboxSettings& settings, const model::ModelSpec& model, const WireRequest& request,
                              std::uint64_t callNumber);

} // namespace signalbox::providers
