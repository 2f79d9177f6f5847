#pragma once

#include "core/net/http.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::net {

/// What a request's head says about the message, once it was found to say it in one way only.
struct RequestHead {
    Request request; ///< all but body, peer and overTls
    bool http10 = false;
    bool keepAlive = true;
    bool chunked = false;
    std::optional<std::uint64_t> contentLength;
    bool expectsContinue = false;

    bool hasBody() const { return chunked || contentLength.value_or(0) > 0; }
};

/// Why a request is not served: the status to answer with, and a word for people.
struct Refusal {
    int status = 400;
    std::string_view reason;
};

/// Reads a whole head: request line to the empty line that ends it, both included. Refuses whatever RFC 9110 and RFC 9112
/// forbid and whatever two recipients may understand in two ways; there is no lenient mode.
ResultOf<RequestHead, Refusal> readRequestHead(std::string_view head, std::size_t maxFields);

/// Finds the end of a head in bytes that come piece by piece, and sees early what can no longer become a head.
class HeadEnd {
public:
    /// `bytes` is all that came of the message so far. The head's size, 0 as long as it is not whole, or a refusal.
    ResultOf<std::size_t, Refusal> find(std::string_view bytes);
    void reset() { scanned_ = 0; }

private:
    std::size_t scanned_ = 0;
};

} // namespace signalbox::net
