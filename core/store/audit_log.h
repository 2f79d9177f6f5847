#pragma once

#include "core/base/clock.h"
#include "core/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// Who did it, and from where.
struct Actor {
    std::string name;
    std::string peer;
    std::int64_t tokenId = 0; ///< of the access token; 0: the gateway itself
};

struct AuditEntry {
    std::int64_t id = 0;
    WallTime at;
    std::string actor;
    std::string action;  ///< `document.create`, `label.move`, `secret.put`, ...
    std::string subject; ///< `provider/openai-main@3`
    std::string detail;  ///< a sentence; never a secret or a payload
    std::string peer;
};

/// The chain of changes: h(n) = SHA-256(0x01, h(n-1), entry). Written in the transaction of the change that it tells of.
class AuditLog {
public:
    explicit AuditLog(Connection& connection) : connection_(connection) {}
    model::Result<void> add(const Actor& actor, std::string_view action, std::string_view subject, std::string_view detail, WallTime at);
    /// Newest first; entries before `before`, containing `text` anywhere.
    model::Result<std::vector<AuditEntry>> page(std::optional<std::int64_t> before, const std::string& text, int limit);
    /// The first entry whose hash does not follow from the one before; nothing when the chain holds.
    model::Result<std::optional<std::int64_t>> firstBroken();

private:
    Connection& connection_;
};

} // namespace signalbox::store
