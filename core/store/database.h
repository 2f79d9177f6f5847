#pragma once

#include "core/model/error.h"

#include <QSqlDatabase>

#include <memory>
#include <string>

namespace signalbox::store {

/// How a connection commits: Normal survives the death of the process, Full that of the machine as well.
enum class Durability { Normal, Full };

/// One connection to the database, for the thread that opened it.
class Connection {
public:
    /// Opens `directory`/signalbox.db. Needs a QCoreApplication in the process (Qt's plugins).
    static model::Result<std::unique_ptr<Connection>> open(const std::string& directory, Durability durability);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    QSqlDatabase& database() { return database_; }
    /// For the transactions from now on; not within one.
    model::Result<void> setDurability(Durability durability);

private:
    explicit Connection(QSqlDatabase database) : database_(std::move(database)) {}
    QSqlDatabase database_;
};

/// Holds a data directory for one gateway: made with mode 0700, locked until this goes (also by the death of the process).
class DataDirectory {
public:
    static model::Result<std::unique_ptr<DataDirectory>> hold(const std::string& path);
    ~DataDirectory();
    const std::string& path() const { return path_; }
    std::string databaseFile() const { return path_ + "/signalbox.db"; }

private:
    DataDirectory(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
    std::string path_;
    int lock_;
};

/// Writes a file that only its owner may read, unless it exists: then nothing happens. A half-written file never appears.
model::Result<void> writePrivateFile(const std::string& path, const std::string& content);

} // namespace signalbox::store
