#include "core/base/line_pairs.h"

#include <algorithm>

namespace signalbox {

namespace {

constexpr double kAlike = 0.4;
constexpr std::size_t kMostComparisons = 16'384;

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

Pairs pairedByPlace(const std::vector<WordedLine>& left, const std::vector<WordedLine>& right) {
    Pairs pairs;
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i)
        if (likeness(left[i], right[i]) >= kAlike) pairs.emplace_back(i, i);
    return pairs;
}

} // namespace

WordedLine wordedLine(std::string_view line, Interner& interner, bool oneBlank) {
    WordedLine worded;
    worded.words = wordsOf(line);
    worded.ids.reserve(worded.words.size());
    for (const auto& word : worded.words) {
        const int id = interner.idOf(word.blank && oneBlank ? " " : line.substr(word.offset, word.length));
        worded.ids.push_back(id);
        if (word.blank) continue;
        worded.bag.emplace_back(id, word.length);
        worded.weight += word.length;
    }
    std::sort(worded.bag.begin(), worded.bag.end());
    return worded;
}

double likeness(const WordedLine& left, const WordedLine& right) {
    const std::size_t both = left.weight + right.weight;
    if (both == 0) return kAlike; // two blank lines
    const auto share = [&](std::size_t common) { return 2 * static_cast<double>(common) / static_cast<double>(both); };
    if (const double most = share(std::min(left.weight, right.weight)); most < kAlike) return 0;
    std::size_t common = 0;
    for (auto l = left.bag.begin(), r = right.bag.begin(); l != left.bag.end() && r != right.bag.end();) {
        if (l->first == r->first) {
            common += l->second;
            ++l;
            ++r;
        } else {
            ++(l->first < r->first ? l : r);
        }
    }
    return share(common);
}

Pairs pairedLines(const std::vector<WordedLine>& left, const std::vector<WordedLine>& right) {
    if (left.empty() || right.empty()) return {};
    if (left.size() > kMostComparisons / right.size()) return pairedByPlace(left, right);
    // best[i][j]: the greatest sum for the lines from i and from j on.
    const std::size_t width = right.size() + 1;
    std::vector<double> best((left.size() + 1) * width);
    std::vector<double> alike(left.size() * right.size());
    for (std::size_t i = left.size(); i-- > 0;)
        for (std::size_t j = right.size(); j-- > 0;) {
            double& here = alike[i * right.size() + j];
            here = likeness(left[i], right[j]);
            double& sum = best[i * width + j];
            sum = std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
            if (here >= kAlike) sum = std::max(sum, here + best[(i + 1) * width + j + 1]);
        }
    Pairs pairs;
    for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
        const double sum = best[i * width + j];
        const double here = alike[i * right.size() + j];
        if (here >= kAlike && sum == here + best[(i + 1) * width + j + 1]) pairs.emplace_back(i++, j++);
        else if (sum == best[(i + 1) * width + j]) ++i;
        else ++j;
    }
    return pairs;
}

} // namespace signalbox
