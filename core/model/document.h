#pragma once

#include "core/base/clock.h"
#include "core/model/error.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::model {

/// What people decide, as versions. Stored by name.
enum class DocumentKind : unsigned char { Provider = 1, Route, Policy, Prompt, Workflow, TestSet, Runbook };
std::string_view nameOf(DocumentKind kind); ///< `provider`, `route`, `policy`, `prompt`, `workflow`, `test_set`, `runbook`
std::optional<DocumentKind> documentKindNamed(std::string_view name);
const std::vector<DocumentKind>& documentKinds();
/// `'provider', 'route', ...`: for sentences about what is none of them.
std::string documentKindList();

/// Lower-case letters, digits, `-`, `_`, `.`; starts with a letter or digit; at most 64. Safe in paths, URLs and files.
bool isDocumentName(std::string_view name);

/// `name`, `name@label` or `name@7`. A bare name means `name@production`.
struct DocumentRef {
    std::string name;
    std::string label = "production"; ///< unless `version` is set
    std::optional<std::int64_t> version;

    static Result<DocumentRef> parse(std::string_view text);
    std::string text() const; ///< `name@label` or `name@7`
};

/// A document as somebody writes it: `kind`, `name`, `spec`.
struct Document {
    DocumentKind kind = DocumentKind::Provider;
    std::string name;
    boost::json::object spec;

    /// SHA-256 of the canonical form (members sorted, no spaces), lower-case hex: equal content, equal hash.
    std::string contentHash() const;
};

/// A document on record: immutable.
struct DocumentVersion {
    Document document;
    std::int64_t version = 0; ///< 1, 2, ... within kind and name
    std::string contentHash;
    std::string author;
    std::string message;
    WallTime createdAt;
};

/// Reads `{"kind": ..., "name": ..., "spec": {...}}` and checks the spec against its kind: every violation with its pointer
/// (`/spec/models/0/id`), what is wrong and a hint. Unknown members are violations, with the nearest known name as the hint.
Result<Document> readDocument(const boost::json::value& json);
boost::json::object toJson(const Document& document);

} // namespace signalbox::model
