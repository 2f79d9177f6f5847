#include "core/net/status_text.h"

#include <array>
#include <ctime>

namespace signalbox::net {

std::string_view reasonPhrase(int status) {
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 402: return "Payment Required";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 411: return "Length Required";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 499: return "Client Closed Request";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    default: return {};
    }
}

void appendStatusAndDate(std::string& out, int status) {
    struct Date {
        std::time_t second = 0;
        std::array<char, 40> text{};
        std::size_t size = 0;
    };
    thread_local Date date;
    if (const auto now = std::time(nullptr); now != date.second) {
        constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        std::tm utc{};
        ::gmtime_r(&now, &utc);
        std::array<char, 40> pattern{};
        // strftime would follow the locale for the names.
        std::strftime(pattern.data(), pattern.size(), "%d %%s %Y %H:%M:%S GMT", &utc);
        std::string text = kDays[static_cast<std::size_t>(utc.tm_wday)] + std::string(", ") + pattern.data();
        text.replace(text.find("%s"), 2, kMonths[static_cast<std::size_t>(utc.tm_mon)]);
        date.size = text.copy(date.text.data(), date.text.size());
        date.second = now;
    }
    const std::array<char, 3> digits{static_cast<char>('0' + status / 100 % 10), static_cast<char>('0' + status / 10 % 10), static_cast<char>('0' + status % 10)};
    out.append("HTTP/1.1 ").append(digits.data(), 3).append(" ").append(reasonPhrase(status));
    out.append("\r\ndate: ").append(date.text.data(), date.size).append("\r\n");
}

} // namespace signalbox::net
