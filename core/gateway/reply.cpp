#include "core/gateway/stages.h"

#include <algorithm>

namespace signalbox::gateway {

using model::Error;
using model::ErrorClass;

net::Response replyHead(const Exchange& exchange, int status, const Target* target) {
    net::Response head;
    head.status = status;
    auto& fields = head.fields;
    fields.add("x-signalbox-run-id", exchange.runIdText);
    fields.add(exchange.call.protocol == model::ClientProtocol::AnthropicMessages ? "request-id" : "x-request-id", exchange.runIdText);
    if (target) {
        fields.add("x-signalbox-target", target->provider->name + '/' + target->model->id);
        if (target->provider->connector->isSimulated()) fields.add("x-signalbox-simulated", "true");
    }
    const auto attempts = std::max(exchange.attemptCount, exchange.run.attempts.size());
    fields.add("x-signalbox-attempts", std::to_string(attempts));
    fields.add("x-signalbox-cache", "none");
    return head;
}

Error callerError(const Exchange& exchange, Error error) {
    const bool fromVendor = !exchange.run.attempts.empty();
    if (!fromVendor) return error;
    switch (error.errorClass) {
    case ErrorClass::Unauthenticated:
    case ErrorClass::Forbidden:
    case ErrorClass::NotFound:
    case ErrorClass::BudgetExceeded:
        // Between the gateway and its vendor; the caller's own key and request are fine, and trying again does not mend it.
        error.message = exchange.run.provider + '/' + exchange.run.model + " refused the gateway: " + error.message +
                        ". An operator has to look at the provider's credential and models in Settings.";
        error.code = std::string("upstream_") + std::string(nameOf(error.errorClass));
        error.errorClass = ErrorClass::UpstreamUnavailable;
        error.narrowed = model::ErrorTraits{};
        return error;
    case ErrorClass::InvalidRequest:
    case ErrorClass::ContractViolation:
    case ErrorClass::RateLimited:
    case ErrorClass::ContextTooLong:
    case ErrorClass::ContentRefused:
    case ErrorClass::UpstreamTimeout:
    case ErrorClass::UpstreamUnavailable:
    case ErrorClass::UpstreamInvalid:
    case ErrorClass::Overloaded:
    case ErrorClass::HeldForReview:
    case ErrorClass::Blocked:
    case ErrorClass::Cancelled:
    case ErrorClass::Internal: return error;
    }
    return error;
}

} // namespace signalbox::gateway
