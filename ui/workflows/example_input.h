#pragma once

#include <QJsonValue>

namespace signalbox::ui {

/// An input to begin with: the contract's own first example, else one made from its defaults, choices and types, with what must be
/// there and nothing more. A schema of `true`, or none, gives an empty object.
QJsonValue exampleInput(const QJsonValue& schema);

} // namespace signalbox::ui
