#include "ui/versions/open_document.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/versions/label_move.h"

#include <QPointer>
#include <QUrlQuery>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

OpenDocument::OpenDocument(client::Connection& connection, const QString& kind, QObject* parent) : QObject(parent), m_connection(connection), m_kind(kind) {}

void OpenDocument::open(const QString& name) {
    m_name = name;
    m_isNew = false;
    m_versions = {};
    m_labels.clear();
    m_protected.clear();
    m_performance.clear();
    m_comparisons.clear();
    m_specs.clear();
    m_texts.clear();
    m_referrers = {};
    m_approvals = {};
    m_rollout = {};
    m_previous.clear();
    Q_EMIT opened();
    refresh();
}

void OpenDocument::startNew() {
    open({});
    m_isNew = true;
    Q_EMIT opened();
}

void OpenDocument::refresh() {
    if (m_name.isEmpty() || !m_connection.api().hasServer()) return;
    readVersions();
    readHistory(u"production"_s);
    for (const QString& label : m_previous.keys())
        if (label != "production"_L1) readHistory(label);
    readPerformance();
    readReferrers();
    readState();
}

QString OpenDocument::path(const QStringList& below) const { return client::pathOf(QStringList{u"documents"_s, m_kind, m_name} + below); }

/// An answer that belongs to one left meanwhile is dropped.
void OpenDocument::get(const QStringList& below, const client::ApiClient::Callback& done) {
    m_connection.api().get(path(below), {}, this, [this, asked = m_name, done](const client::ApiResult& result) {
        if (asked == m_name) done(result);
    });
}

void OpenDocument::readVersions() {
    get({u"versions"_s}, [this](const client::ApiResult& result) {
        if (!result.ok()) {
            Q_EMIT failed(tr("The versions of %1 could not be read.").arg(m_name), *result.error);
            return;
        }
        m_versions = result.items();
        m_labels.clear();
        for (const QJsonValue& value : std::as_const(m_versions))
            for (const QJsonValue& label : value["labels"_L1].toArray())
                if (label.toString() != "latest"_L1) m_labels.insert(label.toString(), wholeNumber(value["version"_L1]));
        Q_EMIT versionsChanged();
        get({}, [this](const client::ApiResult& document) {
            if (!document.ok()) return;
            QStringList labels;
            for (const QJsonValue& label : document.object().value("protected_labels"_L1).toArray()) labels << label.toString();
            if (labels == m_protected) return;
            m_protected = labels;
            Q_EMIT stateChanged();
        });
    });
}

void OpenDocument::readHistory(const QString& label) {
    get({u"labels"_s, label, u"history"_s}, [this, label](const client::ApiResult& result) {
        const qint64 now = result.ok() && !result.items().isEmpty() ? wholeNumber(result.items().first()["from"_L1]) : 0;
        const qint64 before = m_previous.value(label);
        m_previous.insert(label, now);
        if (now != before) Q_EMIT stateChanged();
    });
}

qint64 OpenDocument::previous(const QString& label) const {
    const qint64 version = m_previous.value(label);
    return version == labelled(label) ? 0 : version;
}

void OpenDocument::readPerformance() {
    get({u"performance"_s}, [this](const client::ApiResult& result) {
        if (!result.ok()) return;
        m_performance.clear();
        m_comparisons.clear();
        const QJsonObject answer = result.object();
        const QJsonArray versions = answer.contains("versions"_L1) ? answer.value("versions"_L1).toArray() : result.items();
        for (const QJsonValue& one : versions) {
            m_performance.insert(wholeNumber(one["version"_L1]), one.toObject());
            if (one["comparison"_L1].isObject()) m_comparisons.insert(wholeNumber(one["version"_L1]), one["comparison"_L1].toObject());
        }
        for (const QJsonValue& one : answer.value("comparisons"_L1).toArray()) m_comparisons.insert(wholeNumber(one["version"_L1]), one.toObject());
        Q_EMIT performanceChanged();
    });
}

void OpenDocument::readReferrers() {
    get({u"referrers"_s}, [this](const client::ApiResult& result) {
        if (!result.ok()) return;
        m_referrers = result.items();
        Q_EMIT referrersChanged();
    });
}

