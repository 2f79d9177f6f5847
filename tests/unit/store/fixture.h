#pragma once

#include "core/store/database.h"
#include "core/store/dimensions.h"
#include "core/store/migrations.h"
#include "core/store/statement.h"

#include <QTemporaryDir>

#include <memory>

namespace signalbox::test {

/// A database of its own, at the newest schema, with a connection for the test's thread.
class StoreFixture {
public:
    StoreFixture() {
        connection = std::move(*store::Connection::open(path(), store::Durability::Full));
        store::migrate(*connection, store::builtInMigrations()).value();
        dimensions = std::make_unique<store::Dimensions>(*connection);
    }
    std::string path() const { return directory.path().toStdString(); }

    QTemporaryDir directory;
    std::unique_ptr<store::Connection> connection;
    std::unique_ptr<store::Dimensions> dimensions;
};

} // namespace signalbox::test
