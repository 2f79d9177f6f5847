#pragma once

#include "core/client/token_store.h"

#include <QList>
#include <QObject>
#include <QUrl>

namespace signalbox::client {

/// A gateway that is not this computer's own.
struct RemoteGateway {
    QString id;
    QString name;
    QUrl url;
};

/// The gateways that this person knows, and which of them the console shows. Remembered in QSettings; tokens are in the TokenStore.
class Gateways : public QObject {
    Q_OBJECT

public:
    /// The choice that means: the gateway that this console starts itself.
    static const QString embedded;

    explicit Gateways(TokenStore& tokens, QObject* parent = nullptr);

    QList<RemoteGateway> remotes() const { return m_remotes; }
    const RemoteGateway* remote(const QString& id) const;
    const QString& chosen() const { return m_chosen; }
    void choose(const QString& id);

    /// Adds it, or replaces the one with its id; an empty id gets a new one. `done` hears a sentence if the token was not kept, and
    /// then nothing is saved. An empty token keeps the one there is, unless the address changed.
    void save(RemoteGateway gateway, const QString& token, std::function<void(const QString& problem)> done);
    /// Forgets it and its token. The embedded one is chosen if it was this.
    void remove(const QString& id);

    TokenStore& tokens() { return m_tokens; }

    /// Why `url` cannot be a gateway's address, as a sentence; empty if it can.
    static QString problemWith(const QUrl& url);

Q_SIGNALS:
    void changed();
    void chosenChanged(const QString& id);

private:
    void store(const RemoteGateway& gateway);
    void writeSettings() const;

    TokenStore& m_tokens;
    QList<RemoteGateway> m_remotes;
    QString m_chosen;
};

} // namespace signalbox::client
