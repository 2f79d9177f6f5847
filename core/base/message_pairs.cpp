#include "core/base/message_pairs.h"

#include "core/base/line_pairs.h"

#include <algorithm>

namespace signalbox {

namespace {

constexpr std::size_t kMostMessages = 500;
constexpr std::size_t kMostWords = 4'000'000; ///< that comparing each with each would look at
constexpr double kSame = 3;                   ///< an equal message outweighs any two that only have a role in common
constexpr double kRole = 1;
constexpr double kHardlyChanged = 0.6; ///< likeness that makes up for another role

class Worths {
public:
    Worths(std::span<const SaidMessage> left, std::span<const SaidMessage> right) : left_(left), right_(right) {
        for (const auto& message : left) leftWords_.push_back(wordedLine(message.text, interner_, true));
        for (const auto& message : right) rightWords_.push_back(wordedLine(message.text, interner_, true));
        isWeighed_ = wordsIn(leftWords_) * right.size() + wordsIn(rightWords_) * left.size() <= kMostWords;
    }

    /// How much it is worth to pair the two; 0: they are not paired.
    double of(std::size_t i, std::size_t j) const {
        const bool sameRole = left_[i].role == right_[j].role;
        if (left_[i].text == right_[j].text) return sameRole ? kSame : kRole;
        const double alike = isWeighed_ ? likeness(leftWords_[i], rightWords_[j]) : 0;
        if (sameRole) return kRole + (kSame - kRole - 0.5) * alike;
        return alike >= kHardlyChanged ? kRole * alike : 0;
    }

private:
    static std::size_t wordsIn(const std::vector<WordedLine>& messages) {
        std::size_t words = 0;
        for (const auto& message : messages) words += message.bag.size();
        return words;
    }

    std::span<const SaidMessage> left_;
    std::span<const SaidMessage> right_;
    Interner interner_;
    std::vector<WordedLine> leftWords_;
    std::vector<WordedLine> rightWords_;
    bool isWeighed_ = false;
};

std::vector<MessagePair> pairedByPlace(std::size_t left, std::size_t right) {
    std::vector<MessagePair> pairs;
    for (std::size_t i = 0; i < std::max(left, right); ++i) pairs.push_back({i < left ? std::optional(i) : std::nullopt, i < right ? std::optional(i) : std::nullopt});
    return pairs;
}

} // namespace

std::vector<MessagePair> pairedMessages(std::span<const SaidMessage> left, std::span<const SaidMessage> right) {
    if (left.size() > kMostMessages || right.size() > kMostMessages) return pairedByPlace(left.size(), right.size());
    const Worths worths(left, right);
    // best[i][j]: the greatest sum for the messages from i and from j on.
    const std::size_t width = right.size() + 1;
    std::vector<double> best((left.size() + 1) * width);
    std::vector<double> worth(left.size() * right.size());
    for (std::size_t i = left.size(); i-- > 0;)
        for (std::size_t j = right.size(); j-- > 0;) {
            const double here = worth[i * right.size() + j] = worths.of(i, j);
            double& sum = best[i * width + j];
            sum = std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
            if (here > 0) sum = std::max(sum, here + best[(i + 1) * width + j + 1]);
        }
    std::vector<MessagePair> pairs;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < left.size() || j < right.size()) {
        const bool both = i < left.size() && j < right.size();
        const double here = both ? worth[i * right.size() + j] : 0;
        if (both && here > 0 && best[i * width + j] == here + best[(i + 1) * width + j + 1]) pairs.push_back({i++, j++});
        else if (j == right.size() || (both && best[i * width + j] == best[(i + 1) * width + j])) pairs.push_back({i++, std::nullopt});
        else pairs.push_back({std::nullopt, j++});
    }
    return pairs;
}

} // namespace signalbox
