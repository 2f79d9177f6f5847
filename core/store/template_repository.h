#pragma once

#include "core/base/clock.h"
#include "core/store/audit_log.h"
#include "core/store/database.h"

#include <string>
#include <vector>

namespace signalbox::store {

/// A template that somebody saved or imported, as its file.
struct SavedTemplate {
    std::string name;
    std::string content; ///< YAML
    std::string author;
    WallTime createdAt;
};

class TemplateRepository {
public:
    explicit TemplateRepository(Connection& connection) : connection_(connection), audit_(connection) {}

    /// Error code `conflict` when there is one of that name.
    model::Result<void> add(const std::string& name, const std::string& content, const Actor& actor, WallTime now);
    /// By name.
    model::Result<std::vector<SavedTemplate>> list();
    /// NotFound when there is none.
    model::Result<SavedTemplate> find(const std::string& name);
    model::Result<void> remove(const std::string& name, const Actor& actor, WallTime now);

private:
    Connection& connection_;
    AuditLog audit_;
};

} // namespace signalbox::store
