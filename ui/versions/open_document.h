#pragma once

#include "core/client/api_client.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <functional>

namespace signalbox::client {
class Connection;
}

namespace signalbox::ui {

/// The document that a panel has open, and all that the gateway says of it: versions, labels, what each version did, who
/// depends on it, what waits for approval, whether a rollout runs. The pages read it and follow its signals.
class OpenDocument : public QObject {
    Q_OBJECT

public:
    /// `kind` as in paths: `prompt`, `workflow`, `route`.
    OpenDocument(client::Connection& connection, const QString& kind, QObject* parent = nullptr);

    /// Another one, read from the beginning; empty: none.
    void open(const QString& name);
    /// One that is not registered yet.
    void startNew();
    void refresh();
    /// Approvals and the rollout alone, which change by what callers and others do.
    void readState();

    client::Connection& connection() const { return m_connection; }
    const QString& kind() const { return m_kind; }
    const QString& name() const { return m_name; }
    bool isNew() const { return m_isNew; }
    bool isRead() const { return m_isNew || !m_versions.isEmpty(); }

    /// Newest first, as the gateway lists them.
    const QJsonArray& versions() const { return m_versions; }
    QJsonObject version(qint64 number) const;
    qint64 latest() const;
    /// The version with the label `production`; 0: none.
    qint64 live() const { return labelled(QStringLiteral("production")); }
    qint64 labelled(const QString& label) const { return m_labels.value(label); }
    /// All labels but `latest`, which moves by itself.
    const QMap<QString, qint64>& labels() const { return m_labels; }
    /// Where a label was before its last move: what rolling back puts it on. 0: nowhere, or not read.
    qint64 previous(const QString& label) const;
    qint64 previousLive() const { return previous(QStringLiteral("production")); }
    /// Reads the former; `stateChanged` follows. That of production is read anyway.
    void readHistory(const QString& label);
    QStringList labelsOf(qint64 version) const;
    bool isProtected(const QString& label) const { return m_protected.contains(label); }
    const QStringList& protectedLabels() const { return m_protected; }
    /// `version 7 (production)`.
    QString titleOf(qint64 version) const;

    QJsonObject performanceOf(qint64 version) const;
    /// Of the version with the one in production; empty: not known.
    QJsonObject comparisonOf(qint64 version) const;
    const QJsonArray& referrers() const { return m_referrers; }
    const QJsonArray& approvals() const { return m_approvals; }
    /// Of the label production; empty: none runs.
    const QJsonObject& rollout() const { return m_rollout; }

    /// The spec of a version; from memory where it was read before, as versions do not change.
    void spec(qint64 version, QObject* context, const std::function<void(const QJsonObject& spec)>& done);
    /// The same as the file that the editor shows: what versions are compared by where a spec has no texts of its own.
    void yaml(qint64 version, QObject* context, const std::function<void(const QString& text)>& done);
    /// `/documents/KIND/NAME/...`
    QString path(const QStringList& below = {}) const;

    /// Moves a label, expecting it where it is known to be.
    void moveLabel(const QString& label, qint64 version, const QString& message, QObject* context, const client::ApiClient::Callback& done);
    void rollBack(const QString& label, QObject* context, const client::ApiClient::Callback& done);

Q_SIGNALS:
    void opened();
    void versionsChanged();
    void performanceChanged();
    void referrersChanged();
    /// Approvals or the rollout.
    void stateChanged();
    /// What waited for approval waits no longer: it was applied, rejected, withdrawn, or is void.
    void approvalEnded(const QJsonObject& approval);
    void failed(const QString& what, const signalbox::client::ApiError& error);

private:
    void readVersions();
    void readPerformance();
    void readReferrers();
    void readEnded(const QJsonArray& open);
    void get(const QStringList& below, const client::ApiClient::Callback& done);

    client::Connection& m_connection;
    QString m_kind;
    QString m_name;
    bool m_isNew = false;
    QJsonArray m_versions;
    QMap<QString, qint64> m_labels;
    QStringList m_protected;
    QHash<QString, qint64> m_previous;
    QHash<qint64, QJsonObject> m_performance;
    QHash<qint64, QJsonObject> m_comparisons;
    QHash<qint64, QJsonObject> m_specs;
    QHash<qint64, QString> m_texts;
    QJsonArray m_referrers;
    QJsonArray m_approvals;
    QJsonObject m_rollout;
};

/// A number out of JSON that counts or names a version.
inline qint64 wholeNumber(const QJsonValue& value) { return static_cast<qint64>(value.toDouble()); }

} // namespace signalbox::ui
