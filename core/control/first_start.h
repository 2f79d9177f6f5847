#pragma once

#include "core/store/secret_repository.h"
#include "core/store/store_pool.h"

#include <string>

namespace signalbox::control {

/// What a first start needs and every later one leaves alone: the policy `default`, the simulated vendor `sandbox`, the route
/// `starter`, three starter workflows (of the built-in templates), an administrator's token in `directory`/admin.token and an application's key in `directory`/app.key (mode 0600).
model::Result<void> firstStart(store::Session& session, const store::MasterKey& masterKey, const std::string& directory);

} // namespace signalbox::control
