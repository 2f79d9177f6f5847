#include "core/gateway/answer_reply.h"

#include <boost/json.hpp>

namespace signalbox::gateway {

namespace asio = boost::asio;

namespace {

/// How long an answer may come in before its caller gets the head: until then an error can still have its status.
constexpr std::chrono::seconds kHeadPatience{5};
constexpr std::chrono::seconds kKeepAliveEvery{15};

} // namespace

void AnswerReply::nextAttempt(std::size_t number) {
    attempt_ = number;
    text_.clear();
}

asio::awaitable<bool> AnswerReply::complete(std::string tail, std::string&) {
    if (tail.empty()) co_return !isDisconnected();
    const auto text = text_.feed(tail);
    co_return co_await heard(std::move(tail), text);
}

asio::awaitable<bool> AnswerReply::begin(net::Response head, std::string_view, std::chrono::milliseconds) {
    head_ = std::move(head);
    if (!isLive()) co_return !isDisconnected();
    co_return co_await beginCaller();
}

asio::awaitable<bool> AnswerReply::beginCaller() {
    if (begun_) co_return !isDisconnected();
    begun_ = true;
    net::Response head = *head_;
    for (const auto& [name, value] : fields_) head.fields.set(name, value);
    co_return co_await caller_.begin(std::move(head), keepAlive_, kKeepAliveEvery);
}

asio::awaitable<bool> AnswerReply::write(std::string bytes) {
    const auto text = text_.feed(bytes);
    co_return co_await heard(std::move(bytes), text);
}

asio::awaitable<bool> DeltaReply::heard(std::string, std::string_view text) {
    // Before the head nothing is said: what comes with the end of an answer that was never begun is in its result.
    if (text.empty() || !begun()) co_return !isDisconnected();
    auto event = "event: delta\ndata: " + boost::json::serialize(boost::json::object{{"text", text}, {"attempt", attempt()}}) + "\n\n";
    co_return co_await caller().write(std::move(event));
}

asio::awaitable<bool> HeldReply::heard(std::string, std::string_view) {
    const auto now = monotonicNow();
    if (!since_) since_ = now;
    if (!begun() && hasHead() && now - *since_ >= kHeadPatience) co_return co_await beginCaller();
    co_return !isDisconnected();
}

std::string LiveReply::translated(std::string_view events) {
    std::string out;
    splitter_.feed(events);
    StreamEvent event;
    while (splitter_.next(event)) {
        if (event.data.empty() || event.data == "[DONE]") continue;
        if (const auto* chunk = parser_.parse(event.data); chunk && chunk->is_object()) writer_->chunk(chunk->get_object(), usage_, out);
    }
    return out;
}

asio::awaitable<bool> LiveReply::heard(std::string events, std::string_view) {
    if (writer_) events = translated(events);
    if (events.empty()) co_return !isDisconnected();
    co_return co_await caller().write(std::move(events));
}

asio::awaitable<bool> LiveReply::complete(std::string tail, std::string& rest) {
    read(tail);
    rest = writer_ ? translated(tail) : std::move(tail);
    co_return !isDisconnected();
}

std::string LiveReply::terminator() {
    std::string out;
    if (writer_) writer_->finish(usage_, text().finishReason(), out);
    return out;
}

} // namespace signalbox::gateway
