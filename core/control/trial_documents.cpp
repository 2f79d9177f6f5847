#include "core/control/trial_documents.h"

#include "core/policy/prompt_partials.h"
#include "core/policy/prompt_variables.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;
using model::ErrorClass;

namespace {

/// Reads one prompt's templates and contract; each thing that is wrong with its place below `pointer`.
class PromptReader {
public:
    PromptReader(store::Session& session, std::string pointer) : documents_(session.connection), pointer_(std::move(pointer)) {}

    model::Result<std::shared_ptr<const gateway::Prompt>> read(const std::string& label, const json::object& json) {
        auto text = readText(json, pointer_);
        if (!text) return tl::unexpected(text.error());
        auto prompt = std::make_shared<gateway::Prompt>();
        prompt->label = label;
        prompt->text = *text;
        for (std::size_t i = 0; i < (*text)->messages.size(); ++i)
            if (auto partials = addPartials(*prompt, (*text)->messages[i], pointer_ + "/messages/" + std::to_string(i) + "/content"); !partials) return tl::unexpected(partials.error());
        if (auto used = checkChains(*prompt); !used) return tl::unexpected(used.error());
        return prompt;
    }

private:
    static tl::unexpected<model::Error> wrong(const model::Error& error, const std::string& pointer) {
        auto placed = error;
        placed.errorClass = ErrorClass::InvalidRequest;
        if (placed.violations.empty()) placed.violations.push_back({pointer, error.message});
        else
            for (auto& violation : placed.violations) violation.pointer.insert(0, pointer);
        return tl::unexpected(std::move(placed));
    }

    static model::Result<std::shared_ptr<const gateway::PromptText>> readText(const json::object& json, const std::string& pointer) {
        auto spec = model::readPromptSpec(json, pointer);
        if (!spec) return tl::unexpected(spec.error());
        auto text = std::make_shared<gateway::PromptText>();
        text->spec = std::move(*spec);
        for (std::size_t i = 0; i < text->spec.messages.size(); ++i) {
            auto parsed = policy::PromptTemplate::parse(text->spec.messages[i].content);
            if (!parsed) return wrong(parsed.error(), pointer + "/messages/" + std::to_string(i) + "/content");
            text->messages.push_back(std::move(*parsed));
        }
        if (text->spec.isPartial()) {
            auto parsed = policy::PromptTemplate::parse(text->spec.text);
            if (!parsed) return wrong(parsed.error(), pointer + "/text");
            text->partial = std::move(*parsed);
        }
        if (text->spec.variables) {
            auto contract = policy::Contract::compile(json::value(*text->spec.variables));
            if (!contract) return wrong(contract.error(), pointer + "/variables");
            text->variables = std::move(*contract);
        }
        return text;
    }

    model::Result<void> addPartials(gateway::Prompt& prompt, const policy::PromptTemplate& from, const std::string& pointer) {
        for (const auto& name : from.names(policy::TagKind::Partial)) {
            const auto reference = model::DocumentRef::parse(name);
            if (!reference) return wrong(reference.error(), pointer);
            const auto key = reference->text();
            if (prompt.partials.contains(key)) continue;
            auto version = documents_.find(DocumentKind::Prompt, *reference);
            if (!version) return wrong(version.error(), pointer);
            auto text = readText(version->document.spec, "/spec");
            if (!text || !(*text)->partial)
                return wrong({ErrorClass::InvalidRequest, "The prompt '" + name + "' cannot be included: " + (text ? std::string("it is a chat, and a part has 'text'") : text.error().message) + '.', "unknown_partial", {}, {}, {}}, pointer);
            prompt.partials[key] = *text;
            prompt.partialVersions.emplace_back(key, version->version);
            if (auto inner = addPartials(prompt, *(*text)->partial, pointer); !inner) return inner;
        }
        return {};
    }

    /// Cycles and depth.
    model::Result<void> checkChains(const gateway::Prompt& prompt) const {
        const policy::PartialResolver resolver = [&prompt](const model::DocumentRef& reference) -> const policy::PromptTemplate* {
            const auto found = prompt.partials.find(reference.text());
            return found == prompt.partials.end() ? nullptr : &*found->second->partial;
        };
        for (std::size_t i = 0; i < prompt.text->messages.size(); ++i)
            if (auto used = policy::usedVariables(prompt.text->messages[i], resolver); !used) return wrong(used.error(), pointer_ + "/messages/" + std::to_string(i) + "/content");
        return {};
    }

    store::DocumentRepository documents_;
    std::string pointer_;
};

} // namespace

model::Result<std::shared_ptr<const gateway::Prompt>> registeredPrompt(store::Session& session, const model::DocumentRef& reference) {
    const auto version = store::DocumentRepository(session.connection).find(DocumentKind::Prompt, reference);
    if (!version) return tl::unexpected(version.error());
    return PromptReader(session, "/spec").read(version->document.name + '@' + std::to_string(version->version), version->document.spec);
}

model::Result<std::shared_ptr<const gateway::Prompt>> draftPrompt(store::Session& session, const std::string& name, const json::object& spec, const std::string& pointer) {
    return PromptReader(session, pointer).read((name.empty() ? std::string("prompt") : name) + "@draft", spec);
}

} // namespace signalbox::control
