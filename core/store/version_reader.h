#pragma once

#include "core/model/document.h"
#include "core/store/database.h"
#include "core/store/statement.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// Reads single versions and labels of documents, many of them, in one view of the database: what others commit meanwhile is not seen.
class VersionReader {
public:
    /// Begins the view; it ends with the reader.
    explicit VersionReader(Connection& connection);
    ~VersionReader();
    VersionReader(const VersionReader&) = delete;
    VersionReader& operator=(const VersionReader&) = delete;

    struct Labels {
        bool archived = false;
        std::map<std::string, std::int64_t, std::less<>> versions; ///< `latest` included
    };
    /// Nothing for a document that does not exist.
    model::Result<std::optional<Labels>> labels(model::DocumentKind kind, const std::string& name);
    model::Result<std::vector<std::int64_t>> versions(model::DocumentKind kind, const std::string& name);
    /// Documents in service, by name.
    model::Result<std::vector<std::string>> names(model::DocumentKind kind);
    /// Nothing for a version that does not exist.
    model::Result<std::optional<boost::json::object>> spec(model::DocumentKind kind, const std::string& name, std::int64_t version);

private:
    QSqlDatabase& database_;
    Statement labels_;
    Statement versions_;
    Statement names_;
    Statement spec_;
};

} // namespace signalbox::store
