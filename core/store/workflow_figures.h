#pragma once

#include "core/metrics/rollup.h"
#include "core/store/store_pool.h"

#include <map>
#include <string>

namespace signalbox::store {

/// What the rollups of `[fromMinute, toMinute)` say of each workflow, over all its versions. `workflow`, if given, is the only one;
/// the quantiles are filled in only then, since merging the sketches of all costs more than a list is worth.
model::Result<std::map<std::string, metrics::RollupValue>> workflowFigures(Session& session, std::int64_t fromMinute, std::int64_t toMinute, const std::string& workflow = {});

} // namespace signalbox::store
