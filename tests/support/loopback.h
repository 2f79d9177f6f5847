#pragma once

#include <cstdint>

namespace signalbox::tests {

/// A non-blocking listening socket of 127.0.0.1; port 0: any free one. Throws std::runtime_error when there is none.
int listenOn(std::uint16_t port, int backlog);
std::uint16_t portOf(int listener);

} // namespace signalbox::tests
