#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace signalbox::client {

/// Where access tokens of remote gateways are kept: the keychain of the desktop where there is one that works, else a file that only
/// this user can read. Which of the two is found out once, by writing and reading a canary: a keychain that is there may still fail.
class TokenStore : public QObject {
    Q_OBJECT

public:
    enum class Place { Unknown, Keychain, File };

    /// `directory` holds the file `tokens.json` (mode 0600).
    explicit TokenStore(const QString& directory, QObject* parent = nullptr);

    /// For tests and for machines whose keychain is not wanted.
    void useFileOnly() { m_place = Place::File; }

    /// Finds out the place; calls back at once where it is known.
    void probe(std::function<void(Place)> callback);
    Place place() const { return m_place; }
    QString fileName() const;

    /// Empty: there is none.
    void read(const QString& id, std::function<void(const QString& token)> callback);
    /// `problem` is a sentence, empty where it was kept.
    void write(const QString& id, const QString& token, std::function<void(const QString& problem)> callback);
    void remove(const QString& id);

private:
    QString readFile(const QString& id) const;
    QString writeFile(const QString& id, const QString& token) const;

    QString m_directory;
    Place m_place = Place::Unknown;
};

} // namespace signalbox::client
