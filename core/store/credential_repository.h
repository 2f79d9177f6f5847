#pragma once

#include "core/base/recent_uses.h"
#include "core/store/audit_log.h"
#include "core/store/database.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace signalbox::store {

using CredentialDigest = std::array<unsigned char, 32>;

/// An application's key, or a person's token. The credential itself is not kept: only its HMAC.
struct Credential {
    std::int64_t id = 0;
    std::string name;
    std::string role;   ///< of an access token; empty for an application key
    std::string prefix; ///< its first characters, for people to know it by
    CredentialDigest digest{};
    WallTime createdAt;
    bool revoked = false;
    std::optional<WallTime> lastUsedAt{}; ///< to the minute
};

/// `application_key` or `access_token`.
enum class CredentialKind { ApplicationKey, AccessToken };

class CredentialRepository {
public:
    CredentialRepository(Connection& connection, CredentialKind kind) : connection_(connection), kind_(kind), audit_(connection) {}

    model::Result<Credential> add(const std::string& name, const std::string& role, const std::string& credential, const CredentialDigest& digest, const Actor& actor, WallTime now);
    /// All, revoked ones too.
    model::Result<std::vector<Credential>> list();
    /// Brings forward when each was last used; an id that is gone is passed over. Not audited.
    model::Result<void> markUsed(std::span<const RecentUses::Use> uses);
    /// NotFound when there is no such id, or it is revoked already.
    model::Result<void> revoke(std::int64_t id, const Actor& actor, WallTime now);

private:
    Connection& connection_;
    CredentialKind kind_;
    AuditLog audit_;
};

} // namespace signalbox::store
