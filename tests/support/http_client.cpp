#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

namespace signalbox::tests {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

void readHead(std::string_view head, HttpReply& reply) {
    const auto space = head.find(' ');
    if (space != std::string_view::npos) reply.status = std::atoi(std::string(head.substr(space + 1, 3)).c_str());
    auto at = head.find("\r\n");
    while (at != std::string_view::npos && at + 2 < head.size()) {
        const auto end = head.find("\r\n", at + 2);
        const auto line = head.substr(at + 2, end == std::string_view::npos ? end : end - at - 2);
        const auto colon = line.find(':');
        if (colon != std::string_view::npos) {
            auto value = line.substr(colon + 1);
            while (!value.empty() && value.front() == ' ')
                value.remove_prefix(1);
            reply.headers.emplace_back(lowered(line.substr(0, colon)), value);
        }
        at = end;
    }
}

} // namespace

std::string HttpReply::header(std::string_view lowerCaseName) const {
    for (const auto& [name, value] : headers)
        if (name == lowerCaseName) return value;
    return {};
}

bool HttpReply::has(std::string_view lowerCaseName) const {
    return std::any_of(headers.begin(), headers.end(), [&](const auto& field) { return field.first == lowerCaseName; });
}

milliseconds HttpReply::took() const {
    return std::chrono::duration_cast<milliseconds>(endedAt - sentAt);
}

std::vector<std::string> HttpReply::events() const {
    std::vector<std::string> payloads;
    std::size_t at = 0;
    while (at < body.size()) {
        const auto end = std::min(body.find('\n', at), body.size());
        std::string_view line = std::string_view(body).substr(at, end - at);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.starts_with("data: "))
            payloads.emplace_back(line.substr(6));
        else if (line.starts_with("data:"))
            payloads.emplace_back(line.substr(5));
        at = end + 1;
    }
    return payloads;
}

HttpConnection::HttpConnection(std::uint16_t port) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int one = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) close();
}

HttpConnection::~HttpConnection() {
    close();
}

bool HttpConnection::send(std::string_view bytes) {
    while (!bytes.empty() && isOpen()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return bytes.empty();
}

bool HttpConnection::sendRequest(std::string_view method, std::string_view target, std::string_view body,
                                 const Headers& headers) {
    std::string request = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nhost: 127.0.0.1\r\n";
    for (const auto& [name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (!body.empty() || method == "POST" || method == "PUT")
        request += "content-length: " + std::to_string(body.size()) + "\r\n";
    return send(request.append("\r\n").append(body));
}

bool HttpConnection::readMore(steady_clock::time_point deadline, HttpReply& reply) {
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now()).count();
        pollfd waiting{socket_, POLLIN, 0};
        const int ready = left > 0 ? ::poll(&waiting, 1, static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) {
            reply.problem = "timeout";
            return false;
        }
        char buffer[65536];
        const auto got = ::recv(socket_, buffer, sizeof buffer, 0);
        if (got > 0) {
            input_.append(buffer, static_cast<std::size_t>(got));
            return true;
        }
        if (got < 0 && errno == EINTR) continue;
        reply.problem = got == 0 ? "closed" : "reset";
        close();
        return false;
    }
}

HttpReply HttpConnection::read(milliseconds patience, const OnBytes& onBytes) {
    HttpReply reply;
    reply.sentAt = steady_clock::now();
    const auto deadline = reply.sentAt + patience;
    const auto finish = [&]() -> HttpReply& {
        reply.endedAt = steady_clock::now();
        return reply;
    };
    if (!isOpen()) {
        reply.problem = "refused";
        return finish();
    }
    std::size_t headEnd = 0;
    while ((headEnd = input_.find("\r\n\r\n")) == std::string::npos)
        if (!readMore(deadline, reply)) return finish();
    readHead(std::string_view(input_).substr(0, headEnd), reply);
    input_.erase(0, headEnd + 4);
    reply.headAt = steady_clock::now();

    const bool chunked = lowered(reply.header("transfer-encoding")) == "chunked";
    const bool sized = reply.has("content-length");
    const std::size_t length = sized ? std::stoull(reply.header("content-length")) : 0;
    for (;;) {
        const auto before = reply.body.size();
        if (chunked) {
            for (;;) {
                const auto line = input_.find("\r\n");
                if (line == std::string::npos) break;
                const auto size = std::strtoull(input_.c_str(), nullptr, 16);
                if (input_.size() < line + 2 + size + 2) break;
                reply.body.append(input_, line + 2, size);
                input_.erase(0, line + 2 + size + 2);
                if (size == 0) reply.complete = true;
                if (size == 0) break;
            }
        } else if (sized) {
            const auto take = std::min(length - reply.body.size(), input_.size());
            reply.body.append(input_, 0, take);
            input_.erase(0, take);
            reply.complete = reply.body.size() == length;
        } else {
            reply.body += input_;
            input_.clear();
        }
        if (onBytes && reply.body.size() > before && !onBytes(reply)) return finish();
        if (reply.complete || reply.status == 204 || reply.status == 304) {
            reply.complete = true;
            return finish();
        }
        if (!readMore(deadline, reply)) {
            // Without a stated length the end of the connection is the end of the body.
            if (!chunked && !sized && reply.problem == "closed") reply.complete = true;
            return finish();
        }
    }
}

void HttpConnection::close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
}

void HttpConnection::reset() {
    const linger now{1, 0};
    if (socket_ >= 0) ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

HttpReply httpCall(std::uint16_t port, std::string_view method, std::string_view target, std::string_view body,
                   const Headers& headers, milliseconds patience, const HttpConnection::OnBytes& onBytes) {
    const auto startedAt = steady_clock::now();
    HttpConnection connection(port);
    // A server may answer and close before it has read all of a request, so the reply is read either way.
    if (connection.isOpen()) connection.sendRequest(method, target, body, headers);
    HttpReply reply = connection.read(patience, onBytes);
    reply.sentAt = startedAt;
    return reply;
}

} // namespace signalbox::tests
