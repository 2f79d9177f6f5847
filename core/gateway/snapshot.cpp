#include "core/gateway/snapshot.h"

#include <sodium.h>

#include <cstring>

namespace signalbox::gateway {

std::size_t KeyDigestHash::operator()(const KeyDigest& digest) const noexcept {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash); // an HMAC is uniform already
    return hash;
}

KeyDigest digestOfKey(const KeyDigest& secret, std::string_view key) {
    static_assert(crypto_auth_hmacsha256_BYTES == std::tuple_size_v<KeyDigest>);
    KeyDigest digest;
    crypto_auth_hmacsha256(digest.data(), reinterpret_cast<const unsigned char*>(key.data()), key.size(), secret.data());
    return digest;
}

} // namespace signalbox::gateway
