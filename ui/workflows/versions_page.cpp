#include "ui/workflows/versions_page.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/versions/label_move.h"
#include "ui/versions/open_document.h"
#include "ui/versions/version_list.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/message_bar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

VersionsPage::VersionsPage(OpenDocument& workflow, QWidget* parent)
    : QWidget(parent), m_workflow(workflow), m_connection(workflow.connection()), m_bar(new MessageBar), m_versions(new VersionList(m_connection, u"workflow-versions"_s)), m_actions(new QWidget),
      m_label(new QComboBox), m_message(new QLineEdit), m_move(new QPushButton), m_stages(new QPushButton(tr("In stages…"))), m_rollBack(new QPushButton(tr("Roll back"))) {
    m_label->setEditable(true);
    m_label->setObjectName(u"label-name"_s);
    m_label->setAccessibleName(tr("Label"));
    m_label->setToolTip(tr("production is what callers get; other labels are for whoever asks for them"));
    m_label->setMinimumContentsLength(12);
    m_message->setPlaceholderText(tr("Why this move"));
    m_message->setAccessibleName(tr("Why the label moves"));
    m_message->setMinimumWidth(200);
    m_move->setObjectName(u"label-move"_s);
    m_stages->setObjectName(u"label-stages"_s);
    m_stages->setToolTip(tr("A share of the calls first; back by itself when it does worse"));
    m_rollBack->setObjectName(u"label-rollback"_s);
    m_rollBack->setToolTip(tr("Puts the label back to where it was before its last move"));
    auto* flow = new FlowLayout(m_actions);
    for (QWidget* widget : {static_cast<QWidget*>(m_label), static_cast<QWidget*>(m_message), static_cast<QWidget*>(m_move), static_cast<QWidget*>(m_stages), static_cast<QWidget*>(m_rollBack)}) flow->addWidget(widget);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(m_versions, 1);
    column->addWidget(m_actions);
    connect(m_versions, &VersionList::chosenChanged, this, &VersionsPage::updateButtons);
    connect(m_label, &QComboBox::editTextChanged, this, [this] {
        readHistory();
        updateButtons();
    });
    connect(&workflow, &OpenDocument::stateChanged, this, [this] {
        m_versions->setProtected(m_workflow.protectedLabels());
        updateButtons();
    });
    connect(m_move, &QPushButton::clicked, this, &VersionsPage::moveLabel);
    connect(m_stages, &QPushButton::clicked, this, [this] { Q_EMIT stagesRequested(m_versions->chosen(), label()); });
    connect(m_rollBack, &QPushButton::clicked, this, &VersionsPage::rollBack);
    connect(&m_connection, &client::Connection::identityChanged, this, &VersionsPage::updateButtons);
    updateButtons();
}

void VersionsPage::setWorkflow(const QString& name, const QJsonArray& versions) {
    if (name != m_name) {
        m_bar->clear();
        m_message->clear();
        m_asked = QStringList{u"production"_s};
    }
    m_name = name;
    m_versions->setDocument(u"workflow"_s, name);
    m_versions->setVersions(versions);
    fillLabels();
    m_versions->chooseOne();
    readHistory();
    updateButtons();
}

void VersionsPage::choose(qint64 version) { m_versions->choose(version); }

void VersionsPage::fillLabels() {
    const QString chosenLabel = label().isEmpty() ? u"production"_s : label();
    QStringList labels{u"production"_s, u"staging"_s};
    for (const QJsonValue& version : m_versions->versions())
        for (const QJsonValue& one : version.toObject().value("labels"_L1).toArray())
            if (one.toString() != "latest"_L1 && !labels.contains(one.toString())) labels << one.toString();
    m_label->clear();
    m_label->addItems(labels);
    m_label->setCurrentText(chosenLabel);
}

void VersionsPage::readHistory() {
    const QString name = label();
    if (m_workflow.name() != m_name || m_asked.contains(name) || m_versions->labelled(name) == 0 || name == "latest"_L1) return;
    m_asked << name;
    m_workflow.readHistory(name);
}

QString VersionsPage::label() const { return m_label->currentText().trimmed(); }

QString VersionsPage::pathOfLabel(const QString& name, const QString& what) const {
    QStringList path{u"documents"_s, u"workflow"_s, m_name, u"labels"_s, name};
    if (!what.isEmpty()) path << what;
    return client::pathOf(path);
}

