#pragma once

#include "core/model/document.h"
#include "core/policy/prompt_template.h"
#include "core/store/document_repository.h"
#include "core/store/store_pool.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::control {

/// The registry as it would be once some documents are in place: what they and those that name them are checked against. On a store
/// thread, for one change; it remembers what it read.
class DocumentView {
public:
    explicit DocumentView(store::Session& session) : documents_(session.connection) {}

    /// The document as the registry would have it: a new version, under `label` unless that is empty, and, if it is the first of its
    /// name, in production.
    void put(const model::Document& document, const std::string& label);
    bool holds(model::DocumentKind kind, const std::string& name) const { return placed_.contains({kind, name}); }

    /// What a reference leads to; null when there is none, or it is out of service: `whyNot` says it.
    const model::Document* find(model::DocumentKind kind, const model::DocumentRef& reference);
    std::string whyNot(model::DocumentKind kind, const model::DocumentRef& reference);
    /// A name of that kind that was perhaps meant: `did you mean 'x'?`, or nothing.
    std::string hintFor(model::DocumentKind kind, const std::string& name);

    /// The template of a prompt that others include; null when there is none.
    const policy::PromptTemplate* partial(const model::DocumentRef& reference);
    store::DocumentRepository& repository() { return documents_; }

private:
    struct Placed {
        model::Document document;
        std::string label;
        bool isFirst = false;
    };
    using Key = std::pair<model::DocumentKind, std::string>;

    store::DocumentRepository documents_;
    std::map<Key, Placed> placed_;
    std::map<Key, std::optional<model::Document>> found_; ///< by kind and reference as text
    std::map<std::string, std::unique_ptr<policy::PromptTemplate>> partials_;
};

} // namespace signalbox::control
