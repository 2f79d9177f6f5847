#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::metrics {

/// A mergeable quantile sketch with 1 % relative error (Masson, Rim, Lee: "DDSketch", VLDB 2019), for positive durations in
/// microseconds. Values below 1 us count as 1 us. At most 2,048 bins (1 us to over 10^17 us); a latency spread of a minute has
/// a few dozen.
class DDSketch {
public:
    void add(double value, std::uint64_t times = 1);
    void merge(const DDSketch& other);

    std::uint64_t count() const { return count_; }
    /// The value below which a share `q` (0..1) of the values lies, within 1 %. 0 when empty.
    double quantile(double q) const;

    /// Compact and stable: variable-length integers, lowest bin first.
    std::string toBytes() const;
    /// Empty sketch for bytes that `toBytes` did not write.
    static DDSketch fromBytes(std::string_view bytes);

private:
    std::uint64_t count_ = 0;
    int firstBin_ = 0;                 ///< of bins_[0]
    std::vector<std::uint32_t> bins_;
};

} // namespace signalbox::metrics
