#include "core/policy/prompt_variables.h"

#include "core/model/spec_reader.h"
#include "core/policy/prompt_partials.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace signalbox::policy {

namespace {

using Kind = TemplateNode::Kind;
using Names = std::vector<std::string>;

constexpr std::size_t kMostSteps = 1'000'000;
constexpr std::size_t kMostNames = 5'000;

class Collector {
public:
    Collector(const PromptTemplate& prompt, const PartialResolver& resolver) : chain_(prompt, resolver) {}

    model::Result<void> collect(const PromptTemplate& prompt) {
        // A prompt says the same wherever it stands in the same sections.
        if (!visited_.emplace(&prompt, sections_).second) return {};
        for (const auto& node : prompt.nodes()) {
            steps_ += 1 + sections_.size();
            if (steps_ > kMostSteps || used.size() > kMostNames)
                return model::failure(model::ErrorClass::InvalidRequest, "The prompt uses too many names, or includes other prompts too often, to be followed", "prompt_too_costly");
            if (node.kind == Kind::Partial) {
                auto partial = chain_.enter(node);
                if (!partial) return tl::unexpected(std::move(partial.error()));
                if (auto collected = collect(**partial); !collected) return collected;
                chain_.leave();
            } else if (node.kind != Kind::Text) {
                read(node, prompt.tags()[node.tag]);
            }
        }
        return {};
    }

    std::vector<UsedVariable> used;

private:
    void read(const TemplateNode& node, const TemplateTag& tag) {
        if (node.kind == Kind::SectionEnd) {
            if (opened_.back()) sections_.pop_back();
            opened_.pop_back();
            return;
        }
        const bool isSection = node.kind != Kind::Variable;
        if (!node.path.empty() && seen_.emplace(tag.name, isSection, sections_).second) used.push_back({tag.name, sections_, isSection, chain_.placeOf(tag)});
        if (!isSection) return;
        // An inverted section stands for nothing, and `.` for a member of what is around it.
        opened_.push_back(node.kind == Kind::Section && !node.path.empty());
        if (opened_.back()) sections_.push_back(tag.name);
    }

    PartialChain chain_;
    Names sections_;
    std::vector<bool> opened_; ///< for each open section: whether it is in `sections_`
    std::set<std::pair<const PromptTemplate*, Names>> visited_;
    std::set<std::tuple<std::string, bool, Names>> seen_;
    std::size_t steps_ = 0;
};

bool isWithin(const std::string& name, const std::string& outer) {
    return name.size() > outer.size() && name[outer.size()] == '.' && name.compare(0, outer.size(), outer) == 0;
}

class Contract {
public:
    explicit Contract(const Names& declared) : declared_(declared) {}

    /// Itself, or something in it.
    bool says(const std::string& name) const {
        return std::any_of(declared_.begin(), declared_.end(), [&](const auto& each) { return each == name || isWithin(each, name); });
    }
    bool saysMembersOf(const std::string& name) const {
        return std::any_of(declared_.begin(), declared_.end(), [&](const auto& each) { return isWithin(each, name); });
    }
    /// Itself, something in it, or what it is in without saying what is in that.
    bool covers(const std::string& name) const {
        return says(name) || std::any_of(declared_.begin(), declared_.end(), [&](const auto& each) { return isWithin(name, each) && !saysMembersOf(each); });
    }

private:
    const Names& declared_;
};

/// What the sections stand for, in full: inside `customer`, the section `orders` may be `customer.orders`.
Names resolved(const Names& sections, const Contract& contract) {
    Names full;
    for (const auto& section : sections) {
        auto name = section;
        for (auto outer = full.rbegin(); outer != full.rend(); ++outer)
            if (contract.says(*outer + '.' + section)) {
                name = *outer + '.' + section;
                break;
            }
        full.push_back(std::move(name));
    }
    return full;
}

enum class Standing : unsigned char { Declared, PerhapsMember, Undeclared };

/// Of one use, and the full name that it has then.
std::pair<Standing, std::string> standingOf(const UsedVariable& use, const Contract& contract) {
    const auto sections = resolved(use.sections, contract);
    for (auto section = sections.rbegin(); section != sections.rend(); ++section) {
        auto member = *section + '.' + use.name;
        if (contract.saysMembersOf(*section) && contract.covers(member)) return {Standing::Declared, std::move(member)};
    }
    if (contract.covers(use.name)) return {Standing::Declared, use.name};
    for (auto section = sections.rbegin(); section != sections.rend(); ++section)
        if (contract.covers(*section) && !contract.saysMembersOf(*section)) return {Standing::PerhapsMember, *section};
    return {Standing::Undeclared, use.name};
}

/// The declared name that was perhaps meant, as a member of the sections around it too.
std::string nearestTo(const UsedVariable& use, const Names& declared) {
    const auto sections = resolved(use.sections, Contract(declared));
    for (auto section = sections.rbegin(); section != sections.rend(); ++section)
        if (auto nearest = model::nearestName(*section + '.' + use.name, declared); isWithin(nearest, *section)) return nearest;
    return model::nearestName(use.name, declared);
}

} // namespace

