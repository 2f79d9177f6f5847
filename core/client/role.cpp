#include "core/client/role.h"

#include <array>

namespace signalbox::client {

using namespace Qt::StringLiterals;

namespace {
const std::array<QString, 6> names{QString(), u"viewer"_s, u"reviewer"_s, u"engineer"_s, u"operator"_s, u"admin"_s};
}

Role roleNamed(const QString& name) {
    for (std::size_t at = 1; at < names.size(); ++at)
        if (names[at] == name) return static_cast<Role>(at);
    return Role::None;
}

QString nameOf(Role role) {
    return names[static_cast<std::size_t>(role)];
}

} // namespace signalbox::client
