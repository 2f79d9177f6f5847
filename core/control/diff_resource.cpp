#include "core/base/message_pairs.h"
#include "core/control/document_operations.h"

#include "core/control/document_view.h"
#include "core/model/prompt_spec.h"
#include "core/model/route_spec.h"
#include "core/model/spec_reader.h"
#include "core/model/workflow_spec.h"
#include "core/providers/call.h"
#include "core/providers/price_list.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <set>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;
using model::DocumentRef;

namespace {

constexpr int kDeepest = 64;
constexpr int kDeepestPartial = 16;

/// `7` or `production`.
model::Result<DocumentRef> referenceOf(const std::string& name, const std::string& text, const char* what) {
    if (text.empty()) return badRequest("'" + std::string(what) + "' is missing: a version like 7, or a label like production.");
    auto parsed = DocumentRef::parse(name + '@' + text);
    if (!parsed) return badRequest("'" + std::string(what) + "' should be a version like 7, or a label like production.");
    return parsed;
}

/// Each place where two values differ: members one by one, lists of objects element by element, anything else as a whole.
void differences(const json::value* from, const json::value* to, const std::string& pointer, int depth, json::array& list) {
    if (from && to && *from == *to) return;
    if (depth < kDeepest && from && to && from->is_object() && to->is_object()) {
        for (const auto& member : from->get_object()) differences(&member.value(), to->get_object().if_contains(member.key()), pointer + '/' + model::escapedPointerPart(member.key()), depth + 1, list);
        for (const auto& member : to->get_object())
            if (!from->get_object().contains(member.key())) differences(nullptr, &member.value(), pointer + '/' + model::escapedPointerPart(member.key()), depth + 1, list);
        return;
    }
    const auto ofObjects = [](const json::value& value) { return value.is_array() && std::any_of(value.get_array().begin(), value.get_array().end(), [](const auto& one) { return one.is_object(); }); };
    if (depth < kDeepest && from && to && ofObjects(*from) && ofObjects(*to)) {
        const auto& before = from->get_array();
        const auto& after = to->get_array();
        for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i)
            differences(i < before.size() ? &before[i] : nullptr, i < after.size() ? &after[i] : nullptr, pointer + '/' + std::to_string(i), depth + 1, list);
        return;
    }
    list.push_back(json::object{{"pointer", pointer}, {"from", from ? *from : json::value(nullptr)}, {"to", to ? *to : json::value(nullptr)}});
}

/// A prompt's text with the texts of its partials in their places, as far as they can be had.
std::string expanded(DocumentView& view, const std::string& text, int depth) {
    const auto parsed = policy::PromptTemplate::parse(text);
    if (!parsed || depth > kDeepestPartial) return text;
    std::string out;
    std::size_t at = 0;
    for (const auto& node : parsed->nodes()) {
        if (node.kind != policy::TemplateNode::Kind::Partial) continue;
        const auto& tag = parsed->tags()[node.tag];
        const auto* partial = view.partial(node.reference);
        if (!partial) continue;
        out += text.substr(at, tag.offset - at);
        out += expanded(view, partial->text(), depth + 1);
        at = tag.offset + tag.length;
    }
    return out + text.substr(at);
}

std::vector<model::PromptMessage> messagesOf(DocumentView& view, const model::DocumentVersion& version, bool resolve) {
    const auto spec = version.document.kind == DocumentKind::Prompt ? model::readPromptSpec(version.document.spec) : model::Result<model::PromptSpec>(tl::unexpected(model::Error{}));
    if (!spec) return {};
    auto messages = spec->isPartial() ? std::vector<model::PromptMessage>{{"text", spec->text}} : spec->messages;
    if (resolve)
        for (auto& message : messages) message.content = expanded(view, message.content, 0);
    return messages;
}

/// Message beside message.
json::array alignedMessages(const std::vector<model::PromptMessage>& from, const std::vector<model::PromptMessage>& to) {
    const auto said = [](const std::vector<model::PromptMessage>& messages) {
        std::vector<SaidMessage> list;
        for (const auto& message : messages) list.push_back({message.role, message.content});
        return list;
    };
    const auto place = [](std::optional<std::size_t> at) { return at ? json::value(*at) : json::value(nullptr); };
    const auto text = [](const std::vector<model::PromptMessage>& messages, std::optional<std::size_t> at) { return at ? json::value(messages[*at].content) : json::value(nullptr); };
    json::array list;
    for (const auto& [before, after] : pairedMessages(said(from), said(to))) {
        list.push_back(json::object{{"index", list.size()},
                                    {"from_index", place(before)},
                                    {"to_index", place(after)},
                                    {"role", after ? to[*after].role : from[*before].role},
                                    {"from_role", before ? json::value(from[*before].role) : json::value(nullptr)},
                                    {"from_text", text(from, before)},
                                    {"to_text", text(to, after)}});
    }
    return list;
}

