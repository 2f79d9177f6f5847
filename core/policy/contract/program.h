#pragma once

#include "core/policy/contract/formats.h"
#include "core/policy/contract/property_table.h"

#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace re2 {
class RE2;
}

namespace signalbox::policy {

inline constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

/// JSON Schema's types as bits; an integer has only its own, and `number` stands for both bits.
enum TypeBit : std::uint8_t { NullType = 1, BooleanType = 2, IntegerType = 4, NumberType = 8, StringType = 16, ArrayType = 32, ObjectType = 64 };
using TypeBits = std::uint8_t;
inline constexpr TypeBits kAnyType = 0x7f;

struct NumberRules {
    std::optional<boost::json::value> minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf;
};

struct Pattern {
    std::shared_ptr<const re2::RE2> program;
    std::string source; ///< as the schema has it
};

struct StringRules {
    std::size_t minLength = 0, maxLength = kNoLimit; ///< in code points
    std::optional<Pattern> pattern;
    std::optional<Format> format;
};

struct ArrayRules {
    std::vector<NodeIndex> prefix;
    NodeIndex rest = kNoNode;
    NodeIndex contains = kNoNode;
    std::size_t minContains = 1, maxContains = kNoLimit;
    std::size_t minItems = 0, maxItems = kNoLimit;
    bool uniqueItems = false;
    bool containsCountsAsEvaluated = true; ///< draft 2020-12
};

struct ObjectRules {
    PropertyTable properties; ///< of `properties` and `required`
    std::size_t requiredCount = 0;
    std::vector<std::pair<Pattern, NodeIndex>> patterns;
    NodeIndex additional = kNoNode;
    NodeIndex names = kNoNode;
    std::size_t minProperties = 0, maxProperties = kNoLimit;
    std::vector<std::pair<std::string, std::vector<std::string>>> dependentRequired;
};

struct ChoiceRules {
    std::vector<boost::json::value> values;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> byHash; ///< hash and index, sorted; only for long lists
    bool isConst = false;
};

struct DynamicReference {
    NodeIndex first = kNoNode; ///< where it leads by itself
    std::uint32_t name = 0;    ///< of the anchor that the outermost resource of the dynamic scope may redefine
};

/// Subschemas that apply to the same place of the instance.
struct InPlaceRules {
    NodeIndex reference = kNoNode;
    std::optional<DynamicReference> dynamicReference;
    std::vector<NodeIndex> allOf, anyOf, oneOf;
    NodeIndex negated = kNoNode;
    NodeIndex condition = kNoNode, then = kNoNode, otherwise = kNoNode;
    std::vector<std::pair<std::string, NodeIndex>> dependentSchemas;
};

/// One compiled subschema. What it does not say is not there.
struct Node {
    TypeBits types = kAnyType;
    bool never = false; ///< the schema `false`
    bool trivial = false; ///< nothing to check: `true`, `{}` or annotations
    std::uint32_t resource = 0;
    NodeIndex unevaluatedItems = kNoNode, unevaluatedProperties = kNoNode;
    std::unique_ptr<const ChoiceRules> choice;
    std::unique_ptr<const NumberRules> number;
    std::unique_ptr<const StringRules> string;
    std::unique_ptr<const ArrayRules> array;
    std::unique_ptr<const ObjectRules> object;
    std::unique_ptr<const InPlaceRules> inPlace;
    std::string title; ///< to name an alternative
};

/// A compiled schema. Node 0 is the root.
struct Program {
    std::vector<Node> nodes;
    bool hasDynamicReferences = false;
    /// For each resource, the dynamic anchors by their number.
    std::vector<std::vector<std::pair<std::uint32_t, NodeIndex>>> dynamicAnchors;
};

} // namespace signalbox::policy
