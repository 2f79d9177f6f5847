#pragma once

#include "core/model/error.h"
#include "core/net/server.h"
#include "core/store/audit_log.h"
#include "core/store/store_pool.h"

#include <boost/asio/awaitable.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::control {

/// What a person may do; each includes those before it.
enum class Role : unsigned char { Nobody = 0, Viewer, Reviewer, Engineer, Operator, Admin };
std::string_view nameOf(Role role);
std::optional<Role> roleNamed(std::string_view name);

/// A request to the control plane, with who asks. Path parameters are decoded once; nothing else looks at the path.
struct ApiRequest {
    std::map<std::string, std::string, std::less<>> path;  ///< by the template's names
    std::map<std::string, std::string, std::less<>> query;
    std::string body;
    std::string contentType;
    store::Actor actor;
    Role role = Role::Nobody;

    const std::string& parameter(std::string_view name) const;  ///< of the path; the template guarantees it
    std::string option(std::string_view name) const;            ///< of the query; empty if absent
    /// The body as an object, or why it is none.
    model::Result<boost::json::object> object() const;
};

struct ApiReply {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::string allow{}; ///< of a 405: the methods that there are

    static ApiReply json(const boost::json::value& value, int status = 200);
    static ApiReply nothing() { return {204, {}, {}}; }
};

/// Runs on a thread of the store.
using Answer = std::function<model::Result<ApiReply>(store::Session&, const ApiRequest&)>;
/// Runs on the connection's thread, for what waits for others.
using AwaitedAnswer = std::function<boost::asio::awaitable<ApiReply>(ApiRequest)>;
/// The same, and gives the reply itself, on the connection of that worker.
using StreamedAnswer = std::function<boost::asio::awaitable<void>(ApiRequest, net::Reply&, std::size_t worker)>;

/// One operation: what dispatches is also what documents itself.
struct Operation {
    std::string method;
    std::string path;    ///< below /api/v1: `/documents/{kind}/{name}`
    Role role = Role::Admin;
    std::string summary;
    std::vector<std::string> query;
    std::string requestSchema;  ///< a JSON Schema as text; empty: no body
    Answer answer;
    int success = 200;
    AwaitedAnswer awaited = nullptr; ///< instead of `answer`
    StreamedAnswer streamed = nullptr; ///< instead of both
};

/// The list of all operations, and the lookup by method and path.
class Operations {
public:
    void add(Operation operation) { list_.push_back(std::move(operation)); }
    const std::vector<Operation>& list() const { return list_; }

    struct Match {
        const Operation* operation = nullptr;
        std::map<std::string, std::string, std::less<>> parameters;
        bool pathExists = false; ///< with other methods
        std::string allow;       ///< those methods
    };
    Match find(std::string_view method, std::string_view path) const;

private:
    std::vector<Operation> list_;
};

/// `{pointer, message}`, with `hint`, `line` and `column` where there are any.
boost::json::object toJson(const model::Violation& violation);

/// Status and body of an error, in the control plane's shape.
ApiReply errorReply(const model::Error& error);

/// OpenAPI 3.1 of exactly these operations.
boost::json::object openApiOf(const Operations& operations, std::string_view version);

/// Whether a request with this `Host` can be meant for a server on loopback: a page that had its name rebound to 127.0.0.1 sends
/// its own name.
bool isLoopbackHost(std::string_view host);

inline tl::unexpected<model::Error> badRequest(std::string message, std::string code = "invalid_request") {
    return model::failure(model::ErrorClass::InvalidRequest, std::move(message), std::move(code));
}

} // namespace signalbox::control
