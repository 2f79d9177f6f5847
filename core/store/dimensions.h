#pragma once

#include "core/store/database.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace signalbox::store {

/// Words of records as small numbers, and back. One per connection; only the recorder's writes new ones.
class Dimensions {
public:
    explicit Dimensions(Connection& connection) : connection_(connection) {}

    /// The word's number, made if it is new. Within the caller's transaction; after a rollback call `forget`.
    std::int64_t idOf(const std::string& text);
    /// The word's number if it has one, else -1.
    std::int64_t find(const std::string& text);
    const std::string& textOf(std::int64_t id);
    void forget();

private:
    Connection& connection_;
    std::unordered_map<std::string, std::int64_t> ids_;
    std::unordered_map<std::int64_t, std::string> texts_;
};

} // namespace signalbox::store
