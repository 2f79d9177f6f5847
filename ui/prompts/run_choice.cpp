#include "ui/prompts/run_choice.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/versions/open_document.h"
#include "ui/widgets/ageing.h"
#include "ui/widgets/format.h"

#include <QJsonDocument>
#include <QSignalBlocker>
#include <QUrlQuery>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

QJsonObject variablesOfRequest(const QString& request) {
    const QJsonDocument document = QJsonDocument::fromJson(request.toUtf8());
    if (!document.isObject()) return request.isEmpty() ? QJsonObject() : QJsonObject{{u"input"_s, request}};
    const QJsonObject object = document.object();
    for (const auto name : {"variables"_L1, "input"_L1}) {
        const QJsonValue value = object.value(name);
        if (value.isObject()) return value.toObject();
        if (value.isString()) return {{u"input"_s, value}};
    }
    const QJsonArray messages = object.value("messages"_L1).toArray();
    for (qsizetype at = messages.size(); at-- > 0;)
        if (messages.at(at)["role"_L1].toString() == "user"_L1) return {{u"input"_s, messages.at(at)["content"_L1]}};
    return object;
}

RunChoice::RunChoice(OpenDocument& prompt, const QString& nothing, QWidget* parent) : QComboBox(parent), m_prompt(prompt), m_nothing(nothing) {
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(18);
    setAccessibleName(tr("Recorded input"));
    resetEntries();
    connect(&prompt, &OpenDocument::opened, this, [this] {
        resetEntries();
        m_readFor.clear();
    });
    keepAgeing(this, [this] { sayEntries(); });
    connect(this, &QComboBox::activated, this, &RunChoice::readPayload);
}

void RunChoice::resetEntries() {
    clear();
    m_runs = {};
    addItem(m_nothing, QString());
}

void RunChoice::sayEntries() {
    for (qsizetype at = 0; at < m_runs.size(); ++at) {
        const QJsonValue run = m_runs.at(at);
        const QString when = format::relative(client::timeOf(run["started_at"_L1].toString()));
        const QString prompt = run["prompt"_L1].toString();
        setItemText(static_cast<int>(at) + 1, run["trial"_L1].toBool() ? tr("Trial, %1").arg(when) : prompt.contains(u'@') ? tr("Run of version %1, %2").arg(prompt.section(u'@', 1), when) : tr("Run, %1").arg(when));
    }
}

void RunChoice::chooseNothing() { setCurrentIndex(0); }

void RunChoice::readOnce() {
    if (m_readFor == m_prompt.name() || m_prompt.name().isEmpty()) return;
    m_readFor = m_prompt.name();
    read();
}

void RunChoice::read() {
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, u"30"_s);
    query.addQueryItem(u"prompt"_s, m_prompt.name());
    query.addQueryItem(u"trial"_s, u"any"_s);
    m_prompt.connection().api().get(u"/runs"_s, query, this, [this, asked = m_prompt.name()](const client::ApiResult& result) {
        if (asked != m_prompt.name() || !result.ok()) return;
        const QString chosen = runId();
        const QSignalBlocker quiet(this);
        resetEntries();
        for (const QJsonValue& run : result.items()) {
            if (!run["has_payload"_L1].toBool()) continue;
            const QString id = run["id"_L1].toString();
            m_runs.append(run);
            addItem(QString(), id);
            setItemData(count() - 1, id, Qt::ToolTipRole);
        }
        sayEntries();
        if (count() == 1) setItemData(0, tr("No run of this prompt has its input on record."), Qt::ToolTipRole);
        setCurrentIndex(std::max(0, findData(chosen)));
    });
}

void RunChoice::readPayload() {
    const QString id = runId();
    if (id.isEmpty()) {
        Q_EMIT inputChosen({}, {});
        return;
    }
    m_prompt.connection().api().get(client::pathOf({u"runs"_s, id, u"payload"_s}), {}, this, [this, id](const client::ApiResult& result) {
        if (id != runId()) return;
        if (!result.ok()) {
            Q_EMIT failed(result.error->message);
            return;
        }
        Q_EMIT inputChosen(id, variablesOfRequest(result.object().value("request"_L1).toString()));
    });
}

} // namespace signalbox::ui
