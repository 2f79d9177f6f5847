#include "core/store/database.h"

#include "core/store/statement.h"

#include <QSqlError>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace signalbox::store {

using model::ErrorClass;

namespace {
const char* synchronous(Durability durability) { return durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL"; }
} // namespace

model::Result<std::unique_ptr<Connection>> Connection::open(const std::string& directory, Durability durability) {
    static std::atomic<int> number{0};
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("signalbox-%1").arg(number++));
    database.setDatabaseName(toQt(directory + "/signalbox.db"));
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    if (!database.open())
        return model::failure(ErrorClass::Internal, "The database " + directory + "/signalbox.db does not open: " + database.lastError().text().toStdString(), "database");
    std::unique_ptr<Connection> connection(new Connection(std::exchange(database, {})));
    for (const auto* pragma : {"PRAGMA journal_mode=WAL", synchronous(durability), "PRAGMA foreign_keys=ON", "PRAGMA temp_store=MEMORY", "PRAGMA cache_size=-16000", "PRAGMA journal_size_limit=536870912",
                               "PRAGMA wal_autocheckpoint=16384"}) { // the checkpointer comes long before that
        Statement statement(connection->database_, pragma);
        if (auto done = statement.run(); !done) return tl::unexpected(done.error());
    }
    return connection;
}

model::Result<void> Connection::setDurability(Durability durability) {
    Statement statement(database_, synchronous(durability));
    return statement.run();
}

Connection::~Connection() {
    const auto name = database_.connectionName();
    database_.close();
    database_ = {};
    QSqlDatabase::removeDatabase(name);
}

model::Result<std::unique_ptr<DataDirectory>> DataDirectory::hold(const std::string& path) {
    std::error_code error;
    const bool isNew = std::filesystem::create_directories(path, error);
    if (error) return model::failure(ErrorClass::Internal, "The data directory " + path + " cannot be made: " + error.message(), "data_directory");
    if (isNew) ::chmod(path.c_str(), 0700);
    ::umask(0077); // the database and its journals hold what people said
    const std::string lockFile = path + "/gateway.lock";
    const int lock = ::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) return model::failure(ErrorClass::Internal, "The data directory " + path + " cannot be written: " + std::strerror(errno), "data_directory");
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return model::failure(ErrorClass::Internal, "Another gateway runs on " + path + ". Stop it first, or give this one a directory of its own with --data.", "data_directory_in_use");
    }
    return std::unique_ptr<DataDirectory>(new DataDirectory(path, lock));
}

DataDirectory::~DataDirectory() { ::close(lock_); }

model::Result<void> writePrivateFile(const std::string& path, const std::string& content) {
    if (::access(path.c_str(), F_OK) == 0) return {};
    const std::string draft = path + ".new";
    const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return model::failure(ErrorClass::Internal, path + " cannot be written: " + std::strerror(errno), "file");
    const bool written = ::write(file, content.data(), content.size()) == static_cast<ssize_t>(content.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!written || ::rename(draft.c_str(), path.c_str()) != 0) return model::failure(ErrorClass::Internal, path + " cannot be written: " + std::strerror(errno), "file");
    return {};
}

} // namespace signalbox::store
