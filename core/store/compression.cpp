#include "core/store/compression.h"

#include <zstd.h>

namespace signalbox::store {

namespace {
constexpr unsigned long long kMaxSize = 256ULL * 1024 * 1024;
/// Half the time of level 1 on prompts of 1 to 8 kB, for a sixth more bytes: no entropy coding of literals.
constexpr int kLevel = -3;
} // namespace

Compressor::Compressor() : context_(ZSTD_createCCtx()) {}
Compressor::~Compressor() { ZSTD_freeCCtx(context_); }

std::string_view Compressor::compress(std::string_view text) {
    buffer_.resize(ZSTD_compressBound(text.size()));
    const auto size = ZSTD_compressCCtx(context_, buffer_.data(), buffer_.size(), text.data(), text.size(), kLevel);
    if (ZSTD_isError(size)) return {};
    return std::string_view(buffer_).substr(0, size);
}

std::optional<std::string> decompress(std::string_view bytes) {
    const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > kMaxSize) return {};
    std::string text(static_cast<std::size_t>(size), '\0');
    const auto read = ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(read) || read != text.size()) return {};
    return text;
}

} // namespace signalbox::store
