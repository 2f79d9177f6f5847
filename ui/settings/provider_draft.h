#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace signalbox::ui {

/// Scheme, host and port of a provider's address, as a credential is bound to: `https://api.openai.com:443`. Empty: no address.
QString originOf(const QString& baseUrl);

/// A model's row in the form, and back. Members that the form does not show stay as they were in `before`.
struct ModelRow {
    QString id;
    QString contextTokens;
    QString maxOutputTokens;
    QString capabilities; ///< comma-separated
    QString inputPrice;   ///< USD per million tokens; empty: none given
    QString cachedPrice;
    QString outputPrice;

    static ModelRow of(const QJsonObject& model);
    QJsonObject toJson(const QJsonObject& before) const;
    bool operator==(const ModelRow&) const = default;
};

} // namespace signalbox::ui
