#include "core/policy/contract/equality.h"

#include "core/policy/contract/numbers.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t next) {
    hash ^= next + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
    return hash * 0xff51afd7ed558ccdu;
}

std::uint64_t hashText(std::string_view text) { return std::hash<std::string_view>{}(text); }

bool sameArray(const json::array& a, const json::array& b, Budget& budget) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [&](const json::value& x, const json::value& y) { return sameValue(x, y, budget); });
}

bool sameObject(const json::object& a, const json::object& b, Budget& budget) {
    if (a.size() != b.size()) return false;
    return std::all_of(a.begin(), a.end(), [&](const json::key_value_pair& member) {
        const auto* other = b.if_contains(member.key());
        return other && sameValue(member.value(), *other, budget);
    });
}

} // namespace

bool sameValue(const json::value& a, const json::value& b, Budget& budget) {
    if (!budget.take(1)) return false;
    if (a.is_number()) return b.is_number() && compareNumbers(a, b) == 0;
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
    case json::kind::null: return true;
    case json::kind::bool_: return a.get_bool() == b.get_bool();
    case json::kind::string: return a.get_string().size() == b.get_string().size() && budget.take(a.get_string().size() / 64) && a.get_string() == b.get_string();
    case json::kind::array: return sameArray(a.get_array(), b.get_array(), budget);
    case json::kind::object: return sameObject(a.get_object(), b.get_object(), budget);
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_: break; // a number, above
    }
    return false;
}

std::uint64_t hashValue(const json::value& value, Budget& budget) {
    if (!budget.take(1)) return 0;
    switch (value.kind()) {
    case json::kind::null: return 0x6e756c6c;
    case json::kind::bool_: return value.get_bool() ? 0x74727565 : 0x66616c73;
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_: return hashNumber(value);
    case json::kind::string: return budget.take(value.get_string().size() / 64) ? mixed(1, hashText(value.get_string())) : 0;
    case json::kind::array: {
        std::uint64_t hash = 2;
        for (const auto& element : value.get_array()) hash = mixed(hash, hashValue(element, budget));
        return hash;
    }
    case json::kind::object: {
        std::uint64_t sum = 3; // a sum, since the order of members does not count
        for (const auto& member : value.get_object()) sum += mixed(hashText(member.key()), hashValue(member.value(), budget));
        return sum;
    }
    }
    return 0;
}

EqualPair equalElements(const json::array& array, Budget& budget) {
    constexpr std::size_t kFew = 8;
    if (array.size() <= kFew) {
        for (std::size_t second = 1; second < array.size(); ++second)
            for (std::size_t first = 0; first < second; ++first)
                if (sameValue(array[first], array[second], budget)) return {true, first, second};
        return {};
    }
    struct Hashed {
        std::uint64_t hash;
        std::size_t index;
    };
    std::vector<Hashed> elements;
    elements.reserve(array.size());
    for (std::size_t i = 0; i < array.size(); ++i) elements.push_back({hashValue(array[i], budget), i});
    std::ranges::sort(elements, [](const Hashed& a, const Hashed& b) { return a.hash != b.hash ? a.hash < b.hash : a.index < b.index; });
    for (auto run = elements.begin(); run != elements.end();) {
        const auto end = std::find_if(run, elements.end(), [&](const Hashed& other) { return other.hash != run->hash; });
        for (auto second = run + 1; second < end; ++second)
            for (auto first = run; first != second && budget.steps > 0; ++first)
                if (sameValue(array[first->index], array[second->index], budget)) return {true, first->index, second->index};
        run = end;
    }
    return {};
}

} // namespace signalbox::policy
