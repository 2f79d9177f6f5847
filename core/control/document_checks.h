#pragma once

#include "core/control/document_view.h"
#include "core/model/document.h"
#include "core/store/document_repository.h"
#include "core/store/store_pool.h"

#include <string>
#include <vector>

namespace signalbox::control {

/// What is wrong with documents beyond the shape that `model::readDocument` checks: templates that do not parse, schemas that are not
/// supported, contracts that do not fit each other, names of what does not exist, circles. Each with pointer, sentence, and, where
/// there is one, a hint; of templates with line and column. Of several documents the pointers begin with `/documents/N`.
std::vector<model::Violation> violationsOf(store::Session& session, const std::vector<model::Document>& documents, const std::string& label = {});

/// The same for the registry, in its transactions: at registration of the documents, and, when a label moves, of the version that gets
/// it and of all that name it by that label (`breaks_referrers`): a prompt whose variables the inputs of live workflows lack does not
/// get the label that they use.
store::RegistryChecks registryChecks(store::Session& session);

} // namespace signalbox::control
