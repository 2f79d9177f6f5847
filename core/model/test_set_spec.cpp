#include "core/model/test_set_spec.h"

#include "core/model/spec_reader.h"

#include <array>
#include <set>

namespace signalbox::model {

namespace {

constexpr std::array<std::pair<Expectation::Type, std::string_view>, 5> kTypes = {{
    {Expectation::Type::Exact, "exact"},
    {Expectation::Type::Contains, "contains"},
    {Expectation::Type::Schema, "schema"},
    {Expectation::Type::Numeric, "numeric"},
    {Expectation::Type::Judge, "judge"},
}};

Expectation readExpectation(const boost::json::value& json, const std::string& pointer, Violations& violations) {
    Expectation expectation;
    if (!json.is_object()) {
        violations.add(pointer, "should be an object with a type");
        return expectation;
    }
    SpecReader reader(json.get_object(), pointer, violations);
    std::string type;
    reader.require("type");
    reader.text("type", type);
    bool known = false;
    for (const auto& [value, name] : kTypes)
        if (name == type) {
            expectation.type = value;
            known = true;
        }
    if (!known && !type.empty()) reader.violation("type", "'" + type + "' is not a kind of expectation; known are exact, contains, schema, numeric, judge");
    if (reader.text("pointer", expectation.pointer) && !expectation.pointer.empty() && expectation.pointer.front() != '/') reader.violation("pointer", "should be empty or begin with '/'");
    if (expectation.type == Expectation::Type::Judge) {
        std::string judge;
        reader.require("judge");
        reader.require("criterion");
        if (reader.text("judge", judge)) {
            if (auto reference = DocumentRef::parse(judge)) expectation.judge = std::move(*reference);
            else reader.violation("judge", reference.error().message);
        }
        reader.text("criterion", expectation.criterion);
    } else {
        reader.require("value");
        if (const auto* value = reader.value("value")) {
            expectation.value = *value;
            if (expectation.type == Expectation::Type::Numeric && !value->is_number()) reader.violation("value", "should be a number");
        }
        if (expectation.type == Expectation::Type::Numeric) reader.number("tolerance", expectation.tolerance, 0, 1e300);
    }
    reader.refuseUnknown();
    return expectation;
}

} // namespace

std::string_view nameOf(Expectation::Type type) {
    for (const auto& [value, name] : kTypes)
        if (value == type) return name;
    return {};
}

Result<TestSetSpec> readTestSetSpec(const boost::json::object& json, std::string_view pointer) {
    TestSetSpec spec;
    Violations violations;
    SpecReader reader(json, std::string(pointer), violations);
    reader.text("description", spec.description);
    reader.text("workflow", spec.workflow);
    reader.text("prompt", spec.prompt);
    reader.text("model", spec.model);
    if (spec.workflow.empty() == spec.prompt.empty()) violations.add(std::string(pointer), "should name either the 'workflow' or the 'prompt' that it tests");
    if (!spec.prompt.empty() && spec.model.empty()) reader.violation("model", "is missing: a prompt is tried on a 'provider/model' or a 'route/NAME'");
    reader.require("cases");
    if (const auto* cases = reader.array("cases")) {
        if (cases->size() > 1000) reader.violation("cases", "has more than 1000 cases; split the set");
        std::set<std::string> names;
        for (std::size_t i = 0; i < cases->size(); ++i) {
            const auto at = reader.pointerTo("cases") + '/' + std::to_string(i);
            if (!(*cases)[i].is_object()) {
                violations.add(at, "should be an object with name, input and expect");
                continue;
            }
            SpecReader inner((*cases)[i].get_object(), at, violations);
            TestCase test;
            inner.require("name");
            inner.require("input");
            if (inner.text("name", test.name) && !names.insert(test.name).second) inner.violation("name", "'" + test.name + "' is there twice");
            if (const auto* input = inner.value("input")) test.input = *input;
            if (const auto* expect = inner.array("expect"))
                for (std::size_t j = 0; j < expect->size(); ++j) test.expect.push_back(readExpectation((*expect)[j], inner.pointerTo("expect") + '/' + std::to_string(j), violations));
            inner.refuseUnknown();
            spec.cases.push_back(std::move(test));
        }
    }
    reader.refuseUnknown();
    if (!violations.empty()) return tl::unexpected(violations.error("The test set"));
    return spec;
}

} // namespace signalbox::model
