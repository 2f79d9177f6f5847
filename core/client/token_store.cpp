#include "core/client/token_store.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSaveFile>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace signalbox::client {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"signalbox"_s;
const QString canary = u"canary"_s;

QJsonObject readAll(const QString& fileName) {
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

template <class Job>
Job* jobFor(const QString& id, QObject* parent) {
    auto* job = new Job(service, parent);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(id);
    return job;
}

} // namespace

TokenStore::TokenStore(const QString& directory, QObject* parent) : QObject(parent), m_directory(directory) {}

QString TokenStore::fileName() const {
    return m_directory + u"/tokens.json"_s;
}

void TokenStore::probe(std::function<void(Place)> callback) {
    if (m_place != Place::Unknown) {
        callback(m_place);
        return;
    }
    const auto decide = [this, callback](Place place) {
        if (m_place == Place::Unknown) m_place = place;
        callback(m_place);
    };
    auto* write = jobFor<QKeychain::WritePasswordJob>(canary, this);
    write->setTextData(canary);
    connect(write, &QKeychain::Job::finished, this, [this, decide](QKeychain::Job* written) {
        if (written->error() != QKeychain::NoError) {
            decide(Place::File);
            return;
        }
        auto* read = jobFor<QKeychain::ReadPasswordJob>(canary, this);
        connect(read, &QKeychain::Job::finished, this, [read, decide](QKeychain::Job* job) {
            decide(job->error() == QKeychain::NoError && read->textData() == canary ? Place::Keychain : Place::File);
        });
        read->start();
    });
    write->start();
}

void TokenStore::read(const QString& id, std::function<void(const QString&)> callback) {
    probe([this, id, callback](Place place) {
        if (place == Place::File) {
            callback(readFile(id));
            return;
        }
        auto* job = jobFor<QKeychain::ReadPasswordJob>(id, this);
        connect(job, &QKeychain::Job::finished, this, [this, job, id, callback](QKeychain::Job* done) {
            callback(done->error() == QKeychain::NoError ? job->textData() : readFile(id));
        });
        job->start();
    });
}

void TokenStore::write(const QString& id, const QString& token, std::function<void(const QString&)> callback) {
    probe([this, id, token, callback](Place place) {
        if (place == Place::File) {
            callback(writeFile(id, token));
            return;
        }
        auto* job = jobFor<QKeychain::WritePasswordJob>(id, this);
        job->setTextData(token);
        connect(job, &QKeychain::Job::finished, this, [callback](QKeychain::Job* done) {
            callback(done->error() == QKeychain::NoError ? QString() : tr("The keychain did not keep the token: %1.").arg(done->errorString()));
        });
        job->start();
    });
}

void TokenStore::remove(const QString& id) {
    if (m_place == Place::Keychain) jobFor<QKeychain::DeletePasswordJob>(id, this)->start();
    if (readAll(fileName()).contains(id)) writeFile(id, {});
}

QString TokenStore::readFile(const QString& id) const {
    return readAll(fileName()).value(id).toString();
}

QString TokenStore::writeFile(const QString& id, const QString& token) const {
    QJsonObject tokens = readAll(fileName());
    if (token.isEmpty())
        tokens.remove(id);
    else
        tokens.insert(id, token);
    if (!QDir().mkpath(m_directory)) return tr("The folder %1 could not be made.").arg(m_directory);
    QSaveFile file(fileName());
    if (!file.open(QIODevice::WriteOnly)) return tr("%1 could not be written: %2.").arg(fileName(), file.errorString());
    // Before there is anything in it to read.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(tokens).toJson());
    if (!file.commit()) return tr("%1 could not be written: %2.").arg(fileName(), file.errorString());
    return {};
}

} // namespace signalbox::client
