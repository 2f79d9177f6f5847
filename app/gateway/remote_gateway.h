#pragma once

#include "app/gateway/options.h"
#include "core/model/error.h"
#include "core/net/upstream.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace signalbox::app {

struct RemoteReply {
    int status = 0;
    net::Fields fields;
    std::string body;
};

/// A running gateway as the command line sees it: where it is, and the token to show it. On the io_context's thread.
class RemoteGateway {
public:
    /// Finds address and token as the options say. The error is a sentence for stderr.
    static model::Result<std::unique_ptr<RemoteGateway>> find(boost::asio::io_context& context, const RemoteOptions& options);

    /// One request with the access token, or with `bearer` instead.
    boost::asio::awaitable<model::Result<RemoteReply>> send(std::string method, std::string target, std::string body,
                                                            std::string contentType = "application/json", std::string bearer = {},
                                                            std::vector<std::pair<std::string, std::string>> headers = {});
    const std::string& url() const { return url_; }

private:
    RemoteGateway() = default;
    std::string url_;
    std::string prefix_;
    std::string token_;
    net::Endpoint endpoint_;
    std::unique_ptr<net::UpstreamPool> pool_;
};

/// Runs one coroutine to its end and gives back what it returns: the shape of every remote command.
int runToEnd(boost::asio::io_context& context, boost::asio::awaitable<int> task);

/// The first line of a file, trimmed; nothing if it cannot be read.
std::optional<std::string> firstLineOf(const std::string& path);

/// `{"error":{"message":...,"violations":[...]}}` of the control plane as lines for stderr.
std::string describeErrorBody(const RemoteReply& reply);

} // namespace signalbox::app
