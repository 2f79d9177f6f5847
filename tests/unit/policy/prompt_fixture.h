#pragma once

#include "core/policy/prompt_template.h"

#include <boost/json/parse.hpp>

#include <QString>

#include <initializer_list>
#include <map>
#include <stdexcept>
#include <string>

namespace signalbox::policy {

/// A template that a test knows to be right.
inline PromptTemplate prompt(const std::string& text) {
    auto parsed = PromptTemplate::parse(text);
    if (!parsed) throw std::runtime_error(parsed.error().message);
    return std::move(*parsed);
}

inline boost::json::object variables(const std::string& json) { return boost::json::parse(json).as_object(); }

/// Prompts by reference, as a registry has them.
class Library {
public:
    using Texts = std::map<std::string, std::string>;

    Library(std::initializer_list<Texts::value_type> texts) : Library(Texts(texts)) {}
    explicit Library(const Texts& texts) {
        for (const auto& [reference, text] : texts) prompts_.emplace(model::DocumentRef::parse(reference)->text(), prompt(text));
    }

    PartialResolver resolver() const {
        return [this](const model::DocumentRef& reference) -> const PromptTemplate* {
            const auto found = prompts_.find(reference.text());
            return found == prompts_.end() ? nullptr : &found->second;
        };
    }

private:
    std::map<std::string, PromptTemplate> prompts_;
};

inline std::string repeated(std::string_view text, int times) {
    std::string result;
    for (; times > 0; --times) result += text;
    return result;
}

} // namespace signalbox::policy
