#include "core/gateway/stages.h"
#include "core/gateway/worker.h"
#include "core/policy/target_selection.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace signalbox::gateway {

using model::ErrorClass;

namespace {

struct Named {
    const Provider* provider = nullptr;
    const model::ModelSpec* model = nullptr;
};

const model::ModelSpec* modelOf(const Provider& provider, std::string_view id) {
    for (const auto& model : provider.spec.models)
        if (model.id == id) return &model;
    return nullptr;
}

tl::unexpected<model::Error> unknownModel(std::string_view name) {
    return model::failure(ErrorClass::NotFound,
                          "The model '" + std::string(name) + "' does not exist here. Name a 'provider/model' or a 'route/NAME'; GET /v1/models lists them.",
                          "model_not_found");
}

/// `provider/model`; or a model's bare name when just one provider has it, so that an application can keep the name it uses today.
model::Result<Named> namedTarget(const Snapshot& snapshot, std::string_view name) {
    if (const auto slash = name.find('/'); slash != std::string_view::npos) {
        const auto provider = snapshot.providers.find(name.substr(0, slash));
        if (provider != snapshot.providers.end()) {
            if (const auto* model = modelOf(provider->second, name.substr(slash + 1))) return Named{&provider->second, model};
            return model::failure(ErrorClass::NotFound,
                                  "The provider '" + provider->first + "' has no model '" + std::string(name.substr(slash + 1)) +
                                      "'. GET /v1/models lists what there is.",
                                  "model_not_found");
        }
    }
    std::vector<Named> found;
    for (const auto& [providerName, provider] : snapshot.providers)
        if (const auto* model = modelOf(provider, name)) found.push_back({&provider, model});
    if (found.size() == 1) return found.front();
    if (found.empty()) return unknownModel(name);
    std::string choices;
    for (const auto& one : found) choices += (choices.empty() ? "'" : ", '") + one.provider->name + '/' + one.model->id + '\'';
    return model::failure(ErrorClass::NotFound, "Several providers have a model '" + std::string(name) + "': name one of " + choices + ".",
                          "model_ambiguous");
}

/// What a target's condition may ask about.
policy::Facts routingFacts(const Exchange& exchange) {
    policy::Facts facts;
    facts.input = exchange.input;
    facts.fields = {{"input_tokens", exchange.call.inputTokens}, {"key", exchange.run.keyName}, {"stream", exchange.call.stream}};
    if (!exchange.workflowName.empty()) facts.fields["workflow"] = exchange.workflowName;
    return facts;
}

/// The route's targets whose conditions hold of this call.
model::Result<void> useRoute(Exchange& exchange, const Route& route) {
    exchange.route = &route;
    exchange.run.route = route.name + '@' + std::to_string(route.version);
    const auto facts = route.when.empty() ? policy::Facts() : routingFacts(exchange);
    std::string notMeant;
    for (std::size_t i = 0; i < route.spec.targets.size(); ++i) {
        const auto& target = route.spec.targets[i];
        if (i < route.when.size() && route.when[i] && !route.when[i]->holds(facts)) {
            notMeant += (notMeant.empty() ? ": " : "; ") + target.provider + '/' + target.model + " only when " + policy::sentenceOf(*target.when);
            continue;
        }
        const auto provider = exchange.snapshot->providers.find(target.provider);
        if (provider == exchange.snapshot->providers.end()) continue; // archived since the route was written; the others still serve
        if (const auto* model = modelOf(provider->second, target.model))
            exchange.targets.push_back({&provider->second, model, target.weight, exchange.worker.stateOf(provider->second, *model)});
    }
    if (exchange.targets.empty() && !notMeant.empty())
        return model::failure(ErrorClass::InvalidRequest, "No target of 'route/" + route.name + "' is meant for this call" + notMeant + ".", "no_suitable_target");
    return {};
}

model::Result<void> resolveRoute(Exchange& exchange, std::string_view name) {
    const auto& snapshot = *exchange.snapshot;
    const auto route = snapshot.routes.find(name);
    if (route == snapshot.routes.end())
        return model::failure(ErrorClass::NotFound, "There is no route '" + std::string(name) + "'. GET /v1/models lists the routes.", "route_not_found");
    exchange.policy = &route->second.policy;
    exchange.run.policy = route->second.policyLabel;
    return useRoute(exchange, route->second);
}

model::Result<void> resolveModel(Exchange& exchange, std::string_view name) {
    auto named = namedTarget(*exchange.snapshot, name);
    if (!named) return tl::unexpected(std::move(named.error()));
    exchange.policy = &exchange.snapshot->defaultPolicy;
    exchange.run.policy = exchange.snapshot->defaultPolicyLabel;
    exchange.targets.push_back({named->provider, named->model, 1, exchange.worker.stateOf(*named->provider, *named->model)});
    return {};
}

void useTotalTimeout(Exchange& exchange) {
    exchange.totalDeadline = exchange.started + exchange.policy->reliability.totalTimeout;
    exchange.deadline = std::min(exchange.deadline, exchange.totalDeadline);
}

/// Drops the targets that cannot serve this call and puts the others in the strategy's order.
model::Result<void> order(Exchange& exchange) {
    const auto& call = exchange.call;
    const auto now = monotonicNow();
    std::vector<policy::Candidate> candidates;
    candidates.reserve(exchange.targets.size());
    for (const auto& target : exchange.targets) {
        policy::Candidate candidate;
        candidate.provider = &target.provider->spec;
        candidate.model = target.model;
        candidate.providerName = target.provider->name;
        candidate.weight = target.weight;
        candidate.observedFirstTokenMs = target.state->firstTokenMs();
        candidate.breakerOpen = target.state->isOpen(now);
        candidate.connectorServes = target.provider->connector && target.provider->connector->serves(exchange.call.protocol);
        candidate.problem = target.provider->problem;
        candidates.push_back(candidate);
    }
    const policy::CallFacts facts{call.needs, call.inputTokens, call.maxOutputTokens, exchange.policy->governance.dataClass};
    static const model::TaskProfile kNoProfile;
    const auto& profile = exchange.route ? exchange.route->spec.taskProfile : kNoProfile;
    const auto strategy = exchange.route ? exchange.route->spec.strategy : model::Strategy::Ordered;
    const auto selection = policy::orderTargets(candidates, profile, strategy, facts, exchange.worker.random01());
    if (selection.order.empty()) return tl::unexpected(policy::noTargetError(selection, exchange.call.model));
    std::vector<Target> ordered;
    ordered.reserve(selection.order.size());
    for (const auto index : selection.order) ordered.push_back(std::move(exchange.targets[index]));
    exchange.targets = std::move(ordered);
    return {};
}

} // namespace

