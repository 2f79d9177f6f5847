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
}

Transaction::~Transaction() {
    if (!open_) return;
    QSqlQuery query(database_);
    query.exec(QStringLiteral("ROLLBACK"));
}

model::Result<void> Transaction::commit() {
    if (!open_) return model::failure(model::ErrorClass::Internal, "The database did not begin a transaction", "database");
    QSqlQuery query(database_);
    if (!query.exec(QStringLiteral("COMMIT"))) return databaseError(query.lastError());
    open_ = false;
    return {};
}

} // namespace signalbox::store
