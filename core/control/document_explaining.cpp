#include "core/control/document_operations.h"

#include "core/control/snapshot_loader.h"
#include "core/model/run.h"
#include "core/policy/target_selection.h"
#include "core/providers/connector.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace signalbox::control {

namespace json = boost::json;
using model::Capability;
using model::DocumentKind;

namespace {

struct Kind {
    model::Capabilities needs = 0;
    model::ClientProtocol protocol = model::ClientProtocol::OpenAiChat;
};

/// The call that is meant where nobody says which: every call is a chat or asks for embeddings (`readChat`, `readEmbeddings`). A chat,
/// unless the route or the question says otherwise, or no target could chat at all.
Kind kindOf(model::Capabilities asked, const model::RouteSpec& route, const gateway::Snapshot& snapshot) {
    constexpr auto kEmbeddings = static_cast<model::Capabilities>(Capability::Embeddings);
    const auto said = asked | route.taskProfile.needs;
    bool chats = false;
    bool embeds = false;
    for (const auto& target : route.targets)
        if (const auto provider = snapshot.providers.find(target.provider); provider != snapshot.providers.end())
            for (const auto& model : provider->second.spec.models)
                if (model.id == target.model) {
                    chats = chats || has(model.capabilities, Capability::Chat);
                    embeds = embeds || has(model.capabilities, Capability::Embeddings);
                }
    const bool isEmbedding = has(said, Capability::Embeddings) || (said == 0 && embeds && !chats);
    return isEmbedding ? Kind{asked | kEmbeddings, model::ClientProtocol::OpenAiEmbeddings} : Kind{asked | Capability::Chat, model::ClientProtocol::OpenAiChat};
}

} // namespace

void addExplainingOperations(Operations& operations, PlaneState& state) {
    operations.add({"GET", "/policies/effective", Role::Viewer, "The policy that modules make together, and where each value came from", {"modules", "route"}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        std::vector<std::string> modules;
                        if (const auto route = request.option("route"); !route.empty()) {
                            auto found = store::DocumentRepository(session.connection).find(DocumentKind::Route, {route, "production", {}});
                            if (!found) return tl::unexpected(found.error());
                            auto spec = model::readRouteSpec(found->document.spec);
                            if (!spec) return tl::unexpected(spec.error());
                            modules = spec->policies;
                        } else {
                            std::string list = request.option("modules");
                            for (std::size_t begin = 0; begin < list.size();) {
                                const auto end = std::min(list.find(',', begin), list.size());
                                if (end > begin) modules.push_back(list.substr(begin, end - begin));
                                begin = end + 1;
                            }
                        }
                        auto effective = effectivePolicy(session, modules);
                        if (!effective) return tl::unexpected(effective.error());
                        json::object origins;
                        for (const auto& [pointer, module] : effective->origins) origins[pointer] = module;
                        return ApiReply::json(json::object{{"policy", toJson(effective->policy)}, {"modules", effective->label}, {"origins", std::move(origins)}});
                    }});
    operations.add({"GET", "/routes/{name}/explain", Role::Viewer, "In which order a route's targets would serve, and why not", {"needs", "input_tokens"}, {}, [&state](store::Session&, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto snapshot = state.currentSnapshot();
                        const auto route = snapshot->routes.find(request.parameter("name"));
                        if (route == snapshot->routes.end()) return model::failure(model::ErrorClass::NotFound, "There is no route '" + request.parameter("name") + "' in service.", "route_not_found");
                        policy::CallFacts facts;
                        facts.dataClass = route->second.policy.governance.dataClass;
                        if (const auto tokens = request.option("input_tokens"); !tokens.empty()) {
                            const auto [end, error] = std::from_chars(tokens.data(), tokens.data() + tokens.size(), facts.inputTokens);
                            if (error != std::errc{} || end != tokens.data() + tokens.size() || facts.inputTokens < 0) return badRequest("'input_tokens' should be a whole number.");
                        }
                        const auto needs = request.option("needs");
                        for (std::size_t begin = 0; begin < needs.size();) {
                            const auto end = std::min(needs.find(',', begin), needs.size());
                            if (const auto capability = model::capabilityNamed(needs.substr(begin, end - begin))) facts.needs = facts.needs | *capability;
                            else return badRequest("'needs' names what is no capability.");
                            begin = end + 1;
                        }
                        const auto kind = kindOf(facts.needs, route->second.spec, *snapshot);
                        facts.needs = kind.needs;
                        const auto live = state.parts.live.targets();
                        std::vector<policy::Candidate> candidates;
                        json::array missing;
                        for (const auto& target : route->second.spec.targets) {
                            const auto provider = snapshot->providers.find(target.provider);
                            const bool known = provider != snapshot->providers.end() && std::any_of(provider->second.spec.models.begin(), provider->second.spec.models.end(), [&](const auto& model) { return model.id == target.model; });
                            if (!known) {
                                missing.push_back(json::object{{"target", target.provider + '/' + target.model}, {"eligible", false}, {"reason", "no provider in service has this model"}});
                                continue;
                            }
                            for (const auto& model : provider->second.spec.models) {
                                if (model.id != target.model) continue;
                                policy::Candidate candidate{&provider->second.spec, &model, provider->second.name, target.weight, std::nan(""), false, provider->second.connector && provider->second.connector->serves(kind.protocol), provider->second.problem};
                                for (const auto& one : live)
                                    if (one.provider == target.provider && one.model == target.model) {
                                        candidate.breakerOpen = one.breaker == gateway::LiveState::Breaker::Open;
                                        candidate.observedFirstTokenMs = one.firstTokenMs.value_or(std::nan(""));
                                    }
                                candidates.push_back(candidate);
                            }
                        }
                        const auto selection = policy::orderTargets(candidates, route->second.spec.taskProfile, route->second.spec.strategy, facts, 0);
                        json::array order;
                        for (const auto index : selection.order)
                            order.push_back(json::object{{"target", std::string(candidates[index].providerName) + '/' + candidates[index].model->id}, {"eligible", true}, {"reason", ""}});
                        for (const auto& excluded : selection.excluded)
                            order.push_back(json::object{{"target", std::string(candidates[excluded.index].providerName) + '/' + candidates[excluded.index].model->id}, {"eligible", false}, {"reason", excluded.sentence}});
                        order.insert(order.end(), missing.begin(), missing.end());
                        return ApiReply::json(json::object{{"strategy", nameOf(route->second.spec.strategy)}, {"order", std::move(order)}});
                    }});
}

} // namespace signalbox::control
