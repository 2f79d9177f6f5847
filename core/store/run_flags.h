#pragma once

#include "core/model/run.h"

namespace signalbox::store {

/// The column `run.flags`. Stored: append only.
enum RunFlag : int {
    StreamFlag = 1,
    SimulatedFlag = 2,
    PayloadFlag = 4,
    EstimatedFlag = 8,
    TrialFlag = 16,
    RepairedFlag = 32,
    FlaggedFlag = 64,  ///< `flagged` says why
    OutcomeFlag = 128, ///< its caller reported an outcome: table run_outcome
};

inline int runFlags(const model::Run& run, bool hasPayload) {
    return (run.stream ? StreamFlag : 0) | (run.simulated ? SimulatedFlag : 0) | (hasPayload ? PayloadFlag : 0) | (run.usage.estimated ? EstimatedFlag : 0) |
           (run.trial ? TrialFlag : 0) | (run.repaired ? RepairedFlag : 0) | (run.flagged.empty() ? 0 : FlaggedFlag);
}

} // namespace signalbox::store
