#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signalbox::tests {

/// What a scripted vendor does with one request: acts in order. After the last one the connection waits for the next
/// request, so a behaviour that wants it otherwise ends with `close`, `reset` or `hang`.
class Behaviour {
public:
    enum class Kind : unsigned char { Send, Pause, Hang, Close, Reset };
    struct Act {
        Kind kind;
        std::string bytes;
        std::chrono::milliseconds pause{0};
    };

    Behaviour& send(std::string bytes);
    Behaviour& pause(std::chrono::milliseconds time);
    /// `bytes` in pieces of `pieceSize`, with a pause after each.
    Behaviour& drip(std::string_view bytes, std::size_t pieceSize, std::chrono::milliseconds every);
    /// Silence until the peer leaves.
    Behaviour& hang();
    /// An orderly end of the connection (FIN), whatever was promised.
    Behaviour& close();
    /// The connection is torn down (RST).
    Behaviour& reset();

    /// One chunk of a chunked body.
    Behaviour& chunk(std::string_view bytes);
    /// The chunk that ends a chunked body.
    Behaviour& lastChunk();
    /// Puts the acts of `other` behind these.
    Behaviour& then(const Behaviour& other);

    const std::vector<Act>& acts() const { return acts_; }

private:
    std::vector<Act> acts_;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Status line and header fields, with the blank line; nothing is added to what is given.
std::string responseHead(int status, const Headers& headers);

/// A whole answer with content-length.
Behaviour respond(int status, std::string_view contentType, std::string_view body, const Headers& extra = {});

/// The head of an event stream in chunked coding, and one chunk for each event, `between` apart. The stream is left
/// open: end it with `lastChunk()`, or break it with `reset()`, `close()`, `hang()`, `pause()`.
Behaviour openStream(const std::vector<std::string>& events, std::chrono::milliseconds between = {},
                     const Headers& extra = {});

/// The same, ended as it should be.
Behaviour wholeStream(const std::vector<std::string>& events, std::chrono::milliseconds between = {},
                      const Headers& extra = {});

} // namespace signalbox::tests
