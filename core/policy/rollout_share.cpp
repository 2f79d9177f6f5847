#include "core/policy/rollout_share.h"

#include <cstdint>

namespace signalbox::policy {

namespace {

/// FNV-1a, then the finaliser of MurmurHash3: FNV's high bits alone are not even for short keys that differ in their last letter.
std::uint64_t hashOf(std::string_view salt, std::string_view key) {
    std::uint64_t hash = 14'695'981'039'346'656'037ULL;
    const auto add = [&hash](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211ULL;
        hash = (hash ^ 0xFFU) * 1'099'511'628'211ULL; // in no UTF-8: where one ends and the other begins
    };
    add(salt);
    add(key);
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33U;
    hash *= 0xc4ceb9fe1a85ec53ULL;
    return hash ^ (hash >> 33U);
}

} // namespace

bool isInShare(double percent, std::string_view salt, std::string_view stickyKey, double random01) {
    const double place = stickyKey.empty() ? random01 : static_cast<double>(hashOf(salt, stickyKey) >> 11U) * 0x1.0p-53;
    return place * 100 < percent;
}

} // namespace signalbox::policy
