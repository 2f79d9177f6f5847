#include "core/control/plane_state.h"

#include "core/base/identifiers.h"
#include "core/base/text.h"
#include "core/control/snapshot_loader.h"
#include "core/model/document.h"
#include "core/store/credential_repository.h"
#include "core/store/secret_repository.h"

#include <boost/json.hpp>

#include <charconv>

namespace signalbox::control {

namespace json = boost::json;
using store::CredentialKind;

namespace {

constexpr std::size_t kCredentialBytes = 32;

json::object describe(const store::Credential& credential, CredentialKind kind) {
    json::object object{{"id", credential.id}, {"name", credential.name}, {"prefix", credential.prefix}, {"created_at", toRfc3339(credential.createdAt)}, {"last_used_at", credential.lastUsedAt ? json::value(toRfc3339(*credential.lastUsedAt)) : json::value(nullptr)}, {"revoked", credential.revoked}};
    if (kind == CredentialKind::AccessToken) object["role"] = credential.role;
    return object;
}

model::Result<std::string> nameIn(const json::object& body) {
    const auto* name = body.if_contains("name");
    if (!name || !name->is_string()) return badRequest("'name' is missing: say what the credential is for.");
    const std::string text(trimmed(name->get_string()));
    if (text.empty() || text.size() > 100) return badRequest("'name' should have 1 to 100 characters.");
    return text;
}

model::Result<std::int64_t> idIn(const ApiRequest& request) {
    const auto& text = request.parameter("id");
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc{} || end != text.data() + text.size()) return badRequest("The id should be a number.");
    return id;
}

/// GET, POST and DELETE of one kind; `changed` brings the change into effect.
void addOperations(Operations& operations, PlaneState& state, CredentialKind kind, std::function<model::Result<void>(store::Session&)> changed) {
    const bool isKey = kind == CredentialKind::ApplicationKey;
    const std::string path = isKey ? "/keys" : "/tokens";
    const auto role = isKey ? Role::Operator : Role::Admin;
    const std::string what = isKey ? "application keys" : "access tokens";
    operations.add({"GET", path, role, "List " + what + "; what they are is never shown", {}, {}, [kind](store::Session& session, const ApiRequest&) -> model::Result<ApiReply> {
                        auto list = store::CredentialRepository(session.connection, kind).list();
                        if (!list) return tl::unexpected(list.error());
                        json::array items;
                        for (const auto& credential : *list) items.push_back(describe(credential, kind));
                        return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
                    }});
    operations.add({"POST", path, role, "Make one of the " + what + "; it is shown this once", {},
                    isKey ? R"({"type":"object","required":["name"],"properties":{"name":{"type":"string"}}})" : R"({"type":"object","required":["name","role"],"properties":{"name":{"type":"string"},"role":{"enum":["viewer","reviewer","engineer","operator","admin"]}}})",
                    [&state, kind, isKey, changed](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto body = request.object();
                        if (!body) return tl::unexpected(body.error());
                        auto name = nameIn(*body);
                        if (!name) return tl::unexpected(name.error());
                        std::string roleName;
                        if (!isKey) {
                            const auto* value = body->if_contains("role");
                            if (!value || !value->is_string() || !roleNamed(value->get_string())) return badRequest("'role' should be viewer, reviewer, engineer, operator or admin.");
                            roleName = value->get_string();
                        }
                        const std::string credential = (isKey ? "sbk_" : "sbt_") + randomToken(kCredentialBytes);
                        const auto secret = store::derivedKey(state.parts.masterKey, isKey ? "appkeys" : "tokens");
                        auto made = store::CredentialRepository(session.connection, kind).add(*name, roleName, credential, gateway::digestOfKey(secret, credential), request.actor, wallNow());
                        if (!made) return tl::unexpected(made.error());
                        if (auto effective = changed(session); !effective) return tl::unexpected(effective.error());
                        auto object = describe(*made, kind);
                        object[isKey ? "key" : "token"] = credential;
                        return ApiReply::json(object, 201);
                    }, 201});
    operations.add({"DELETE", path + "/{id}", role, "Revoke one of the " + what + ", effective at once", {}, {}, [kind, changed](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto id = idIn(request);
                        if (!id) return tl::unexpected(id.error());
                        if (auto revoked = store::CredentialRepository(session.connection, kind).revoke(*id, request.actor, wallNow()); !revoked) return tl::unexpected(revoked.error());
                        if (auto effective = changed(session); !effective) return tl::unexpected(effective.error());
                        return ApiReply::nothing();
                    }, 204});
}

void addSecretOperations(Operations& operations, PlaneState& state) {
    operations.add({"GET", "/secrets", Role::Operator, "Names of the secrets and where they may be sent; never what they are", {}, {}, [&state](store::Session& session, const ApiRequest&) -> model::Result<ApiReply> {
                        auto list = store::SecretRepository(session.connection, state.parts.masterKey).list();
                        if (!list) return tl::unexpected(list.error());
                        const auto snapshot = state.currentSnapshot();
                        json::array items;
                        for (const auto& secret : *list) {
                            json::array users;
                            for (const auto& [name, provider] : snapshot->providers)
                                if (provider.spec.credential == "secret:" + secret.name) users.push_back(json::value("provider/" + name));
                            items.push_back(json::object{{"name", secret.name}, {"bound_to", secret.boundTo}, {"updated_at", toRfc3339(secret.updatedAt)}, {"used_by", std::move(users)}});
                        }
                        return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
                    }});
    operations.add({"PUT", "/secrets/{name}", Role::Operator, "Keep a vendor's key, encrypted and bound to one address", {},
                    R"({"type":"object","required":["value","bound_to"],"properties":{"value":{"type":"string"},"bound_to":{"type":"string"}}})",
                    [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto body = request.object();
                        if (!body) return tl::unexpected(body.error());
                        if (!model::isDocumentName(request.parameter("name"))) return badRequest("A secret's name is lower-case letters, digits, '-', '_' and '.'.");
                        const auto* value = body->if_contains("value");
                        const auto* boundTo = body->if_contains("bound_to");
                        if (!value || !value->is_string() || trimmed(value->get_string()).empty()) return badRequest("'value' is missing: the key that the vendor gave.");
                        if (!boundTo || !boundTo->is_string()) return badRequest("'bound_to' is missing: the vendor's address, https://host.");
                        const auto binding = bindingOf(std::string(boundTo->get_string()));
                        if (binding.empty()) return badRequest("'bound_to' should be an address like https://api.openai.com.");
                        const std::string key(trimmed(value->get_string()));
                        if (key.find_first_of("\r\n") != std::string::npos) return badRequest("'value' should be one line.");
                        if (auto put = store::SecretRepository(session.connection, state.parts.masterKey).put(request.parameter("name"), binding, key, request.actor, wallNow()); !put) return tl::unexpected(put.error());
                        if (auto effective = state.reload(session); !effective) return tl::unexpected(effective.error());
                        return ApiReply::json(json::object{{"name", request.parameter("name")}, {"bound_to", binding}});
                    }});
    operations.add({"DELETE", "/secrets/{name}", Role::Operator, "Forget a secret", {}, {}, [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        if (auto removed = store::SecretRepository(session.connection, state.parts.masterKey).remove(request.parameter("name"), request.actor, wallNow()); !removed) return tl::unexpected(removed.error());
                        if (auto effective = state.reload(session); !effective) return tl::unexpected(effective.error());
                        return ApiReply::nothing();
                    }, 204});
}

} // namespace

void addCredentialOperations(Operations& operations, PlaneState& state) {
    addOperations(operations, state, CredentialKind::ApplicationKey, [&state](store::Session& session) { return state.reload(session); });
    addOperations(operations, state, CredentialKind::AccessToken, [&state](store::Session& session) { return state.reloadTokens(session); });
    addSecretOperations(operations, state);
}

} // namespace signalbox::control
