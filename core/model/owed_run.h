#pragma once

#include "core/base/clock.h"
#include "core/base/identifiers.h"

#include <chrono>
#include <string>

namespace signalbox::model {

/// A workflow's run that was accepted and is owed: asynchronous, or with an Idempotency-Key.
struct AcceptedRun {
    RunId id;
    std::string keyName;        ///< the application key's name: who may ask for it
    std::string workflow;       ///< name, as in the path
    std::string request;        ///< the caller's body
    std::string idempotencyKey; ///< empty: none
    std::string callbackUrl;    ///< empty: none
    bool asynchronous = false;  ///< the gateway runs it by itself, also after a restart
    WallTime acceptedAt;
};

/// How it stands. Values are stored: append only.
struct LedgerEntry {
    enum class State : unsigned char { Queued = 1, Running, Done } state = State::Queued;
    AcceptedRun run;
    int tries = 0;        ///< how often it was begun; more than once: the process died under it
    int resultStatus = 0; ///< Done: HTTP
    std::string result;   ///< Done: the body
    WallTime doneAt;      ///< Done
};

/// A result that is to be sent to its caller now. `entry` is Done.
struct DueCallback {
    LedgerEntry entry;
    int attempts = 0; ///< that were made before
};

/// How the sending of a result stands. Values are stored: append only.
enum class CallbackState : unsigned char { Waiting = 1, Due, Delivered, GivenUp };

/// One try at sending a result.
struct CallbackAttempt {
    int number = 1;
    WallTime at;
    std::chrono::milliseconds took{0};
    int status = 0;      ///< HTTP; 0: no answer came
    std::string problem; ///< why it counts as failed; empty: it does not
};

} // namespace signalbox::model
