#include "core/control/first_start.h"

#include "core/base/identifiers.h"
#include "core/control/workflow_template.h"
#include "core/gateway/snapshot.h"
#include "core/model/policy_spec.h"
#include "core/store/credential_repository.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>

#include <filesystem>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;

namespace {

constexpr std::size_t kCredentialBytes = 32;

const store::Actor& ourselves() {
    static const store::Actor actor{"signalboxd", "first start"};
    return actor;
}

std::vector<model::Document> starterDocuments() {
    const auto sandboxModel = [](std::string_view id, json::array capabilities, std::int64_t context, double input, double output) {
        return json::object{{"id", id}, {"context_tokens", context}, {"max_output_tokens", 4096}, {"capabilities", std::move(capabilities)}, {"price_usd_per_mtok", {{"input", input}, {"output", output}}}, {"quality", 0.5}};
    };
    std::vector<model::Document> documents;
    documents.push_back({DocumentKind::Policy, "default", toJson(model::Policy{})});
    documents.back().spec["description"] = "The base of every call: a route's policies are laid over it";
    documents.push_back({DocumentKind::Provider, "sandbox",
                         json::object{{"connector", "sandbox"},
                                      {"region", "local"},
                                      {"data_classes", {"public", "internal", "confidential", "restricted"}},
                                      {"models",
                                       {sandboxModel("small", {"chat", "stream", "tools", "json_schema", "json_mode"}, 32'000, 0.15, 0.6),
                                        sandboxModel("large", {"chat", "stream", "tools", "json_schema", "json_mode", "vision"}, 200'000, 2.5, 10.0),
                                        sandboxModel("embed", {"embeddings"}, 8'192, 0.02, 0.0)}}}});
    documents.push_back({DocumentKind::Route, "starter",
                         json::object{{"description", "Where to begin: a simulated vendor. Add your own provider as the first target."},
                                      {"strategy", "ordered"},
                                      {"targets", {json::object{{"model", "sandbox/small"}}, json::object{{"model", "sandbox/large"}}}}}});
    for (const auto* name : {"support-reply", "ticket-triage", "summary"})
        if (const auto* starter = builtInTemplate(name)) documents.insert(documents.end(), starter->documents.begin(), starter->documents.end());
    return documents;
}

/// Makes a credential and its file if the file is not there. A lost file means a new credential; the old one stays valid until revoked.
model::Result<void> provide(store::Session& session, store::CredentialKind kind, const std::string& file, std::string_view prefix, const std::string& name, const std::string& role, const gateway::KeyDigest& secret) {
    if (std::filesystem::exists(file)) return {};
    const std::string credential = std::string(prefix) + randomToken(kCredentialBytes);
    auto added = store::CredentialRepository(session.connection, kind).add(name, role, credential, gateway::digestOfKey(secret, credential), ourselves(), wallNow());
    if (!added) return tl::unexpected(added.error());
    return store::writePrivateFile(file, credential + '\n');
}

} // namespace

model::Result<void> firstStart(store::Session& session, const store::MasterKey& masterKey, const std::string& directory) {
    store::DocumentRepository documents(session.connection);
    const auto known = documents.list({}, {});
    if (!known) return tl::unexpected(known.error());
    if (known->empty())
        if (auto added = documents.add(starterDocuments(), "made by the first start", {}, {}, ourselves(), wallNow()); !added) return tl::unexpected(added.error());
    if (auto token = provide(session, store::CredentialKind::AccessToken, directory + "/admin.token", "sbt_", "admin", "admin", store::derivedKey(masterKey, "tokens")); !token) return token;
    return provide(session, store::CredentialKind::ApplicationKey, directory + "/app.key", "sbk_", "default", {}, store::derivedKey(masterKey, "appkeys"));
}

} // namespace signalbox::control