void OpenDocument::readState() {
    if (m_name.isEmpty() || !m_connection.api().hasServer()) return;
    QUrlQuery open;
    open.addQueryItem(u"state"_s, u"open"_s);
    m_connection.api().get(u"/approvals"_s, open, this, [this, asked = m_name](const client::ApiResult& result) {
        if (asked != m_name || !result.ok()) return;
        QJsonArray mine;
        for (const QJsonValue& one : result.items())
            if (one["kind"_L1].toString() == m_kind && one["name"_L1].toString() == m_name) mine.append(one);
        if (mine == m_approvals) return;
        readEnded(mine);
        m_approvals = mine;
        Q_EMIT stateChanged();
    });
    get({u"labels"_s, u"production"_s, u"rollout"_s}, [this](const client::ApiResult& result) {
        const QJsonObject now = result.ok() ? result.object() : QJsonObject();
        if (now == m_rollout) return;
        m_rollout = now;
        Q_EMIT stateChanged();
    });
}

void OpenDocument::readEnded(const QJsonArray& open) {
    for (const QJsonValue& before : std::as_const(m_approvals)) {
        const QString id = before["id"_L1].toVariant().toString();
        const bool waits = std::any_of(open.begin(), open.end(), [&](const QJsonValue& one) { return one["id"_L1].toVariant().toString() == id; });
        if (waits) continue;
        m_connection.api().get(client::pathOf({u"approvals"_s, id}), {}, this, [this, asked = m_name](const client::ApiResult& result) {
            if (asked == m_name && result.ok()) Q_EMIT approvalEnded(result.object());
        });
    }
}

QJsonObject OpenDocument::version(qint64 number) const {
    for (const QJsonValue& one : m_versions)
        if (wholeNumber(one["version"_L1]) == number) return one.toObject();
    return {};
}

qint64 OpenDocument::latest() const { return m_versions.isEmpty() ? 0 : wholeNumber(m_versions.first()["version"_L1]); }

QStringList OpenDocument::labelsOf(qint64 version) const {
    QStringList labels;
    for (auto label = m_labels.begin(); label != m_labels.end(); ++label)
        if (label.value() == version) labels << label.key();
    return labels;
}

QString OpenDocument::titleOf(qint64 version) const {
    const QStringList labels = labelsOf(version);
    return labels.isEmpty() ? tr("version %1").arg(version) : tr("version %1 (%2)").arg(version).arg(labels.join(u", "_s));
}

QJsonObject OpenDocument::performanceOf(qint64 version) const { return m_performance.value(version); }

QJsonObject OpenDocument::comparisonOf(qint64 version) const { return m_comparisons.value(version); }

void OpenDocument::spec(qint64 version, QObject* context, const std::function<void(const QJsonObject&)>& done) {
    if (const auto known = m_specs.constFind(version); known != m_specs.constEnd()) {
        done(*known);
        return;
    }
    QUrlQuery query;
    query.addQueryItem(u"version"_s, QString::number(version));
    m_connection.api().get(path(), query, this, [this, asked = m_name, version, guard = QPointer<QObject>(context), done](const client::ApiResult& result) {
        if (asked != m_name) return;
        if (!result.ok()) {
            Q_EMIT failed(tr("Version %1 of %2 could not be read.").arg(version).arg(m_name), *result.error);
            return;
        }
        m_specs.insert(version, result.object().value("spec"_L1).toObject());
        if (guard) done(m_specs.value(version));
    });
}

void OpenDocument::yaml(qint64 version, QObject* context, const std::function<void(const QString&)>& done) {
    if (const auto known = m_texts.constFind(version); known != m_texts.constEnd()) {
        done(*known);
        return;
    }
    QUrlQuery query;
    query.addQueryItem(u"version"_s, QString::number(version));
    m_connection.api().get(path({u"yaml"_s}), query, this, [this, asked = m_name, version, guard = QPointer<QObject>(context), done](const client::ApiResult& result) {
        if (asked != m_name) return;
        if (!result.ok()) {
            Q_EMIT failed(tr("Version %1 of %2 could not be read.").arg(version).arg(m_name), *result.error);
            return;
        }
        m_texts.insert(version, QString::fromUtf8(result.text));
        if (guard) done(m_texts.value(version));
    });
}

void OpenDocument::moveLabel(const QString& label, qint64 version, const QString& message, QObject* context, const client::ApiClient::Callback& done) {
    ui::moveLabel(m_connection.api(), {path({u"labels"_s, label}), labelled(label), version, message}, context, done);
}

void OpenDocument::rollBack(const QString& label, QObject* context, const client::ApiClient::Callback& done) {
    m_connection.api().post(path({u"labels"_s, label, u"rollback"_s}), QJsonObject{}, context, done);
}

} // namespace signalbox::ui
