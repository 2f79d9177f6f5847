#include "core/control/plane_state.h"

#include "core/gateway/callbacks.h"
#include "core/store/audit_log.h"

#include <boost/json.hpp>

namespace signalbox::control {

namespace json = boost::json;

gateway::KeyDigest callbackSecretOf(const store::MasterKey& master) { return store::derivedKey(master, "callback"); }

void addCallbackOperations(Operations& operations, PlaneState& state) {
    operations.add({"GET", "/callback-secret", Role::Admin, "The secret that signs callbacks (Standard Webhooks), for their receivers; reading it is audited", {}, {},
                    [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        if (auto noted = store::AuditLog(session.connection).add(request.actor, "callback_secret.read", "callback-secret", "", wallNow()); !noted) return tl::unexpected(noted.error());
                        return ApiReply::json(json::object{{"secret", gateway::callbackSecretText(callbackSecretOf(state.parts.masterKey))}});
                    }});
}

} // namespace signalbox::control
