#pragma once

#include "core/store/audit_log.h"
#include "core/store/database.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// 256 bits from which every secret of this gateway follows.
using MasterKey = std::array<unsigned char, 32>;

/// Reads SIGNALBOX_MASTER_KEY (64 hex digits), else `directory`/master.key, which is made when it is missing.
model::Result<MasterKey> loadMasterKey(const std::string& directory);
/// A key of its own for one purpose, so that none is used twice (libsodium's KDF).
std::array<unsigned char, 32> derivedKey(const MasterKey& master, std::string_view purpose);

struct SecretSummary {
    std::string name;
    std::string boundTo; ///< scheme://host:port that it may be sent to
    WallTime updatedAt;
};

/// Vendors' keys, encrypted at rest. Name and binding are associated data: a ciphertext cannot be moved to another row or host.
class SecretRepository {
public:
    SecretRepository(Connection& connection, const MasterKey& master) : connection_(connection), key_(derivedKey(master, "secrets")), audit_(connection) {}

    model::Result<void> put(const std::string& name, const std::string& boundTo, const std::string& value, const Actor& actor, WallTime now);
    model::Result<std::vector<SecretSummary>> list();
    /// The value, only for this binding. NotFound: no such secret; Forbidden: bound elsewhere, or damaged.
    model::Result<std::string> reveal(const std::string& name, const std::string& boundTo);
    model::Result<void> remove(const std::string& name, const Actor& actor, WallTime now);

private:
    Connection& connection_;
    std::array<unsigned char, 32> key_;
    AuditLog audit_;
};

} // namespace signalbox::store
