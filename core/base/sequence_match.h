#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace signalbox {

/// Elements that two sequences have in common: `length` of them from `left` in the one and from `right` in the other.
struct CommonRun {
    std::size_t left = 0;
    std::size_t right = 0;
    std::size_t length = 0;
};

/// A longest common subsequence of two sequences of identifiers, as maximal runs in ascending order (Wu, Manber, Myers, Miller:
/// "An O(NP) Sequence Comparison Algorithm", 1990). Identifiers are small numbers from 0. Long sequences are first cut where an
/// element occurs once in both (Cohen's patience diff), and past about a thousand differences they are compared piece by piece,
/// so that time stays linear; what is found then is common, but not the longest. Sequences of together more than `most`
/// elements in dispute share nothing but such elements and their ends.
std::vector<CommonRun> commonRuns(std::span<const int> left, std::span<const int> right, std::size_t most);

} // namespace signalbox
