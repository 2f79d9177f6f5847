#pragma once

#include "core/base/event_stream.h"
#include "core/providers/connector.h"

#include <QTest>

#include <boost/json.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// What the tests of connectors share: calls, providers, and an answer fed to a decoder in any cut.
namespace signalbox::tests {

namespace json = boost::json;
using model::ClientProtocol;

inline providers::Call callOf(ClientProtocol protocol, std::string body, std::string_view version = {}) {
    auto call = providers::readCall(protocol, std::move(body), version);
    if (!call) throw std::runtime_error("the test's own call is wrong: " + call.error().message);
    return std::move(*call);
}

inline model::ModelSpec someModel() {
    model::ModelSpec model;
    model.id = "m";
    model.upstreamId = "vendor-m";
    model.maxOutputTokens = 4096;
    return model;
}

inline model::ProviderSpec someProvider(std::string connector = "openai", std::string apiVersion = {}) {
    model::ProviderSpec provider;
    provider.connector = std::move(connector);
    provider.baseUrl = "https://vendor.example/v1";
    provider.apiVersion = std::move(apiVersion);
    provider.models.push_back(someModel());
    return provider;
}

inline std::string header(const providers::HeaderList& headers, std::string_view name) {
    for (const auto& [key, value] : headers)
        if (key == name) return value;
    return {};
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
    return text;
}

/// Sets the time of every answer that was made here to 1, so that two of them can be compared.
inline std::string withoutTime(std::string text) {
    constexpr std::string_view kMember = "\"created\":";
    for (std::size_t at = 0; (at = text.find(kMember, at)) != std::string::npos;) {
        at += kMember.size();
        text.replace(at, std::min(text.find_first_not_of("0123456789", at), text.size()) - at, "1");
    }
    return text;
}

/// What came of an answer.
struct Decoded {
    std::string out;
    std::optional<model::Error> error;
    providers::Progress progress;
};

/// Feeds `pieces` to a decoder of the connector, as the gateway does.
inline Decoded decode(std::string_view connector, const providers::Call& call, const std::vector<std::string_view>& pieces, std::string_view contentType) {
    static const auto model = someModel();
    const auto decoder = providers::connectorNamed(connector)->decoder(call, model, contentType);
    Decoded decoded;
    for (const auto piece : pieces) {
        const std::string copy(piece); // a buffer of its own, so that a view kept too long is caught by the sanitizer
        if (auto fed = decoder->feed(copy, decoded.out); !fed) {
            decoded.error = fed.error();
            break;
        }
    }
    if (!decoded.error)
        if (auto done = decoder->finish(decoded.out); !done) decoded.error = done.error();
    decoded.progress = decoder->progress();
    decoded.out = withoutTime(std::move(decoded.out));
    return decoded;
}

inline Decoded decode(std::string_view connector, const providers::Call& call, std::string_view bytes) {
    return decode(connector, call, std::vector<std::string_view>{bytes}, call.stream ? "text/event-stream" : "application/json");
}

/// An event as a client sees it.
struct SeenEvent {
    std::string type;
    std::string data;
    json::object object() const { return json::parse(data).as_object(); }
};

inline std::vector<SeenEvent> eventsIn(std::string_view stream) {
    EventStreamSplitter splitter;
    splitter.feed(stream);
    std::vector<SeenEvent> events;
    StreamEvent event;
    while (splitter.next(event)) events.push_back({std::string(event.type), std::string(event.data)});
    return events;
}

inline json::value parsed(std::string_view text) { return json::parse(text); }

/// Compares two JSON values and shows both when they differ.
#define COMPARE_JSON(actual, expected)                                                                                                                                    \
    do {                                                                                                                                                                  \
        const json::value actualValue = (actual);                                                                                                                         \
        const json::value expectedValue = (expected);                                                                                                                     \
        if (actualValue != expectedValue)                                                                                                                                 \
            QFAIL(("\nactual:   " + json::serialize(actualValue) + "\nexpected: " + json::serialize(expectedValue)).c_str());                                             \
    } while (false)

} // namespace signalbox::tests
