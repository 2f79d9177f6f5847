#include "tests/support/vendor_behaviour.h"

#include <algorithm>
#include <cstdio>

namespace signalbox::tests {

namespace {
std::string_view reasonOf(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Scripted";
    }
}
} // namespace

Behaviour& Behaviour::send(std::string bytes) {
    acts_.push_back({Kind::Send, std::move(bytes), {}});
    return *this;
}

Behaviour& Behaviour::pause(std::chrono::milliseconds time) {
    acts_.push_back({Kind::Pause, {}, time});
    return *this;
}

Behaviour& Behaviour::drip(std::string_view bytes, std::size_t pieceSize, std::chrono::milliseconds every) {
    for (std::size_t at = 0; at < bytes.size(); at += pieceSize) {
        send(std::string(bytes.substr(at, pieceSize)));
        pause(every);
    }
    return *this;
}

Behaviour& Behaviour::hang() {
    acts_.push_back({Kind::Hang, {}, {}});
    return *this;
}

Behaviour& Behaviour::close() {
    acts_.push_back({Kind::Close, {}, {}});
    return *this;
}

Behaviour& Behaviour::reset() {
    acts_.push_back({Kind::Reset, {}, {}});
    return *this;
}

Behaviour& Behaviour::chunk(std::string_view bytes) {
    char size[20];
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    return send(std::string(size).append(bytes).append("\r\n"));
}

Behaviour& Behaviour::lastChunk() {
    return send("0\r\n\r\n");
}

Behaviour& Behaviour::then(const Behaviour& other) {
    acts_.insert(acts_.end(), other.acts_.begin(), other.acts_.end());
    return *this;
}

std::string responseHead(int status, const Headers& headers) {
    std::string head = "HTTP/1.1 " + std::to_string(status) + " " + std::string(reasonOf(status)) + "\r\n";
    for (const auto& [name, value] : headers)
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

Behaviour respond(int status, std::string_view contentType, std::string_view body, const Headers& extra) {
    Headers headers = {{"content-type", std::string(contentType)}, {"content-length", std::to_string(body.size())}};
    headers.insert(headers.end(), extra.begin(), extra.end());
    Behaviour behaviour;
    behaviour.send(responseHead(status, headers).append(body));
    return behaviour;
}

Behaviour openStream(const std::vector<std::string>& events, std::chrono::milliseconds between, const Headers& extra) {
    Headers headers = {
        {"content-type", "text/event-stream"}, {"cache-control", "no-cache"}, {"transfer-encoding", "chunked"}};
    headers.insert(headers.end(), extra.begin(), extra.end());
    Behaviour behaviour;
    behaviour.send(responseHead(200, headers));
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i > 0 && between.count() > 0) behaviour.pause(between);
        behaviour.chunk(events[i]);
    }
    return behaviour;
}

Behaviour wholeStream(const std::vector<std::string>& events, std::chrono::milliseconds between, const Headers& extra) {
    return openStream(events, between, extra).lastChunk();
}

} // namespace signalbox::tests
