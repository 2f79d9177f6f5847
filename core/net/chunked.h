#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace signalbox::net {

/// Takes the chunked transfer coding (RFC 9112, 7.1) off a body, piece by piece and in place. Chunk extensions and trailer
/// fields are checked and dropped; a trailer field that would speak of framing or routing is an error.
class ChunkedDecoder {
public:
    struct Step {
        std::size_t consumed = 0; ///< of the bytes given
        std::size_t produced = 0; ///< body bytes, now at the front of the bytes given
        bool failed = false;      ///< not the chunked coding: nothing after this is to be trusted
    };
    /// Stops at the body's end; what follows it is not consumed.
    Step decode(char* bytes, std::size_t size);
    bool isDone() const { return state_ == State::Done; }

private:
    enum class State { Size, Extension, SizeLineFeed, Data, DataReturn, DataLineFeed, Trailer, Done };

    bool stepFraming(char c);
    bool stepSize(char c);
    bool stepExtension(char c);
    bool stepTrailer(char c);

    State state_ = State::Size;
    std::uint64_t left_ = 0; ///< of the chunk's data
    unsigned digits_ = 0;
    std::string line_; ///< the extension or trailer line that is being read
    std::size_t overhead_ = 0; ///< bytes of extensions and trailers so far
};

} // namespace signalbox::net
