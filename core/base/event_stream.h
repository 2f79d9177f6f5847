#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signalbox {

/// One server-sent event (WHATWG HTML, "Server-sent events"). Views are valid until the next call of `next` or `feed`.
struct StreamEvent {
    std::string_view type; ///< empty: `message`
    std::string_view data; ///< lines joined by \n; empty: a comment or an event without data
    std::string_view raw;  ///< the event's bytes as they came, with the blank line that ends it
};

/// Splits a stream of events, fed in any pieces, into events. Accepts LF, CRLF and CR, a BOM and comments. An event of one data
/// line that arrives in one piece is not copied.
class EventStreamSplitter {
public:
    explicit EventStreamSplitter(std::size_t maxEventBytes = 8 * 1024 * 1024) : maxEventBytes_(maxEventBytes) {}

    /// `bytes` must stay valid until `next` returned false.
    void feed(std::string_view bytes);
    /// The next complete event; false when more bytes are needed (the rest is kept) or an event grew over the limit.
    bool next(StreamEvent& event);
    /// An event grew over the limit; the splitter is of no more use.
    bool failed() const { return failed_; }
    /// At the end of the stream, after `next` returned false: the event that did not get its blank line; false when there is none.
    /// The standard leaves it out, and it may be cut anywhere.
    bool partial(StreamEvent& event);

private:
    /// Length of the first complete event in `text`, blank line included; 0: none.
    static std::size_t completeEvent(std::string_view text, std::size_t from);
    void parse(std::string_view raw, StreamEvent& event);

    std::size_t maxEventBytes_;
    std::string carry_;        ///< the beginning of an event whose end has not come
    std::string whole_;        ///< an event that came in pieces
    std::string joined_;       ///< data of several lines
    std::string_view pending_; ///< fed and not yet looked at
    bool started_ = false;
    bool failed_ = false;
};

} // namespace signalbox
