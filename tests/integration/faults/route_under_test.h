#pragma once

#include "tests/support/gateway_process.h"
#include "tests/support/scripted_vendor.h"

#include <QtTest>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::tests {

/// A provider with one model, `m`, of its own.
struct TargetOptions {
    std::string url; ///< of the vendor, without a path
    std::string connector = "openai";
    std::map<std::string, std::string> provider{}; ///< further members of the provider's spec: name and YAML
    std::map<std::string, std::string> model{};    ///< ... of the model
    int weight = 1;
};

struct RouteOptions {
    std::vector<TargetOptions> targets;
    /// Over defaults that are quick and out of the way: one attempt a target, no breaker, retries without end.
    std::map<std::string, std::string> reliability{};
    std::string strategy = "ordered";
    std::string taskProfile{};
    std::string governance{};
};

/// A route, its policy and its providers, registered with a running gateway under names that no other test uses.
class RouteUnderTest {
public:
    RouteUnderTest(const GatewayProcess& gateway, const RouteOptions& options);

    const std::string& problem() const { return problem_; }    ///< empty: registered
    const std::string& name() const { return name_; }          ///< `route/r1`
    std::string target(std::size_t index) const;               ///< `r1-p0/m`, as in x-signalbox-target
    std::string chatBody(std::string_view members = {}) const; ///< a chat request; `members` as `"max_tokens":5`
    std::string streamBody(std::string_view members = {}) const;

    HttpReply chat(std::string_view members = {}, const Headers& headers = {}) const;
    HttpReply stream(std::string_view members = {}, const Headers& headers = {}) const;
    /// The same over the Anthropic protocol.
    HttpReply message(bool streamed) const;
    /// The run of a reply.
    boost::json::value runOf(const HttpReply& reply) const;

private:
    const GatewayProcess& gateway_;
    std::string name_;
    std::string problem_;
};

/// `choices[0].message.content`, or what failed.
std::string contentOf(const HttpReply& reply);
/// All of `choices[0].delta.content` of a stream.
std::string streamedContentOf(const HttpReply& reply);
/// Whether the stream ended with `[DONE]` and brought no error.
bool endedWell(const HttpReply& reply);
/// Whether the last event is the OpenAI protocol's error and no `[DONE]` came.
bool endedInError(const HttpReply& reply);

/// A member of a JSON document by JSON pointer, as text: numbers as digits, null and absent as empty.
std::string at(const boost::json::value& json, std::string_view pointer);
std::int64_t numberAt(const boost::json::value& json, std::string_view pointer);

/// One gateway for all tests of a program; each test has vendors and a route of its own.
class GatewayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        QVERIFY2(gateway.start(), gateway.problem().c_str());
    }
    void cleanupTestCase() {
        if (!GatewayProcess::isBuilt()) return;
        QVERIFY2(gateway.isRunning(), gateway.log().c_str());
    }

protected:
    GatewayProcess gateway;
};

} // namespace signalbox::tests

/// Registers a route or fails the test.
#define SIGNALBOX_ROUTE(name, ...)                                                                                     \
    const signalbox::tests::RouteUnderTest name(gateway, __VA_ARGS__);                                                 \
    QVERIFY2(name.problem().empty(), name.problem().c_str())
