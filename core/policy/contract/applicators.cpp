// What the keywords that hold or name other schemas become in a node.
#include "core/model/spec_reader.h"
#include "core/policy/contract/compiler.h"

namespace signalbox::policy {
namespace {

namespace json = boost::json;

} // namespace

void Compiler::readObjects(const Source& source, Node& node) {
    ObjectRules rules;
    bool any = false;
    if (source.dialect.validation) {
        any |= count(source, "minProperties", rules.minProperties);
        any |= count(source, "maxProperties", rules.maxProperties);
        std::vector<std::string> required;
        if (const auto* list = member(source, "required")) names(*list, pointerTo(source, "required"), required);
        for (const auto& name : required) rules.properties.entry(name).required = true;
        rules.requiredCount = required.size();
        if (const auto* needs = source.dialect.isDraft7() ? nullptr : objectMember(source, "dependentRequired", "lists of members' names"))
            for (const auto& [name, list] : *needs) {
                rules.dependentRequired.emplace_back(name, std::vector<std::string>{});
                names(list, pointerTo(source, "dependentRequired") + "/" + model::escapedPointerPart(name), rules.dependentRequired.back().second);
            }
    }
    if (source.dialect.applicators) {
        if (const auto* properties = objectMember(source, "properties", "schemas"))
            for (const auto& [name, schema] : *properties) rules.properties.entry(name).node = nodeFor(schema);
        if (const auto* patterns = objectMember(source, "patternProperties", "schemas, by regular expression"))
            for (const auto& [text, schema] : *patterns)
                if (auto compiled = pattern(text, pointerTo(source, "patternProperties") + "/" + model::escapedPointerPart(text)))
                    rules.patterns.emplace_back(std::move(*compiled), nodeFor(schema));
        rules.additional = subschema(source, "additionalProperties");
        rules.names = subschema(source, "propertyNames");
        if (const auto* needs = objectMember(source, "dependencies", "schemas or lists of members' names"))
            for (const auto& [name, list] : *needs)
                if (list.is_array()) {
                    rules.dependentRequired.emplace_back(name, std::vector<std::string>{});
                    names(list, pointerTo(source, "dependencies") + "/" + model::escapedPointerPart(name), rules.dependentRequired.back().second);
                }
    }
    any |= !rules.properties.entries().empty() || !rules.patterns.empty() || rules.additional != kNoNode || rules.names != kNoNode ||
        !rules.dependentRequired.empty();
    if (any) node.object = std::make_unique<const ObjectRules>(std::move(rules));
}

void Compiler::readReferences(const Source& source, InPlaceRules& rules) {
    const auto target = [&](std::string_view name) -> std::optional<References::Target> {
        const auto* reference = member(source, name);
        if (!reference) return std::nullopt;
        if (!reference->is_string()) {
            violation(pointerTo(source, name), "`" + std::string(name) + "` is a URI reference, as text.");
            return std::nullopt;
        }
        auto resolved = references_.resolve(std::string_view(reference->get_string()), source.place.resource);
        if (resolved) return *resolved;
        violation(pointerTo(source, name), resolved.error());
        return std::nullopt;
    };
    if (const auto to = target("$ref")) rules.reference = nodeFor(*to->schema);
    if (source.dialect.isDraft7()) return;
    if (const auto to = target("$dynamicRef")) {
        const NodeIndex node = nodeFor(*to->schema);
        const auto& anchors = references_.resource(references_.placeOf(*to->schema).resource).dynamicAnchors;
        const auto anchor = to->isAnchor ? anchors.find(to->fragment) : anchors.end();
        if (anchor != anchors.end() && anchor->second == to->schema)
            rules.dynamicReference = {node, dynamicNames_.emplace(to->fragment, static_cast<std::uint32_t>(dynamicNames_.size())).first->second};
        else if (rules.reference == kNoNode) rules.reference = node;
        else rules.allOf.push_back(node);
    }
}

/// Keywords of another draft: whoever writes them relies on them, and here they would say nothing.
void Compiler::refuseForeign(const Source& source) {
    for (const auto& [name, value] : source.json)
        if (const auto problem = foreignKeyword(name, source.dialect.draft); !problem.empty()) violation(pointerTo(source, name), "`" + std::string(name) + "` " + std::string(problem));
}

void Compiler::readInPlace(const Source& source, Node& node) {
    InPlaceRules rules;
    readReferences(source, rules);
    const bool onlyReference = source.dialect.isDraft7() && source.json.contains("$ref");
    if (source.dialect.applicators && !onlyReference) {
        const auto all = subschemas(source, "allOf");
        rules.allOf.insert(rules.allOf.end(), all.begin(), all.end());
        rules.anyOf = subschemas(source, "anyOf");
        rules.oneOf = subschemas(source, "oneOf");
        rules.negated = subschema(source, "not");
        rules.condition = subschema(source, "if");
        rules.then = subschema(source, "then");
        rules.otherwise = subschema(source, "else");
        if (rules.condition == kNoNode) rules.then = rules.otherwise = kNoNode;
        if (!source.dialect.isDraft7())
            if (const auto* schemas = objectMember(source, "dependentSchemas", "schemas"))
                for (const auto& [name, schema] : *schemas) rules.dependentSchemas.emplace_back(name, nodeFor(schema));
        if (const auto* needs = member(source, "dependencies"); needs && needs->is_object())
            for (const auto& [name, schema] : needs->get_object())
                if (!schema.is_array()) rules.dependentSchemas.emplace_back(name, nodeFor(schema));
    }
    const bool any = rules.reference != kNoNode || rules.dynamicReference || !rules.allOf.empty() || !rules.anyOf.empty() || !rules.oneOf.empty() ||
        rules.negated != kNoNode ||
                     rules.condition != kNoNode || !rules.dependentSchemas.empty();
    if (any) node.inPlace = std::make_unique<const InPlaceRules>(std::move(rules));
}

void Compiler::readUnevaluated(const Source& source, Node& node) {
    if (!source.dialect.unevaluated || source.dialect.isDraft7()) return;
    node.unevaluatedItems = subschema(source, "unevaluatedItems");
    node.unevaluatedProperties = subschema(source, "unevaluatedProperties");
}

} // namespace signalbox::policy
