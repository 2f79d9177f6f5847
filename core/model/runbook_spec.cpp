#include "core/model/runbook_spec.h"

#include "core/model/spec_reader.h"

namespace signalbox::model {

Result<RunbookSpec> readRunbookSpec(const boost::json::object& json, std::string_view pointer) {
    RunbookSpec spec;
    Violations violations;
    SpecReader reader(json, std::string(pointer), violations);
    reader.text("description", spec.description);
    reader.text("trigger", spec.trigger);
    reader.require("steps");
    if (const auto* steps = reader.array("steps")) {
        if (steps->empty()) reader.violation("steps", "should have at least one step");
        for (std::size_t i = 0; i < steps->size(); ++i) {
            const auto at = reader.pointerTo("steps") + '/' + std::to_string(i);
            if (!(*steps)[i].is_object()) {
                violations.add(at, "should be an object with a title");
                continue;
            }
            SpecReader inner((*steps)[i].get_object(), at, violations);
            RunbookStep step;
            inner.require("title");
            inner.text("title", step.title);
            inner.text("text", step.text);
            inner.refuseUnknown();
            spec.steps.push_back(std::move(step));
        }
    }
    reader.refuseUnknown();
    if (!violations.empty()) return tl::unexpected(violations.error("The runbook"));
    return spec;
}

} // namespace signalbox::model
