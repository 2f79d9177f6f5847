#pragma once

#include "core/store/audit_log.h"
#include "core/store/database.h"

#include <map>
#include <string>

namespace signalbox::store {

/// What operators set simulated vendors to while they run, as JSON text; kept over restarts.
class SandboxSettingsRepository {
public:
    explicit SandboxSettingsRepository(Connection& connection) : connection_(connection), audit_(connection) {}
    model::Result<std::map<std::string, std::string>> all();
    model::Result<void> put(const std::string& provider, const std::string& settings, const Actor& actor, WallTime now);

private:
    Connection& connection_;
    AuditLog audit_;
};

} // namespace signalbox::store
