#pragma once

#include "core/model/capability.h"
#include "core/model/error.h"
#include "core/model/usage.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::model {

enum class DataClass : unsigned char { Public = 1, Internal, Confidential, Restricted };
std::string_view nameOf(DataClass dataClass);
std::optional<DataClass> dataClassNamed(std::string_view name);

struct ModelSpec {
    std::string id;            ///< what callers and routes say: `provider/id`
    std::string upstreamId;    ///< what the vendor calls it; `upstream_id`, by default the id (Azure: the deployment)
    std::int64_t contextTokens = 8192;
    std::int64_t maxOutputTokens = 4096;
    Capabilities capabilities = 0; ///< default [chat, stream]
    Prices prices;             ///< price_usd_per_mtok {input, cached_input, cache_write, output}
    bool priced = false;       ///< false: no price was given, cost counts as zero and the console says so
    double quality = 0.5;      ///< prior in 0..1
};

/// The settings of a `sandbox` provider: a simulated vendor. All of it can be changed while it runs (`/api/v1/sandbox/NAME`).
struct SandboxSettings {
    std::uint64_t seed = 1;
    double firstTokenMs = 180;      ///< median; log-normal
    double firstTokenSpread = 0.35; ///< sigma of the logarithm
    double tokensPerSecond = 90;
    double errorRate = 0;           ///< share of calls that fail with 500
    double rateLimitRate = 0;       ///< ... with 429 and Retry-After
    double stallRate = 0;           ///< ... that go silent in the middle of the answer
    double cutRate = 0;             ///< ... whose stream ends without its terminator
    double refusalRate = 0;         ///< ... that end in a refusal
    bool outage = false;            ///< every call fails with 503 at once
};
/// Strict: unknown members and values out of range are violations under `pointer`.
Result<SandboxSettings> readSandboxSettings(const boost::json::object& json, std::string_view pointer);
boost::json::object toJson(const SandboxSettings& settings);

struct ProviderSpec {
    std::string connector;   ///< openai, anthropic, sandbox
    std::string baseUrl;     ///< https://host[:port][/prefix]; a plain http URL only for loopback and private addresses
    std::string credential;  ///< `env:NAME`, `secret:NAME`, or empty: none
    std::string region;      ///< free word; empty: unknown
    std::vector<DataClass> dataClasses; ///< what may be sent there; default [public, internal]
    std::vector<ModelSpec> models;
    int maxConcurrent = 0;   ///< calls under way per model; 0: no limit
    int maxQueued = 64;      ///< callers that may wait for a place
    std::string apiVersion;  ///< Azure: `api-version` query; Anthropic: the version header, default 2023-06-01
    SandboxSettings sandbox; ///< for the connector `sandbox`
};
/// `pointer` is where `json` stands in what the person wrote, for the violations.
Result<ProviderSpec> readProviderSpec(const boost::json::object& json, std::string_view pointer = "/spec");

} // namespace signalbox::model
