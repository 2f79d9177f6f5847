#pragma once

#include "core/store/run_repository.h"

#include <boost/json/object.hpp>

namespace signalbox::control {

/// A run as the control plane shows it, with what its caller said afterwards.
boost::json::object describe(const store::StoredRun& stored, bool withAttempts);

} // namespace signalbox::control
