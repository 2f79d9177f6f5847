#include "core/policy/contract/outline.h"

#include "core/model/spec_reader.h"
#include "core/policy/contract/constraint_words.h"
#include "core/policy/contract/uri.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>

#include <algorithm>
#include <string_view>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostRows = 2'000;
constexpr std::size_t kMostDepth = 32;

std::string text(const json::object& schema, std::string_view name) {
    const auto* value = schema.if_contains(name);
    return value && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string{};
}

bool isRequired(const json::object& schema, std::string_view name) {
    const auto* list = schema.if_contains("required");
    if (!list || !list->is_array()) return false;
    return std::ranges::any_of(list->get_array(), [&](const json::value& entry) { return entry.is_string() && entry.get_string() == name; });
}

class Outliner {
public:
    explicit Outliner(const json::value& schema) : root_(schema), path_{"#"} {}

    void add(const json::value& schema, std::string pointer, std::string name, bool required, std::size_t depth) {
        if (rows_.size() >= kMostRows || depth > kMostDepth) return;
        OutlineRow row{std::move(pointer), std::move(name), {}, required, {}, {}, depth};
        const auto* object = schema.if_object();
        if (!object) {
            if (schema.is_bool() && !schema.get_bool()) row.constraints = "Not allowed.";
            rows_.push_back(std::move(row));
            return;
        }
        row.description = text(*object, "description");
        if (row.description.empty()) row.description = text(*object, "title");
        const std::string own = row.pointer;
        std::string_view seen; // the reference that this row follows, to leave it again
        const auto* target = object;
        std::string place = own;
        const std::string reference = text(*object, "$ref");
        if (!reference.empty()) {
            const bool isAbove = std::ranges::find(path_, reference) != path_.end();
            const auto* found = reference.starts_with('#') && !isAbove ? follow(percentDecoded(reference.substr(1))) : nullptr;
            if (!found) {
                row.type = isAbove ? "as above: " + reference : reference;
                rows_.push_back(std::move(row));
                return;
            }
            seen = reference;
            target = found;
            place = percentDecoded(reference.substr(1));
            if (row.description.empty()) row.description = text(*target, "description");
            if (row.description.empty()) row.description = text(*target, "title");
        }
        row.type = wordsForSchema(*target, [this](std::string_view at) { return follow(at); });
        row.constraints = constraintsOf(*target);
        rows_.push_back(std::move(row));
        if (!seen.empty()) path_.emplace_back(seen);
        addInner(*target, place, depth + 1);
        if (!seen.empty()) path_.pop_back();
    }

    std::vector<OutlineRow> take() { return std::move(rows_); }

private:
    void addInner(const json::object& schema, const std::string& pointer, std::size_t depth) {
        for (const auto& [keyword, value] : schema) {
            const std::string inner = pointer + "/" + std::string(keyword);
            if (keyword == "properties" && value.is_object()) {
                for (const auto& [name, member] : value.get_object())
                    add(member, inner + "/" + model::escapedPointerPart(name), name, isRequired(schema, name), depth);
            } else if (keyword == "patternProperties" && value.is_object()) {
                for (const auto& [name, member] : value.get_object())
                    add(member, inner + "/" + model::escapedPointerPart(name), "/" + std::string(name) + "/", false, depth);
            } else if (keyword == "additionalProperties" && value.is_object()) add(value, inner, "*", false, depth);
            else if (keyword == "items" && value.is_object()) add(value, inner, "[]", false, depth);
            else if ((keyword == "prefixItems" || keyword == "items") && value.is_array()) addList(value.get_array(), inner, depth, "[", 0, "]");
            else if (keyword == "anyOf" && value.is_array()) addList(value.get_array(), inner, depth, "any of ", 1, "");
            else if (keyword == "oneOf" && value.is_array()) addList(value.get_array(), inner, depth, "one of ", 1, "");
            else if (keyword == "allOf" && value.is_array()) addList(value.get_array(), inner, depth, "all of ", 1, "");
            else if ((keyword == "if" || keyword == "then" || keyword == "else" || keyword == "not") && value.is_object()) add(value, inner, keyword, false, depth);
        }
    }

    /// Names the schemas `before`, number, `after`, from `first` on.
    void addList(const json::array& list, const std::string& pointer, std::size_t depth, const std::string& before, std::size_t first, const std::string& after) {
        for (std::size_t i = 0; i < list.size(); ++i) add(list[i], pointer + "/" + std::to_string(i), before + std::to_string(i + first) + after, false, depth);
    }

    const json::object* follow(std::string_view pointer) const {
        json::error_code error;
        const auto* found = root_.find_pointer(json::string_view(pointer.data(), pointer.size()), error);
        return found && !error ? found->if_object() : nullptr;
    }

    const json::value& root_;
    std::vector<std::string> path_; ///< references being followed; the whole always is
    std::vector<OutlineRow> rows_;
};

} // namespace

std::vector<OutlineRow> describe(const json::value& schema) {
    Outliner outliner(schema);
    outliner.add(schema, {}, {}, false, 0);
    return outliner.take();
}

} // namespace signalbox::policy
