#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::net {

/// One server-sent event (WHATWG HTML, "Server-sent events"). Views point into the parser or the fed bytes: use before the next feed.
struct Event {
    std::string_view type; ///< empty: `message`
    std::string_view data; ///< lines joined by \n
    std::string_view id;
    std::string_view raw;  ///< the event's bytes as they came, with the blank line that ends it
};

/// Incremental: feed what a read brought, get the events that are complete. Accepts LF, CRLF and CR, a BOM, comments and
/// fields in any order. Copies only what is carried over from one feed to the next and events of several data lines.
class EventStreamParser {
public:
    explicit EventStreamParser(std::size_t maxEventBytes = 8 * 1024 * 1024);
    /// False when an event grew over the limit; the parser then stays failed.
    bool feed(std::string_view bytes, std::vector<Event>& events);
    /// Bytes of an event that never got its blank line: at the end of a stream, a sign that it was cut.
    bool hasPartialEvent() const;

private:
    std::size_t maxEventBytes_;
    std::string carry_;
    std::string joined_;
    bool failed_ = false;
    bool started_ = false;
};

} // namespace signalbox::net
