#pragma once

#include "core/model/run.h"
#include "core/store/dimensions.h"
#include "core/store/outcome_repository.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// A run as it is stored. `run.attempts` is filled in by `find` only; `attemptCount` always says how many there were.
struct StoredRun {
    model::Run run;
    int attemptCount = 0;
    bool hasPayload = false;
    std::optional<RunOutcome> outcome; ///< what its caller said afterwards
};

struct RunFilter {
    std::optional<RunId> before; ///< the page's cursor: only older ones
    std::optional<WallTime> from;
    std::optional<WallTime> to;
    std::optional<model::RunStatus> status;
    std::optional<model::ErrorClass> errorClass;
    std::string provider;
    std::string model;
    std::string route;    ///< name, of any version
    std::string workflow;
    std::string key;
    std::string prompt;   ///< name, of any version, or `name@version`
    std::optional<bool> stream;
    std::optional<bool> trial;
    std::optional<bool> flagged; ///< whether the policy marked the output
    std::int64_t minEndToEndUs = 0;
    std::string text;     ///< in the requested model, the error's code or message
    int limit = 100;
};

struct RunPage {
    std::vector<StoredRun> runs;  ///< newest first
    std::optional<RunId> next;    ///< where the next page begins; unset: there is none
};

struct StoredPayload {
    std::string request;
    std::string response;
    WallTime expiresAt;
};

class RunRepository {
public:
    RunRepository(Connection& connection, Dimensions& dimensions) : connection_(connection), dimensions_(dimensions) {}

    /// Looks at a bounded number of rows: a page may come back short, or empty, with `next` set, when few match.
    model::Result<RunPage> page(const RunFilter& filter);
    model::Result<std::optional<StoredRun>> find(RunId id);
    model::Result<std::optional<StoredPayload>> payload(RunId id, WallTime now);
    /// Of those on record and those that are owed the newest before that; none: 0.
    model::Result<RunId> newestBefore(RunId before);
    /// Older first, with attempts; for the rollups' catching up.
    model::Result<std::vector<StoredRun>> after(RunId id, int limit);
    /// Deletes at most `limit` expired payloads; gives how many.
    model::Result<std::int64_t> deleteExpiredPayloads(WallTime now, int limit);
    /// With what belongs to them: outcomes, callbacks, dead letters.
    model::Result<std::int64_t> deleteRunsBefore(RunId id, int limit);

private:
    StoredRun read(class Statement& row, bool withAttempts);
    model::Result<void> addOutcome(StoredRun& stored);
    Connection& connection_;
    Dimensions& dimensions_;
};

} // namespace signalbox::store
