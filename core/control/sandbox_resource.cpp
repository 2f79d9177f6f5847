#include "core/control/plane_state.h"

#include "core/store/sandbox_settings_repository.h"

#include <boost/json.hpp>

namespace signalbox::control {

namespace json = boost::json;

namespace {

/// The simulated provider of that name in the present snapshot.
model::Result<const gateway::Provider*> simulatedProvider(const gateway::Snapshot& snapshot, const std::string& name) {
    const auto provider = snapshot.providers.find(name);
    if (provider == snapshot.providers.end()) return model::failure(model::ErrorClass::NotFound, "There is no provider '" + name + "'.", "provider_not_found");
    if (!provider->second.connector || !provider->second.connector->isSimulated())
        return badRequest("The provider '" + name + "' is a real vendor; only simulated ones can be set.", "not_simulated");
    return &provider->second;
}

} // namespace

void addSandboxOperations(Operations& operations, PlaneState& state) {
    operations.add({"GET", "/sandbox/{provider}", Role::Viewer, "Present settings of a simulated vendor", {}, {}, [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto snapshot = state.currentSnapshot();
                        const auto provider = simulatedProvider(*snapshot, request.parameter("provider"));
                        if (!provider) return tl::unexpected(provider.error());
                        auto all = store::SandboxSettingsRepository(session.connection).all();
                        if (!all) return tl::unexpected(all.error());
                        if (const auto set = all->find((*provider)->name); set != all->end()) return ApiReply{200, "application/json", set->second};
                        return ApiReply::json(toJson((*provider)->spec.sandbox));
                    }});
    operations.add({"PUT", "/sandbox/{provider}", Role::Operator, "Set a simulated vendor, effective for the next call", {},
                    R"({"type":"object","properties":{"seed":{"type":"integer"},"first_token_ms":{"type":"number"},"first_token_spread":{"type":"number"},"tokens_per_second":{"type":"number"},
                        "error_rate":{"type":"number"},"rate_limit_rate":{"type":"number"},"stall_rate":{"type":"number"},"cut_rate":{"type":"number"},"refusal_rate":{"type":"number"},"outage":{"type":"boolean"}}})",
                    [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto snapshot = state.currentSnapshot();
                        const auto provider = simulatedProvider(*snapshot, request.parameter("provider"));
                        if (!provider) return tl::unexpected(provider.error());
                        const auto body = request.object();
                        if (!body) return tl::unexpected(body.error());
                        const auto settings = model::readSandboxSettings(*body, "");
                        if (!settings) return tl::unexpected(settings.error());
                        const auto text = json::serialize(toJson(*settings));
                        if (auto put = store::SandboxSettingsRepository(session.connection).put((*provider)->name, text, request.actor, wallNow()); !put) return tl::unexpected(put.error());
                        state.parts.publisher.setSandbox((*provider)->name, *settings);
                        state.events.publish("document", json::serialize(json::object{{"kind", "sandbox"}, {"name", (*provider)->name}, {"version", nullptr}, {"label", nullptr}}));
                        return ApiReply{200, "application/json", text};
                    }});
}

} // namespace signalbox::control
