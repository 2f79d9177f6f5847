#pragma once

#include "core/base/clock.h"
#include "core/store/store_pool.h"

#include <chrono>

namespace signalbox::store {

struct Retired {
    std::int64_t payloads = 0;
    std::int64_t runs = 0;
    std::int64_t results = 0; ///< of the ledger, with their Idempotency-Keys
    std::int64_t deadLetterInputs = 0;
    std::int64_t all() const { return payloads + runs + results + deadLetterInputs; }
};

/// Deletes payloads, kept results and dead letters' inputs whose time is over, and records older than `recordDays`, in batches small enough that nobody waits for them.
/// Rollups stay: they hold no payload and say nothing of a single call.
model::Result<Retired> retire(Session& session, WallTime now, std::chrono::days recordDays);

} // namespace signalbox::store