model::Result<std::vector<UsedVariable>> usedVariables(const PromptTemplate& prompt, const PartialResolver& resolver) {
    Collector collector(prompt, resolver);
    if (auto collected = collector.collect(prompt); !collected) return tl::unexpected(std::move(collected.error()));
    return std::move(collector.used);
}

VariableCheck checkVariables(const PromptTemplate& prompt, const Names& declared, const PartialResolver& resolver) {
    VariableCheck check;
    const auto used = usedVariables(prompt, resolver);
    if (!used) {
        check.violations.push_back({"", used.error().message});
        return check;
    }
    const Contract contract(declared);
    std::vector<bool> isUsed(declared.size());
    std::set<std::string> named;
    for (const auto& use : *used) {
        const auto [standing, name] = standingOf(use, contract);
        if (standing == Standing::Undeclared && named.insert(name).second) {
            const auto nearest = nearestTo(use, declared);
            check.violations.push_back({"", use.place + ": '" + use.name + "' is not declared" + (nearest.empty() ? "" : "; did you mean '" + nearest + "'?")});
        } else if (standing == Standing::PerhapsMember && named.insert(name + '.' + use.name).second) {
            check.notes.push_back(use.place + ": '" + use.name + "' is not declared; it has to be in what '" + name + "' stands for");
        } else if (standing == Standing::Declared) {
            for (std::size_t i = 0; i < declared.size(); ++i)
                if (declared[i] == name || isWithin(name, declared[i]) || (!use.isSection && isWithin(declared[i], name))) isUsed[i] = true;
        }
    }
    for (std::size_t i = 0; i < declared.size(); ++i)
        if (!isUsed[i]) check.notes.push_back("'" + declared[i] + "' is declared, but the prompt does not use it");
    return check;
}

bool mayBeAbsent(const boost::json::object& contract, std::string_view name) {
    const auto* schema = &contract;
    while (schema) {
        if (const auto* items = schema->if_contains("items"); items && items->is_object() && !schema->contains("properties")) { // what a list has, its elements have
            schema = &items->get_object();
            continue;
        }
        const auto dot = name.find('.');
        const auto part = name.substr(0, dot);
        const auto* properties = schema->if_contains("properties");
        const auto* property = properties && properties->is_object() ? properties->get_object().if_contains(part) : nullptr;
        if (!property) return false;
        const auto* required = schema->if_contains("required");
        const bool isRequired = required && required->is_array() && std::any_of(required->get_array().begin(), required->get_array().end(), [&](const auto& one) { return one.is_string() && one.get_string() == part; });
        if (!isRequired) return true;
        if (dot == std::string_view::npos) return false;
        name.remove_prefix(dot + 1);
        schema = property->if_object();
    }
    return false;
}

} // namespace signalbox::policy
