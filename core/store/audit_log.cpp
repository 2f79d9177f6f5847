#include "core/store/audit_log.h"

#include "core/store/statement.h"

#include <boost/json.hpp>
#include <sodium.h>

namespace signalbox::store {

namespace {

std::string hashOf(const std::string& previous, const AuditEntry& entry) {
    // A JSON array of strings is canonical: no member order, no numbers to format.
    const std::string content = boost::json::serialize(
        boost::json::array{std::to_string(toMicros(entry.at)), entry.actor, entry.action, entry.subject, entry.detail, entry.peer});
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    const unsigned char domain = 0x01;
    crypto_hash_sha256_update(&state, &domain, 1);
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(previous.data()), previous.size());
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(content.data()), content.size());
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

AuditEntry readEntry(Statement& row) {
    AuditEntry entry;
    entry.id = row.integer();
    entry.at = fromMicros(row.integer());
    entry.actor = row.text();
    entry.action = row.text();
    entry.subject = row.text();
    entry.detail = row.text();
    entry.peer = row.text();
    return entry;
}

} // namespace

model::Result<void> AuditLog::add(const Actor& actor, std::string_view action, std::string_view subject, std::string_view detail, WallTime at) {
    Statement last(connection_.database(), "SELECT hash FROM audit ORDER BY id DESC LIMIT 1");
    if (auto done = last.run(); !done) return done;
    const std::string previous = last.next() ? last.blob() : std::string(crypto_hash_sha256_BYTES, '\0');
    last.finish();
    const AuditEntry entry{0, at, actor.name, std::string(action), std::string(subject), std::string(detail), actor.peer};
    Statement insert(connection_.database(), "INSERT INTO audit (at_us, actor, action, subject, detail, peer, hash) VALUES (?, ?, ?, ?, ?, ?, ?)");
    insert.bind(toMicros(at)).bind(entry.actor).bind(entry.action).bind(entry.subject).bind(entry.detail).bind(entry.peer).bindBlob(hashOf(previous, entry));
    return insert.run();
}

model::Result<std::vector<AuditEntry>> AuditLog::page(std::optional<std::int64_t> before, const std::string& text, int limit) {
    Statement rows(connection_.database(),
                   "SELECT id, at_us, actor, action, subject, detail, peer FROM audit WHERE (? IS NULL OR id < ?) "
                   "AND (? = '' OR INSTR(actor || ' ' || action || ' ' || subject || ' ' || detail, ?) > 0) ORDER BY id DESC LIMIT ?");
    rows.bind(before).bind(before).bind(text).bind(text).bind(limit);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<AuditEntry> entries;
    while (rows.next()) entries.push_back(readEntry(rows));
    return entries;
}

model::Result<std::optional<std::int64_t>> AuditLog::firstBroken() {
    Statement rows(connection_.database(), "SELECT id, at_us, actor, action, subject, detail, peer, hash FROM audit ORDER BY id");
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::string previous(crypto_hash_sha256_BYTES, '\0');
    while (rows.next()) {
        const auto entry = readEntry(rows);
        const auto stored = rows.blob();
        if (stored != hashOf(previous, entry)) return std::optional(entry.id);
        previous = stored;
    }
    return std::optional<std::int64_t>{};
}

} // namespace signalbox::store
