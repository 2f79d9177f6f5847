#pragma once

#include "core/base/clock.h"
#include "core/base/event_stream.h"
#include "core/gateway/chat_text.h"
#include "core/model/usage.h"
#include "core/net/server.h"
#include "core/providers/messages_answer.h"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace signalbox::gateway {

/// Stands between the attempts of a workflow's run and its caller: reads what the model says, and gives on what the caller may see
/// of it. Attempts only begin and write; what ends the reply is the run's. On the worker's thread.
class AnswerReply : public net::Reply {
public:
    AnswerReply(net::Reply& caller, std::string keepAlive) : caller_(caller), keepAlive_(std::move(keepAlive)) {}

    /// An attempt begins: what another said is forgotten.
    void nextAttempt(std::size_t number);
    /// What an attempt left unsent, once it is complete; a reply that passes everything through keeps the rest of it in `rest`.
    virtual boost::asio::awaitable<bool> complete(std::string tail, std::string& rest);
    const ChatText& text() const { return text_; }
    /// The caller has the head: an error can only be an event.
    bool begun() const { return begun_; }
    /// Whether the caller sees what the model says before it was checked.
    virtual bool isLive() const = 0;
    /// Fields of the head, besides those that every reply carries.
    void addField(std::string_view name, std::string_view value) { fields_.set(name, value); }

    boost::asio::awaitable<bool> begin(net::Response head, std::string_view keepAlive, std::chrono::milliseconds keepAliveEvery) override;
    boost::asio::awaitable<bool> write(std::string bytes) override;
    boost::asio::awaitable<bool> send(net::Response response) override { return caller_.send(std::move(response)); }
    boost::asio::awaitable<bool> end() override { return caller_.end(); }
    void abort() override { caller_.abort(); }
    void onDisconnect(std::function<void()> callback) override { caller_.onDisconnect(std::move(callback)); }
    bool isDisconnected() const override { return caller_.isDisconnected(); }

protected:
    /// What came from the vendor, and the text that it added.
    virtual boost::asio::awaitable<bool> heard(std::string events, std::string_view text) = 0;
    boost::asio::awaitable<bool> beginCaller();
    net::Reply& caller() { return caller_; }
    void read(std::string_view events) { text_.feed(events); }
    std::size_t attempt() const { return attempt_; }
    bool hasHead() const { return head_.has_value(); }

private:
    net::Reply& caller_;
    std::string keepAlive_; ///< of the caller's protocol
    ChatText text_;
    net::Fields fields_;
    std::optional<net::Response> head_;
    std::size_t attempt_ = 1;
    bool begun_ = false;
};

/// Events `delta` {text, attempt}, as the model says it.
class DeltaReply final : public AnswerReply {
public:
    using AnswerReply::AnswerReply;
    bool isLive() const override { return true; }

protected:
    boost::asio::awaitable<bool> heard(std::string events, std::string_view text) override;
};

/// Nothing until the output was checked; after a while the head, so that keep-alives can go out.
class HeldReply final : public AnswerReply {
public:
    using AnswerReply::AnswerReply;
    bool isLive() const override { return false; }

protected:
    boost::asio::awaitable<bool> heard(std::string events, std::string_view text) override;

private:
    std::optional<MonotonicTime> since_;
};

/// Everything as it comes, in the words of OpenAI's protocol, or of Anthropic's when there is a writer for it.
class LiveReply final : public AnswerReply {
public:
    LiveReply(net::Reply& caller, std::string keepAlive, std::optional<providers::MessagesWriter> writer) : AnswerReply(caller, std::move(keepAlive)), writer_(std::move(writer)) {}
    bool isLive() const override { return true; }
    boost::asio::awaitable<bool> complete(std::string tail, std::string& rest) override;
    /// For Anthropic's terminator.
    void setUsage(const model::Usage& usage) { usage_ = usage; }
    std::string terminator();

protected:
    boost::asio::awaitable<bool> heard(std::string events, std::string_view text) override;

private:
    std::string translated(std::string_view events);

    std::optional<providers::MessagesWriter> writer_;
    EventStreamSplitter splitter_;
    providers::ChunkParser parser_;
    model::Usage usage_;
};

} // namespace signalbox::gateway
