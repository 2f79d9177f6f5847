#include "core/policy/contract/references.h"

#include "core/model/spec_reader.h"
#include "core/policy/contract/metaschemas.h"
#include "core/policy/contract/uri.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

std::optional<std::string_view> textMember(const json::object& schema, std::string_view name) {
    const auto* value = schema.if_contains(name);
    if (!value || !value->is_string()) return std::nullopt;
    return std::string_view(value->get_string());
}

/// Core specification, 8.2.2: a letter or underscore, then letters, digits, `-`, `_`, `.`. Draft 7 says nearly the same of fragments.
bool isAnchorName(std::string_view name) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.empty() && letter(name.front()) &&
           std::ranges::all_of(name, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':'; });
}

std::string unescaped(std::string_view token) {
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1')) text += token[++i] == '0' ? '~' : '/';
        else text += token[i];
    }
    return text;
}

} // namespace

void References::addDocument(const json::value& schema, const std::string& uri, const std::string& pointerPrefix) {
    const auto root = static_cast<ResourceIndex>(resources_.size());
    Dialect dialect{.draft = options_.draft, .unevaluated = options_.draft == SchemaDraft::Draft202012};
    resources_.push_back({uri, &schema, dialect, {}, {}});
    byUri_.emplace(uri, root);
    if (const auto* object = schema.if_object()) resources_[root].dialect = dialectOf(*object, dialect, pointerPrefix);
    index(schema, root, pointerPrefix);
}

Dialect References::dialectOf(const json::object& schema, const Dialect& outer, const std::string& pointer) {
    const auto* named = schema.if_contains("$schema");
    if (!named) return outer;
    if (!named->is_string()) {
        violations_.push_back({pointer + "/$schema", "`$schema` is the URI of a dialect, as text."});
        return outer;
    }
    const auto dialect = dialectNamed(std::string_view(named->get_string()), options_.documents);
    if (dialect) return *dialect;
    violations_.push_back({pointer + "/$schema", dialect.error()});
    return outer;
}

/// The resource that the schema belongs to: a new one if it has an `$id` of its own.
ResourceIndex References::identified(const json::value& value, ResourceIndex outer, const std::string& pointer) {
    const auto& schema = value.get_object();
    const auto id = textMember(schema, "$id");
    const bool isRoot = resources_[outer].root == &value;
    if (!id) return outer;
    if (resources_[outer].dialect.isDraft7() && (id->starts_with('#') || schema.contains("$ref"))) return outer;
    const auto fragment = fragmentOf(*id);
    if (!fragment.empty() && !resources_[outer].dialect.isDraft7())
        violations_.push_back({pointer + "/$id", "An `$id` has no fragment; name a place within the schema with `$anchor`."});
    std::string uri = resolveUri(resources_[outer].uri, withoutFragment(*id));
    if (isRoot) {
        resources_[outer].uri = uri;
        byUri_.emplace(std::move(uri), outer);
        return outer;
    }
    const auto fresh = static_cast<ResourceIndex>(resources_.size());
    const Dialect dialect = dialectOf(schema, resources_[outer].dialect, pointer);
    if (!byUri_.emplace(uri, fresh).second) violations_.push_back({pointer + "/$id", "The identifier “" + uri + "” is used twice; give each schema its own."});
    resources_.push_back({std::move(uri), &value, dialect, {}, {}});
    return fresh;
}

void References::addAnchor(std::string_view name, bool dynamic, const json::value& value, ResourceIndex resource, const std::string& pointer) {
    if (!isAnchorName(name)) {
        violations_.push_back({pointer, "An anchor is a letter or underscore, followed by letters, digits, “-”, “_” and “.”."});
        return;
    }
    auto& anchors = resources_[resource].anchors;
    const auto [known, isNew] = anchors.emplace(name, &value);
    if (!isNew && known->second != &value) violations_.push_back({pointer, "The anchor “" + std::string(name) + "” is used twice; give each place its own."});
    if (dynamic) resources_[resource].dynamicAnchors.emplace(name, &value);
}

