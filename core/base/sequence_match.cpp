#include "core/base/sequence_match.h"

#include <functional>

#include <dtl/dtl.hpp>

#include <algorithm>

namespace signalbox {

namespace {

using Sequence = std::vector<int>;

/// Two stretches of the sequences, and where they begin.
struct Stretch {
    std::span<const int> left;
    std::span<const int> right;
    std::size_t leftBegin = 0;
    std::size_t rightBegin = 0;

    Stretch part(std::size_t leftAt, std::size_t leftSize, std::size_t rightAt, std::size_t rightSize) const {
        return {left.subspan(leftAt, leftSize), right.subspan(rightAt, rightSize), leftBegin + leftAt, rightBegin + rightAt};
    }
};

/// The positions of the elements that the other sequence has too: no other can be common.
std::vector<std::size_t> inDispute(std::span<const int> sequence, std::span<const int> other) {
    Sequence known(other.begin(), other.end());
    std::sort(known.begin(), known.end());
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < sequence.size(); ++i)
        if (std::binary_search(known.begin(), known.end(), sequence[i])) positions.push_back(i);
    return positions;
}

Sequence picked(std::span<const int> sequence, const std::vector<std::size_t>& positions) {
    Sequence elements;
    elements.reserve(positions.size());
    for (const auto position : positions) elements.push_back(sequence[position]);
    return elements;
}

struct Pair {
    std::size_t left = 0;
    std::size_t right = 0;
};

/// The elements that occur once in each, in the order of the left sequence.
std::vector<Pair> uniqueInBoth(const Stretch& stretch) {
    struct Places {
        Pair last;
        int lefts = 0;
        int rights = 0;
    };
    int highest = 0;
    for (const auto& side : {stretch.left, stretch.right})
        for (const int id : side) highest = std::max(highest, id);
    std::vector<Places> places(static_cast<std::size_t>(highest) + 1);
    const auto of = [&](int id) -> Places& { return places[static_cast<std::size_t>(id)]; };
    for (std::size_t i = 0; i < stretch.left.size(); ++i) of(stretch.left[i]).last.left = i, ++of(stretch.left[i]).lefts;
    for (std::size_t j = 0; j < stretch.right.size(); ++j) of(stretch.right[j]).last.right = j, ++of(stretch.right[j]).rights;
    std::vector<Pair> pairs;
    for (const int id : stretch.left)
        if (of(id).lefts == 1 && of(id).rights == 1) pairs.push_back(of(id).last);
    return pairs;
}

/// The longest choice of pairs that ascends on the right as well (patience sorting).
std::vector<Pair> longestAscent(const std::vector<Pair>& pairs) {
    constexpr auto kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> tops; // the pair that ends the best choice of each length
    std::vector<std::size_t> before(pairs.size(), kNone);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto pile = std::lower_bound(tops.begin(), tops.end(), pairs[i].right, [&](std::size_t top, std::size_t right) { return pairs[top].right < right; });
        if (pile != tops.begin()) before[i] = *(pile - 1);
        if (pile == tops.end()) tops.push_back(i);
        else *pile = i;
    }
    std::vector<Pair> ascent;
    for (auto i = tops.empty() ? kNone : tops.back(); i != kNone; i = before[i]) ascent.push_back(pairs[i]);
    std::reverse(ascent.begin(), ascent.end());
    return ascent;
}

class Matcher {
public:
    explicit Matcher(std::size_t most) : most_(most) {}

    /// Finds what is common at both ends, and leaves the middle to the others.
    void match(const Stretch& stretch, bool mayCut) {
        const std::size_t shorter = std::min(stretch.left.size(), stretch.right.size());
        std::size_t head = 0;
        while (head < shorter && stretch.left[head] == stretch.right[head]) ++head;
        std::size_t tail = 0;
        while (tail < shorter - head && stretch.left[stretch.left.size() - 1 - tail] == stretch.right[stretch.right.size() - 1 - tail]) ++tail;
        const std::size_t leftSize = stretch.left.size() - head - tail;
        const std::size_t rightSize = stretch.right.size() - head - tail;
        add(stretch.leftBegin, stretch.rightBegin, head);
        if (leftSize > 0 && rightSize > 0) matchMiddle(stretch.part(head, leftSize, head, rightSize), mayCut);
        add(stretch.leftBegin + head + leftSize, stretch.rightBegin + head + rightSize, tail);
    }

    std::vector<CommonRun> runs;

private:
    void matchMiddle(const Stretch& stretch, bool mayCut) {
        const auto left = inDispute(stretch.left, stretch.right);
        const auto right = inDispute(stretch.right, stretch.left);
        if (left.empty()) return;
        // In one piece dtl records at most this many points of its search.
        const bool inOnePiece = left.size() <= dtl::MAX_CORDINATES_SIZE / right.size();
        if (inOnePiece || !mayCut) search(stretch, left, right);
        else if (const auto cuts = longestAscent(uniqueInBoth(stretch)); cuts.empty()) search(stretch, left, right);
        else cutAt(cuts, stretch);
    }

    void cutAt(const std::vector<Pair>& cuts, const Stretch& stretch) {
        Pair from;
        for (const auto& cut : cuts) {
            match(stretch.part(from.left, cut.left - from.left, from.right, cut.right - from.right), false);
            add(stretch.leftBegin + cut.left, stretch.rightBegin + cut.right, 1);
            from = {cut.left + 1, cut.right + 1};
        }
        match(stretch.part(from.left, stretch.left.size() - from.left, from.right, stretch.right.size() - from.right), false);
    }

    void search(const Stretch& stretch, const std::vector<std::size_t>& left, const std::vector<std::size_t>& right) {
        if (left.size() + right.size() > most_) return;
        dtl::Diff<int, Sequence> diff(picked(stretch.left, left), picked(stretch.right, right));
        diff.compose();
        std::size_t i = 0;
        std::size_t j = 0;
        const auto script = diff.getSes();
        for (const auto& [element, step] : script.getSequence()) {
            if (step.type == dtl::SES_COMMON) add(stretch.leftBegin + left[i++], stretch.rightBegin + right[j++], 1);
            else if (step.type == dtl::SES_DELETE) ++i;
            else ++j;
        }
    }

    /// Joins to the last run what continues it.
    void add(std::size_t left, std::size_t right, std::size_t length) {
        if (length == 0) return;
        if (!runs.empty() && runs.back().left + runs.back().length == left && runs.back().right + runs.back().length == right) runs.back().length += length;
        else runs.push_back({left, right, length});
    }

    std::size_t most_;
};

} // namespace

std::vector<CommonRun> commonRuns(std::span<const int> left, std::span<const int> right, std::size_t most) {
    Matcher matcher(most);
    matcher.match({left, right, 0, 0}, true);
    return std::move(matcher.runs);
}

} // namespace signalbox
