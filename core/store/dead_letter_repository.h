#pragma once

#include "core/model/run.h"
#include "core/store/audit_log.h"
#include "core/store/database.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// A dead letter's input is kept as long as policy keeps payloads, and at least so long: it is there to be replayed.
inline constexpr std::chrono::days kDeadLettersAreKept{7};

/// Values are stored: append only.
enum class DeadLetterState : unsigned char { Open = 1, Replayed, Dismissed };
std::string_view nameOf(DeadLetterState state); ///< `open`, `replayed`, `dismissed`
std::optional<DeadLetterState> deadLetterStateNamed(std::string_view name);

/// A run that failed for good, kept with what was asked.
struct DeadLetter {
    RunId id;
    std::string keyName;
    std::string workflow; ///< `name@version`
    model::ErrorClass errorClass = model::ErrorClass::Internal;
    std::string errorCode;
    std::string errorMessage;
    WallTime createdAt;
    WallTime expiresAt; ///< when its input goes
    bool hasInput = false;
    DeadLetterState state = DeadLetterState::Open;
    std::optional<RunId> replayedAs;
    std::string decidedBy;
    std::optional<WallTime> decidedAt;
};

struct DeadLetterFilter {
    std::optional<RunId> before;
    std::optional<DeadLetterState> state;
    std::string workflow; ///< name, of any version
    int limit = 100;
};

class DeadLetterRepository {
public:
    explicit DeadLetterRepository(Connection& connection) : connection_(connection), audit_(connection) {}

    /// Within the recorder's transaction.
    model::Result<void> add(const model::Run& run, const model::Payload& payload);
    struct Page {
        std::vector<DeadLetter> letters; ///< newest first
        std::optional<RunId> next;
    };
    model::Result<Page> page(const DeadLetterFilter& filter);
    model::Result<std::optional<DeadLetter>> find(RunId id);
    /// The dead letter that this run was made from.
    model::Result<std::optional<RunId>> replayedFrom(RunId replay);
    /// What was asked; nothing when its time is over.
    model::Result<std::optional<std::string>> input(RunId id, WallTime now);
    /// Within the caller's transaction: no longer open. Conflict when it is not.
    model::Result<void> decide(RunId id, DeadLetterState state, std::optional<RunId> replayedAs, const Actor& actor, WallTime now);
    /// Deletes at most `limit` inputs whose time is over; gives how many.
    model::Result<std::int64_t> deleteExpiredInputs(WallTime now, int limit);

private:
    Connection& connection_;
    AuditLog audit_;
};

} // namespace signalbox::store
