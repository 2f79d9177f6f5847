#pragma once

#include "core/model/document.h"

#include <string>
#include <vector>

namespace signalbox::policy {

/// That a document names another.
struct DocumentReference {
    model::DocumentKind kind = model::DocumentKind::Provider;
    model::DocumentRef target;
    std::string pointer; ///< where it says so: `/spec/prompt`
};

/// All that a document names, in its order. A prompt names the partials of its templates; a template that does not parse names
/// none. What does not read as its kind names nothing.
std::vector<DocumentReference> referencesOf(const model::Document& document);

/// The kinds whose documents may name one of this kind.
std::vector<model::DocumentKind> kindsThatRefer(model::DocumentKind to);

} // namespace signalbox::policy
