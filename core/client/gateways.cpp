#include "core/client/gateways.h"

#include <QHostAddress>
#include <QSettings>
#include <QUuid>

#include <algorithm>

namespace signalbox::client {

using namespace Qt::StringLiterals;

const QString Gateways::embedded = u"embedded"_s;

Gateways::Gateways(TokenStore& tokens, QObject* parent) : QObject(parent), m_tokens(tokens) {
    QSettings settings;
    const int count = settings.beginReadArray(u"gateways"_s);
    for (int at = 0; at < count; ++at) {
        settings.setArrayIndex(at);
        m_remotes.append({settings.value(u"id"_s).toString(), settings.value(u"name"_s).toString(), settings.value(u"url"_s).toUrl()});
    }
    settings.endArray();
    m_chosen = settings.value(u"gateway"_s, embedded).toString();
    if (!remote(m_chosen)) m_chosen = embedded;
}

const RemoteGateway* Gateways::remote(const QString& id) const {
    const auto found = std::find_if(m_remotes.begin(), m_remotes.end(), [&](const RemoteGateway& one) { return one.id == id; });
    return found == m_remotes.end() ? nullptr : &*found;
}

void Gateways::choose(const QString& id) {
    if (id != embedded && !remote(id)) return;
    m_chosen = id;
    writeSettings();
    Q_EMIT chosenChanged(id);
}

void Gateways::save(RemoteGateway gateway, const QString& token, std::function<void(const QString&)> done) {
    if (gateway.id.isEmpty()) gateway.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (token.isEmpty()) {
        // A token belongs to the server it was given for.
        const RemoteGateway* known = remote(gateway.id);
        if (!known || known->url.scheme() != gateway.url.scheme() || known->url.authority() != gateway.url.authority()) {
            done(tr("A new address takes its own access token."));
            return;
        }
        store(gateway);
        done({});
        return;
    }
    m_tokens.write(gateway.id, token, [this, gateway, done](const QString& problem) {
        if (problem.isEmpty()) store(gateway);
        done(problem);
    });
}

void Gateways::remove(const QString& id) {
    m_remotes.removeIf([&](const RemoteGateway& one) { return one.id == id; });
    m_tokens.remove(id);
    writeSettings();
    Q_EMIT changed();
    if (m_chosen == id) choose(embedded);
}

QString Gateways::problemWith(const QUrl& url) {
    if (!url.isValid() || url.host().isEmpty()) return tr("Write the address as https://host or https://host:port.");
    if (!url.userInfo().isEmpty()) return tr("An address holds no user name or password: the token has its own field.");
    if (url.scheme() == u"https"_s) return {};
    if (url.scheme() != u"http"_s) return tr("The address begins with https://.");
    const QHostAddress address(url.host());
    if (url.host() == u"localhost"_s || address.isLoopback()) return {};
    return tr("Without https the token could be read on its way: only addresses of this computer may begin with http://.");
}

void Gateways::store(const RemoteGateway& gateway) {
    const auto found = std::find_if(m_remotes.begin(), m_remotes.end(), [&](const RemoteGateway& one) { return one.id == gateway.id; });
    if (found == m_remotes.end())
        m_remotes.append(gateway);
    else
        *found = gateway;
    writeSettings();
    Q_EMIT changed();
}

void Gateways::writeSettings() const {
    QSettings settings;
    settings.remove(u"gateways"_s);
    settings.beginWriteArray(u"gateways"_s);
    for (int at = 0; at < m_remotes.size(); ++at) {
        settings.setArrayIndex(at);
        settings.setValue(u"id"_s, m_remotes[at].id);
        settings.setValue(u"name"_s, m_remotes[at].name);
        settings.setValue(u"url"_s, m_remotes[at].url);
    }
    settings.endArray();
    settings.setValue(u"gateway"_s, m_chosen);
}

} // namespace signalbox::client
