#include "core/base/text.h"
#include "core/gateway/stages.h"
#include "core/gateway/worker.h"

#include <array>

namespace signalbox::gateway {

namespace {

constexpr std::string_view kKeyPrefix = "sbk_";

/// The credential wherever a client of any protocol puts it. A client that carries a vendor's key beside ours (two SDK settings
/// at once) is known by ours.
std::string_view credentialOf(const net::Fields& fields) {
    static constexpr std::array<std::string_view, 4> kPlaces = {"authorization", "x-api-key", "api-key", "x-goog-api-key"};
    std::string_view first;
    for (const auto place : kPlaces) {
        std::string_view value = trimmed(fields.get(place));
        constexpr std::string_view kBearer = "bearer ";
        if (value.size() > kBearer.size() && equalsIgnoringCase(value.substr(0, kBearer.size()), kBearer))
            value = trimmed(value.substr(kBearer.size()));
        if (value.starts_with(kKeyPrefix)) return value;
        if (first.empty()) first = value;
    }
    return first;
}

} // namespace

model::Result<std::string> applicationOf(Worker& worker, const net::Fields& fields) {
    const auto credential = credentialOf(fields);
    if (credential.empty())
        return model::failure(model::ErrorClass::Unauthenticated,
                              "No application key was given. Send one as 'Authorization: Bearer sbk_...' (or x-api-key); an "
                              "administrator makes them in Settings, Application keys.",
                              "missing_api_key");
    const auto* application = worker.keyOf(std::string(credential));
    if (!application)
        return model::failure(model::ErrorClass::Unauthenticated,
                              "The application key is not known here, or it was revoked. Keys of this gateway begin with 'sbk_'.",
                              "invalid_api_key");
    worker.noteUse(*application);
    return application->name;
}

model::Result<void> authenticate(Exchange& exchange) {
    auto name = applicationOf(exchange.worker, exchange.request.fields);
    if (!name) return tl::unexpected(std::move(name.error()));
    exchange.run.keyName = std::move(*name);
    return {};
}

} // namespace signalbox::gateway
