#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::policy {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = std::numeric_limits<NodeIndex>::max();

/// The members that an object schema names, found by name with one hash and usually one comparison.
class PropertyTable {
public:
    struct Entry {
        std::string name;
        NodeIndex node = kNoNode; ///< none: only required
        bool required = false;
    };

    /// The entry of that name, made if need be.
    Entry& entry(std::string_view name);
    const Entry* find(std::string_view name) const;
    const std::vector<Entry>& entries() const { return entries_; }

private:
    std::size_t slotOf(std::string_view name) const;
    void grow();

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_; ///< open addressing, a power of two; index of the entry plus one
};

} // namespace signalbox::policy
