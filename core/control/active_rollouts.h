#pragma once

#include "core/model/document.h"
#include "core/store/store_pool.h"

#include <cstdint>
#include <string>
#include <vector>

namespace signalbox::control {

/// A share of a label's calls goes to a candidate instead of where the label is.
struct ActiveRollout {
    model::DocumentKind kind = model::DocumentKind::Prompt;
    std::string name;
    std::string label;
    std::int64_t candidate = 0;
    double percent = 0;
};

/// What the data plane has to know of the registry's rollouts.
model::Result<std::vector<ActiveRollout>> activeRollouts(store::Session& session);

} // namespace signalbox::control
