#pragma once

#include <QString>

namespace signalbox::client {

/// What a token may do; each role may do what the ones before it may.
enum class Role { None, Viewer, Reviewer, Engineer, Operator, Admin };

Role roleNamed(const QString& name);
/// `operator`, as the control plane says it.
QString nameOf(Role role);

} // namespace signalbox::client
