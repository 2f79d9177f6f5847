#pragma once

#include "core/gateway/prompt.h"
#include "core/gateway/trial.h"
#include "core/model/test_set_spec.h"
#include "core/store/test_run_repository.h"

#include <boost/asio/io_context.hpp>

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace signalbox::control {

struct PlaneState;

/// A test run that is about to begin: on record already, everything that it needs compiled.
struct TestPlan {
    store::TestRun run;
    model::TestSetSpec set;
    std::shared_ptr<const gateway::Prompt> prompt;                                ///< what is tested, if it is a prompt by itself
    std::shared_ptr<const gateway::Workflow> workflow;                            ///< a workflow with another prompt, which is what is tested
    std::map<std::string, std::shared_ptr<const gateway::Prompt>> judges;         ///< by the reference as text
};

/// Runs test sets in the background, four cases of a run at a time, as trials on one worker. Each result is on record before the
/// event that tells of it.
class TestRunner {
public:
    /// `state` and the worker behind `trials` outlive the runner; `context` is that worker's.
    TestRunner(PlaneState& state, boost::asio::io_context& context, gateway::TrialHandler trials);
    ~TestRunner();

    /// Any thread. False: too many are running; nothing happens.
    bool start(TestPlan plan);
    /// Any thread. Stops what is under way of a run that has ended on record.
    void abandon(const std::string& id);
    /// Any thread. Ends all runs, on record as failed for `reason`.
    void stop(const std::string& reason);

private:
    struct Job;
    boost::asio::awaitable<void> lane(std::shared_ptr<Job> job);
    boost::asio::awaitable<void> runCase(std::shared_ptr<Job> job, std::size_t index);
    void leave(const std::shared_ptr<Job>& job);
    void announce(const std::string& id);

    PlaneState& state_;
    boost::asio::io_context& context_;
    gateway::TrialHandler trials_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Job>> jobs_;
    bool stopped_ = false;
};

/// The variables that an input gives a prompt: its members, or `input` for what is no object.
boost::json::object variablesOf(const boost::json::value& input);

/// A test run as the control plane shows it.
boost::json::object toJson(const store::TestRun& run, bool withCases);

} // namespace signalbox::control
