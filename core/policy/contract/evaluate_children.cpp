// The rules for the members of objects and the elements of arrays.
#include "core/model/spec_reader.h"
#include "core/policy/contract/evaluator.h"
#include "core/policy/contract/pattern.h"
#include "core/policy/contract/sentences.h"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/string.hpp>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

} // namespace

bool Evaluator::checkArray(const ArrayRules& rules, const json::array& array, const Location& at, Evaluated* evaluated) {
    bool right = true;
    const auto size = array.size();
    if (size < rules.minItems)
        right = violated(at, FindingKind::Other, [&] { return sentences::wrongCount("This array has", size, "element", "at least", rules.minItems); });
    if (size > rules.maxItems)
        right = violated(at, FindingKind::Other, [&] { return sentences::wrongCount("This array has", size, "element", "at most", rules.maxItems); });
    if (!right && !goesOn()) return false;
    if (rules.uniqueItems && size > 1) {
        const auto pair = equalElements(array, budget_);
        if (!spend(1)) return false;
        if (pair.found) right = violated(Location(at, pair.second), FindingKind::Other, [&] { return sentences::repeated(pair.first); });
        if (!right && !goesOn()) return false;
    }
    for (std::size_t i = 0; i < size; ++i) {
        const NodeIndex node = i < rules.prefix.size() ? rules.prefix[i] : rules.rest;
        if (node == kNoNode) break;
        if (program_.nodes[node].never && i >= rules.prefix.size() && report_) { // one sentence for all that are too many
            right = violated(at, FindingKind::Other, [&] { return sentences::wrongCount("This array has", size, "element", "at most", rules.prefix.size()); });
            break;
        }
        if (!evaluate(node, array[i], Location(at, i), nullptr)) {
            right = false;
            if (!goesOn()) return false;
        }
    }
    if (evaluated) {
        if (rules.rest != kNoNode) evaluated->markAll();
        else evaluated->markFirst(rules.prefix.size());
    }
    return (rules.contains == kNoNode || checkContains(rules, array, at, evaluated)) && right;
}

bool Evaluator::checkContains(const ArrayRules& rules, const json::array& array, const Location& at, Evaluated* evaluated) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (!fits(rules.contains, array[i], Location(at, i), nullptr)) {
            if (!stopped_.empty()) return false;
            continue;
        }
        ++found;
        if (evaluated && rules.containsCountsAsEvaluated) evaluated->mark(i);
        if (!evaluated && found >= rules.minContains && rules.maxContains == kNoLimit) return true;
    }
    if (found < rules.minContains)
        return violated(at, FindingKind::Other, [&] { return sentences::wrongContains(found, "at least", rules.minContains, program_.nodes[rules.contains].title); });
    if (found > rules.maxContains)
        return violated(at, FindingKind::Other, [&] { return sentences::wrongContains(found, "at most", rules.maxContains, program_.nodes[rules.contains].title); });
    return true;
}

bool Evaluator::checkObject(const ObjectRules& rules, const json::object& object, const Location& at, Evaluated* evaluated) {
    bool right = true;
    const auto size = object.size();
    if (size < rules.minProperties)
        right = violated(at, FindingKind::Other, [&] { return sentences::wrongCount("This object has", size, "member", "at least", rules.minProperties); });
    if (size > rules.maxProperties)
        right = violated(at, FindingKind::Other, [&] { return sentences::wrongCount("This object has", size, "member", "at most", rules.maxProperties); });
    if (!right && !goesOn()) return false;
    std::size_t required = 0;
    std::size_t index = 0;
    for (const auto& member : object) {
        bool known = false;
        bool isRequired = false;
        if (!checkMember(rules, member, at, known, isRequired)) {
            right = false;
            if (!goesOn()) return false;
        }
        required += isRequired;
        if (known && evaluated) evaluated->mark(index);
        ++index;
    }
    if (required < rules.requiredCount) {
        right = false;
        if (report_) reportMissing(rules, object, at);
    }
    if (!right && !goesOn()) return false;
    return (rules.dependentRequired.empty() || checkDependentRequired(rules, object, at)) && right;
}

