#pragma once

#include "core/model/document.h"
#include "core/model/error.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace signalbox::model {

/// What becomes of a call that went wrong, once nothing more is tried.
enum class LastResort : unsigned char {
    Fail = 1,   ///< the caller gets a typed error
    Degrade,    ///< the caller gets the declared static output, marked as degraded
    DeadLetter, ///< the caller gets the error, and the call is kept with its input, to be replayed
};
std::string_view nameOf(LastResort resort); ///< `fail`, `degrade`, `dead_letter`
std::optional<LastResort> lastResortNamed(std::string_view name);

struct ErrorBehaviour {
    bool repair = true;                               ///< `on_output_violation: repair`: the model is shown its violations once
    LastResort onOutputViolation = LastResort::Fail;  ///< when the output (also the repaired one) breaks the contract
    LastResort onExhausted = LastResort::Fail;        ///< when no target answered
    std::optional<boost::json::value> degradedOutput; ///< what `degrade` gives; keeps the output contract
};

/// A workflow document: an AI task as a service.
struct WorkflowSpec {
    std::string description;
    std::string owner;
    boost::json::value inputSchema;                 ///< JSON Schema: the input contract; absent: any JSON
    std::optional<boost::json::value> outputSchema; ///< JSON Schema; unset: the output is the model's text
    DocumentRef prompt;
    DocumentRef route;
    std::vector<std::string> policies;              ///< modules over `default`, in order; later ones override
    ErrorBehaviour errorBehaviour;
    std::vector<std::string> runbooks;
    std::vector<std::string> tags;
};
/// Checks the shape; contracts and what is referred to are checked by who registers.
Result<WorkflowSpec> readWorkflowSpec(const boost::json::object& json, std::string_view pointer = "/spec");

} // namespace signalbox::model
