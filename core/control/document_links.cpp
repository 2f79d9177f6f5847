#include "core/control/document_links.h"

#include "core/base/text.h"

#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;
using model::DocumentRef;

namespace {

/// Walks over one spec. `visit` gets what is named and gives what to write instead; empty: leave it.
class LinkWalker {
public:
    enum class Need : unsigned char { Needed, Mentioned };
    using Visit = std::function<std::string(DocumentKind, const DocumentRef&, Need)>;

    explicit LinkWalker(Visit visit) : visit_(std::move(visit)) {}

    void walk(DocumentKind kind, json::object& spec) {
        switch (kind) {
        case DocumentKind::Provider:
        case DocumentKind::Runbook: break;
        case DocumentKind::Route:
            references(DocumentKind::Policy, spec, "policies");
            forEach(spec, "targets", [this](json::object& target) {
                target_(target, "model");
                if (auto* when = target.if_contains("when")) condition(*when, 0);
            });
            break;
        case DocumentKind::Policy:
            forEach(spec, "escalation", [this](json::object& rule) {
                if (auto* when = rule.if_contains("when")) condition(*when, 0);
            });
            break;
        case DocumentKind::Prompt:
            partials(spec, "text");
            forEach(spec, "messages", [this](json::object& message) { partials(message, "content"); });
            break;
        case DocumentKind::Workflow:
            reference(DocumentKind::Prompt, spec, "prompt");
            reference(DocumentKind::Route, spec, "route");
            references(DocumentKind::Policy, spec, "policies");
            references(DocumentKind::Runbook, spec, "runbooks");
            break;
        case DocumentKind::TestSet:
            reference(DocumentKind::Workflow, spec, "workflow");
            reference(DocumentKind::Prompt, spec, "prompt");
            target_(spec, "model");
            forEach(spec, "cases", [this](json::object& test) {
                forEach(test, "expect", [this](json::object& expectation) { reference(DocumentKind::Prompt, expectation, "judge"); });
            });
            break;
        }
    }

private:
    std::string visited(DocumentKind kind, std::string_view text, Need need) {
        const auto parsed = DocumentRef::parse(text);
        return parsed ? visit_(kind, *parsed, need) : std::string();
    }
    void value(DocumentKind kind, json::value& text, Need need) {
        if (!text.is_string()) return;
        if (auto other = visited(kind, text.get_string(), need); !other.empty()) text = other;
    }
    void reference(DocumentKind kind, json::object& spec, std::string_view member) {
        if (auto* text = spec.if_contains(member)) value(kind, *text, Need::Needed);
    }
    void references(DocumentKind kind, json::object& spec, std::string_view member) {
        auto* list = spec.if_contains(member);
        if (!list || !list->is_array()) return;
        for (auto& text : list->get_array()) value(kind, text, Need::Needed);
    }
    static void forEach(json::object& spec, std::string_view member, const std::function<void(json::object&)>& act) {
        auto* list = spec.if_contains(member);
        if (!list || !list->is_array()) return;
        for (auto& one : list->get_array())
            if (one.is_object()) act(one.get_object());
    }

    /// `provider/model`, or `route/NAME`.
    void target_(json::object& spec, std::string_view member) {
        auto* found = spec.if_contains(member);
        if (!found || !found->is_string()) return;
        const std::string text(found->get_string());
        const auto slash = text.find('/');
        if (slash == std::string::npos) return;
        if (text.substr(0, slash) == "route") {
            if (auto other = visited(DocumentKind::Route, text.substr(slash + 1), Need::Needed); !other.empty()) *found = "route/" + other;
        } else if (auto other = visited(DocumentKind::Provider, text.substr(0, slash), Need::Needed); !other.empty()) {
            *found = other + text.substr(slash);
        }
    }

    void condition(json::value& json, int depth) {
        constexpr int kDepth = 32;
        if (!json.is_object() || depth > kDepth) return;
        auto& object = json.get_object();
        for (const auto* parts : {"all", "any"})
            if (auto* list = object.if_contains(parts); list && list->is_array())
                for (auto& part : list->get_array()) condition(part, depth + 1);
        if (auto* inner = object.if_contains("not")) condition(*inner, depth + 1);
        const auto* field = object.if_contains("field");
        auto* compared = object.if_contains("value");
        if (!field || !field->is_string() || !compared) return;
        const bool workflow = field->get_string() == "workflow";
        if (!workflow && field->get_string() != "provider") return;
        const auto kind = workflow ? DocumentKind::Workflow : DocumentKind::Provider;
        if (compared->is_array())
            for (auto& one : compared->get_array()) value(kind, one, Need::Mentioned);
        else value(kind, *compared, Need::Mentioned);
    }

    /// `{{> name}}` and `{{> name@label}}` in a mustache template; a comment is passed over whole.
    void partials(json::object& spec, std::string_view member) {
        auto* found = spec.if_contains(member);
        if (!found || !found->is_string()) return;
        const std::string_view text = found->get_string();
        std::string out;
        std::size_t at = 0;
        for (;;) {
            const auto open = text.find("{{", at);
            const auto close = open == std::string_view::npos ? open : text.find("}}", open);
            if (close == std::string_view::npos) break;
            out += text.substr(at, open - at);
            const auto inside = trimmed(text.substr(open + 2, close - open - 2));
            std::string other;
            if (inside.starts_with('>')) other = visited(DocumentKind::Prompt, trimmed(inside.substr(1)), Need::Needed);
            if (other.empty()) out += text.substr(open, close + 2 - open);
            else out += "{{> " + other + "}}";
            at = close + 2;
        }
        out += text.substr(at);
        *found = out;
    }

    Visit visit_;
};

} // namespace

std::vector<DocumentLink> linksOf(const model::Document& document) {
    std::vector<DocumentLink> links;
    auto spec = document.spec;
    LinkWalker([&](DocumentKind kind, const DocumentRef& to, LinkWalker::Need need) {
        const DocumentLink link{kind, to};
        if (need == LinkWalker::Need::Needed && std::find(links.begin(), links.end(), link) == links.end()) links.push_back(link);
        return std::string();
    }).walk(document.kind, spec);
    return links;
}

void rewriteLinks(model::Document& document, const std::function<std::string(DocumentKind, const DocumentRef&)>& name) {
    LinkWalker([&](DocumentKind kind, const DocumentRef& to, LinkWalker::Need) { return name(kind, to); }).walk(document.kind, document.spec);
}

} // namespace signalbox::control
