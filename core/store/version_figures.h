#pragma once

#include "core/metrics/rollup.h"
#include "core/model/document.h"
#include "core/store/dimensions.h"

#include <cstdint>
#include <map>
#include <string>

namespace signalbox::store {

/// How the calls of one version ended, for comparing it with another.
struct VersionCounts {
    std::int64_t calls = 0;      ///< that the caller did not leave
    std::int64_t unanswered = 0; ///< of those: failed, or served with something else than the model's answer
    std::int64_t reported = 0;   ///< that callers said something about afterwards
    std::int64_t overridden = 0; ///< of those: the answer was replaced

    VersionCounts operator-(const VersionCounts& other) const;
    bool operator==(const VersionCounts&) const = default;
};
VersionCounts countsOf(const metrics::RollupValue& value);
/// Since that minute, its beginning included. Nothing for kinds that calls do not name.
model::Result<VersionCounts> countsOfVersion(Connection& connection, model::DocumentKind kind, const std::string& name, std::int64_t version, std::int64_t fromMinute);

/// Sums of rollups by version. Of prompts and workflows only: calls name no others.
class FiguresRepository {
public:
    FiguresRepository(Connection& connection, Dimensions& dimensions) : connection_(connection), dimensions_(dimensions) {}

    /// By version; `toMinute` is not included. Versions without calls are absent.
    model::Result<std::map<std::int64_t, metrics::RollupValue>> ofVersions(model::DocumentKind kind, const std::string& name, std::int64_t fromMinute, std::int64_t toMinute);

    /// Calls and successes of all versions together, by name; sketches, tokens and cost are left out.
    model::Result<std::map<std::string, metrics::RollupValue>> callsByName(model::DocumentKind kind, std::int64_t fromMinute);

private:
    Connection& connection_;
    Dimensions& dimensions_;
};

} // namespace signalbox::store
