#include "core/net/chunked.h"

#include "core/base/text.h"
#include "core/net/syntax.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace signalbox::net {

namespace {

constexpr std::size_t kMaxOverhead = 16 * 1024;

/// *( ";" name [ "=" ( token / quoted-string ) ] ), without the optional whitespace that RFC 9112 calls bad.
bool areExtensions(std::string_view text) {
    std::size_t at = 0;
    const auto token = [&] {
        const auto start = at;
        while (at < text.size() && syntax::isToken(text.substr(at, 1))) ++at;
        return at > start;
    };
    while (at < text.size()) {
        if (text[at++] != ';' || !token()) return false;
        if (at == text.size() || text[at] != '=') continue;
        ++at;
        if (at == text.size() || text[at] != '"') {
            if (!token()) return false;
            continue;
        }
        for (++at;; ++at) {
            if (at == text.size()) return false;
            if (text[at] == '"') break;
            if (text[at] == '\\' && ++at == text.size()) return false;
            if (!syntax::isFieldValue(text.substr(at, 1))) return false;
        }
        ++at;
    }
    return true;
}

bool isTrailerField(std::string_view line) {
    constexpr std::array<std::string_view, 6> kNever{"content-length", "transfer-encoding", "host", "connection", "trailer", "expect"};
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    const auto name = line.substr(0, colon);
    if (!syntax::isToken(name) || !syntax::isFieldValue(line.substr(colon + 1))) return false;
    return std::none_of(kNever.begin(), kNever.end(), [name](std::string_view word) { return equalsIgnoringCase(name, word); });
}

} // namespace

ChunkedDecoder::Step ChunkedDecoder::decode(char* bytes, std::size_t size) {
    Step step;
    while (step.consumed < size && !isDone()) {
        if (state_ == State::Data) {
            const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, size - step.consumed));
            std::memmove(bytes + step.produced, bytes + step.consumed, count);
            step.produced += count;
            step.consumed += count;
            left_ -= count;
            if (left_ == 0) state_ = State::DataReturn;
            continue;
        }
        if (!stepFraming(bytes[step.consumed++])) {
            step.failed = true;
            return step;
        }
    }
    return step;
}

bool ChunkedDecoder::stepFraming(char c) {
    switch (state_) {
    case State::Size:
        return stepSize(c);
    case State::Extension:
        return stepExtension(c);
    case State::SizeLineFeed:
        if (c != '\n') return false;
        state_ = left_ == 0 ? State::Trailer : State::Data;
        digits_ = 0;
        line_.clear();
        return true;
    case State::DataReturn:
        state_ = State::DataLineFeed;
        return c == '\r';
    case State::DataLineFeed:
        state_ = State::Size;
        return c == '\n';
    case State::Trailer:
        return stepTrailer(c);
    case State::Data:
    case State::Done:
        break;
    }
    return false;
}

bool ChunkedDecoder::stepSize(char c) {
    if (const int digit = syntax::hexDigit(c); digit >= 0) {
        left_ = left_ * 16 + static_cast<std::uint64_t>(digit);
        return ++digits_ <= 15; // more would be over any limit, and soon over 64 bits
    }
    if (digits_ == 0) return false;
    if (c == ';') {
        line_.assign(1, c);
        state_ = State::Extension;
        return true;
    }
    state_ = State::SizeLineFeed;
    return c == '\r';
}

bool ChunkedDecoder::stepExtension(char c) {
    if (c == '\r') {
        state_ = State::SizeLineFeed;
        return areExtensions(line_);
    }
    line_.push_back(c);
    return ++overhead_ <= kMaxOverhead && c != '\n';
}

bool ChunkedDecoder::stepTrailer(char c) {
    if (!line_.empty() && line_.back() == '\r') {
        if (c != '\n') return false;
        line_.pop_back();
        if (line_.empty()) {
            state_ = State::Done;
            return true;
        }
        const bool good = isTrailerField(line_);
        line_.clear();
        return good;
    }
    line_.push_back(c);
    return ++overhead_ <= kMaxOverhead && c != '\n';
}

} // namespace signalbox::net
