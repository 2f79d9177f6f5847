#pragma once

#include <span>
#include <string>

namespace signalbox {

/// RFC 4648, section 4: the usual alphabet, padded.
std::string base64(std::span<const unsigned char> bytes);

} // namespace signalbox
