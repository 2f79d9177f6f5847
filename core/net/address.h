#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::net {

/// An IPv4 or IPv6 address; bytes in network order.
struct Address {
    bool v6 = false;
    std::array<unsigned char, 16> bytes{}; ///< the first four for IPv4

    bool operator==(const Address&) const = default;
    std::string text() const;
};

/// The usual spellings only: four decimal parts without leading zeros, or RFC 4291 without zone and brackets.
std::optional<Address> parseAddress(std::string_view text);

/// Whether the address belongs to the public Internet (IANA special-purpose registries, multicast, and the addresses of cloud
/// metadata services). Ranges that carry an IPv4 address inside (mapped, NAT64, 6to4, Teredo) count as not global.
bool isGlobal(const Address& address);

} // namespace signalbox::net
