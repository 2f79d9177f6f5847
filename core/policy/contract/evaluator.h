#pragma once

#include "core/policy/contract/contract.h"
#include "core/policy/contract/equality.h"
#include "core/policy/contract/evaluated.h"
#include "core/policy/contract/program.h"
#include "core/policy/contract/report.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string_view>

namespace signalbox::policy {

/// One check of one instance. Without a report it stops at the first violation and builds no text.
class Evaluator {
public:
    Evaluator(const Program& program, const CheckLimits& limits, Report* report) : program_(program), report_(report), budget_{limits.steps} {}

    bool run(const boost::json::value& instance) { return evaluate(0, instance, {}, nullptr) && stopped_.empty(); }

    /// Why the check was given up; empty when it was not. Then the result means nothing.
    std::string_view stopped() const { return stopped_; }

private:
    /// The resources that were entered on the way here, innermost first.
    struct Scope {
        const Scope* outer;
        std::uint32_t resource;
    };

    bool evaluate(NodeIndex index, const boost::json::value& value, const Location& at, Evaluated* evaluated);
    bool evaluateScoped(const Node& node, const boost::json::value& value, const Location& at, Evaluated* evaluated);
    bool checkNode(const Node& node, const boost::json::value& value, const Location& at, Evaluated* evaluated);
    /// `evaluate` without a report: for what may fail.
    bool fits(NodeIndex index, const boost::json::value& value, const Location& at, Evaluated* evaluated);

    bool checkChoice(const ChoiceRules& rules, const boost::json::value& value, const Location& at);
    bool checkNumber(const NumberRules& rules, const boost::json::value& value, const Location& at);
    bool checkString(const StringRules& rules, std::string_view text, const Location& at);

    bool checkArray(const ArrayRules& rules, const boost::json::array& array, const Location& at, Evaluated* evaluated);
    bool checkContains(const ArrayRules& rules, const boost::json::array& array, const Location& at, Evaluated* evaluated);
    bool checkObject(const ObjectRules& rules, const boost::json::object& object, const Location& at, Evaluated* evaluated);
    bool checkMember(const ObjectRules& rules, const boost::json::key_value_pair& member, const Location& at, bool& known, bool& required);
    bool checkName(NodeIndex names, std::string_view name, const Location& at);
    bool checkDependentRequired(const ObjectRules& rules, const boost::json::object& object, const Location& at);
    bool checkUnevaluatedItems(const Node& node, const boost::json::array& array, const Location& at, Evaluated& evaluated);
    bool checkUnevaluatedProperties(const Node& node, const boost::json::object& object, const Location& at, Evaluated& evaluated);
    void reportMissing(const ObjectRules& rules, const boost::json::object& object, const Location& at);
    void reportUnknown(const ObjectRules& rules, std::string_view name, const Location& at);

    bool checkInPlace(const InPlaceRules& rules, const boost::json::value& value, const Location& at, Evaluated* evaluated);
    bool checkConditions(const InPlaceRules& rules, const boost::json::value& value, const Location& at, Evaluated* evaluated);
    bool checkAnyOf(const std::vector<NodeIndex>& branches, const boost::json::value& value, const Location& at, Evaluated* evaluated);
    bool checkOneOf(const std::vector<NodeIndex>& branches, const boost::json::value& value, const Location& at, Evaluated* evaluated);
    NodeIndex dynamicTarget(const DynamicReference& reference);
    /// Says what the nearest of alternatives that all fail would take.
    void explainAlternatives(const std::vector<NodeIndex>& branches, const boost::json::value& value, const Location& at);

    /// Records a violation where there is a report. Always false.
    template <class Sentence>
    bool violated(const Location& at, FindingKind kind, Sentence sentence) {
        if (report_) report_->add(at, kind, sentence());
        return false;
    }
    /// Whether to go on after a violation.
    bool goesOn() const { return report_ && stopped_.empty() && !report_->isFull(); }
    bool spend(std::size_t steps);

    const Program& program_;
    Report* report_;
    Budget budget_;
    const Scope* scope_ = nullptr;
    std::size_t nesting_ = 0;
    std::string_view stopped_;
};

} // namespace signalbox::policy
