#include "core/store/credential_repository.h"

#include "core/store/statement.h"

#include <algorithm>

namespace signalbox::store {

namespace {
constexpr std::size_t kPrefixLength = 10;
}

model::Result<Credential> CredentialRepository::add(const std::string& name, const std::string& role, const std::string& credential, const CredentialDigest& digest, const Actor& actor, WallTime now) {
    const bool key = kind_ == CredentialKind::ApplicationKey;
    Transaction transaction(connection_.database());
    Statement insert(connection_.database(), key ? "INSERT INTO application_key (name, prefix, digest, created_us) VALUES (?, ?, ?, ?)"
                                                 : "INSERT INTO access_token (name, prefix, digest, created_us, role) VALUES (?, ?, ?, ?, ?)");
    Credential made{0, name, role, credential.substr(0, kPrefixLength), digest, now, false, {}};
    insert.bind(name).bind(made.prefix).bindBlob({reinterpret_cast<const char*>(digest.data()), digest.size()}).bind(toMicros(now));
    if (!key) insert.bind(role);
    if (auto done = insert.run(); !done) return tl::unexpected(done.error());
    made.id = insert.lastId();
    if (auto done = audit_.add(actor, key ? "key.create" : "token.create", name, made.prefix + (key ? "" : ", role " + role), now); !done) return tl::unexpected(done.error());
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return made;
}

model::Result<std::vector<Credential>> CredentialRepository::list() {
    Statement rows(connection_.database(), kind_ == CredentialKind::ApplicationKey ? "SELECT id, name, '', prefix, digest, created_us, revoked_us, last_used_us FROM application_key ORDER BY id"
                                                                                   : "SELECT id, name, role, prefix, digest, created_us, revoked_us, last_used_us FROM access_token ORDER BY id");
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<Credential> list;
    while (rows.next()) {
        Credential credential;
        credential.id = rows.integer();
        credential.name = rows.text();
        credential.role = rows.text();
        credential.prefix = rows.text();
        const auto digest = rows.blob();
        std::copy_n(digest.begin(), std::min(digest.size(), credential.digest.size()), credential.digest.begin());
        credential.createdAt = fromMicros(rows.integer());
        credential.revoked = rows.optionalInteger().has_value();
        if (const auto at = rows.optionalInteger()) credential.lastUsedAt = fromMicros(*at);
        list.push_back(std::move(credential));
    }
    return list;
}

model::Result<void> CredentialRepository::markUsed(std::span<const RecentUses::Use> uses) {
    Transaction transaction(connection_.database());
    for (const auto& use : uses) {
        // Another gateway may have seen it later.
        Statement update(connection_.database(), kind_ == CredentialKind::ApplicationKey ? "UPDATE application_key SET last_used_us = ? WHERE id = ? AND (last_used_us IS NULL OR last_used_us < ?)"
                                                                                         : "UPDATE access_token SET last_used_us = ? WHERE id = ? AND (last_used_us IS NULL OR last_used_us < ?)");
        update.bind(toMicros(use.at)).bind(use.id).bind(toMicros(use.at));
        if (auto done = update.run(); !done) return done;
    }
    return transaction.commit();
}

model::Result<void> CredentialRepository::revoke(std::int64_t id, const Actor& actor, WallTime now) {
    const bool key = kind_ == CredentialKind::ApplicationKey;
    Transaction transaction(connection_.database());
    Statement read(connection_.database(), key ? "SELECT name, prefix FROM application_key WHERE id = ?" : "SELECT name, prefix FROM access_token WHERE id = ?");
    read.bind(id);
    if (auto done = read.run(); !done) return done;
    const auto name = read.next() ? read.text() : std::string();
    const auto prefix = name.empty() ? std::string() : read.text();
    read.finish();
    Statement update(connection_.database(), key ? "UPDATE application_key SET revoked_us = ? WHERE id = ? AND revoked_us IS NULL" : "UPDATE access_token SET revoked_us = ? WHERE id = ? AND revoked_us IS NULL");
    update.bind(toMicros(now)).bind(id);
    if (auto done = update.run(); !done) return done;
    if (update.affected() == 0)
        return model::failure(model::ErrorClass::NotFound, std::string("There is no ") + (key ? "key" : "token") + " with number " + std::to_string(id) + " that could be revoked.", "not_found");
    if (auto done = audit_.add(actor, key ? "key.revoke" : "token.revoke", name, prefix, now); !done) return done;
    return transaction.commit();
}

} // namespace signalbox::store
