#pragma once

#include "core/base/sequence_match.h"

#include <span>
#include <vector>

namespace signalbox {

/// The lines of one text as identifiers, and which of them stand in the other text at the same place.
struct PlacedLines {
    std::span<const int> ids;
    const std::vector<bool>& matched;
};

/// Blocks that were taken out of the left text and stand verbatim elsewhere in the right one: at least three lines that are not
/// blank, none of them matched. `blank` says it of each identifier. Blocks do not overlap; they come in the order of the left
/// text, longest first where a line may belong to several. Looks at a bounded number of places, so very repetitive texts may
/// keep a block that moved as removed and added.
std::vector<CommonRun> movedBlocks(const PlacedLines& left, const PlacedLines& right, const std::vector<bool>& blank);

} // namespace signalbox
