#include "core/store/secret_repository.h"

#include "core/base/text.h"
#include "core/store/statement.h"

#include <sodium.h>

#include <cstdlib>
#include <cstring>
#include <fstream>

namespace signalbox::store {

using model::ErrorClass;

namespace {

std::string associatedData(const std::string& name, const std::string& boundTo) { return "signalbox.secret.1\n" + name + '\n' + boundTo; }

const unsigned char* bytes(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

} // namespace

model::Result<MasterKey> loadMasterKey(const std::string& directory) {
    if (sodium_init() < 0) return model::failure(ErrorClass::Internal, "The system has no source of randomness", "sodium");
    std::string hex;
    std::string source = "SIGNALBOX_MASTER_KEY";
    if (const char* given = std::getenv("SIGNALBOX_MASTER_KEY")) {
        hex = given;
    } else {
        source = directory + "/master.key";
        std::ifstream file(source);
        if (!file) {
            MasterKey fresh;
            randombytes_buf(fresh.data(), fresh.size());
            char text[2 * sizeof fresh + 1];
            sodium_bin2hex(text, sizeof text, fresh.data(), fresh.size());
            if (auto written = writePrivateFile(source, std::string(text) + '\n'); !written) return tl::unexpected(written.error());
            return fresh;
        }
        std::getline(file, hex);
    }
    MasterKey key;
    std::size_t length = 0;
    const auto digits = trimmed(hex);
    if (sodium_hex2bin(key.data(), key.size(), digits.data(), digits.size(), nullptr, &length, nullptr) != 0 || length != key.size() || digits.size() != 2 * key.size())
        return model::failure(ErrorClass::Internal, source + " should hold 64 hexadecimal digits", "master_key");
    return key;
}

std::array<unsigned char, 32> derivedKey(const MasterKey& master, std::string_view purpose) {
    char context[crypto_kdf_CONTEXTBYTES] = {};
    std::memcpy(context, purpose.data(), std::min(purpose.size(), sizeof context));
    std::array<unsigned char, 32> key;
    crypto_kdf_derive_from_key(key.data(), key.size(), 1, context, master.data());
    return key;
}

model::Result<void> SecretRepository::put(const std::string& name, const std::string& boundTo, const std::string& value, const Actor& actor, WallTime now) {
    std::string nonce(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, '\0');
    randombytes_buf(nonce.data(), nonce.size());
    std::string ciphertext(value.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    const auto associated = associatedData(name, boundTo);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(ciphertext.data()), nullptr, bytes(value), value.size(), bytes(associated), associated.size(), nullptr, bytes(nonce), key_.data());
    Transaction transaction(connection_.database());
    Statement write(connection_.database(),
                    "INSERT INTO secret (name, bound_to, nonce, ciphertext, updated_us) VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
                    "bound_to = excluded.bound_to, nonce = excluded.nonce, ciphertext = excluded.ciphertext, updated_us = excluded.updated_us");
    write.bind(name).bind(boundTo).bindBlob(nonce).bindBlob(ciphertext).bind(toMicros(now));
    if (auto done = write.run(); !done) return done;
    if (auto done = audit_.add(actor, "secret.put", name, "bound to " + boundTo, now); !done) return done;
    return transaction.commit();
}

model::Result<std::vector<SecretSummary>> SecretRepository::list() {
    Statement rows(connection_.database(), "SELECT name, bound_to, updated_us FROM secret ORDER BY name");
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<SecretSummary> list;
    while (rows.next()) {
        SecretSummary summary;
        summary.name = rows.text();
        summary.boundTo = rows.text();
        summary.updatedAt = fromMicros(rows.integer());
        list.push_back(std::move(summary));
    }
    return list;
}

model::Result<std::string> SecretRepository::reveal(const std::string& name, const std::string& boundTo) {
    Statement rows(connection_.database(), "SELECT bound_to, nonce, ciphertext FROM secret WHERE name = ?");
    rows.bind(name);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (!rows.next()) return model::failure(ErrorClass::NotFound, "the secret '" + name + "' is not there; enter the key in Settings, Providers", "secret_missing");
    const auto binding = rows.text();
    const auto nonce = rows.blob();
    const auto ciphertext = rows.blob();
    if (binding != boundTo)
        return model::failure(ErrorClass::Forbidden, "the secret '" + name + "' is bound to " + binding + ", not to " + boundTo + "; enter the key again for the new address", "secret_bound_elsewhere");
    if (nonce.size() != crypto_aead_xchacha20poly1305_ietf_NPUBBYTES || ciphertext.size() < crypto_aead_xchacha20poly1305_ietf_ABYTES)
        return model::failure(ErrorClass::Forbidden, "the secret '" + name + "' is damaged; enter the key again", "secret_damaged");
    std::string value(ciphertext.size() - crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    const auto associated = associatedData(name, binding);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(value.data()), nullptr, nullptr, bytes(ciphertext), ciphertext.size(), bytes(associated), associated.size(), bytes(nonce), key_.data()) != 0)
        return model::failure(ErrorClass::Forbidden, "the secret '" + name + "' does not open with this gateway's master key; enter the key again", "secret_damaged");
    return value;
}

model::Result<void> SecretRepository::remove(const std::string& name, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    Statement write(connection_.database(), "DELETE FROM secret WHERE name = ?");
    write.bind(name);
    if (auto done = write.run(); !done) return done;
    if (write.affected() == 0) return model::failure(ErrorClass::NotFound, "There is no secret '" + name + "'.", "not_found");
    if (auto done = audit_.add(actor, "secret.remove", name, "", now); !done) return done;
    return transaction.commit();
}

} // namespace signalbox::store
