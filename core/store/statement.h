#pragma once

#include "core/model/error.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::store {

inline QString toQt(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }
inline QByteArray toBytes(std::string_view bytes) { return {bytes.data(), static_cast<qsizetype>(bytes.size())}; }

/// A prepared statement: bind in order, run, read columns in order. Errors become model::Error::Internal with the database's words.
class Statement {
public:
    Statement(const QSqlDatabase& database, const char* sql) : query_(database) {
        query_.setForwardOnly(true);
        prepared_ = query_.prepare(QString::fromLatin1(sql));
    }

    Statement& bind(std::int64_t value) { return bindVariant(QVariant(static_cast<qlonglong>(value))); }
    Statement& bind(int value) { return bindVariant(QVariant(value)); }
    Statement& bind(std::string_view text) { return bindVariant(QVariant(toQt(text))); }
    Statement& bind(const char* text) { return bind(std::string_view(text)); }
    Statement& bind(const std::string& text) { return bind(std::string_view(text)); }
    Statement& bindBlob(std::string_view bytes) { return bindVariant(QVariant(toBytes(bytes))); }
    Statement& bind(std::optional<std::int64_t> value) {
        return value ? bind(*value) : bindVariant(QVariant(QMetaType::fromType<qlonglong>()));
    }

    Statement& bind(std::optional<double> value) { return bindVariant(value ? QVariant(*value) : QVariant(QMetaType::fromType<double>())); }
    Statement& bindNull() { return bindVariant(QVariant(QMetaType::fromType<QString>())); }
    /// NULL for an empty text.
    Statement& bindUnlessEmpty(std::string_view text) { return text.empty() ? bindNull() : bind(text); }

    /// Runs with what was bound; the next bind begins anew.
    model::Result<void> run();
    /// The next row.
    bool next() {
        column_ = 0;
        return query_.next();
    }
    std::int64_t integer() { return query_.value(column_++).toLongLong(); }
    std::optional<std::int64_t> optionalInteger() {
        const auto value = query_.value(column_++);
        return value.isNull() ? std::nullopt : std::optional<std::int64_t>(value.toLongLong());
    }
    std::optional<double> optionalReal() {
        const auto value = query_.value(column_++);
        return value.isNull() ? std::nullopt : std::optional<double>(value.toDouble());
    }
    std::string text() { return query_.value(column_++).toString().toStdString(); }
    std::string blob() { return query_.value(column_++).toByteArray().toStdString(); }
    std::int64_t affected() const { return query_.numRowsAffected(); }
    std::int64_t lastId() const { return query_.lastInsertId().toLongLong(); }
    void finish() { query_.finish(); }

private:
    Statement& bindVariant(const QVariant& value) {
        query_.bindValue(bound_++, value);
        return *this;
    }

    QSqlQuery query_;
    bool prepared_ = false;
    int bound_ = 0;
    int column_ = 0;
};

/// A transaction that rolls back unless `commit` succeeded. Where it cannot begin, `commit` says so and nothing of it stays.
class Transaction {
public:
    explicit Transaction(QSqlDatabase& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    model::Result<void> commit();

private:
    QSqlDatabase& database_;
    bool open_;
    bool committed_ = false;
};

} // namespace signalbox::store