void VersionsPage::updateButtons() {
    const qint64 version = m_versions->chosen();
    const QString name = label();
    m_actions->setVisible(m_connection.may(client::Role::Engineer));
    const bool asks = isProtected(name);
    const QString move = asks ? tr("Ask for approval of version %1") : name == "production"_L1 ? tr("Make version %1 live") : tr("Move the label to version %1");
    m_move->setText(move.arg(version));
    m_move->setEnabled(version > 0 && !name.isEmpty() && name != "latest"_L1 && m_versions->labelled(name) != version);
    m_stages->setEnabled(m_move->isEnabled() && m_versions->labelled(name) > 0);
    // Offered where there is something to go back to.
    const qint64 back = m_workflow.name() == m_name ? m_workflow.previous(name) : 0;
    m_rollBack->setVisible(back > 0);
    m_rollBack->setText((asks ? tr("Ask to go back to version %1") : tr("Roll back to version %1")).arg(back));
}

bool VersionsPage::isProtected(const QString& name) const { return m_workflow.name() == m_name && m_workflow.isProtected(name); }

void VersionsPage::moveLabel() {
    const QString name = label();
    if (isProtected(name)) return requestApproval(m_versions->chosen(), name, {});
    put(name, m_versions->chosen(), m_versions->labelled(name), m_message->text().trimmed());
}

void VersionsPage::put(const QString& name, qint64 version, qint64 before, const QString& message) {
    const LabelMove move{pathOfLabel(name), before, version, message};
    ui::moveLabel(m_connection.api(), move, this, [this, move, name, version, message, workflow = m_name](const client::ApiResult& result) {
        if (!result.ok() && result.error->code == "approval_required"_L1) {
            if (workflow == m_name) offerApproval(version, name, message);
            return;
        }
        if (!result.ok()) {
            m_bar->showError(tr("The label was not moved."), *result.error);
            if (result.error->kind == client::ApiError::Kind::Conflict) m_bar->setAction(tr("Read it anew"), [this] { Q_EMIT changed(); });
            return;
        }
        m_bar->clear();
        m_message->clear();
        Q_EMIT messageRequested(name == "production"_L1 ? tr("%1: version %2 is live.").arg(workflow).arg(version) : tr("%1: the label %2 is on version %3.").arg(workflow, name).arg(version),
                                undoOf(m_connection.api(), move, this, m_bar, [this] { Q_EMIT changed(); }));
        Q_EMIT changed();
    });
}

void VersionsPage::rollBack() {
    const QString name = label();
    if (isProtected(name)) return requestApproval(m_workflow.previous(name), name, {});
    const qint64 before = m_versions->labelled(name);
    QJsonObject body;
    if (const QString message = m_message->text().trimmed(); !message.isEmpty()) body.insert(u"message"_s, message);
    m_connection.api().post(pathOfLabel(name, u"rollback"_s), body, this, [this, name, before, workflow = m_name, path = pathOfLabel(name)](const client::ApiResult& result) {
        if (!result.ok()) {
            const bool held = result.error->code == "approval_required"_L1;
            m_bar->showError(held ? tr("%1 is protected: choose the version to go back to and ask for an approval.").arg(name) : tr("The label was not rolled back."), *result.error);
            return;
        }
        m_bar->clear();
        m_message->clear();
        const qint64 now = result.object().value("labels"_L1).toObject().value(name).toInt();
        Q_EMIT messageRequested(tr("%1: %2 is back on version %3.", "a workflow, a label, a version").arg(workflow, name).arg(now),
                                undoOf(m_connection.api(), {path, before, now}, this, m_bar, [this] { Q_EMIT changed(); }));
        Q_EMIT changed();
    });
}

void VersionsPage::offerApproval(qint64 version, const QString& name, const QString& message) {
    m_bar->show(MessageBar::Kind::Warning, tr("%1 is protected.").arg(name), tr("It moves to version %1 when another person approves it.").arg(version));
    m_bar->setAction(tr("Ask for approval"), [this, version, name, message] { requestApproval(version, name, message); });
}

void VersionsPage::requestApproval(qint64 version, const QString& name, const QString& message) {
    const QString why = m_message->text().trimmed().isEmpty() ? message : m_message->text().trimmed();
    m_connection.api().post(pathOfLabel(name, u"approvals"_s), QJsonObject{{u"version"_s, version}, {u"message"_s, why}}, this, [this, version, name](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(tr("The approval could not be asked for."), *result.error);
            return;
        }
        m_message->clear();
        m_bar->show(MessageBar::Kind::Information, tr("Approval is asked for."), tr("Version %1 gets the label %2 as soon as somebody else approves it.").arg(version).arg(name));
    });
}

} // namespace signalbox::ui
