#include "core/control/document_renaming.h"

#include "core/policy/prompt_syntax.h"

#include <boost/json.hpp>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;
using model::DocumentRef;

namespace {

class ReferenceWriter {
public:
    explicit ReferenceWriter(const Renaming& name) : name_(name) {}

    void write(DocumentKind kind, json::object& spec) const {
        switch (kind) {
        case DocumentKind::Provider:
        case DocumentKind::Runbook: break;
        case DocumentKind::Route:
            references(DocumentKind::Policy, spec, "policies");
            forEach(spec, "targets", [this](json::object& target) {
                modelName(target, "model");
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
            modelName(spec, "model");
            forEach(spec, "cases", [this](json::object& test) {
                forEach(test, "expect", [this](json::object& expectation) { reference(DocumentKind::Prompt, expectation, "judge"); });
            });
            break;
        }
    }

private:
    std::string renamed(DocumentKind kind, std::string_view text) const {
        const auto parsed = DocumentRef::parse(text);
        return parsed ? name_(kind, *parsed) : std::string();
    }
    void value(DocumentKind kind, json::value& text) const {
        if (!text.is_string()) return;
        if (auto other = renamed(kind, text.get_string()); !other.empty()) text = other;
    }
    void reference(DocumentKind kind, json::object& spec, std::string_view member) const {
        if (auto* text = spec.if_contains(member)) value(kind, *text);
    }
    void references(DocumentKind kind, json::object& spec, std::string_view member) const {
        auto* list = spec.if_contains(member);
        if (!list || !list->is_array()) return;
        for (auto& text : list->get_array()) value(kind, text);
    }
    static void forEach(json::object& spec, std::string_view member, const std::function<void(json::object&)>& act) {
        auto* list = spec.if_contains(member);
        if (!list || !list->is_array()) return;
        for (auto& one : list->get_array())
            if (one.is_object()) act(one.get_object());
    }

    /// `provider/model`, or `route/NAME`.
    void modelName(json::object& spec, std::string_view member) const {
        auto* found = spec.if_contains(member);
        if (!found || !found->is_string()) return;
        const std::string text(found->get_string());
        const auto slash = text.find('/');
        if (slash == std::string::npos) return;
        if (text.substr(0, slash) == "route") {
            if (auto other = renamed(DocumentKind::Route, text.substr(slash + 1)); !other.empty()) *found = "route/" + other;
        } else if (auto other = renamed(DocumentKind::Provider, text.substr(0, slash)); !other.empty()) {
            *found = other + text.substr(slash);
        }
    }

    void condition(json::value& json, int depth) const {
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
            for (auto& one : compared->get_array()) value(kind, one);
        else value(kind, *compared);
    }

    /// The names in the tags of a mustache template; all else stays as it was written.
    void partials(json::object& spec, std::string_view member) const {
        auto* found = spec.if_contains(member);
        if (!found || !found->is_string()) return;
        const std::string text(found->get_string());
        std::string out;
        std::size_t at = 0;
        for (const auto& tag : policy::tagsOf(text).tags) {
            if (tag.kind != policy::TagKind::Partial) continue;
            const auto other = renamed(DocumentKind::Prompt, tag.name);
            const auto name = text.find(tag.name, tag.offset);
            if (other.empty() || name == std::string::npos || name + tag.name.size() > tag.offset + tag.length) continue;
            out += text.substr(at, name - at) + other;
            at = name + tag.name.size();
        }
        out += text.substr(at);
        *found = out;
    }

    const Renaming& name_;
};

} // namespace

void renameReferences(model::Document& document, const Renaming& name) { ReferenceWriter(name).write(document.kind, document.spec); }

} // namespace signalbox::control
