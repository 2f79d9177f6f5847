#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/model/document.h"
#include "core/store/audit_log.h"
#include "core/store/database.h"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// What one expectation of a case came to.
struct TestCheck {
    std::string type;    ///< `exact`, `contains`, `schema`, `numeric`, `judge`
    std::string pointer; ///< into the output; empty: the whole
    bool passed = false;
    std::string message; ///< why not; of a judge also why
};

struct TestCaseResult {
    std::string name;
    bool passed = false;
    std::string runId;         ///< of the trial; empty: it did not come to one
    boost::json::value output; ///< null when there is none
    std::string error;         ///< why there is no output
    std::vector<TestCheck> checks;
    Money cost;                ///< of the trial and of its judges
};

/// A test set run against one version of a workflow or prompt: bound to the content, so that who approves knows what was tested.
struct TestRun {
    enum class State : unsigned char { Running = 1, Done, Failed }; ///< stored

    std::string id; ///< `test_...`
    std::string testSet;
    std::int64_t testSetVersion = 0;
    model::DocumentKind kind = model::DocumentKind::Workflow;
    std::string name;
    std::int64_t version = 0;
    std::string contentHash;
    std::string model; ///< `provider/model` or `route/NAME`; empty: as the workflow says
    State state = State::Running;
    std::int64_t total = 0;
    std::string author;
    WallTime startedAt;
    std::optional<WallTime> endedAt;
    std::string error; ///< Failed: why it did not come to its end

    std::int64_t passed = 0; ///< of the cases so far
    std::int64_t failed = 0;
    Money cost;
    std::vector<TestCaseResult> cases; ///< in the set's order, those that have ended; only `find` fills it in
};
std::string_view nameOf(TestRun::State state); ///< `running`, `done`, `failed`

struct TestRunFilter {
    std::optional<model::DocumentKind> kind;
    std::string name;
    std::optional<std::int64_t> version;
    std::string testSet;
    int limit = 200;
};

class TestRunRepository {
public:
    explicit TestRunRepository(Connection& connection) : connection_(connection), audit_(connection) {}

    /// Puts a run that begins on record, with its audit entry.
    model::Result<void> begin(const TestRun& run, const Actor& actor);
    /// Adds the result of the case at `position` of the set.
    model::Result<void> add(const std::string& id, std::int64_t position, const TestCaseResult& result);
    /// False: it had ended before, and stays as it was. `error` empty: done, else failed for that reason.
    model::Result<bool> finish(const std::string& id, const std::string& error, WallTime now);
    /// At the start of a process: no run that is not at its end can come to it any more.
    model::Result<std::int64_t> failInterrupted(const std::string& error, WallTime now);
    /// NotFound when there is none.
    model::Result<TestRun> find(const std::string& id);
    /// Newest first, without cases.
    model::Result<std::vector<TestRun>> list(const TestRunFilter& filter);

private:
    Connection& connection_;
    AuditLog audit_;
};

} // namespace signalbox::store
