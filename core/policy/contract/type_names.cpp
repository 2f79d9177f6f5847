#include "core/policy/contract/type_names.h"

#include "core/policy/contract/numbers.h"

#include <array>
#include <vector>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

struct Named {
    std::string_view name;
    TypeBits bits;
    std::string_view words;
};
constexpr std::array kTypes{
    Named{"string", StringType, "a string"}, Named{"number", NumberType | IntegerType, "a number"}, Named{"integer", IntegerType, "a whole number"},
    Named{"boolean", BooleanType, "true or false"}, Named{"object", ObjectType, "an object"}, Named{"array", ArrayType, "an array"},
    Named{"null", NullType, "null"},
};

} // namespace

TypeBits typeNamed(std::string_view name) {
    for (const auto& type : kTypes)
        if (type.name == name) return type.bits;
    return 0;
}

TypeBits typeOf(const json::value& value) {
    switch (value.kind()) {
    case json::kind::null: return NullType;
    case json::kind::bool_: return BooleanType;
    case json::kind::int64:
    case json::kind::uint64: return IntegerType;
    case json::kind::double_: return isIntegral(value) ? IntegerType : NumberType;
    case json::kind::string: return StringType;
    case json::kind::array: return ArrayType;
    case json::kind::object: return ObjectType;
    }
    return 0;
}

std::string wordsForTypes(TypeBits types) {
    std::vector<std::string_view> words;
    for (const auto& type : kTypes) {
        if ((types & type.bits) != type.bits) continue;
        words.push_back(type.words);
        types = static_cast<TypeBits>(types & ~type.bits);
    }
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) text.append(i == 0 ? "" : i + 1 == words.size() ? " or " : ", ").append(words[i]);
    return text;
}

std::string_view wordsForValue(const json::value& value) {
    switch (value.kind()) {
    case json::kind::null: return "null";
    case json::kind::bool_: return value.get_bool() ? "true" : "false";
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_: return "a number";
    case json::kind::string: return "a string";
    case json::kind::array: return "an array";
    case json::kind::object: return "an object";
    }
    return "nothing";
}

} // namespace signalbox::policy
