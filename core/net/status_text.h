#pragma once

#include <string>
#include <string_view>

namespace signalbox::net {

/// The reason phrase of RFC 9110 and its siblings; empty for a status that has none.
std::string_view reasonPhrase(int status);
/// `HTTP/1.1 200 OK\r\ndate: ...\r\n`: what every answer starts with. The date is formatted once a second and thread.
void appendStatusAndDate(std::string& out, int status);

} // namespace signalbox::net
