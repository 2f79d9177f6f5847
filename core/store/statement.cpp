#include "core/store/statement.h"

#include <QSqlError>

namespace signalbox::store {

namespace {
tl::unexpected<model::Error> databaseError(const QSqlError& error) {
    return model::failure(model::ErrorClass::Internal, "The database refused: " + error.text().toStdString(), "database");
}
} // namespace

model::Result<void> Statement::run() {
    bound_ = 0;
    column_ = 0;
    if (!prepared_ || !query_.exec()) return databaseError(query_.lastError());
    return {};
}

Transaction::Transaction(QSqlDatabase& database) : database_(database) {
    // IMMEDIATE: a transaction that reads first and writes later would otherwise fail when another writer came between.
    QSqlQuery query(database_);
    open_ = query.exec(QStringLiteral("BEGIN IMMEDIATE"));
    // Locked for too long. What is written all the same, because the lock ended meanwhile, is not to stay: `commit` refuses.
    if (!open_) query.exec(QStringLiteral("BEGIN"));
}

Transaction::~Transaction() {
    if (committed_) return;
    QSqlQuery query(database_);
    query.exec(QStringLiteral("ROLLBACK"));
}

model::Result<void> Transaction::commit() {
    if (!open_) return model::failure(model::ErrorClass::Internal, "The database is locked: another program has been writing to it for too long. Nothing was changed; try again.", "database");
    QSqlQuery query(database_);
    if (!query.exec(QStringLiteral("COMMIT"))) return databaseError(query.lastError());
    committed_ = true;
    return {};
}

} // namespace signalbox::store
