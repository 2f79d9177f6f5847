#include "core/policy/contract/compiler.h"

#include "core/model/spec_reader.h"

#include <algorithm>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostViolations = 100;

bool isSchema(const json::value& value) { return value.is_object() || value.is_bool(); }

} // namespace

void Compiler::violation(std::string pointer, std::string message) { violations_.push_back({std::move(pointer), std::move(message)}); }

std::string Compiler::pointerTo(const Source& source, std::string_view name) { return source.place.pointer + "/" + model::escapedPointerPart(name); }

std::shared_ptr<const Program> Compiler::compile(const json::value& schema) {
    references_.addDocument(schema, {}, {});
    nodeFor(schema);
    compileQueue();
    while (violations_.empty() && references_.resourceCount() <= options_.limits.resources && compileDynamicAnchors()) compileQueue();
    if (references_.resourceCount() > options_.limits.resources)
        violation({}, "The schema has more than " + std::to_string(options_.limits.resources) + " schemas with an `$id`; use `$defs` without it.");
    program_->hasDynamicReferences = !dynamicNames_.empty();
    if (violations_.empty()) refuseEndlessSchemas();
    return program_;
}

NodeIndex Compiler::nodeFor(const json::value& schema) {
    if (const auto known = indices_.find(&schema); known != indices_.end()) return known->second;
    const auto index = static_cast<NodeIndex>(program_->nodes.size());
    if (index >= options_.limits.subschemas) {
        if (!std::exchange(tooMany_, true))
            violation({}, "The schema has more than " + std::to_string(options_.limits.subschemas) + " subschemas; split it, or say the same with fewer.");
        return 0;
    }
    program_->nodes.emplace_back();
    pointers_.push_back(references_.placeOf(schema).pointer);
    indices_.emplace(&schema, index);
    queue_.emplace_back(&schema, index);
    return index;
}

void Compiler::compileQueue() {
    while (!queue_.empty() && !tooMany_ && violations_.size() < kMostViolations) {
        const auto [schema, index] = queue_.front();
        queue_.pop_front();
        compileNode(*schema, index);
    }
}

void Compiler::compileNode(const json::value& schema, NodeIndex index) {
    Node node;
    const Place place = references_.placeOf(schema);
    node.resource = place.resource;
    visited_.insert(place.resource);
    if (const auto* truth = schema.if_bool()) {
        node.never = !*truth;
        node.trivial = *truth;
    } else if (const auto* object = schema.if_object()) {
        const Source source{*object, place, references_.resource(place.resource).dialect};
        if (const auto* title = member(source, "title"); title && title->is_string()) node.title = std::string_view(title->get_string());
        const bool onlyReference = source.dialect.isDraft7() && object->contains("$ref");
        if (source.dialect.validation && !onlyReference) {
            readTypes(source, node);
            readChoice(source, node);
            readNumbers(source, node);
        }
        if (!onlyReference) {
            readStrings(source, node);
            readArrays(source, node);
            readObjects(source, node);
            readUnevaluated(source, node);
        }
        readInPlace(source, node);
        refuseForeign(source);
        compileReserved(source);
        node.trivial = node.types == kAnyType && !node.choice && !node.number && !node.string && !node.array && !node.object && !node.inPlace &&
                       node.unevaluatedItems == kNoNode && node.unevaluatedProperties == kNoNode;
    } else violation(place.pointer, "A schema is an object, true or false; this is neither.");
    program_->nodes[index] = std::move(node);
}

/// Schemas that only wait to be referred to are compiled too, so that their mistakes show now.
void Compiler::compileReserved(const Source& source) {
    forEachSubschema(source.json, source.dialect.draft, [&](const json::value& schema, const std::string& suffix) {
        // Where one schema belongs, its reader has said what is wrong.
        if (isSchema(schema) || suffix.find('/', 1) != std::string::npos) nodeFor(schema);
    });
    for (const auto& [name, value] : source.json) {
        const auto* keyword = subschemaKeyword(name, source.dialect.draft);
        if (keyword && keyword->reserved && keyword->shape == SubschemaShape::Object && !value.is_object())
            violation(pointerTo(source, name), "`" + std::string(name) + "` is an object of schemas.");
    }
}

/// Gives each visited resource a node for each dynamic anchor that a `$dynamicRef` may look for. Whether any was new.
bool Compiler::compileDynamicAnchors() {
    const auto before = program_->nodes.size();
    program_->dynamicAnchors.assign(references_.resourceCount(), {});
    for (const auto resource : visited_)
        for (const auto& [name, schema] : references_.resource(resource).dynamicAnchors)
            if (const auto known = dynamicNames_.find(name); known != dynamicNames_.end())
                program_->dynamicAnchors[resource].emplace_back(known->second, nodeFor(*schema));
    return program_->nodes.size() != before;
}

/// A schema that applies itself to the same place of the instance never comes to an end. Dynamic references are left to the limits
/// of a check, since where they lead depends on the way there.
void Compiler::refuseEndlessSchemas() {
    const auto next = [&](NodeIndex index) {
        std::vector<NodeIndex> list;
        if (const auto* rules = program_->nodes[index].inPlace.get()) {
            list = {rules->reference, rules->negated, rules->condition, rules->then, rules->otherwise};
            for (const auto* branches : {&rules->allOf, &rules->anyOf, &rules->oneOf}) list.insert(list.end(), branches->begin(), branches->end());
            for (const auto& [name, schema] : rules->dependentSchemas) list.push_back(schema);
        }
        std::erase(list, kNoNode);
        return list;
    };
    enum class Seen : unsigned char { No, Open, Done };
    struct Step {
        NodeIndex node;
        std::vector<NodeIndex> rest;
    };
    std::vector<Seen> seen(program_->nodes.size(), Seen::No);
    for (NodeIndex start = 0; start < seen.size(); ++start) {
        if (seen[start] != Seen::No) continue;
        std::vector<Step> path{{start, next(start)}};
        seen[start] = Seen::Open;
        while (!path.empty()) {
            auto& step = path.back();
            if (step.rest.empty()) {
                seen[step.node] = Seen::Done;
                path.pop_back();
                continue;
            }
            const auto to = step.rest.back();
            step.rest.pop_back();
            if (seen[to] == Seen::Open) {
                violation(pointers_[step.node],
                    "This schema leads back to itself without going deeper into the instance, so a check would never end; refer to it from a "
                                                "member or an element instead.");
                return;
            }
            if (seen[to] == Seen::No) {
                seen[to] = Seen::Open;
                path.push_back({to, next(to)});
            }
        }
    }
}

NodeIndex Compiler::subschema(const Source& source, std::string_view name) {
    const auto* value = member(source, name);
    if (!value) return kNoNode;
    if (isSchema(*value)) return nodeFor(*value);
    violation(pointerTo(source, name), value->is_array() && name == "items"
        ? "In draft 2020-12 `items` is one schema for all further elements; a list of schemas is called `prefixItems`."
                                                                            : "`" + std::string(name) + "` is a schema: an object, true or false.");
    return kNoNode;
}

std::vector<NodeIndex> Compiler::subschemas(const Source& source, std::string_view name) {
    std::vector<NodeIndex> nodes;
    const auto* value = member(source, name);
    if (!value) return nodes;
    const auto* list = value->if_array();
    if (!list || list->empty()) violation(pointerTo(source, name), "`" + std::string(name) + "` is a list of one schema or more.");
    else
        for (const auto& schema : *list) nodes.push_back(nodeFor(schema));
    return nodes;
}

} // namespace signalbox::policy
