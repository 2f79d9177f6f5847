#pragma once

#include "core/model/test_set_spec.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace signalbox::policy {

/// What came of an expectation.
struct ExpectationResult {
    bool passed = false;
    std::string message; ///< why not, in a sentence; empty when it holds (a judge also says why it does)
};

/// What a prompt's answer is for its expectations: a text that is a JSON object or array whole (also in a Markdown fence) is that
/// value, any other is a string.
boost::json::value outputOf(std::string_view text);

/// Whether the output is as expected: everything but a judge, who has to be asked (`judgeVariables`, `verdictOf`).
ExpectationResult checkExpectation(const model::Expectation& expectation, const boost::json::value& output);

/// The variables of a judge's prompt: `input`, `output` (texts as they are, else JSON) and `criterion`. The error is the result
/// when the expectation's pointer leads nowhere.
tl::expected<boost::json::object, ExpectationResult> judgeVariables(const model::Expectation& expectation, const boost::json::value& input, const boost::json::value& output);
/// What a judge answered: `{"pass": true, "reason": "..."}`.
ExpectationResult verdictOf(std::string_view answer);

} // namespace signalbox::policy
