#pragma once

#include "core/model/run.h"
#include "core/store/dimensions.h"

#include <optional>
#include <string>

namespace signalbox::store {

/// What a caller said about a run of its own, afterwards.
struct RunOutcome {
    model::ReportedOutcome outcome = model::ReportedOutcome::Success;
    std::optional<double> score;
    std::string note;
    WallTime at;
};

class OutcomeRepository {
public:
    OutcomeRepository(Connection& connection, Dimensions& dimensions) : connection_(connection), dimensions_(dimensions) {}

    /// Replaces what was said before, and moves the rollups of the run's minute by the difference, in one transaction.
    /// NotFound: no such run of this application. `in_progress`: it has not ended yet.
    model::Result<void> report(RunId id, const std::string& keyName, const RunOutcome& outcome);
    model::Result<std::optional<RunOutcome>> find(RunId id);

private:
    Connection& connection_;
    Dimensions& dimensions_;
};

} // namespace signalbox::store
