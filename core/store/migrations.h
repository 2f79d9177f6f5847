#pragma once

#include "core/model/error.h"
#include "core/store/database.h"

#include <string>
#include <vector>

namespace signalbox::store {

/// A step of the schema, forward only; resources/sql/NNNN_name.sql, built into the program.
struct Migration {
    int number = 0;
    std::string name;
    std::string sql;
};
std::vector<Migration> builtInMigrations();

/// Splits a script at its semicolons; strings, comments and the bodies of triggers stay whole.
std::vector<std::string> splitStatements(std::string_view script);

/// Brings the database from whatever version it has to the last of `migrations`, each in a transaction of its own. Refuses a
/// database that is newer than the program. Returns the version it has then.
model::Result<int> migrate(Connection& connection, const std::vector<Migration>& migrations);
model::Result<int> schemaVersion(Connection& connection);

} // namespace signalbox::store
