#include "core/gateway/stages.h"

#include <boost/json/serialize.hpp>

namespace signalbox::gateway {

std::optional<std::string> degraded(Exchange& exchange) {
    if (!exchange.policy || exchange.call.protocol == model::ClientProtocol::OpenAiEmbeddings) return {};
    for (const auto& step : exchange.policy->reliability.degrade) {
        if (step.serve != model::DegradeStep::Serve::Static) continue; // nothing is cached yet that could be served stale
        const std::string content = step.output.is_string() ? std::string(step.output.get_string()) : boost::json::serialize(step.output);
        exchange.responseText = content;
        return providers::staticAnswer(exchange.call, content, exchange.runIdText,
                                       std::chrono::duration_cast<std::chrono::seconds>(exchange.run.startedAt.time_since_epoch()).count());
    }
    return {};
}

} // namespace signalbox::gateway
