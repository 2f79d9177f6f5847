#pragma once

#include "core/model/error.h"

#include <QSqlDatabase>

#include <cstdint>
#include <optional>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace signalbox::store {

/// A statement on SQLite's own interface, over the handle of a QSQLITE connection: binding through QSqlQuery makes a QString and a
/// hash lookup for each value, which is the larger part of the cost of putting a run on record. For the recorder's hot path; all
/// else uses `Statement`. On the connection's thread; before the connection closes.
class NativeStatement {
public:
    /// Code of the error when somebody else held the database for all of the connection's patience.
    static constexpr const char* kLocked = "database_locked";

    NativeStatement(const QSqlDatabase& database, const char* sql);
    ~NativeStatement();
    NativeStatement(const NativeStatement&) = delete;
    NativeStatement& operator=(const NativeStatement&) = delete;

    NativeStatement& bind(std::int64_t value);
    NativeStatement& bind(int value) { return bind(std::int64_t{value}); }
    NativeStatement& bind(std::optional<std::int64_t> value);
    /// Not copied: has to live until `run` returns.
    NativeStatement& bind(std::string_view text);
    NativeStatement& bindBlob(std::string_view bytes);

    /// Runs with what was bound; the next bind begins anew.
    model::Result<void> run();
    /// Runs a question: whether it has an answer.
    model::Result<bool> hasRow();

private:
    model::Result<bool> step();

    sqlite3* database_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
    int bound_ = 0;
};

} // namespace signalbox::store
