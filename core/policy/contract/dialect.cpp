#include "core/policy/contract/dialect.h"

#include "core/model/spec_reader.h"
#include "core/policy/contract/metaschemas.h"
#include "core/policy/contract/uri.h"

#include <algorithm>
#include <array>
#include <optional>

namespace signalbox::policy {
namespace {

namespace json = boost::json;
using Shape = SubschemaShape;

constexpr std::string_view kVocabulary = "https://json-schema.org/draft/2020-12/vocab/";

constexpr std::array kSubschemas{
    SubschemaKeyword{"properties", Shape::Object, true, true},
    SubschemaKeyword{"items", Shape::OneOrArray, true, false},
    SubschemaKeyword{"items", Shape::One, false, true},
    SubschemaKeyword{"prefixItems", Shape::Array, false, true},
    SubschemaKeyword{"additionalItems", Shape::One, true, false},
    SubschemaKeyword{"additionalProperties", Shape::One, true, true},
    SubschemaKeyword{"patternProperties", Shape::Object, true, true},
    SubschemaKeyword{"propertyNames", Shape::One, true, true},
    SubschemaKeyword{"contains", Shape::One, true, true},
    SubschemaKeyword{"allOf", Shape::Array, true, true},
    SubschemaKeyword{"anyOf", Shape::Array, true, true},
    SubschemaKeyword{"oneOf", Shape::Array, true, true},
    SubschemaKeyword{"not", Shape::One, true, true},
    SubschemaKeyword{"if", Shape::One, true, true},
    SubschemaKeyword{"then", Shape::One, true, true},
    SubschemaKeyword{"else", Shape::One, true, true},
    SubschemaKeyword{"dependentSchemas", Shape::Object, false, true},
    SubschemaKeyword{"dependencies", Shape::ObjectOrNames, true, true},
    SubschemaKeyword{"unevaluatedItems", Shape::One, false, true},
    SubschemaKeyword{"unevaluatedProperties", Shape::One, false, true},
    SubschemaKeyword{"contentSchema", Shape::One, false, true, true},
    SubschemaKeyword{"$defs", Shape::Object, false, true, true},
    SubschemaKeyword{"definitions", Shape::Object, true, true, true},
};

/// What `$vocabulary` switches on; the error names a required one that is not known.
tl::expected<Dialect, std::string> withVocabularies(const json::object& vocabularies) {
    Dialect dialect{.applicators = false, .unevaluated = false, .validation = false};
    for (const auto& [uri, required] : vocabularies) {
        const std::string_view name = uri;
        const auto word = name.starts_with(kVocabulary) ? name.substr(kVocabulary.size()) : std::string_view{};
        if (word == "applicator") dialect.applicators = true;
        else if (word == "unevaluated") dialect.unevaluated = true;
        else if (word == "validation") dialect.validation = true;
        else if (word == "format-assertion") dialect.assertsFormats = true;
        else if (word != "core" && word != "meta-data" && word != "format-annotation" && word != "content" && required.is_bool() && required.get_bool())
            return tl::unexpected("The metaschema requires the vocabulary “" + std::string(name) + "”, which is not known here.");
    }
    return dialect;
}

} // namespace

tl::expected<Dialect, std::string> dialectNamed(std::string_view schemaUri, const Documents* documents) {
    std::string uri(withoutFragment(schemaUri));
    constexpr int kMostMetaschemas = 8;
    std::optional<Dialect> vocabularies;
    for (int i = 0; i < kMostMetaschemas; ++i) {
        if (uri == "http://json-schema.org/draft-07/schema" || uri == "https://json-schema.org/draft-07/schema")
            return Dialect{.draft = SchemaDraft::Draft7, .unevaluated = false};
        if (uri == "https://json-schema.org/draft/2020-12/schema" || uri == "http://json-schema.org/draft/2020-12/schema") return vocabularies.value_or(Dialect{});
        const auto found = documents ? documents->find(uri) : Documents::const_iterator{};
        const auto* metaschema = documents && found != documents->end() ? found->second.if_object() : nullptr;
        if (!metaschema) break;
        if (const auto* listed = metaschema->if_contains("$vocabulary"); listed && listed->is_object() && !vocabularies) {
            const auto read = withVocabularies(listed->get_object());
            if (!read) return read;
            vocabularies = *read;
        }
        const auto* next = metaschema->if_contains("$schema");
        if (!next || !next->is_string()) return vocabularies.value_or(Dialect{});
        uri = withoutFragment(std::string_view(next->get_string()));
    }
    return tl::unexpected("The dialect “" + std::string(schemaUri) +
                          "” is not known; use https://json-schema.org/draft/2020-12/schema or http://json-schema.org/draft-07/schema#.");
}

const SubschemaKeyword* subschemaKeyword(std::string_view name, SchemaDraft draft) {
    const auto found = std::ranges::find_if(kSubschemas, [&](const SubschemaKeyword& keyword) {
        return keyword.name == name && (draft == SchemaDraft::Draft7 ? keyword.draft7 : keyword.draft202012);
    });
    return found == kSubschemas.end() ? nullptr : &*found;
}

std::string_view foreignKeyword(std::string_view name, SchemaDraft draft) {
    struct Foreign {
        std::string_view name;
        std::string_view inDraft7;
        std::string_view in202012;
    };
    constexpr std::string_view kRecursive = "belongs to draft 2019-09; use `$dynamicRef` and `$dynamicAnchor` of draft 2020-12.";
    constexpr std::string_view kNewer = "belongs to draft 2020-12, and `$schema` says draft 7; name the newer draft there.";
    constexpr std::string_view kDependencies = "belongs to draft 2020-12, and `$schema` says draft 7; use `dependencies`.";
    static constexpr std::array<Foreign, 11> kForeign = {{
        {"$recursiveRef", kRecursive, kRecursive},
        {"$recursiveAnchor", kRecursive, kRecursive},
        {"$dynamicRef", kNewer, {}},
        {"additionalItems", {}, "belongs to draft 7; in draft 2020-12 `items` is for all elements after `prefixItems`."},
        {"prefixItems", "belongs to draft 2020-12, and `$schema` says draft 7; use a list in `items`.", {}},
        {"unevaluatedItems", kNewer, {}},
        {"unevaluatedProperties", kNewer, {}},
        {"minContains", kNewer, {}},
        {"maxContains", kNewer, {}},
        {"dependentRequired", kDependencies, {}},
        {"dependentSchemas", kDependencies, {}},
    }};
    const auto found = std::ranges::find(kForeign, name, &Foreign::name);
    if (found == kForeign.end()) return {};
    return draft == SchemaDraft::Draft7 ? found->inDraft7 : found->in202012;
}

void forEachSubschema(const json::object& schema, SchemaDraft draft, const std::function<void(const json::value&, const std::string&)>& visit) {
    for (const auto& [name, value] : schema) {
        const auto* keyword = subschemaKeyword(name, draft);
        if (!keyword) continue;
        const std::string pointer = "/" + model::escapedPointerPart(name);
        const bool isArray = value.is_array() && (keyword->shape == Shape::Array || keyword->shape == Shape::OneOrArray);
        const bool isObject = value.is_object() && (keyword->shape == Shape::Object || keyword->shape == Shape::ObjectOrNames);
        if (isArray) {
            const auto& list = value.get_array();
            for (std::size_t i = 0; i < list.size(); ++i) visit(list[i], pointer + "/" + std::to_string(i));
        } else if (isObject) {
            for (const auto& [member, subschema] : value.get_object())
                if (keyword->shape != Shape::ObjectOrNames || !subschema.is_array()) visit(subschema, pointer + "/" + model::escapedPointerPart(member));
        } else if (keyword->shape == Shape::One || keyword->shape == Shape::OneOrArray) visit(value, pointer);
    }
}

} // namespace signalbox::policy
