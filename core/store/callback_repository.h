#pragma once

#include "core/model/owed_run.h"
#include "core/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// Results on their way to their callers, and the log of the tries. Made by the ledger, with the run.
class CallbackRepository {
public:
    explicit CallbackRepository(Connection& connection) : connection_(connection) {}

    struct Due {
        std::vector<model::DueCallback> callbacks; ///< the longest due first
        std::optional<WallTime> next;              ///< when the first of the others is due
    };
    model::Result<Due> due(WallTime now, int limit);
    /// What came of a try, and what follows: `next` unset ends it, delivered if the try had no problem.
    model::Result<void> tried(RunId id, const model::CallbackAttempt& attempt, std::optional<WallTime> next);

    struct Log {
        std::string url; ///< without its query, which may hold a secret
        model::CallbackState state = model::CallbackState::Waiting;
        std::optional<WallTime> next; ///< Due: when it is tried again
        std::vector<model::CallbackAttempt> attempts;
    };
    /// Nothing: the run has no callback.
    model::Result<std::optional<Log>> log(RunId id);

private:
    Connection& connection_;
};

} // namespace signalbox::store
