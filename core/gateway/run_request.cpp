#include "core/gateway/run_request.h"

#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::gateway {

namespace json = boost::json;
using model::Error;
using model::ErrorClass;

namespace {

constexpr std::size_t kLongestKey = 255;

Error invalid(std::string code, std::string message, std::string pointer) {
    Error error{ErrorClass::InvalidRequest, message, std::move(code), {}, {}, {}};
    error.violations.push_back({std::move(pointer), std::move(message)});
    return error;
}

/// Whether it is worth to read the body: most say nothing of this. Escapes could hide a member's name.
bool mayAskFor(const std::string& body) {
    for (const auto* part : {"\"mode\"", "\"callback\"", "\\u00"})
        if (body.find(part) != std::string::npos) return true;
    return false;
}

model::Result<void> readKey(const net::Fields& fields, RunRequest& wanted) {
    const auto key = fields.find("idempotency-key");
    if (!key) return {};
    const bool printable = std::all_of(key->begin(), key->end(), [](char c) { return c >= 0x20 && c <= 0x7e; });
    if (key->empty() || key->size() > kLongestKey || !printable)
        return model::failure(ErrorClass::InvalidRequest, "The Idempotency-Key should have 1 to 255 printable ASCII characters.", "idempotency_key_invalid");
    wanted.idempotencyKey = *key;
    return {};
}

model::Result<void> readCallback(const json::value& value, RunRequest& wanted) {
    const auto* object = value.if_object();
    const auto* url = object ? object->if_contains("url") : nullptr;
    if (!url || !url->is_string() || url->get_string().empty()) return tl::unexpected(invalid("invalid_request", "'callback' should be an object like {\"url\": \"https://...\"}.", "/callback"));
    if (!wanted.asynchronous) return tl::unexpected(invalid("invalid_request", "'callback' goes with \"mode\": \"async\" only: this call is answered with its result.", "/callback"));
    wanted.callbackUrl = url->get_string();
    return {};
}

} // namespace

model::Result<RunRequest> readRunRequest(const net::Request& request) {
    RunRequest wanted;
    if (auto read = readKey(request.fields, wanted); !read) return tl::unexpected(std::move(read.error()));
    if (wanted.idempotencyKey.empty() && !mayAskFor(request.body)) return wanted;
    json::parse_options options;
    options.max_depth = 64;
    json::error_code error;
    const auto value = json::parse(request.body, error, {}, options);
    const auto* body = error ? nullptr : value.if_object();
    if (!body) {
        wanted.idempotencyKey.clear(); // it is refused in any case, and a mended one may use the key
        return wanted;
    }
    if (const auto* mode = body->if_contains("mode"); mode && !mode->is_null()) {
        const auto* text = mode->if_string();
        if (!text || (*text != "sync" && *text != "async")) return tl::unexpected(invalid("invalid_request", "'mode' should be \"sync\" or \"async\".", "/mode"));
        wanted.asynchronous = *text == "async";
    }
    if (const auto* stream = body->if_contains("stream"); stream && stream->is_bool()) wanted.stream = stream->get_bool();
    if (const auto* callback = body->if_contains("callback"); callback && !callback->is_null())
        if (auto read = readCallback(*callback, wanted); !read) return tl::unexpected(std::move(read.error()));
    if (wanted.stream && wanted.asynchronous)
        return tl::unexpected(invalid("invalid_request", "An asynchronous run cannot be streamed: leave out 'stream', and ask for the result at the run's 'url'.", "/stream"));
    if (wanted.stream && !wanted.idempotencyKey.empty())
        return tl::unexpected(invalid("idempotency_stream", "A streamed run cannot be given back, so it takes no Idempotency-Key: leave out 'stream', or the key.", "/stream"));
    return wanted;
}

} // namespace signalbox::gateway
