#include "core/model/workflow_spec.h"

#include "core/model/spec_reader.h"

#include <array>
#include <functional>

namespace signalbox::model {

namespace {

constexpr std::array<std::pair<LastResort, std::string_view>, 3> kResorts = {{
    {LastResort::Fail, "fail"},
    {LastResort::Degrade, "degrade"},
    {LastResort::DeadLetter, "dead_letter"},
}};

void readResort(SpecReader& reader, std::string_view member, LastResort& resort) {
    std::string name;
    if (!reader.text(member, name)) return;
    if (const auto known = lastResortNamed(name)) resort = *known;
    else reader.violation(member, "'" + name + "' is not known; known are fail, degrade, dead_letter");
}

ErrorBehaviour readBehaviour(const boost::json::object& json, std::string pointer, Violations& violations) {
    ErrorBehaviour behaviour;
    SpecReader reader(json, std::move(pointer), violations);
    std::string name;
    if (reader.text("on_output_violation", name)) {
        behaviour.repair = name == "repair";
        if (!behaviour.repair) {
            if (const auto known = lastResortNamed(name)) behaviour.onOutputViolation = *known;
            else reader.violation("on_output_violation", "'" + name + "' is not known; known are repair, fail, degrade, dead_letter");
        }
    }
    readResort(reader, "after_repair", behaviour.onOutputViolation);
    if (json.contains("after_repair") && !behaviour.repair) reader.violation("after_repair", "says what follows a repair, but on_output_violation asks for none");
    readResort(reader, "on_exhausted", behaviour.onExhausted);
    if (const auto* output = reader.value("degraded_output")) behaviour.degradedOutput = *output;
    reader.refuseUnknown();
    return behaviour;
}

void readRef(SpecReader& reader, std::string_view member, DocumentRef& reference) {
    std::string text;
    reader.require(member);
    if (!reader.text(member, text)) return;
    if (auto parsed = DocumentRef::parse(text)) reference = std::move(*parsed);
    else reader.violation(member, parsed.error().message);
}

void readSchema(SpecReader& reader, std::string_view member, const std::function<void(const boost::json::value&)>& take) {
    const auto* schema = reader.value(member);
    if (!schema) return;
    if (schema->is_object() || schema->is_bool()) take(*schema);
    else reader.violation(member, "should be a JSON Schema: an object, or true or false");
}

} // namespace

std::string_view nameOf(LastResort resort) {
    for (const auto& [value, name] : kResorts)
        if (value == resort) return name;
    return {};
}

std::optional<LastResort> lastResortNamed(std::string_view name) {
    for (const auto& [value, text] : kResorts)
        if (text == name) return value;
    return {};
}

Result<WorkflowSpec> readWorkflowSpec(const boost::json::object& json, std::string_view pointer) {
    WorkflowSpec spec;
    spec.inputSchema = true;
    Violations violations;
    SpecReader reader(json, std::string(pointer), violations);
    reader.text("description", spec.description);
    reader.text("owner", spec.owner);
    readSchema(reader, "input_schema", [&](const auto& schema) { spec.inputSchema = schema; });
    readSchema(reader, "output_schema", [&](const auto& schema) { spec.outputSchema = schema; });
    readRef(reader, "prompt", spec.prompt);
    readRef(reader, "route", spec.route);
    const auto references = [&](std::string_view member, std::vector<std::string>& list) {
        if (!reader.texts(member, list)) return;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (const auto reference = DocumentRef::parse(list[i]); !reference) violations.add(reader.pointerTo(member) + '/' + std::to_string(i), reference.error().message);
    };
    references("policies", spec.policies);
    references("runbooks", spec.runbooks);
    reader.texts("tags", spec.tags);
    if (const auto* behaviour = reader.object("error_behaviour")) {
        spec.errorBehaviour = readBehaviour(*behaviour, reader.pointerTo("error_behaviour"), violations);
    }
    reader.refuseUnknown();
    if (!violations.empty()) return tl::unexpected(violations.error("The workflow"));
    return spec;
}

} // namespace signalbox::model
