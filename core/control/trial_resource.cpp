#include "core/control/plane_state.h"

#include "core/control/awaited.h"
#include "core/control/request_members.h"
#include "core/control/test_runner.h"
#include "core/control/trial_documents.h"
#include "core/model/workflow_spec.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>

namespace signalbox::control {

namespace asio = boost::asio;
namespace json = boost::json;
using model::DocumentKind;

namespace {

/// A document that a trial names or brings: `{name, version|label}` or `{name?, spec}`.
struct Tried {
    std::string name;
    std::optional<model::DocumentRef> registered;
    const json::object* spec = nullptr;
};

model::Result<Tried> triedIn(const json::object& what, const std::string& pointer) {
    if (auto known = refuseOthers(what, {"name", "version", "label", "spec"}, pointer); !known) return tl::unexpected(known.error());
    Tried tried;
    auto name = textMember(what, "name");
    if (!name) return tl::unexpected(name.error());
    tried.name = std::move(*name);
    if (!tried.name.empty() && !model::isDocumentName(tried.name)) return wrongMember(pointer + "/name", "should be the name of a document");
    const auto spec = objectMember(what, "spec");
    if (!spec) return wrongMember(pointer + "/spec", "should be an object");
    tried.spec = *spec;
    if (tried.spec) {
        if (what.contains("version") || what.contains("label")) return wrongMember(pointer, "is either a registered version or a draft's 'spec', not both");
        return tried;
    }
    if (tried.name.empty()) return wrongMember(pointer + "/name", "is missing: name a registered document, or give a draft's 'spec'");
    auto reference = referenceMember(what, tried.name);
    if (!reference) return tl::unexpected(reference.error());
    tried.registered = std::move(*reference);
    return tried;
}

/// Pointers of what is wrong with the variables, as the request has them.
model::Error below(model::Error error, const std::string& pointer) {
    for (auto& violation : error.violations) violation.pointer.insert(0, pointer);
    return error;
}

/// What the call takes over of a workflow that a prompt is tried for: contract, route, and its place in the record.
model::Result<void> takeWorkflow(store::Session& session, const Tried& workflow, gateway::TrialCall& call) {
    json::object json;
    if (workflow.registered) {
        auto version = store::DocumentRepository(session.connection).find(DocumentKind::Workflow, *workflow.registered);
        if (!version) return tl::unexpected(version.error());
        json = std::move(version->document.spec);
        call.workflowLabel = workflow.name + '@' + std::to_string(version->version);
    } else {
        json = *workflow.spec;
        call.workflowLabel = (workflow.name.empty() ? std::string("workflow") : workflow.name) + "@draft";
    }
    auto spec = model::readWorkflowSpec(json, "/workflow/spec");
    if (!spec) return tl::unexpected(spec.error());
    call.outputSchema = std::move(spec->outputSchema);
    if (call.model.empty()) call.model = "route/" + spec->route.name;
    return {};
}

model::Result<void> readPromptTrial(store::Session& session, const json::object& body, const Tried& prompt, gateway::TrialCall& call) {
    if (call.model.empty()) return wrongMember("/model", "is missing: 'provider/model' or 'route/NAME'");
    auto compiled = prompt.registered ? registeredPrompt(session, *prompt.registered) : draftPrompt(session, prompt.name, *prompt.spec, "/prompt/spec");
    if (!compiled) return tl::unexpected(compiled.error());
    const bool asInput = body.contains("input");
    if (asInput && body.contains("variables")) return wrongMember("/input", "and 'variables' are the same here; give one of them");
    const auto* given = body.if_contains(asInput ? "input" : "variables");
    if (given && !asInput && !given->is_object()) return wrongMember("/variables", "should be an object");
    auto messages = gateway::renderPrompt(**compiled, given ? variablesOf(*given) : json::object());
    if (!messages) return tl::unexpected(below(std::move(messages.error()), asInput ? "/input" : "/variables"));
    call.messages = std::move(*messages);
    call.parameters = (*compiled)->text->spec.parameters;
    call.promptLabel = (*compiled)->label;
    return {};
}

model::Result<gateway::TrialCall> readTrial(store::Session& session, const ApiRequest& request) {
    const auto body = request.object();
    if (!body) return tl::unexpected(body.error());
    if (auto known = refuseOthers(*body, {"prompt", "workflow", "model", "variables", "input", "stream"}); !known) return tl::unexpected(known.error());
    const auto prompt = objectMember(*body, "prompt");
    const auto workflow = objectMember(*body, "workflow");
    const auto model = textMember(*body, "model");
    const auto stream = flagMember(*body, "stream");
    if (!prompt) return tl::unexpected(prompt.error());
    if (!workflow) return tl::unexpected(workflow.error());
    if (!model) return tl::unexpected(model.error());
    if (!stream) return tl::unexpected(stream.error());
    if (!*prompt && !*workflow) return wrongMember("", "should have the 'prompt' or the 'workflow' that is tried");
    gateway::TrialCall call;
    call.keyName = "trial:" + request.actor.name;
    call.stream = *stream;
    call.model = *model;
    std::optional<Tried> triedWorkflow;
    if (*workflow) {
        auto tried = triedIn(**workflow, "/workflow");
        if (!tried) return tl::unexpected(tried.error());
        triedWorkflow = std::move(*tried);
    }
    if (*prompt) {
        auto tried = triedIn(**prompt, "/prompt");
        if (!tried) return tl::unexpected(tried.error());
        if (triedWorkflow)
            if (auto taken = takeWorkflow(session, *triedWorkflow, call); !taken) return tl::unexpected(taken.error());
        if (auto ready = readPromptTrial(session, *body, *tried, call); !ready) return tl::unexpected(ready.error());
        return call;
    }
    if (!model->empty()) return wrongMember("/model", "is not chosen for a workflow: it runs on its own route");
    const auto* input = body->if_contains("input");
    if (!input) return wrongMember("/input", "is missing: what the workflow is given");
    call.input = *input;
    if (triedWorkflow->registered) {
        call.workflow = std::move(triedWorkflow->registered);
        return call;
    }
    auto draft = draftWorkflow(session, triedWorkflow->name, *triedWorkflow->spec, "/workflow/spec");
    if (!draft) return tl::unexpected(draft.error());
    call.draft = std::move(*draft);
    return call;
}

/// The data plane's reply with the fields that every reply of the control plane has.
class ControlReply final : public net::Reply {
public:
    explicit ControlReply(net::Reply& reply) : reply_(reply) {}
    asio::awaitable<bool> send(net::Response response) override { return reply_.send(marked(std::move(response))); }
    asio::awaitable<bool> begin(net::Response head, std::string_view keepAlive, std::chrono::milliseconds keepAliveEvery) override { return reply_.begin(marked(std::move(head)), keepAlive, keepAliveEvery); }
    asio::awaitable<bool> write(std::string bytes) override { return reply_.write(std::move(bytes)); }
    asio::awaitable<bool> end() override { return reply_.end(); }
    void abort() override { reply_.abort(); }
    void onDisconnect(std::function<void()> callback) override { reply_.onDisconnect(std::move(callback)); }
    bool isDisconnected() const override { return reply_.isDisconnected(); }

private:
    static net::Response marked(net::Response response) {
        response.fields.set("cache-control", "no-store");
        response.fields.set("x-content-type-options", "nosniff");
        return response;
    }
    net::Reply& reply_;
};

asio::awaitable<void> serveTrial(PlaneState& state, ApiRequest request, net::Reply& reply, std::size_t worker) {
    std::function<model::Result<gateway::TrialCall>(store::Session&)> read = [request = std::move(request)](store::Session& session) { return readTrial(session, request); };
    auto call = co_await onStore<gateway::TrialCall>(state.parts.store, std::move(read));
    if (!call) {
        auto refused = errorReply(call.error());
        co_return co_await sendReply(reply, std::move(refused));
    }
    const auto trials = state.parts.trials(worker);
    ControlReply marked(reply);
    co_await trials(std::move(*call), marked);
}

} // namespace

void addTrialOperations(Operations& operations, PlaneState& state) {
    Operation trial{"POST", "/trials", Role::Engineer, "Try a prompt or a workflow, registered or not; answered as the data plane answers, whole or streamed", {},
                    R"({"type":"object","properties":{"prompt":{"type":"object","properties":{"name":{"type":"string"},"version":{"type":"integer"},"label":{"type":"string"},"spec":{"type":"object"}}},
                        "workflow":{"type":"object","properties":{"name":{"type":"string"},"version":{"type":"integer"},"label":{"type":"string"},"spec":{"type":"object"}}},
                        "model":{"type":"string"},"variables":{"type":"object"},"input":{},"stream":{"type":"boolean"}}})",
                    nullptr};
    trial.streamed = [&state](ApiRequest request, net::Reply& reply, std::size_t worker) { return serveTrial(state, std::move(request), reply, worker); };
    operations.add(std::move(trial));
}

} // namespace signalbox::control
