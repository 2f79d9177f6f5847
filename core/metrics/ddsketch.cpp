#include "core/metrics/ddsketch.h"

#include <algorithm>
#include <cmath>

namespace signalbox::metrics {

namespace {

constexpr double kAccuracy = 0.01;
constexpr double kGamma = (1 + kAccuracy) / (1 - kAccuracy);
constexpr int kMaxBin = 2047;

int binOf(double value) {
    static const double kLogGamma = std::log(kGamma);
    if (!(value > 1)) return 0;
    return static_cast<int>(std::min<double>(kMaxBin, std::ceil(std::log(value) / kLogGamma)));
}

double valueOf(int bin) { return bin == 0 ? 1 : 2 * std::pow(kGamma, bin) / (kGamma + 1); }

void writeVarint(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>((value & 0x7F) | 0x80));
    out.push_back(static_cast<char>(value));
}

bool readVarint(std::string_view& in, std::uint64_t& value) {
    value = 0;
    for (int shift = 0; shift < 64 && !in.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(in.front());
        in.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return true;
    }
    return false;
}

} // namespace

void DDSketch::add(double value, std::uint64_t times) {
    const int bin = binOf(value);
    if (bins_.empty()) firstBin_ = bin;
    if (bin < firstBin_) {
        bins_.insert(bins_.begin(), static_cast<std::size_t>(firstBin_ - bin), 0);
        firstBin_ = bin;
    }
    const auto at = static_cast<std::size_t>(bin - firstBin_);
    if (at >= bins_.size()) bins_.resize(at + 1);
    bins_[at] += static_cast<std::uint32_t>(times);
    count_ += times;
}

void DDSketch::merge(const DDSketch& other) {
    if (other.bins_.empty()) return;
    if (bins_.empty()) {
        *this = other;
        return;
    }
    const int first = std::min(firstBin_, other.firstBin_);
    const int end = std::max(firstBin_ + static_cast<int>(bins_.size()), other.firstBin_ + static_cast<int>(other.bins_.size()));
    bins_.insert(bins_.begin(), static_cast<std::size_t>(firstBin_ - first), 0);
    firstBin_ = first;
    bins_.resize(static_cast<std::size_t>(end - first));
    for (std::size_t i = 0; i < other.bins_.size(); ++i) bins_[static_cast<std::size_t>(other.firstBin_ - first) + i] += other.bins_[i];
    count_ += other.count_;
}

double DDSketch::quantile(double q) const {
    if (count_ == 0) return 0;
    const double rank = std::clamp(q, 0.0, 1.0) * static_cast<double>(count_ - 1);
    double below = 0;
    for (std::size_t i = 0; i < bins_.size(); ++i) {
        below += bins_[i];
        if (below > rank) return valueOf(firstBin_ + static_cast<int>(i));
    }
    return valueOf(firstBin_ + static_cast<int>(bins_.size()) - 1);
}

std::string DDSketch::toBytes() const {
    std::string out;
    if (bins_.empty()) return out;
    writeVarint(out, static_cast<std::uint64_t>(firstBin_));
    writeVarint(out, bins_.size());
    for (const auto bin : bins_) writeVarint(out, bin);
    return out;
}

DDSketch DDSketch::fromBytes(std::string_view bytes) {
    DDSketch sketch;
    std::uint64_t first = 0;
    std::uint64_t size = 0;
    if (!readVarint(bytes, first) || !readVarint(bytes, size) || first > kMaxBin || size > kMaxBin + 1 - first) return {};
    sketch.firstBin_ = static_cast<int>(first);
    for (std::uint64_t i = 0; i < size; ++i) {
        std::uint64_t count = 0;
        if (!readVarint(bytes, count)) return {};
        sketch.bins_.push_back(static_cast<std::uint32_t>(count));
        sketch.count_ += count;
    }
    return sketch;
}

} // namespace signalbox::metrics
