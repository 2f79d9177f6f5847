#include "core/store/migrations.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/store/statement.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlError>

void initStoreResources() { Q_INIT_RESOURCE(store_sql); }

namespace signalbox::store {

using model::ErrorClass;

std::vector<Migration> builtInMigrations() {
    initStoreResources();
    std::vector<Migration> migrations;
    const QDir folder(QStringLiteral(":/sql"));
    for (const auto& file : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile content(folder.filePath(file));
        if (!content.open(QIODevice::ReadOnly)) continue;
        migrations.push_back({file.left(4).toInt(), file.toStdString(), content.readAll().toStdString()});
    }
    return migrations;
}

std::vector<std::string> splitStatements(std::string_view script) {
    std::vector<std::string> statements;
    std::string present;
    bool inTrigger = false;
    const auto finish = [&] {
        if (const auto text = trimmed(present); !text.empty()) statements.emplace_back(text);
        present.clear();
        inTrigger = false;
    };
    for (std::size_t at = 0; at < script.size(); ++at) {
        const char c = script[at];
        if (c == '-' && script.substr(at, 2) == "--") {
            at = std::min(script.find('\n', at), script.size());
            present += '\n';
        } else if (c == '/' && script.substr(at, 2) == "/*") {
            at = std::min(script.find("*/", at + 2), script.size() - 2) + 1;
        } else if (c == '\'' || c == '"') {
            const auto end = std::min(script.find(c, at + 1), script.size() - 1);
            present += script.substr(at, end - at + 1);
            at = end;
        } else if (c == ';') {
            if (inTrigger) {
                present += c;
                const auto body = toLowerAscii(trimmed(present));
                if (body.ends_with("end;")) finish();
            } else {
                finish();
            }
        } else {
            present += c;
            if (!inTrigger && present.size() > 6 && toLowerAscii(trimmed(present)).starts_with("create trigger")) inTrigger = true;
        }
    }
    finish();
    return statements;
}

model::Result<int> schemaVersion(Connection& connection) {
    Statement make(connection.database(), "CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_us BIGINT NOT NULL)");
    if (auto done = make.run(); !done) return tl::unexpected(done.error());
    Statement read(connection.database(), "SELECT COALESCE(MAX(number), 0) FROM schema_version");
    if (auto done = read.run(); !done) return tl::unexpected(done.error());
    return read.next() ? static_cast<int>(read.integer()) : 0;
}

model::Result<int> migrate(Connection& connection, const std::vector<Migration>& migrations) {
    auto version = schemaVersion(connection);
    if (!version) return version;
    const int last = migrations.empty() ? 0 : migrations.back().number;
    if (*version > last)
        return model::failure(ErrorClass::Internal,
                              "The database has schema " + std::to_string(*version) + ", this program knows " + std::to_string(last) + ". Run the newer program that wrote it.", "schema_too_new");
    for (const auto& migration : migrations) {
        if (migration.number <= *version) continue;
        Transaction transaction(connection.database());
        for (const auto& sql : splitStatements(migration.sql)) {
            QSqlQuery query(connection.database());
            if (!query.exec(toQt(sql))) return model::failure(ErrorClass::Internal, "Migration " + migration.name + " failed: " + query.lastError().text().toStdString(), "migration");
        }
        Statement mark(connection.database(), "INSERT INTO schema_version (number, name, applied_us) VALUES (?, ?, ?)");
        mark.bind(migration.number).bind(migration.name).bind(toMicros(wallNow()));
        if (auto done = mark.run(); !done) return tl::unexpected(done.error());
        if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
        version = migration.number;
    }
    return version;
}

} // namespace signalbox::store
