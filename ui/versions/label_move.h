#pragma once

#include "core/client/api_client.h"

#include <functional>

namespace signalbox::ui {

class MessageBar;

/// A label of a document that goes from one version to another.
struct LabelMove {
    QString path;         ///< `/documents/KIND/NAME/labels/LABEL`
    qint64 from = 0;      ///< where it is known to be, so that nobody's move is undone unseen; 0: nowhere
    qint64 to = 0;        ///< where it goes
    QString message = {}; ///< why, for the label's history
};

void moveLabel(client::ApiClient& api, const LabelMove& move, QObject* context, const client::ApiClient::Callback& done);

/// What Undo does after `move`: puts the label back, unless somebody else has moved it since. Empty where there is no going back.
std::function<void()> undoOf(client::ApiClient& api, const LabelMove& move, QObject* context, const client::ApiClient::Callback& done);
/// The same; `bar` says why it could not be undone, and `then` follows either way.
std::function<void()> undoOf(client::ApiClient& api, const LabelMove& move, QObject* context, MessageBar* bar, const std::function<void()>& then);

} // namespace signalbox::ui