model::Result<void> resolve(Exchange& exchange) {
    constexpr std::string_view kRoute = "route/";
    constexpr std::string_view kWorkflow = "workflow/";
    const std::string_view name = exchange.call.model;
    model::Result<void> named;
    if (name.starts_with(kRoute))
        named = resolveRoute(exchange, name.substr(kRoute.size()));
    else if (name.starts_with(kWorkflow))
        named = model::failure(ErrorClass::InvalidRequest, "A workflow answers chats: '" + std::string(name) + "' can be the model of /v1/chat/completions and /v1/messages.", "not_a_chat");
    else
        named = resolveModel(exchange, name);
    if (!named) return named;
    useTotalTimeout(exchange);
    return order(exchange);
}

model::Result<void> resolveOn(Exchange& exchange, const Route& route, const model::Policy& policy, const std::string& policyLabel) {
    exchange.policy = &policy;
    exchange.run.policy = policyLabel;
    useTotalTimeout(exchange);
    if (auto used = useRoute(exchange, route); !used) return used;
    return order(exchange);
}

namespace {

boost::json::array listedModels(const Snapshot& snapshot) {
    boost::json::array list;
    // Members of both protocols side by side: OpenAI's clients read object and owned_by, Anthropic's type and display_name.
    const auto add = [&list](const std::string& id, const std::string& owner) {
        list.push_back(boost::json::object{{"id", id}, {"object", "model"}, {"created", 0}, {"owned_by", owner}, {"type", "model"},
                                           {"display_name", id}, {"created_at", "1970-01-01T00:00:00Z"}});
    };
    for (const auto& [name, workflow] : snapshot.workflows) {
        const auto label = workflow.labels.find("production");
        const auto version = label == workflow.labels.end() ? workflow.versions.end() : workflow.versions.find(label->second);
        if (version != workflow.versions.end() && version->second->problem.empty()) add("workflow/" + name, "signalbox");
    }
    for (const auto& [name, route] : snapshot.routes) add("route/" + name, "signalbox");
    for (const auto& [name, provider] : snapshot.providers)
        for (const auto& model : provider.spec.models) add(name + '/' + model.id, name);
    return list;
}

} // namespace

std::string modelList(const Snapshot& snapshot) {
    const auto list = listedModels(snapshot);
    boost::json::object body{{"object", "list"}, {"data", list}, {"has_more", false}};
    if (!list.empty()) {
        body["first_id"] = list.front().at("id");
        body["last_id"] = list.back().at("id");
    }
    return boost::json::serialize(body);
}

model::Result<std::string> modelListed(const Snapshot& snapshot, std::string_view id) {
    for (const auto& model : listedModels(snapshot))
        if (std::string_view(model.at("id").as_string()) == id) return boost::json::serialize(model);
    return unknownModel(id);
}

} // namespace signalbox::gateway
