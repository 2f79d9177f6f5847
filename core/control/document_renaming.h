#pragma once

#include "core/model/document.h"

#include <functional>
#include <string>

namespace signalbox::control {

/// Gives what to write where a document of that kind is named; the empty string leaves it.
using Renaming = std::function<std::string(model::DocumentKind, const model::DocumentRef&)>;

/// Writes anew what a document names others by (`policy::referencesOf`), partials in templates included, and also where a condition
/// compares a workflow's or provider's name.
void renameReferences(model::Document& document, const Renaming& name);

} // namespace signalbox::control
