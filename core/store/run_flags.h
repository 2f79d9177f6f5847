#pragma once

#include "core/model/run.h"

namespace signalbox::store {

/// The column `run.flags`. Stored: append only.
enum RunFlag : int { StreamFlag = 1, SimulatedFlag = 2, PayloadFlag = 4, EstimatedFlag = 8 };

inline int runFlags(const model::Run& run, bool hasPayload) {
    return (run.stream ? StreamFlag : 0) | (run.simulated ? SimulatedFlag : 0) | (hasPayload ? PayloadFlag : 0) | (run.usage.estimated ? EstimatedFlag : 0);
}

} // namespace signalbox::store
