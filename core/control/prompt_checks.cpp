#include "core/control/kind_checks.h"

#include "core/policy/prompt_variables.h"

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;
using model::DocumentRef;

namespace {

using policy::PromptTemplate;

struct Part {
    std::string pointer;
    PromptTemplate text;
};

/// The templates of a prompt; violations where one does not parse.
std::vector<Part> partsOf(KindCheck* check, const model::PromptSpec& spec) {
    std::vector<Part> parts;
    const auto add = [&](const std::string& text, std::string pointer) {
        auto parsed = PromptTemplate::parse(text);
        if (parsed) parts.push_back({std::move(pointer), std::move(*parsed)});
        else if (check) check->addOfTemplate(std::move(pointer), parsed.error().message);
    };
    if (spec.isPartial()) add(spec.text, "/spec/text");
    for (std::size_t i = 0; i < spec.messages.size(); ++i) add(spec.messages[i].content, "/spec/messages/" + std::to_string(i) + "/content");
    return parts;
}

/// `customer`, `customer.name`, `items.title`: what a schema of variables names.
void namesIn(const json::object& schema, const std::string& prefix, int depth, std::vector<std::string>& names) {
    if (depth > 8) return;
    const auto* properties = schema.if_contains("properties");
    if (!properties || !properties->is_object()) return;
    for (const auto& member : properties->get_object()) {
        const auto name = prefix + std::string(member.key());
        names.push_back(name);
        if (!member.value().is_object()) continue;
        const auto& inner = member.value().get_object();
        namesIn(inner, name + '.', depth + 1, names);
        if (const auto* items = inner.if_contains("items"); items && items->is_object()) namesIn(items->get_object(), name + '.', depth + 1, names);
    }
}

/// Whether `properties` alone says which variables there are.
bool isPlain(const json::object& schema) {
    for (const auto* keyword : {"$ref", "allOf", "anyOf", "oneOf", "patternProperties", "$dynamicRef"})
        if (schema.contains(keyword)) return false;
    const auto* properties = schema.if_contains("properties");
    return properties && properties->is_object();
}

void checkPartials(KindCheck& check, const Part& part, const std::string& name) {
    for (const auto& node : part.text.nodes()) {
        if (node.kind != policy::TemplateNode::Kind::Partial || node.reference.name == name) continue;
        const auto& position = part.text.tags()[node.tag].position;
        model::Violation violation{part.pointer, {}, {}, static_cast<int>(position.line), static_cast<int>(position.column)};
        const auto* document = check.view.find(DocumentKind::Prompt, node.reference);
        if (!document) {
            violation.message = position.text() + ": " + check.view.whyNot(DocumentKind::Prompt, node.reference);
            violation.hint = check.view.hintFor(DocumentKind::Prompt, node.reference.name);
        } else if (const auto spec = model::readPromptSpec(document->spec); spec && !spec->isPartial()) {
            violation.message = position.text() + ": the prompt '" + node.reference.name + "' is a chat; only a prompt with 'text' is a part for others";
        } else {
            continue;
        }
        check.violations.push_back(std::move(violation));
    }
}

} // namespace

void checkPrompt(KindCheck& check, const model::PromptSpec& spec, const std::string& name) {
    std::vector<std::string> declared;
    bool isDeclared = false;
    if (spec.variables) {
        const auto before = check.violations.size();
        check.compile(*spec.variables, "/spec/variables");
        isDeclared = check.violations.size() == before && isPlain(*spec.variables);
        if (isDeclared) namesIn(*spec.variables, {}, 0, declared);
    }
    const auto parts = partsOf(&check, spec);
    for (const auto& part : parts) {
        const auto before = check.violations.size();
        checkPartials(check, part, name);
        if (check.violations.size() != before) continue;
        // Whatever label a partial names this prompt by: the new version is to be in its place one day, and may not include itself.
        const policy::PartialResolver resolver = [&](const DocumentRef& reference) { return reference.name == name ? &part.text : check.view.partial(reference); };
        if (!isDeclared) {
            if (const auto used = policy::usedVariables(part.text, resolver); !used) check.addOfTemplate(part.pointer, used.error().message);
            continue;
        }
        for (const auto& violation : policy::checkVariables(part.text, declared, resolver).violations) check.addOfTemplate(part.pointer, violation.message);
    }
}

std::set<std::string> requiredVariables(DocumentView& view, const model::PromptSpec& spec) {
    std::set<std::string> names;
    if (spec.variables) {
        if (const auto* required = spec.variables->if_contains("required"); required && required->is_array())
            for (const auto& name : required->get_array())
                if (name.is_string()) names.emplace(name.get_string());
        return names;
    }
    const policy::PartialResolver resolver = [&](const DocumentRef& reference) { return view.partial(reference); };
    for (const auto& part : partsOf(nullptr, spec)) {
        const auto used = policy::usedVariables(part.text, resolver);
        if (!used) continue;
        for (const auto& use : *used)
            if (use.sections.empty()) names.insert(use.name.substr(0, use.name.find('.')));
    }
    return names;
}

} // namespace signalbox::control
