#include "core/base/moved_blocks.h"

namespace signalbox {

namespace {

constexpr std::size_t kLeastLines = 3;
constexpr std::size_t kPlacesPerLine = 16;
constexpr std::size_t kComparisons = 1'000'000;

class Search {
public:
    Search(const PlacedLines& left, const PlacedLines& right, const std::vector<bool>& blank)
        : left_(left), right_(right), blank_(blank), taken_(right.matched), places_(blank.size()) {
        for (std::size_t i = 0; i < right.ids.size(); ++i) {
            auto& places = places_[index(right.ids[i])];
            if (!taken_[i] && places.size() < kPlacesPerLine) places.push_back(i);
        }
    }

    std::vector<CommonRun> blocks() {
        std::vector<CommonRun> found;
        for (std::size_t i = 0; i < left_.ids.size() && comparisons_ < kComparisons;) {
            const auto block = longestAt(i);
            if (block.length > 0) {
                for (std::size_t k = 0; k < block.length; ++k) taken_[block.right + k] = true;
                found.push_back(block);
            }
            i += block.length > 0 ? block.length : 1;
        }
        return found;
    }

private:
    static std::size_t index(int id) { return static_cast<std::size_t>(id); }

    /// Of the blocks that begin with this line; length 0: none is long enough.
    CommonRun longestAt(std::size_t left) {
        CommonRun best;
        if (left_.matched[left] || blank_[index(left_.ids[left])]) return best;
        for (const auto right : places_[index(left_.ids[left])]) {
            const auto length = lengthAt(left, right);
            if (length > best.length) best = {left, right, length};
        }
        return best;
    }

    /// Without the blank lines at the end; 0: not long enough.
    std::size_t lengthAt(std::size_t left, std::size_t right) {
        std::size_t length = 0;
        std::size_t written = 0;
        for (std::size_t k = 0; left + k < left_.ids.size() && right + k < right_.ids.size(); ++k) {
            ++comparisons_;
            if (left_.ids[left + k] != right_.ids[right + k] || left_.matched[left + k] || taken_[right + k]) break;
            if (blank_[index(left_.ids[left + k])]) continue;
            ++written;
            length = k + 1;
        }
        return written >= kLeastLines ? length : 0;
    }

    const PlacedLines& left_;
    const PlacedLines& right_;
    const std::vector<bool>& blank_;
    std::vector<bool> taken_;                      ///< lines of the right text that are matched or in a block
    std::vector<std::vector<std::size_t>> places_; ///< by identifier: where it stands in the right text
    std::size_t comparisons_ = 0;
};

} // namespace

std::vector<CommonRun> movedBlocks(const PlacedLines& left, const PlacedLines& right, const std::vector<bool>& blank) {
    return Search(left, right, blank).blocks();
}

} // namespace signalbox
