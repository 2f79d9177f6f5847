#include "core/model/document.h"

#include "core/model/policy_spec.h"
#include "core/model/prompt_spec.h"
#include "core/model/provider_spec.h"
#include "core/model/route_spec.h"
#include "core/model/runbook_spec.h"
#include "core/model/spec_reader.h"
#include "core/model/test_set_spec.h"
#include "core/model/workflow_spec.h"

#include <boost/json/serialize.hpp>
#include <sodium.h>

#include <algorithm>
#include <charconv>

namespace signalbox::model {

std::string_view nameOf(DocumentKind kind) {
    switch (kind) {
    case DocumentKind::Provider: return "provider";
    case DocumentKind::Route: return "route";
    case DocumentKind::Policy: return "policy";
    case DocumentKind::Prompt: return "prompt";
    case DocumentKind::Workflow: return "workflow";
    case DocumentKind::TestSet: return "test_set";
    case DocumentKind::Runbook: return "runbook";
    }
    return {};
}

std::optional<DocumentKind> documentKindNamed(std::string_view name) {
    for (const auto kind : documentKinds())
        if (nameOf(kind) == name) return kind;
    return {};
}

const std::vector<DocumentKind>& documentKinds() {
    static const std::vector<DocumentKind> kinds = {DocumentKind::Provider, DocumentKind::Route,   DocumentKind::Policy, DocumentKind::Prompt,
                                                    DocumentKind::Workflow, DocumentKind::TestSet, DocumentKind::Runbook};
    return kinds;
}

std::string documentKindList() {
    std::vector<std::string> names;
    for (const auto kind : documentKinds()) names.emplace_back(nameOf(kind));
    return quotedList(names);
}

bool isDocumentName(std::string_view name) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !name.empty() && name.size() <= 64 && plain(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return plain(c) || c == '-' || c == '_' || c == '.'; });
}

Result<DocumentRef> DocumentRef::parse(std::string_view text) {
    DocumentRef reference;
    const auto at = text.find('@');
    reference.name = text.substr(0, at);
    if (!isDocumentName(reference.name))
        return failure(ErrorClass::InvalidRequest, "'" + std::string(text) + "' does not name a document: write name, name@label or name@7");
    if (at == std::string_view::npos) return reference;
    const auto which = text.substr(at + 1);
    std::int64_t version = 0;
    const auto [end, error] = std::from_chars(which.data(), which.data() + which.size(), version);
    if (!which.empty() && error == std::errc{} && end == which.data() + which.size()) {
        if (version < 1) return failure(ErrorClass::InvalidRequest, "'" + std::string(text) + "': versions begin at 1");
        reference.version = version;
    } else if (isDocumentName(which) && which.find_first_not_of("0123456789") != std::string_view::npos) {
        reference.label = which;
    } else {
        return failure(ErrorClass::InvalidRequest, "'" + std::string(text) + "': after @ stands a label or a version's number");
    }
    return reference;
}

std::string DocumentRef::text() const { return name + '@' + (version ? std::to_string(*version) : label); }

namespace {

/// Members sorted by name, all the way down.
boost::json::value canonical(const boost::json::value& value) {
    if (value.is_array()) {
        boost::json::array sorted;
        for (const auto& element : value.get_array()) sorted.push_back(canonical(element));
        return sorted;
    }
    if (!value.is_object()) return value;
    std::vector<std::pair<std::string, const boost::json::value*>> members;
    for (const auto& member : value.get_object()) members.emplace_back(member.key(), &member.value());
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    boost::json::object sorted;
    for (const auto& [name, member] : members) sorted.emplace(name, canonical(*member));
    return sorted;
}

Result<void> checkSpec(DocumentKind kind, const boost::json::object& spec) {
    switch (kind) {
    case DocumentKind::Provider: return readProviderSpec(spec).map([](const auto&) {});
    case DocumentKind::Route: return readRouteSpec(spec).map([](const auto&) {});
    case DocumentKind::Policy: return overlayPolicy(Policy{}, spec).map([](const auto&) {});
    case DocumentKind::Prompt: return readPromptSpec(spec).map([](const auto&) {});
    case DocumentKind::Workflow: return readWorkflowSpec(spec).map([](const auto&) {});
    case DocumentKind::TestSet: return readTestSetSpec(spec).map([](const auto&) {});
    case DocumentKind::Runbook: return readRunbookSpec(spec).map([](const auto&) {});
    }
    return failure(ErrorClass::Internal, "a document kind without a schema");
}

} // namespace

std::string Document::contentHash() const {
    const std::string text = boost::json::serialize(canonical(spec));
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    char hex[2 * sizeof hash + 1];
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    return hex;
}

Result<Document> readDocument(const boost::json::value& json) {
    Violations violations;
    if (!json.is_object()) {
        violations.add("", "should be an object with kind, name and spec");
        return tl::unexpected(violations.error("The document"));
    }
    Document document;
    SpecReader reader(json.get_object(), "", violations);
    reader.require("kind");
    reader.require("name");
    reader.require("spec");
    std::string kind;
    if (reader.text("kind", kind)) {
        if (const auto known = documentKindNamed(kind)) document.kind = *known;
        else reader.violation("kind", "'" + kind + "' is not a kind of document; known are " + documentKindList());
    }
    if (reader.text("name", document.name) && !isDocumentName(document.name))
        reader.violation("name", "should be lower-case letters, digits, '-', '_' and '.', begin with a letter or digit, and have at most 64 characters");
    if (const auto* spec = reader.object("spec")) document.spec = *spec;
    reader.refuseUnknown();
    if (!violations.empty()) return tl::unexpected(violations.error("The document"));
    if (auto right = checkSpec(document.kind, document.spec); !right) {
        right.error().message = std::string(nameOf(document.kind)) + " '" + document.name + "': " + right.error().message;
        return tl::unexpected(std::move(right.error()));
    }
    return document;
}

boost::json::object toJson(const Document& document) {
    return {{"kind", nameOf(document.kind)}, {"name", document.name}, {"spec", document.spec}};
}

} // namespace signalbox::model
