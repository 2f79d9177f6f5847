#pragma once

#include "core/policy/prompt_template.h"

#include <boost/json/object.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace signalbox::policy {

struct RenderOptions {
    /// Whether a variable may be absent: it is then empty, and its section is left out. Inside a section, of which `customer` is the
    /// name, it is asked for `customer.title` too. Nobody: none may.
    std::function<bool(std::string_view name)> mayBeAbsent;
    std::size_t mostBytes = 4 << 20;
    std::size_t mostSteps = 5'000'000; ///< visits and look-ups: what ends sections over lists over lists
};

/// The text of a prompt. Values are inserted as they are, neither escaped for HTML nor read as a template: strings verbatim,
/// null as nothing, numbers and all else as compact JSON. A name is looked up from the innermost section outwards, its parts
/// after a dot only within what its first part is. A section is left out when its value is false, null, an empty string or an
/// empty list; lists repeat it; what it stands for is `{{.}}`.
///
/// Errors are InvalidRequest. `undefined_variable` names at once all that the rendered parts miss, each as a violation
/// (pointer `/customer/name`) with its place; `prompt_too_long` and `prompt_too_costly` are the limits above; and those of
/// `PartialChain`.
model::Result<std::string> render(const PromptTemplate& prompt, const boost::json::object& variables, const PartialResolver& resolver = {}, const RenderOptions& options = {});

} // namespace signalbox::policy
