#pragma once

#include "core/model/document.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace signalbox::app {

/// Which versions the documents in a directory began as: `.signalbox-versions.json` there, which `export` writes and `apply` reads and
/// brings up to date. It belongs into version control beside the documents; without it, `apply` cannot see that the registry moved on.
class ExportedVersions {
public:
    struct Entry {
        std::int64_t version = 0;    ///< that the file holds
        std::int64_t latest = 0;     ///< of the registry, then
        std::int64_t production = 0; ///< then; 0: nowhere
        std::string contentHash;
    };

    explicit ExportedVersions(std::string registry) : registry_(std::move(registry)) {}

    static std::string fileIn(const std::string& directory);
    /// Nothing if there is none, or it cannot be understood.
    static std::optional<ExportedVersions> read(const std::string& directory);
    bool write(const std::string& directory) const;

    const std::string& registry() const { return registry_; }
    std::optional<Entry> find(const model::Document& document) const;
    void put(const model::Document& document, Entry entry);

private:
    std::string registry_;
    std::map<std::string, Entry> entries_; ///< by `kind/name`
};

} // namespace signalbox::app
