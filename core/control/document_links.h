#pragma once

#include "core/model/document.h"

#include <functional>
#include <string>
#include <vector>

namespace signalbox::control {

/// Where a document names another one that it cannot do without.
struct DocumentLink {
    model::DocumentKind kind = model::DocumentKind::Prompt; ///< of the document that is named
    model::DocumentRef to;
    bool operator==(const DocumentLink& other) const { return kind == other.kind && to.text() == other.to.text(); }
};

/// What a document stands on: a route on providers and policies; a workflow on its prompt, route, policies and runbooks; a prompt on
/// its partials; a test set on what it tests, on its model's route or provider, and on its judges. Each once, in order.
std::vector<DocumentLink> linksOf(const model::Document& document);

/// Writes the links anew, and also where a condition compares a workflow's or provider's name: `name` gives what to write for a
/// document of that kind, or the empty string to leave it.
void rewriteLinks(model::Document& document, const std::function<std::string(model::DocumentKind, const model::DocumentRef&)>& name);

} // namespace signalbox::control
