#pragma once

#include <optional>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;

namespace signalbox::store {

/// Zstandard at its fastest, with a context that is used again. One thread.
class Compressor {
public:
    Compressor();
    ~Compressor();
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;
    /// Valid until the next call.
    std::string_view compress(std::string_view text);

private:
    ZSTD_CCtx_s* context_;
    std::string buffer_;
};

/// Nothing for bytes that are not a frame of at most 256 MiB.
std::optional<std::string> decompress(std::string_view bytes);

} // namespace signalbox::store
