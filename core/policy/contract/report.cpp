#include "core/policy/contract/report.h"

#include "core/model/spec_reader.h"

#include <set>
#include <utility>

namespace signalbox::policy {

std::string Location::pointer() const {
    std::vector<const Location*> chain;
    for (const auto* at = this; at->parent; at = at->parent) chain.push_back(at);
    std::string text;
    for (auto at = chain.rbegin(); at != chain.rend(); ++at)
        text.append("/").append((*at)->isElement ? std::to_string((*at)->index) : model::escapedPointerPart((*at)->name));
    return text;
}

std::vector<model::Violation> Report::violations() const {
    std::vector<model::Violation> list;
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const auto& finding : findings_)
        if (seen.emplace(finding.violation.pointer, finding.violation.message).second) list.push_back(finding.violation);
    if (more_) list.push_back({{}, "There are more violations; only the first " + std::to_string(list.size()) + " are listed."});
    return list;
}

} // namespace signalbox::policy
