#include "app/gateway/listen_address.h"

#include <boost/asio/ip/address.hpp>

#include <charconv>

namespace signalbox::app {

std::string ListenAddress::text() const {
    const bool bracketed = host.find(':') != std::string::npos;
    return (bracketed ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

model::Result<ListenAddress> parseListenAddress(std::string_view text) {
    const auto wrong = [&](const char* why) {
        return model::failure(model::ErrorClass::InvalidRequest, "--listen " + std::string(text) + ": " + why + ". Write ADDRESS:PORT, e.g. 127.0.0.1:8787 or [::1]:8787.");
    };
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return wrong("there is no port");
    auto host = text.substr(0, colon);
    const auto digits = text.substr(colon + 1);
    ListenAddress address;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return wrong("the port is not a number from 0 to 65535");
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string_view::npos) return wrong("an IPv6 address stands in brackets");
    if (host == "localhost") host = "127.0.0.1";
    boost::system::error_code invalid;
    const auto ip = boost::asio::ip::make_address(std::string(host), invalid);
    if (invalid) return wrong("the address is not a literal IPv4 or IPv6 address");
    address.host = ip.to_string();
    address.loopback = ip.is_loopback();
    return address;
}

} // namespace signalbox::app
