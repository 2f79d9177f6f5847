#pragma once

#include "core/model/condition.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <memory>
#include <string>

namespace signalbox::policy {

/// What a condition may ask about. What is not known (yet) is absent: every comparison with it is false.
struct Facts {
    const boost::json::value* input = nullptr;  ///< `input` and the paths below it; not owned
    const boost::json::value* output = nullptr; ///< `output` ...
    boost::json::object fields{};               ///< by the names of `model::conditionFields()`
};

/// A condition ready to be asked many times: paths split, patterns compiled (RE2, so that no text can hang it). Immutable, cheap
/// to copy, safe from any thread.
class CompiledCondition {
public:
    /// The only error is a pattern that RE2 does not take (InvalidRequest, `invalid_pattern`).
    static model::Result<CompiledCondition> compile(const model::Condition& condition);

    /// Numbers compare by value (1 is 1.0), order only between numbers; `contains` asks a text for a part of it, a list for an
    /// element, an object for a member; a path goes through members and, by number, through lists. A field that is absent makes
    /// any comparison false, `ne` included: `exists` is how to ask for it.
    bool holds(const Facts& facts) const;

    struct Node;

private:
    explicit CompiledCondition(std::shared_ptr<const Node> root) : root_(std::move(root)) {}
    std::shared_ptr<const Node> root_;
};

/// The condition as a person says it, without a capital and a full stop: "output.confidence is below 0.7, or the cost is above
/// $0.50".
std::string sentenceOf(const model::Condition& condition);

} // namespace signalbox::policy
