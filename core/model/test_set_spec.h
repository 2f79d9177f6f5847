#pragma once

#include "core/model/document.h"
#include "core/model/error.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <vector>

namespace signalbox::model {

/// What a test case expects of the output, or of the value at `pointer` in it.
struct Expectation {
    enum class Type : unsigned char {
        Exact,    ///< equal to `value`
        Contains, ///< a text that has the text `value` in it, a list that has the element `value`
        Schema,   ///< valid under the JSON Schema `value`
        Numeric,  ///< a number within `tolerance` of `value`
        Judge,    ///< the prompt `judge`, given input, output and `criterion`, answers {"pass": true}
    } type = Type::Exact;
    std::string pointer;        ///< JSON pointer (RFC 6901) into the output; empty: the whole
    boost::json::value value;
    double tolerance = 0;
    DocumentRef judge;
    std::string criterion;
};
std::string_view nameOf(Expectation::Type type); ///< `exact`, `contains`, `schema`, `numeric`, `judge`

struct TestCase {
    std::string name;
    boost::json::value input;
    std::vector<Expectation> expect; ///< all must hold
};

/// A test set document: saved inputs with expectations, for one workflow or one prompt.
struct TestSetSpec {
    std::string description;
    std::string workflow; ///< exactly one of these two is set
    std::string prompt;
    std::string model;    ///< `provider/model` or `route/NAME`: what a prompt's cases run on, and a judge's calls
    std::vector<TestCase> cases;
};
Result<TestSetSpec> readTestSetSpec(const boost::json::object& json, std::string_view pointer = "/spec");

} // namespace signalbox::model
