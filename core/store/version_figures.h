#pragma once

#include "core/metrics/rollup.h"
#include "core/model/document.h"
#include "core/store/dimensions.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace signalbox::store {

/// What the calls of one version of a prompt or workflow came to.
struct VersionFigures {
    metrics::RollupValue value;
    std::optional<std::int64_t> overridden; ///< answers that callers or reviewers replaced; unset: nobody counts them yet
};

/// Sums of rollups by version. Of prompts and workflows only: calls name no others.
class FiguresRepository {
public:
    FiguresRepository(Connection& connection, Dimensions& dimensions) : connection_(connection), dimensions_(dimensions) {}

    /// By version; `toMinute` is not included. Versions without calls are absent.
    model::Result<std::map<std::int64_t, VersionFigures>> ofVersions(model::DocumentKind kind, const std::string& name, std::int64_t fromMinute, std::int64_t toMinute);

    /// Calls and successes of all versions together, by name; sketches, tokens and cost are left out.
    model::Result<std::map<std::string, metrics::RollupValue>> callsByName(model::DocumentKind kind, std::int64_t fromMinute);

private:
    Connection& connection_;
    Dimensions& dimensions_;
};

} // namespace signalbox::store
