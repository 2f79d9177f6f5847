#pragma once

#include "core/model/run.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace signalbox::model {

/// A run as the control plane shows it. `attempt_count` is always there, `attempts` only when asked for; `outcome` is null, for who
/// knows what was reported to replace.
boost::json::object toJson(const Run& run, bool withAttempts, std::size_t attemptCount, bool hasPayload);
boost::json::object toJson(const Attempt& attempt);
boost::json::object toJson(const Usage& usage);

/// The attempts as compact JSON, for the record; and back. Written by hand, because it happens for every call.
void appendAttempts(std::string& out, const std::vector<Attempt>& attempts);
std::vector<Attempt> readAttempts(std::string_view text);

} // namespace signalbox::model
