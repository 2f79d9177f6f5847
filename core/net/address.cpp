#include "core/net/address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <span>

namespace signalbox::net {

namespace {

struct Range {
    std::string_view first;
    unsigned prefixBits;
};

constexpr Range kNotGlobalV4[] = {
    {"0.0.0.0", 8},        // "this network"
    {"10.0.0.0", 8},       // private
    {"100.64.0.0", 10},    // shared, carrier NAT; 100.100.100.200 is a metadata service
    {"127.0.0.0", 8},      // loopback
    {"168.63.129.16", 32}, // a cloud's host agent
    {"169.254.0.0", 16},   // link-local; 169.254.169.254 is a metadata service
    {"172.16.0.0", 12},    // private
    {"192.0.0.0", 24},     // protocol assignments
    {"192.0.2.0", 24},     // documentation
    {"192.31.196.0", 24},  // AS112
    {"192.52.193.0", 24},  // AMT
    {"192.88.99.0", 24},   // 6to4 relay
    {"192.168.0.0", 16},   // private
    {"192.175.48.0", 24},  // AS112
    {"198.18.0.0", 15},    // benchmarking
    {"198.51.100.0", 24},  // documentation
    {"203.0.113.0", 24},   // documentation
    {"224.0.0.0", 4},      // multicast
    {"240.0.0.0", 4},      // reserved, broadcast
};

/// Of IPv6 only 2000::/3 is global unicast; these are the exceptions inside it.
constexpr Range kNotGlobalV6[] = {
    {"2001::", 23},     // protocol assignments: Teredo, benchmarking, ORCHID
    {"2001:db8::", 32}, // documentation
    {"2002::", 16},     // 6to4
    {"2620:4f:8000::", 48}, // AS112
    {"3fff::", 20},     // documentation
};

bool isWithin(const Address& address, const Range& range) {
    const auto first = parseAddress(range.first);
    if (!first || first->v6 != address.v6) return false;
    const std::size_t whole = range.prefixBits / 8;
    if (!std::equal(first->bytes.begin(), first->bytes.begin() + static_cast<std::ptrdiff_t>(whole), address.bytes.begin())) return false;
    const unsigned rest = range.prefixBits % 8;
    if (rest == 0) return true;
    const auto mask = static_cast<unsigned>(0xFFU << (8 - rest)) & 0xFFU;
    return ((first->bytes[whole] ^ address.bytes[whole]) & mask) == 0;
}

bool isWithinAny(const Address& address, std::span<const Range> ranges) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) { return isWithin(address, range); });
}

} // namespace

std::string Address::text() const {
    char buffer[INET6_ADDRSTRLEN] = {};
    inet_ntop(v6 ? AF_INET6 : AF_INET, bytes.data(), buffer, sizeof buffer);
    return buffer;
}

std::optional<Address> parseAddress(std::string_view text) {
    Address address;
    const std::string copy(text);
    if (copy.size() != std::char_traits<char>::length(copy.c_str())) return std::nullopt;
    address.v6 = text.find(':') != std::string_view::npos;
    if (inet_pton(address.v6 ? AF_INET6 : AF_INET, copy.c_str(), address.bytes.data()) != 1) return std::nullopt;
    return address;
}

bool isGlobal(const Address& address) {
    if (!address.v6) return !isWithinAny(address, kNotGlobalV4);
    return (address.bytes[0] & 0xE0U) == 0x20U && !isWithinAny(address, kNotGlobalV6);
}

} // namespace signalbox::net
