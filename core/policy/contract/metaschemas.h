#pragma once

#include "core/policy/contract/contract.h"

namespace signalbox::policy {

/// The published metaschemas of draft 7 and draft 2020-12 (with its vocabularies), by their URI without fragment: what a contract
/// may refer to without anybody supplying it.
const Documents& metaschemas();

} // namespace signalbox::policy
