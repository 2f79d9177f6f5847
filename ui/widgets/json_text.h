#pragma once

#include <QJsonValue>
#include <QString>

namespace signalbox::ui {

/// JSON over several lines, its members in the order in which they came. Anything that is no JSON stays as it is.
QString prettyJson(const QString& text);

/// A value as a person edits it: objects and lists over several lines. Empty where it is undefined.
QString jsonText(const QJsonValue& value);
/// The other way, for any value, not only objects and lists. Undefined: the text is no JSON.
QJsonValue jsonValue(const QString& text);

/// The text of one member of an object, as it stands there; empty if there is none.
QString jsonMember(const QString& text, const QString& name);

} // namespace signalbox::ui
