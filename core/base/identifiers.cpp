#include "core/base/identifiers.h"

#include <sodium.h>

#include <array>
#include <vector>

namespace signalbox {

namespace {

constexpr std::string_view kCrockford = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::string_view kRunPrefix = "run_";
constexpr std::size_t kRunDigits = 13;
constexpr std::int64_t kEpochMs = 1'704'067'200'000; // 2024-01-01T00:00:00Z
constexpr int kTimeShift = 22;
constexpr int kNodeShift = 12;

} // namespace

std::string RunId::text() const {
    std::string text(kRunPrefix);
    auto bits = static_cast<std::uint64_t>(value);
    std::array<char, kRunDigits> digits;
    for (std::size_t i = kRunDigits; i-- > 0; bits >>= 5) digits[i] = kCrockford[bits & 31U];
    text.append(digits.data(), digits.size());
    return text;
}

std::optional<RunId> RunId::parse(std::string_view text) {
    if (!text.starts_with(kRunPrefix) || text.size() != kRunPrefix.size() + kRunDigits) return {};
    text.remove_prefix(kRunPrefix.size());
    if (text[0] > '7') return {}; // 13 digits hold 65 bits; the first digit may use only three of its five
    std::uint64_t bits = 0;
    for (const char c : text) {
        const auto digit = kCrockford.find(c);
        if (digit == std::string_view::npos) return {};
        bits = (bits << 5) | digit;
    }
    return RunId{static_cast<std::int64_t>(bits)};
}

WallTime RunId::time() const { return WallTime{Milliseconds{(value >> kTimeShift) + kEpochMs}}; }

RunId RunId::firstAt(WallTime time) {
    const auto ms = std::chrono::floor<Milliseconds>(time).time_since_epoch().count() - kEpochMs;
    return RunId{ms <= 0 ? 0 : ms << kTimeShift};
}

RunIdSource::RunIdSource(unsigned node, RunId after)
    : last_(((after.value >> kTimeShift) << kNodeShift) | (after.value & ((1 << kNodeShift) - 1))), node_(static_cast<std::int64_t>(node & 1023U) << kNodeShift) {}

RunId RunIdSource::next(WallTime now) {
    // `last_` is time and sequence without the node: 41 + 12 bits. Taking the larger of "now" and "one after the last" keeps
    // the order when the clock steps back, and borrows from the next millisecond when 4,096 were taken in one.
    const std::int64_t floorValue = (RunId::firstAt(now).value >> kTimeShift) << kNodeShift;
    std::int64_t last = last_.load(std::memory_order_relaxed);
    std::int64_t next = 0;
    do {
        next = std::max(last + 1, floorValue);
    } while (!last_.compare_exchange_weak(last, next, std::memory_order_relaxed));
    const std::int64_t sequence = next & ((1 << kNodeShift) - 1);
    return RunId{((next >> kNodeShift) << kTimeShift) | node_ | sequence};
}

std::string randomToken(std::size_t bytes) {
    static const int ready = sodium_init();
    if (ready < 0) std::abort(); // no source of randomness: nothing secret may be made
    std::vector<unsigned char> random(bytes);
    randombytes_buf(random.data(), random.size());
    std::string token;
    token.reserve((bytes * 8 + 4) / 5);
    unsigned buffer = 0;
    int bits = 0;
    for (const unsigned char byte : random) {
        buffer = (buffer << 8) | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            token.push_back(kCrockford[(buffer >> bits) & 31U]);
        }
    }
    if (bits > 0) token.push_back(kCrockford[(buffer << (5 - bits)) & 31U]);
    return token;
}

} // namespace signalbox