std::int64_t tokensOf(const std::vector<model::PromptMessage>& messages) {
    std::int64_t tokens = 0;
    for (const auto& message : messages) tokens += providers::estimateTokens(message.content);
    return tokens;
}

/// The first target of the route of a live workflow that uses the prompt: what its tokens cost there.
std::optional<std::pair<std::string, Price>> priceFor(DocumentView& view, const std::string& prompt) {
    const auto users = view.repository().referrers(DocumentKind::Prompt, prompt);
    if (!users) return {};
    for (const auto& user : *users) {
        if (user.by.document.kind != DocumentKind::Workflow) continue;
        const auto workflow = model::readWorkflowSpec(user.by.document.spec);
        const auto* routeDocument = workflow ? view.find(DocumentKind::Route, workflow->route) : nullptr;
        const auto route = routeDocument ? model::readRouteSpec(routeDocument->spec) : model::Result<model::RouteSpec>(tl::unexpected(model::Error{}));
        if (!route || route->targets.empty()) continue;
        const auto& target = route->targets.front();
        const auto* providerDocument = view.find(DocumentKind::Provider, {target.provider, "production", {}});
        auto provider = providerDocument ? model::readProviderSpec(providerDocument->spec) : model::Result<model::ProviderSpec>(tl::unexpected(model::Error{}));
        if (!provider) continue;
        providers::fillKnown(*provider, providerDocument->spec);
        for (const auto& model : provider->models)
            if (model.id == target.model && model.priced) return std::pair(target.provider + '/' + target.model, model.prices.input);
    }
    return {};
}

std::string costOf(std::int64_t tokens, Price price) {
    CostSum sum;
    sum.add(tokens, price);
    return sum.total().text();
}

/// Members that are contracts: what goes in and comes out.
const std::set<std::string, std::less<>>& contractMembers() {
    static const std::set<std::string, std::less<>> names = {"variables", "input_schema", "output_schema"};
    return names;
}

model::Result<ApiReply> diffOf(store::Session& session, const ApiRequest& request) {
    const auto subject = subjectIn(request);
    if (!subject) return tl::unexpected(subject.error());
    const auto from = referenceOf(subject->name, request.option("from"), "from");
    if (!from) return tl::unexpected(from.error());
    const auto to = referenceOf(subject->name, request.option("to"), "to");
    if (!to) return tl::unexpected(to.error());
    DocumentView view(session);
    auto before = view.repository().find(subject->kind, *from);
    if (!before) return tl::unexpected(before.error());
    auto after = view.repository().find(subject->kind, *to);
    if (!after) return tl::unexpected(after.error());
    const auto labels = view.repository().labels(subject->kind, subject->name).value_or(std::map<std::string, std::int64_t>{});

    json::array parameters;
    json::array contracts;
    const auto part = [&](const std::string& name) {
        if (subject->kind == DocumentKind::Prompt && (name == "messages" || name == "text")) return;
        // A prompt's parameters are told by their own names.
        const auto pointer = subject->kind == DocumentKind::Prompt && name == "parameters" ? std::string() : '/' + model::escapedPointerPart(name);
        differences(before->document.spec.if_contains(name), after->document.spec.if_contains(name), pointer, 0, contractMembers().contains(name) ? contracts : parameters);
    };
    for (const auto& member : before->document.spec) part(std::string(member.key()));
    for (const auto& member : after->document.spec)
        if (!before->document.spec.contains(member.key())) part(std::string(member.key()));

    const bool resolve = request.option("resolve") == "true";
    const auto tokensBefore = tokensOf(messagesOf(view, *before, true)); // what is sent has its partials in it
    const auto tokensAfter = tokensOf(messagesOf(view, *after, true));
    json::object cost{{"target", nullptr}, {"from_usd", nullptr}, {"to_usd", nullptr}};
    if (subject->kind == DocumentKind::Prompt)
        if (const auto price = priceFor(view, subject->name)) cost = {{"target", price->first}, {"from_usd", costOf(tokensBefore, price->second)}, {"to_usd", costOf(tokensAfter, price->second)}};
    return ApiReply::json(json::object{{"from", describe(*before, labels, true)},
                                       {"to", describe(*after, labels, true)},
                                       {"messages", alignedMessages(messagesOf(view, *before, resolve), messagesOf(view, *after, resolve))},
                                       {"parameters", std::move(parameters)},
                                       {"contracts", std::move(contracts)},
                                       {"tokens", {{"from", tokensBefore}, {"to", tokensAfter}}},
                                       {"estimated_cost", std::move(cost)}});
}

} // namespace

void addDiffOperations(Operations& operations) {
    operations.add({"GET", "/documents/{kind}/{name}/diff", Role::Viewer, "What differs between two versions or labels; with `resolve=true` partials are put into the texts. Costs are those of the template's own tokens, a call", {"from", "to", "resolve"}, {}, diffOf});
}

} // namespace signalbox::control