void References::readAnchors(const json::object& schema, const json::value& value, ResourceIndex resource, const std::string& pointer) {
    if (resources_[resource].dialect.isDraft7()) {
        const auto id = textMember(schema, "$id");
        if (id && !schema.contains("$ref") && !fragmentOf(*id).empty()) addAnchor(fragmentOf(*id), false, value, resource, pointer + "/$id");
        return;
    }
    if (const auto name = textMember(schema, "$anchor")) addAnchor(*name, false, value, resource, pointer + "/$anchor");
    if (const auto name = textMember(schema, "$dynamicAnchor")) addAnchor(*name, true, value, resource, pointer + "/$dynamicAnchor");
}

void References::index(const json::value& value, ResourceIndex resource, const std::string& pointer) {
    if (const auto* schema = value.if_object()) {
        resource = identified(value, resource, pointer);
        readAnchors(*schema, value, resource, pointer);
    }
    places_.insert_or_assign(&value, Place{resource, pointer});
    if (const auto* schema = value.if_object())
        forEachSubschema(*schema, resources_[resource].dialect.draft,
                         [&](const json::value& subschema, const std::string& suffix) { index(subschema, resource, pointer + suffix); });
}

const ResourceIndex* References::find(const std::string& uri) {
    auto found = byUri_.find(uri);
    if (found == byUri_.end()) {
        const Documents* sources[] = {options_.documents, &metaschemas()};
        for (const auto* documents : sources)
            if (const auto document = documents ? documents->find(uri) : Documents::const_iterator{}; documents && document != documents->end()) {
                addDocument(document->second, uri, uri + "#");
                break;
            }
        found = byUri_.find(uri);
    }
    return found == byUri_.end() ? nullptr : &found->second;
}

const json::value* References::follow(std::string_view pointer, ResourceIndex resource) {
    const auto* value = resources_[resource].root;
    std::string place = places_.at(value).pointer;
    while (!pointer.empty()) {
        if (pointer.front() != '/') return nullptr;
        const auto end = std::min(pointer.find('/', 1), pointer.size());
        const std::string token = unescaped(pointer.substr(1, end - 1));
        pointer.remove_prefix(end);
        place += "/" + model::escapedPointerPart(token);
        const json::value* next = nullptr;
        if (const auto* object = value->if_object()) next = object->if_contains(token);
        else if (const auto* array = value->if_array()) {
            std::size_t position = 0;
            const auto [stop, error] = std::from_chars(token.data(), token.data() + token.size(), position);
            if (error == std::errc{} && stop == token.data() + token.size() && position < array->size()) next = &(*array)[position];
        }
        if (!next) return nullptr;
        value = next;
        if (const auto known = places_.find(value); known != places_.end()) resource = known->second.resource;
    }
    // A place that no keyword makes a schema, such as a member of an unknown keyword, becomes one by being referred to.
    if (!places_.contains(value)) index(*value, resource, place);
    return value;
}

tl::expected<References::Target, std::string> References::resolve(std::string_view reference, ResourceIndex from) {
    const std::string uri = resolveUri(resources_[from].uri, reference);
    const std::string document(withoutFragment(uri));
    const std::string fragment = percentDecoded(fragmentOf(uri));
    const auto* resource = find(document);
    if (!resource)
        return tl::unexpected("The reference leads to “" + document + "”, which is not part of this schema; documents elsewhere are never fetched. Copy it into `" +
                              (resources_[from].dialect.isDraft7() ? "definitions" : "$defs") + "` and refer to it there.");
    if (fragment.empty() || fragment.front() == '/') {
        if (const auto* schema = follow(fragment, *resource)) return Target{schema, fragment, false};
        return tl::unexpected("The reference “" + std::string(reference) + "” leads nowhere: the schema has no “" + fragment + "”.");
    }
    const auto& anchors = resources_[*resource].anchors;
    if (const auto anchor = anchors.find(fragment); anchor != anchors.end()) return Target{anchor->second, fragment, true};
    return tl::unexpected("The reference “" + std::string(reference) + "” leads nowhere: the schema has no anchor “" + fragment + "”.");
}

} // namespace signalbox::policy
