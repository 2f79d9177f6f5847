#include "core/policy/contract/property_table.h"

#include <algorithm>
#include <functional>

namespace signalbox::policy {

/// Where the name is, or the free slot where it belongs.
std::size_t PropertyTable::slotOf(std::string_view name) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = std::hash<std::string_view>{}(name) & mask;
    while (slots_[slot] != 0 && entries_[slots_[slot] - 1].name != name) slot = (slot + 1) & mask;
    return slot;
}

void PropertyTable::grow() {
    slots_.assign(std::max<std::size_t>(8, slots_.size() * 2), 0);
    for (std::uint32_t i = 0; i < entries_.size(); ++i) slots_[slotOf(entries_[i].name)] = i + 1;
}

PropertyTable::Entry& PropertyTable::entry(std::string_view name) {
    if ((entries_.size() + 1) * 2 > slots_.size()) grow();
    const auto slot = slotOf(name);
    if (slots_[slot] == 0) {
        entries_.push_back({std::string(name)});
        slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    }
    return entries_[slots_[slot] - 1];
}

const PropertyTable::Entry* PropertyTable::find(std::string_view name) const {
    if (slots_.empty()) return nullptr;
    const auto slot = slots_[slotOf(name)];
    return slot == 0 ? nullptr : &entries_[slot - 1];
}

} // namespace signalbox::policy
