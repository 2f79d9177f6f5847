#include "core/store/retention.h"

#include "core/store/run_repository.h"

namespace signalbox::store {

model::Result<Retired> retire(Session& session, WallTime now, std::chrono::days recordDays) {
    constexpr int kBatch = 500;
    RunRepository runs(session.connection, session.dimensions);
    Retired retired;
    for (;;) {
        auto payloads = runs.deleteExpiredPayloads(now, kBatch);
        if (!payloads) return tl::unexpected(payloads.error());
        retired.payloads += *payloads;
        if (*payloads < kBatch) break;
    }
    for (;;) {
        auto records = runs.deleteRunsBefore(RunId::firstAt(now - recordDays), kBatch);
        if (!records) return tl::unexpected(records.error());
        retired.runs += *records;
        if (*records < kBatch) break;
    }
    return retired;
}

} // namespace signalbox::store