bool Evaluator::checkMember(const ObjectRules& rules, const json::key_value_pair& member, const Location& outer, bool& known, bool& required) {
    const std::string_view name = member.key();
    const Location at(outer, name);
    bool right = true;
    if (const auto* entry = rules.properties.find(name)) {
        required = entry->required;
        known = entry->node != kNoNode;
        if (known) right = evaluate(entry->node, member.value(), at, nullptr);
    }
    for (const auto& [pattern, node] : rules.patterns) {
        if (!right && !goesOn()) return false;
        if (!spend(4 + name.size() / 16)) return false;
        if (!patternFinds(*pattern.program, name)) continue;
        known = true;
        right &= evaluate(node, member.value(), at, nullptr);
    }
    if (!known && rules.additional != kNoNode) {
        known = true;
        if (program_.nodes[rules.additional].never) {
            right = false;
            if (report_) reportUnknown(rules, name, at);
        } else right &= evaluate(rules.additional, member.value(), at, nullptr);
    }
    if (!right && !goesOn()) return false;
    return (rules.names == kNoNode || checkName(rules.names, name, at)) && right;
}

bool Evaluator::checkName(NodeIndex names, std::string_view name, const Location& at) {
    unsigned char buffer[512];
    json::monotonic_resource memory(buffer);
    const json::value value(json::string_view(name.data(), name.size()), &memory);
    if (!report_) return evaluate(names, value, at, nullptr);
    Report inner(1);
    Report* const report = std::exchange(report_, &inner);
    const bool right = evaluate(names, value, at, nullptr);
    report_ = report;
    if (right) return true;
    const auto why = inner.findings().empty() ? std::string{} : inner.findings().front().violation.message;
    return violated(at, FindingKind::Other, [&] { return sentences::wrongName(name, why); });
}

bool Evaluator::checkDependentRequired(const ObjectRules& rules, const json::object& object, const Location& at) {
    bool right = true;
    for (const auto& [name, needs] : rules.dependentRequired) {
        if (!spend(1 + needs.size())) return false;
        if (!object.contains(name)) continue;
        for (const auto& need : needs)
            if (!object.contains(need)) right = violated(at, FindingKind::Missing, [&] { return sentences::missingBeside(need, name); });
    }
    return right;
}

bool Evaluator::checkUnevaluatedItems(const Node& node, const json::array& array, const Location& at, Evaluated& evaluated) {
    if (node.unevaluatedItems == kNoNode) return true;
    bool right = true;
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (evaluated.has(i) || evaluate(node.unevaluatedItems, array[i], Location(at, i), nullptr)) continue;
        right = false;
        if (!goesOn()) return false;
    }
    evaluated.markAll();
    return right;
}

bool Evaluator::checkUnevaluatedProperties(const Node& node, const json::object& object, const Location& at, Evaluated& evaluated) {
    if (node.unevaluatedProperties == kNoNode) return true;
    bool right = true;
    std::size_t index = 0;
    for (const auto& member : object) {
        const bool known = evaluated.has(index++);
        if (known || evaluate(node.unevaluatedProperties, member.value(), Location(at, std::string_view(member.key())), nullptr)) continue;
        right = false;
        if (!goesOn()) return false;
    }
    evaluated.markAll();
    return right;
}

void Evaluator::reportMissing(const ObjectRules& rules, const json::object& object, const Location& at) {
    for (const auto& entry : rules.properties.entries())
        if (entry.required && !object.contains(entry.name)) violated(at, FindingKind::Missing, [&] { return sentences::missing(entry.name); });
}

void Evaluator::reportUnknown(const ObjectRules& rules, std::string_view name, const Location& at) {
    violated(at, FindingKind::Other, [&] {
        constexpr std::size_t kLongest = 64; // comparing takes quadratic time
        constexpr std::size_t kMost = 200;
        std::vector<std::string> known;
        for (const auto& entry : rules.properties.entries())
            if (known.size() < kMost && entry.name.size() <= kLongest) known.push_back(entry.name);
        return sentences::unknownMember(name, name.size() <= kLongest && spend(known.size()) ? model::nearestName(name, known) : std::string{});
    });
}

} // namespace signalbox::policy
