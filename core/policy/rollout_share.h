#pragma once

#include <string_view>

namespace signalbox::policy {

/// Whether a call belongs to the share of a label's traffic (`percent`, 0 to 100) that goes to a rollout's candidate. With a key
/// the same caller is always on the same side, and stays with the candidate when the share grows; another rollout (`salt`: kind,
/// name, label and candidate) divides callers anew. Without a key chance decides: `random01` in 0..1, never 1.
bool isInShare(double percent, std::string_view salt, std::string_view stickyKey, double random01);

} // namespace signalbox::policy
