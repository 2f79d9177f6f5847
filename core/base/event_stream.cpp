#include "core/base/event_stream.h"

#include <algorithm>

namespace signalbox {

namespace {

/// Where the line that `from` stands in ends: at its CR or LF; npos: it goes on.
std::size_t lineEnd(std::string_view text, std::size_t from) {
    // Two searches for one byte each (vectorised) are many times as fast as one for either.
    const auto lf = text.find('\n', from);
    const auto cr = text.substr(0, lf).find('\r', from);
    return cr == std::string_view::npos ? lf : cr;
}

} // namespace

void EventStreamSplitter::feed(std::string_view bytes) {
    if (!started_ && carry_.empty() && !bytes.empty()) {
        started_ = true;
        constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
        if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    }
    pending_ = bytes;
}

std::size_t EventStreamSplitter::completeEvent(std::string_view text, std::size_t from) {
    // A line ends with LF, CRLF or CR; an event with two line ends in a row. A CR at the very end may be half of a CRLF.
    std::size_t at = lineEnd(text, from);
    while (at != std::string_view::npos) {
        std::size_t after = at + 1;
        if (text[at] == '\r') {
            if (after == text.size()) return 0;
            if (text[after] == '\n') ++after;
        }
        if (after == text.size()) return 0;
        if (text[after] == '\n') return after + 1;
        if (text[after] == '\r') {
            if (after + 1 == text.size()) return 0; // the LF that may follow belongs to this event
            return text[after + 1] == '\n' ? after + 2 : after + 1;
        }
        at = lineEnd(text, after);
    }
    return 0;
}

bool EventStreamSplitter::next(StreamEvent& event) {
    if (failed_ || (pending_.empty() && carry_.empty())) return false;
    if (carry_.empty()) {
        // Blank lines between events belong to none.
        std::size_t blank = 0;
        while (blank < pending_.size() && (pending_[blank] == '\n' || pending_[blank] == '\r')) ++blank;
        pending_.remove_prefix(blank);
        if (const auto length = completeEvent(pending_, 0); length > 0) {
            parse(pending_.substr(0, length), event);
            pending_.remove_prefix(length);
            return true;
        }
        carry_ = pending_;
    } else {
        const std::size_t known = carry_.size();
        carry_ += pending_;
        if (const auto length = completeEvent(carry_, known > 4 ? known - 4 : 0); length > 0) {
            whole_.assign(carry_, 0, length);
            pending_.remove_prefix(length - std::min(length, known));
            if (length < known) { // the carried bytes held more than one event
                carry_.erase(0, length);
                carry_.resize(known - length);
            } else {
                carry_.clear();
            }
            parse(whole_, event);
            return true;
        }
    }
    pending_ = {};
    if (carry_.size() > maxEventBytes_) failed_ = true;
    return false;
}

bool EventStreamSplitter::partial(StreamEvent& event) {
    if (carry_.empty()) return false;
    parse(carry_, event);
    return true;
}

void EventStreamSplitter::parse(std::string_view raw, StreamEvent& event) {
    event = {};
    event.raw = raw;
    int dataLines = 0;
    for (std::size_t begin = 0; begin < raw.size();) {
        const auto end = std::min(lineEnd(raw, begin), raw.size());
        const auto line = raw.substr(begin, end - begin);
        begin = end + 1 + (end + 1 < raw.size() && raw[end] == '\r' && raw[end + 1] == '\n' ? 1 : 0);
        const auto colon = line.find(':');
        if (line.empty() || colon == 0) continue;
        const auto name = line.substr(0, colon);
        auto value = colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 1);
        if (value.starts_with(' ')) value.remove_prefix(1);
        if (name == "event") {
            event.type = value;
        } else if (name == "data") {
            if (++dataLines == 1) {
                event.data = value;
            } else {
                if (dataLines == 2) joined_ = event.data;
                joined_ += '\n';
                joined_ += value;
                event.data = joined_;
            }
        }
    }
}

} // namespace signalbox
