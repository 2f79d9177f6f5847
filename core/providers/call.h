#pragma once

#include "core/model/capability.h"
#include "core/model/error.h"
#include "core/model/run.h"

#include <boost/json/object.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::providers {

/// A caller's request, understood once: the parsed body in the caller's protocol and what the stages ask about it.
struct Call {
    model::ClientProtocol protocol = model::ClientProtocol::OpenAiChat;
    std::string raw;              ///< the body as it came; what is forwarded when only the model's name changes
    boost::json::object body;     ///< the same, parsed; member order and unknown members kept
    std::string anthropicVersion; ///< `anthropic-version` header of an Anthropic caller
    std::string anthropicBeta;    ///< its `anthropic-beta` header, given on to Anthropic's own; set by who read the headers
    std::string model;            ///< `model` as the caller wrote it
    bool stream = false;
    bool includeUsage = false;    ///< OpenAI: stream_options.include_usage
    model::Capabilities needs = 0; ///< chat or embeddings, stream, tools, json_schema, vision, ... as the body asks
    std::int64_t inputTokens = 0; ///< estimated, for routing and where the vendor gives no usage
    std::int64_t maxOutputTokens = 0; ///< as the caller limits it; 0: not said
    std::size_t modelBegin = 0;   ///< where the value of `model` stands in `raw`, quotes included: for replacing it in place
    std::size_t modelEnd = 0;
};

/// Parses and checks what every target would refuse: not JSON, no model, no messages, wrong types, sampling parameters with
/// Anthropic's version 2026-10-21. Violations carry JSON pointers. Duplicate member names and nesting over 64 are refused.
model::Result<Call> readCall(model::ClientProtocol protocol, std::string body, std::string_view anthropicVersion);

/// Tokens of a text, roughly (bytes by script class); for routing and marked estimates, never for a vendor's own count.
std::int64_t estimateTokens(std::string_view text);

} // namespace signalbox::providers
