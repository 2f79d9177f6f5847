#pragma once

#include "tests/support/gateway_process.h"

#include <boost/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::tests {

/// What the control plane answered.
struct ControlReply {
    int status = 0;
    std::string body;
    boost::json::value json; ///< null when the body is none
    HttpReply http;

    /// The value at a JSON pointer; null when there is none.
    boost::json::value at(std::string_view pointer) const;
    /// The same as text: a string as it is, anything else as JSON.
    std::string text(std::string_view pointer) const;
    /// The array there; empty when there is none.
    boost::json::array list(std::string_view pointer) const;
};

/// The real gateway, and people of every role who ask it.
class ControlFixture {
public:
    static const std::vector<std::string>& roles(); ///< least first

    bool start() { return gateway_.start(); }
    GatewayProcess& gateway() { return gateway_; }

    /// As the administrator.
    ControlReply ask(std::string_view method, std::string_view path, const std::string& body = {}) const;
    /// With that token (empty: none) and further headers; `path` below /api/v1.
    ControlReply askAs(const std::string& token, std::string_view method, std::string_view path, const std::string& body = {}, const Headers& more = {}) const;
    /// A new token of that role; empty when that failed.
    std::string tokenOf(const std::string& role) const;
    /// One call through the sandbox; gives the run's id.
    std::string callOnce() const;
    /// Runs `signalboxd WORDS...` on this gateway's data directory; gives the exit code and all that it wrote.
    std::pair<int, std::string> command(const std::vector<std::string>& words) const;

private:
    GatewayProcess gateway_;
};

} // namespace signalbox::tests
