#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace signalbox::policy {

/// Which members of an object or elements of an array some keyword has looked at, for `unevaluatedProperties` and `unevaluatedItems`.
/// Up to 64 take no memory.
class Evaluated {
public:
    void markAll() { all_ = true; }
    /// The elements before `count`.
    void markFirst(std::size_t count) {
        if (count > first_) first_ = count;
    }
    void mark(std::size_t index) {
        if (index < 64) bits_ |= std::uint64_t{1} << index;
        else {
            const auto word = index / 64 - 1;
            if (word >= more_.size()) more_.resize(word + 1);
            more_[word] |= std::uint64_t{1} << (index % 64);
        }
    }
    bool has(std::size_t index) const {
        if (all_ || index < first_) return true;
        if (index < 64) return (bits_ >> index & 1) != 0;
        const auto word = index / 64 - 1;
        return word < more_.size() && (more_[word] >> (index % 64) & 1) != 0;
    }
    void merge(const Evaluated& other) {
        all_ = all_ || other.all_;
        markFirst(other.first_);
        bits_ |= other.bits_;
        if (other.more_.size() > more_.size()) more_.resize(other.more_.size());
        for (std::size_t i = 0; i < other.more_.size(); ++i) more_[i] |= other.more_[i];
    }

private:
    bool all_ = false;
    std::size_t first_ = 0;
    std::uint64_t bits_ = 0;
    std::vector<std::uint64_t> more_;
};

} // namespace signalbox::policy
