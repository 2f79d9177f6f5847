#include "core/store/native_statement.h"

#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

#include <cstring>

namespace signalbox::store {

NativeStatement::NativeStatement(const QSqlDatabase& database, const char* sql) {
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || std::strcmp(handle.typeName(), "sqlite3*") != 0) return;
    database_ = *static_cast<sqlite3* const*>(handle.data());
    if (database_) sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
}

NativeStatement::~NativeStatement() { sqlite3_finalize(statement_); }

NativeStatement& NativeStatement::bind(std::int64_t value) {
    sqlite3_bind_int64(statement_, ++bound_, value);
    return *this;
}

NativeStatement& NativeStatement::bind(std::optional<std::int64_t> value) {
    if (value) return bind(*value);
    sqlite3_bind_null(statement_, ++bound_);
    return *this;
}

NativeStatement& NativeStatement::bind(std::string_view text) {
    sqlite3_bind_text64(statement_, ++bound_, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

NativeStatement& NativeStatement::bindBlob(std::string_view bytes) {
    sqlite3_bind_blob64(statement_, ++bound_, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC);
    return *this;
}

model::Result<bool> NativeStatement::step() {
    bound_ = 0;
    const int code = statement_ ? sqlite3_step(statement_) : SQLITE_MISUSE;
    std::string problem;
    if (code != SQLITE_DONE && code != SQLITE_ROW) problem = database_ ? sqlite3_errmsg(database_) : "the connection is none of SQLite's";
    sqlite3_reset(statement_);
    if (problem.empty()) return code == SQLITE_ROW;
    return model::failure(model::ErrorClass::Internal, "The database refused: " + problem, code == SQLITE_BUSY ? kLocked : "database");
}

model::Result<void> NativeStatement::run() {
    if (auto done = step(); !done) return tl::unexpected(std::move(done.error()));
    return {};
}

model::Result<bool> NativeStatement::hasRow() { return step(); }

} // namespace signalbox::store
