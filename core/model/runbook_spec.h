#pragma once

#include "core/model/error.h"

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace signalbox::model {

struct RunbookStep {
    std::string title;
    std::string text; ///< Markdown: what to look at, what to do, when to stop
};

/// A runbook document: what an operator does, step by step, when something happens.
struct RunbookSpec {
    std::string description;
    std::string trigger; ///< when to open it, in a sentence
    std::vector<RunbookStep> steps;
};
Result<RunbookSpec> readRunbookSpec(const boost::json::object& json, std::string_view pointer = "/spec");

} // namespace signalbox::model
