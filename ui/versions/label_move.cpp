#include "ui/versions/label_move.h"

#include "ui/widgets/message_bar.h"

#include <QJsonObject>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

void moveLabel(client::ApiClient& api, const LabelMove& move, QObject* context, const client::ApiClient::Callback& done) {
    QJsonObject body{{u"version"_s, move.to}};
    if (move.from > 0) body.insert(u"expect"_s, move.from);
    if (!move.message.isEmpty()) body.insert(u"message"_s, move.message);
    api.put(move.path, body, context, done);
}

std::function<void()> undoOf(client::ApiClient& api, const LabelMove& move, QObject* context, const client::ApiClient::Callback& done) {
    if (move.from < 1) return {};
    return [&api, back = LabelMove{move.path, move.to, move.from}, context, done] { moveLabel(api, back, context, done); };
}

std::function<void()> undoOf(client::ApiClient& api, const LabelMove& move, QObject* context, MessageBar* bar, const std::function<void()>& then) {
    return undoOf(api, move, context, [bar, then](const client::ApiResult& undone) {
        if (!undone.ok()) bar->showError(MessageBar::tr("It could not be undone."), *undone.error);
        then();
    });
}

} // namespace signalbox::ui
