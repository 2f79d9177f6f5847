#include "core/store/sandbox_settings_repository.h"

#include "core/store/statement.h"

namespace signalbox::store {

model::Result<std::map<std::string, std::string>> SandboxSettingsRepository::all() {
    Statement rows(connection_.database(), "SELECT provider, settings FROM sandbox_setting");
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::map<std::string, std::string> settings;
    while (rows.next()) {
        auto provider = rows.text();
        settings[std::move(provider)] = rows.text();
    }
    return settings;
}

model::Result<void> SandboxSettingsRepository::put(const std::string& provider, const std::string& settings, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    Statement write(connection_.database(), "INSERT INTO sandbox_setting (provider, settings) VALUES (?, ?) ON CONFLICT (provider) DO UPDATE SET settings = excluded.settings");
    write.bind(provider).bind(settings);
    if (auto done = write.run(); !done) return done;
    if (auto done = audit_.add(actor, "sandbox.set", "provider/" + provider, settings, now); !done) return done;
    return transaction.commit();
}

} // namespace signalbox::store
