// The rules that apply other schemas to the same place of the instance.
#include "core/policy/contract/evaluator.h"
#include "core/policy/contract/sentences.h"
#include "core/policy/contract/type_names.h"

#include <boost/json/string.hpp>

#include <algorithm>

namespace signalbox::policy {
namespace {

namespace json = boost::json;

/// How far an alternative is from what the instance is: first whether its type or its distinguishing constants differ.
struct Distance {
    bool otherType = false;
    std::size_t otherChoices = 0;
    std::size_t findings = 0;

    bool operator==(const Distance&) const = default;
};

Distance distanceOf(const Report& report, std::size_t depth) {
    Distance distance;
    for (const auto& finding : report.findings()) {
        ++distance.findings;
        if (finding.kind == FindingKind::Type && finding.depth == depth) distance.otherType = true;
        if (finding.kind == FindingKind::Choice && finding.depth <= depth + 1) ++distance.otherChoices;
    }
    return distance;
}

/// The one alternative for which `near` holds, if it is just one.
template <class Near>
std::optional<std::size_t> onlyOne(const std::vector<Distance>& distances, Near near) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < distances.size(); ++i) {
        if (!near(distances[i])) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

} // namespace

bool Evaluator::checkInPlace(const InPlaceRules& rules, const json::value& value, const Location& at, Evaluated* evaluated) {
    bool right = true;
    const auto apply = [&](NodeIndex node) {
        right &= evaluate(node, value, at, evaluated);
        return right || goesOn();
    };
    if (rules.reference != kNoNode && !apply(rules.reference)) return false;
    if (rules.dynamicReference && !apply(dynamicTarget(*rules.dynamicReference))) return false;
    for (const auto node : rules.allOf)
        if (!apply(node)) return false;
    if (!rules.anyOf.empty() && !checkAnyOf(rules.anyOf, value, at, evaluated)) right = false;
    if (!right && !goesOn()) return false;
    if (!rules.oneOf.empty() && !checkOneOf(rules.oneOf, value, at, evaluated)) right = false;
    if (!right && !goesOn()) return false;
    if (rules.negated != kNoNode && fits(rules.negated, value, at, nullptr))
        right = violated(at, FindingKind::Other, [&] { return sentences::forbidden(program_.nodes[rules.negated].title); });
    if (!right && !goesOn()) return false;
    return checkConditions(rules, value, at, evaluated) && right;
}

bool Evaluator::checkConditions(const InPlaceRules& rules, const json::value& value, const Location& at, Evaluated* evaluated) {
    bool right = true;
    if (rules.condition != kNoNode) {
        const NodeIndex node = fits(rules.condition, value, at, evaluated) ? rules.then : rules.otherwise;
        if (node != kNoNode) right = evaluate(node, value, at, evaluated);
        if (!right && !goesOn()) return false;
    }
    const auto* object = value.if_object();
    if (!object) return right;
    for (const auto& [name, node] : rules.dependentSchemas) {
        if (!spend(1)) return false;
        if (!object->contains(name)) continue;
        right &= evaluate(node, value, at, evaluated);
        if (!right && !goesOn()) return false;
    }
    return right;
}

bool Evaluator::checkAnyOf(const std::vector<NodeIndex>& branches, const json::value& value, const Location& at, Evaluated* evaluated) {
    bool any = false;
    for (const auto branch : branches) {
        any |= fits(branch, value, at, evaluated);
        if (!stopped_.empty()) return false;
        if (any && !evaluated) return true; // otherwise the others may still evaluate something
    }
    if (!any && report_) explainAlternatives(branches, value, at);
    return any;
}

bool Evaluator::checkOneOf(const std::vector<NodeIndex>& branches, const json::value& value, const Location& at, Evaluated* evaluated) {
    std::vector<std::size_t> fitting;
    std::size_t count = 0;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        const bool right = fits(branches[i], value, at, evaluated);
        if (!stopped_.empty()) return false;
        if (!right) continue;
        ++count;
        if (report_) fitting.push_back(i);
        else if (count > 1) return false;
    }
    if (count == 1) return true;
    if (count == 0) {
        if (report_) explainAlternatives(branches, value, at);
        return false;
    }
    return violated(at, FindingKind::Other, [&] { return sentences::fitsSeveral(fitting); });
}

NodeIndex Evaluator::dynamicTarget(const DynamicReference& reference) {
    NodeIndex target = reference.first;
    for (const auto* scope = scope_; scope; scope = scope->outer) { // the outermost is the last, and wins
        const auto& anchors = program_.dynamicAnchors[scope->resource];
        if (!spend(1 + anchors.size())) break;
        for (const auto& [name, node] : anchors)
            if (name == reference.name) target = node;
    }
    return target;
}

void Evaluator::explainAlternatives(const std::vector<NodeIndex>& branches, const json::value& value, const Location& at) {
    constexpr std::size_t kMostFindings = 20; // of one alternative
    std::vector<Report> reports;
    std::vector<Distance> distances;
    TypeBits types = 0;
    Report* const report = report_;
    for (const auto branch : branches) {
        reports.emplace_back(std::min(report->most(), kMostFindings));
        report_ = &reports.back();
        evaluate(branch, value, at, nullptr);
        report_ = report;
        if (!stopped_.empty()) return;
        distances.push_back(distanceOf(reports.back(), at.depth));
        types |= program_.nodes[branch].types;
    }
    if (branches.size() == 1) return report->take(std::move(reports.front()));
    const bool noType = std::ranges::all_of(distances, &Distance::otherType);
    if (noType && !(types & typeOf(value)) && types != kAnyType) {
        violated(at, FindingKind::Type, [&] { return sentences::wrongType(value, types); });
        return;
    }
    auto nearest = onlyOne(distances, [](const Distance& d) { return !d.otherType; });
    if (!nearest) nearest = onlyOne(distances, [](const Distance& d) { return !d.otherType && d.otherChoices == 0; });
    if (nearest && reports[*nearest].findings().empty()) nearest.reset();
    if (nearest) return report->take(std::move(reports[*nearest]));
    const auto least = std::ranges::min(distances, {}, [](const Distance& d) { return std::pair(d.otherType, d.otherChoices * 1000 + d.findings); });
    nearest = onlyOne(distances, [&](const Distance& d) { return d == least; });
    violated(at, FindingKind::Other, [&] {
        std::vector<std::string> titles;
        for (const auto branch : branches) titles.push_back(program_.nodes[branch].title);
        return nearest ? sentences::nearestOf(titles, *nearest, at.pointer(), reports[*nearest].findings()) : sentences::fitsNone(titles);
    });
}

} // namespace signalbox::policy
