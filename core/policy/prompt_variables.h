#pragma once

#include "core/policy/prompt_template.h"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::policy {

/// A name that a prompt, or a partial of it, looks up. `.` is none.
struct UsedVariable {
    std::string name;                  ///< as written: `customer.name`
    std::vector<std::string> sections; ///< the sections around it that may supply it, outermost first
    bool isSection = false;            ///< only asked whether it is there, or gone through
    std::string place;                 ///< `line 3, column 5`, in a partial with its name before it
};

/// All names, each once within the same sections, in the order in which they come to stand. Fails as rendering would where a
/// partial cannot be had (`PartialChain`), and with `prompt_too_costly` past 5,000 names or where prompts include each other too often.
model::Result<std::vector<UsedVariable>> usedVariables(const PromptTemplate& prompt, const PartialResolver& resolver = {});

struct VariableCheck {
    std::vector<model::Violation> violations; ///< used, not declared; or a partial that cannot be had
    std::vector<std::string> notes;           ///< sentences: declared, not used; or used inside a section that may or may not supply it
};

/// Holds a prompt against the variables that it declares. `customer` declares whatever is in it, unless members of it are declared
/// too (`customer.name`). Inside a section a name may be a member of what the section stands for: of `items` as `items.title`.
VariableCheck checkVariables(const PromptTemplate& prompt, const std::vector<std::string>& declared, const PartialResolver& resolver = {});

/// Whether a contract of variables (a JSON Schema) lets `name` (`customer.title`) be absent: declared, and not required. Of a list
/// it is said of its elements: `items.title`.
bool mayBeAbsent(const boost::json::object& contract, std::string_view name);

} // namespace signalbox::policy
