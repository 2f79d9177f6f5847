#pragma once

#include "core/policy/contract/program.h"
#include "core/policy/contract/report.h"

#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What is wrong and what would be right, in words that a person and a model that repairs its answer both follow.
namespace signalbox::policy::sentences {

std::string notAllowedHere();
std::string nothingAllowed();
std::string wrongType(const boost::json::value& value, TypeBits types);
std::string wrongChoice(const boost::json::value& value, const ChoiceRules& rules);
/// `relation` and `bound` as in "at least 3".
std::string outsideBound(const boost::json::value& value, std::string_view relation, const boost::json::value& bound);
/// `subject` as in "This array has", `noun` in the singular.
std::string wrongCount(std::string_view subject, std::size_t count, std::string_view noun, std::string_view relation, std::size_t bound);
std::string wrongContains(std::size_t found, std::string_view relation, std::size_t bound, std::string_view title);
std::string patternMissed(std::string_view text, std::string_view pattern);
std::string wrongFormat(std::string_view text, Format format);
std::string repeated(std::size_t first);
std::string missing(std::string_view name);
std::string missingBeside(std::string_view name, std::string_view present);
/// `nearest` may be empty.
std::string unknownMember(std::string_view name, std::string_view nearest);
std::string wrongName(std::string_view name, std::string_view why);
std::string forbidden(std::string_view title);
std::string fitsSeveral(const std::vector<std::size_t>& alternatives);
std::string fitsNone(const std::vector<std::string>& titles);
/// Names what the nearest alternative misses; `base` is the pointer of the place that the alternatives are for.
std::string nearestOf(const std::vector<std::string>& titles, std::size_t nearest, std::string_view base, const std::vector<Finding>& findings);

/// A value as JSON, cut where it is long.
std::string shown(const boost::json::value& value);

} // namespace signalbox::policy::sentences
