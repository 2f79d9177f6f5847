#pragma once

#include "tests/support/gateway_process.h"
#include "tests/support/scripted_vendor.h"

#include <boost/json.hpp>

#include <string>
#include <string_view>

namespace signalbox::tests {

/// The real gateway with a workflow over a scripted vendor, and an application that runs it.
class DurableFixture {
public:
    DurableFixture();

    /// Starts the gateway, and registers the workflow if it is not there. Empty: done; else what failed.
    std::string start();
    /// SIGKILL, then a start. Empty: done.
    std::string killAndStart();

    GatewayProcess gateway;
    ScriptedVendor vendor;
    /// A workflow that answers what the vendor says, whatever the input; one whose failures become dead letters.
    static constexpr std::string_view kEcho = "echo";
    static constexpr std::string_view kLetters = "dead-echo";

    /// `POST /v1/workflows/NAME/runs`; `members` go beside the input: `"mode":"async"`.
    HttpReply run(std::string_view members = {}, const Headers& headers = {}, std::string_view workflow = kEcho, std::string_view input = R"({"text":"hello"})") const;
    /// The identity of an accepted asynchronous run, with `asynchronous()` or other members; empty: it was not accepted.
    std::string accept(std::string_view members = {}, std::string_view workflow = kEcho) const;
    /// `GET /v1/runs/ID`, with the application's key or another.
    HttpReply state(std::string_view id, int waitSeconds = 0, const std::string& key = {}) const;
    /// A key of another application.
    std::string anotherKey() const;
    /// How many runs are on record.
    std::size_t recorded() const;
    /// `GET /api/v1/PATH` as the administrator.
    boost::json::value control(std::string_view path) const;
    /// Lets callbacks go there, besides public addresses.
    std::string allowCallbacksTo(const std::string& hostAndPort) const;
};

/// Members of a run's body: `"mode":"async"`, and with a callback to `url`.
std::string asynchronous();
std::string asynchronousTo(const std::string& url);

/// A JSON document's member, as text; null and absent as empty.
std::string at(const boost::json::value& json, std::string_view pointer);
std::string at(const HttpReply& reply, std::string_view pointer);

} // namespace signalbox::tests

/// Starts a gateway of the test's own, or fails the test.
#define SIGNALBOX_START(fixture)                                                                                       \
    DurableFixture fixture;                                                                                            \
    {                                                                                                                  \
        const auto startProblem = (fixture).start();                                                                   \
        QVERIFY2(startProblem.empty(), startProblem.c_str());                                                          \
    }
