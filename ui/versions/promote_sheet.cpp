#include "ui/versions/promote_sheet.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/versions/label_move.h"
#include "ui/versions/open_document.h"
#include "ui/widgets/ageing.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/format.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

PromoteSheet::PromoteSheet(OpenDocument& document, Sections sections, QWidget* parent)
    : QFrame(parent), m_document(document), m_sections(std::move(sections)), m_bar(new MessageBar), m_title((new TextLabel({}, TextStyle::Heading))->wrapped()), m_label(new QComboBox), m_sentence((new TextLabel)->wrapped()),
      m_audience((new TextLabel({}, TextStyle::Body, Token::Muted))->wrapped()), m_tests((new TextLabel)->wrapped()), m_runTests(new QPushButton(tr("Go to the tests"))), m_atOnce(new QRadioButton(tr("All calls at once"))),
      m_staged(new QRadioButton(tr("In stages, and back by itself when it does worse"))), m_stagesRow(new QWidget), m_stages(new QLineEdit(u"5, 25, 100"_s)), m_advance(new QComboBox), m_minimum(new QSpinBox),
      m_message(new QLineEdit), m_apply(new QPushButton), m_diff(new DiffView) {
    setProperty("card", true);
    setObjectName(u"promote-sheet"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(makeForm());
    column->addWidget(m_diff, 1);
    connect(&document, &OpenDocument::versionsChanged, this, &PromoteSheet::update);
    connect(&document, &OpenDocument::stateChanged, this, &PromoteSheet::update);
    connect(&document, &OpenDocument::referrersChanged, this, &PromoteSheet::update);
    connect(&document, &OpenDocument::opened, this, &PromoteSheet::close);
    keepAgeing(this, [this] {
        if (!m_testRuns.isEmpty()) sayTests();
    });
    hide();
}

QWidget* PromoteSheet::makeForm() {
    m_label->setEditable(true);
    m_label->setInsertPolicy(QComboBox::NoInsert);
    m_label->setAccessibleName(tr("Label"));
    m_label->setObjectName(u"promote-label"_s);
    m_label->lineEdit()->setPlaceholderText(tr("a label, such as staging"));
    m_label->setMinimumWidth(140);
    m_sentence->setObjectName(u"promote-sentence"_s);
    m_tests->setObjectName(u"promote-tests"_s);
    m_runTests->setProperty("flat", true);
    if (m_document.kind() != "prompt"_L1) m_runTests->hide(); // workflows have no page of tests
    if (m_document.kind() != "prompt"_L1 && m_document.kind() != "workflow"_L1) { // others have neither tests nor a share of the calls
        m_tests->hide();
        m_staged->hide();
    }
    m_atOnce->setObjectName(u"promote-at-once"_s);
    m_staged->setObjectName(u"promote-staged"_s);
    m_stages->setAccessibleName(tr("Stages in percent"));
    m_stages->setObjectName(u"promote-stages"_s);
    m_stages->setMinimumWidth(90);
    m_advance->setAccessibleName(tr("How it goes on"));
    m_advance->addItem(tr("by hand"), u"manual"_s);
    m_advance->addItem(tr("by itself"), u"auto"_s);
    m_minimum->setAccessibleName(tr("Calls before it is judged"));
    m_minimum->setRange(1, 100'000);
    m_minimum->setValue(50);
    m_message->setPlaceholderText(tr("Why (kept with the move)"));
    m_message->setAccessibleName(tr("Why"));
    m_message->setObjectName(u"promote-message"_s);
    m_apply->setProperty("primary", true);
    m_apply->setObjectName(u"promote-apply"_s);
    m_diff->setMinimumHeight(120);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"promote-cancel"_s);
    cancel->setToolTip(tr("Escape"));

    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(new TextLabel(tr("Label"), TextStyle::Body, Token::Muted));
    head->addWidget(m_label);
    auto* tests = new QHBoxLayout;
    tests->setSpacing(8);
    tests->addWidget(m_tests, 1);
    tests->addWidget(m_runTests);
    auto* stages = new QHBoxLayout(m_stagesRow);
    stages->setContentsMargins(24, 0, 0, 0);
    stages->setSpacing(8);
    stages->addWidget(m_stages);
    stages->addWidget(new TextLabel(tr("%, onward", "stages of a rollout, then: by hand or by itself"), TextStyle::Body, Token::Muted));
    stages->addWidget(m_advance);
    stages->addWidget(new TextLabel(tr("judged from", "that many calls on"), TextStyle::Body, Token::Muted));
    stages->addWidget(m_minimum);
    stages->addWidget(new TextLabel(tr("calls on", "judged from N calls on"), TextStyle::Body, Token::Muted));
    stages->addStretch(1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_message, 1);
    foot->addWidget(cancel);
    foot->addWidget(m_apply);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_sentence);
    column->addWidget(m_audience);
    column->addLayout(tests);
    column->addWidget(m_atOnce);
    column->addWidget(m_staged);
    column->addWidget(m_stagesRow);
    column->addLayout(foot);

    connect(m_label, &QComboBox::currentTextChanged, this, [this] {
        m_forcedApproval = false;
        update();
        readDiff();
    });
    connect(m_staged, &QRadioButton::toggled, this, &PromoteSheet::update);
    connect(m_stages, &QLineEdit::textEdited, this, &PromoteSheet::update);
    connect(m_runTests, &QPushButton::clicked, this, [this] { Q_EMIT testsRequested(m_version); });
    connect(m_apply, &QPushButton::clicked, this, &PromoteSheet::apply);
    connect(m_message, &QLineEdit::returnPressed, this, &PromoteSheet::apply);
    connect(cancel, &QPushButton::clicked, this, &PromoteSheet::close);
    return form;
}

void PromoteSheet::open(qint64 version, const QString& wanted) {
    m_version = version;
    m_forcedApproval = false;
    m_testRunId.clear();
    m_testRuns = {};
    m_bar->clear();
    m_message->clear();
    m_atOnce->setChecked(true);
    m_tests->setText(tr("Reading the tests…"));
    {
        const QSignalBlocker quiet(m_label);
        m_label->clear();
        m_label->addItem(u"production"_s);
        for (auto one = m_document.labels().begin(); one != m_document.labels().end(); ++one)
            if (one.key() != "production"_L1) m_label->addItem(one.key());
        if (m_label->findText(u"staging"_s) < 0) m_label->addItem(u"staging"_s);
        m_label->setCurrentText(wanted);
    }
    update();
    readTests();
    readDiff();
    show();
    if (wanted.isEmpty()) m_label->setFocus(Qt::OtherFocusReason);
    else m_message->setFocus(Qt::OtherFocusReason);
}

void PromoteSheet::openStaged(qint64 version, const QString& wanted) {
    open(version, wanted);
    if (m_staged->isEnabled()) m_staged->setChecked(true);
}

QString PromoteSheet::label() const { return m_label->currentText().trimmed(); }

/// The label production is moved by operators; others by engineers.
bool PromoteSheet::mayMove() const { return m_document.connection().may(label() == "production"_L1 ? client::Role::Operator : client::Role::Engineer); }

void PromoteSheet::update() {
    if (m_version < 1) return;
    const QString to = label();
    const qint64 from = m_document.labelled(to);
    const bool back = from > m_version;
    const bool isProtected = m_forcedApproval || m_document.isProtected(to);
    m_title->setText(back ? tr("Roll %1 back to version %2").arg(m_document.name()).arg(m_version) : tr("Promote version %1 of %2").arg(m_version).arg(m_document.name()));
    if (to.isEmpty()) m_sentence->setText(tr("Choose the label that moves to version %1.").arg(m_version));
    else if (from == m_version) m_sentence->setText(tr("%1 is at version %2 already.").arg(to).arg(from));
    else if (from == 0) m_sentence->setText(tr("%1 is a new label, at version %2.").arg(to).arg(m_version));
    else m_sentence->setText(tr("%1 moves from version %2 to version %3.").arg(to).arg(from).arg(m_version));

    QStringList users;
    for (const QJsonValue& one : m_document.referrers()) {
        if (!one["names_version"_L1].isNull() && !one["names_version"_L1].isUndefined()) continue; // bound to a version: the label moves without it
        const QString theirs = one["label"_L1].toString(u"production"_s);
        if (one["kind"_L1].toString() != "test_set"_L1 && theirs == to) users << QString(one["kind"_L1].toString()).replace(u'_', u' ') + u' ' + one["name"_L1].toString();
    }
    if (m_document.kind() == "workflow"_L1) m_audience->setText(to == "production"_L1 ? tr("It changes what callers of %1 get.").arg(m_document.name()) : tr("It changes what callers of %1 get.").arg(m_document.name() + u'@' + to));
    else m_audience->setText(users.isEmpty() ? tr("Nothing that is registered uses %1.").arg(m_document.name() + u'@' + to) : tr("It changes what these do: %1.").arg(users.join(u", "_s)));
    m_audience->setVisible(!to.isEmpty());

    const bool stageable = from > 0 && from != m_version;
    m_staged->setEnabled(stageable);
    if (!stageable && m_staged->isChecked()) m_atOnce->setChecked(true);
    m_stagesRow->setVisible(m_staged->isChecked());
    const bool approval = isProtected || !mayMove();
    if (isProtected) m_sentence->setText(m_sentence->text() + u' ' + tr("%1 is protected: another person has to approve.").arg(to));
    else if (!mayMove() && !to.isEmpty()) m_sentence->setText(m_sentence->text() + u' ' + tr("Operators move %1: ask one of them.").arg(to));
    m_apply->setText(approval ? tr("Request approval") : m_staged->isChecked() ? tr("Start the rollout") : back ? tr("Roll back") : tr("Promote"));
    m_apply->setEnabled(!to.isEmpty() && from != m_version && to != "latest"_L1);
    m_message->setPlaceholderText(approval ? tr("What the approver should know") : tr("Why (kept with the move)"));
}

void PromoteSheet::readTests() {
    QUrlQuery query;
    query.addQueryItem(u"kind"_s, m_document.kind());
    query.addQueryItem(u"name"_s, m_document.name());
    query.addQueryItem(u"version"_s, QString::number(m_version));
    m_document.connection().api().get(u"/test-runs"_s, query, this, [this, version = m_version](const client::ApiResult& result) {
        if (version != m_version) return;
        if (!result.ok()) {
            m_tests->clear();
            return;
        }
        m_testRuns = result.items();
        sayTests();
    });
}

void PromoteSheet::sayTests() {
    // The newest run of each set.
    QStringList seen;
    QStringList sentences;
    bool allPassed = true;
    for (const QJsonValue& run : std::as_const(m_testRuns)) {
        const QString set = run["test_set"_L1].toString();
        if (seen.contains(set) || wholeNumber(run["version"_L1]) != m_version || run["state"_L1].toString() != "done"_L1) continue;
        seen << set;
        const int failed = run["failed"_L1].toInt();
        allPassed = allPassed && failed == 0;
        if (m_testRunId.isEmpty()) m_testRunId = run["id"_L1].toString();
        sentences << tr("%1: %2 of %3 passed, %4", "test set, counts, when").arg(set).arg(run["passed"_L1].toInt()).arg(run["total"_L1].toInt()).arg(format::relative(client::timeOf(run["started_at"_L1].toString())));
    }
    m_tests->setColor(seen.isEmpty() ? Token::Warning : allPassed ? Token::Good : Token::Bad);
    m_tests->setText(seen.isEmpty() ? tr("No test has been run against version %1.").arg(m_version) : (allPassed ? tr("Tests passed. %1") : tr("Tests failed. %1")).arg(sentences.join(u"; "_s)));
}

void PromoteSheet::readDiff() {
    const qint64 from = m_document.labelled(label());
    m_diff->setVisible(from > 0 && from != m_version);
    if (from == 0 || from == m_version) return;
    m_diff->setTitles(m_document.titleOf(from), m_document.titleOf(m_version));
    const auto isAsked = [this, from, to = m_version] { return to == m_version && from == m_document.labelled(label()); };
    if (!m_sections) {
        m_document.yaml(from, this, [this, to = m_version, isAsked](const QString& before) {
            m_document.yaml(to, this, [this, before, isAsked](const QString& after) {
                if (isAsked()) m_diff->setSections({{tr("The document"), before, after}});
            });
        });
        return;
    }
    m_document.spec(from, this, [this, to = m_version, isAsked](const QJsonObject& before) {
        m_document.spec(to, this, [this, before, isAsked](const QJsonObject& after) {
            if (isAsked()) m_diff->setSections(m_sections(before, after));
        });
    });
}

void PromoteSheet::apply() {
    if (!m_apply->isEnabled()) return;
    if (m_forcedApproval || m_document.isProtected(label()) || !mayMove()) requestApproval();
    else if (m_staged->isChecked()) startRollout();
    else move();
}

void PromoteSheet::move() {
    const QString to = label();
    const qint64 from = m_document.labelled(to);
    const qint64 version = m_version;
    m_apply->setEnabled(false);
    m_document.moveLabel(to, version, m_message->text().trimmed(), this, [this, to, from, version, name = m_document.name(), path = m_document.path({u"labels"_s, to})](const client::ApiResult& result) {
        update();
        if (!result.ok()) {
            if (result.error->code == "approval_required"_L1) {
                m_forcedApproval = true;
                update();
                m_bar->show(MessageBar::Kind::Information, tr("%1 is protected: another person has to approve.").arg(to), tr("Nothing was moved. Request the approval instead."));
                return;
            }
            m_bar->showError(result.error->kind == client::ApiError::Kind::Conflict ? tr("Nothing was moved: somebody else moved %1 meanwhile. Look at it as it is now.").arg(to) : tr("%1 was not moved.").arg(to), *result.error);
            m_document.refresh();
            return;
        }
        close();
        const QString sentence = from > 0 ? tr("%1: %2 is at version %3 instead of %4.").arg(name, to).arg(version).arg(from) : tr("%1: %2 is at version %3.").arg(name, to).arg(version);
        // The bar of the sheet is gone with the sheet.
        Q_EMIT messageRequested(sentence, undoOf(m_document.connection().api(), {path, from, version}, &m_document, [this](const client::ApiResult& undone) {
            if (!undone.ok()) Q_EMIT messageRequested(tr("It could not be undone: %1").arg(undone.error->message));
            m_document.refresh();
        }));
        m_document.refresh();
    });
}

/// Empty, and said in the bar, where the stages are none.
QJsonObject PromoteSheet::plan() {
    QJsonArray stages;
    for (const QString& part : m_stages->text().split(u',')) {
        bool isNumber = false;
        const int percent = part.trimmed().remove(u'%').toInt(&isNumber);
        if (!isNumber || percent < 1 || percent > 100 || (!stages.isEmpty() && percent <= stages.last().toInt())) {
            m_bar->show(MessageBar::Kind::Warning, tr("Stages are rising percentages, such as 5, 25, 100."));
            m_stages->setFocus();
            return {};
        }
        stages.append(percent);
    }
    return {{u"stages"_s, stages}, {u"guard"_s, QJsonObject{{u"min_calls"_s, m_minimum->value()}, {u"p"_s, 0.01}}}, {u"advance"_s, m_advance->currentData().toString()}};
}

void PromoteSheet::startRollout() {
    QJsonObject body = plan();
    if (body.isEmpty()) return;
    const QString to = label();
    body.insert(u"candidate"_s, m_version);
    body.insert(u"message"_s, m_message->text().trimmed());
    m_document.connection().api().put(m_document.path({u"labels"_s, to, u"rollout"_s}), body, this, [this, first = body.value("stages"_L1)[0].toInt(), version = m_version](const client::ApiResult& result) {
        if (!result.ok()) {
            if (result.error->code == "approval_required"_L1) {
                m_forcedApproval = true;
                update();
            }
            m_bar->showError(tr("The rollout was not started."), *result.error);
            return;
        }
        close();
        Q_EMIT messageRequested(tr("Version %1 gets %2 % of the calls.").arg(version).arg(first));
        m_document.refresh();
    });
}

void PromoteSheet::requestApproval() {
    QJsonObject body;
    if (m_staged->isChecked() && (body = plan()).isEmpty()) return;
    body.insert(u"version"_s, m_version);
    body.insert(u"message"_s, m_message->text().trimmed());
    if (!m_testRunId.isEmpty()) body.insert(u"test_run_id"_s, m_testRunId);
    m_document.connection().api().post(m_document.path({u"labels"_s, label(), u"approvals"_s}), body, this, [this](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(tr("The approval was not requested."), *result.error);
            return;
        }
        close();
        Q_EMIT messageRequested(tr("The approval is requested. Nothing moves until another person agrees."));
        m_document.refresh();
    });
}

void PromoteSheet::close() {
    if (m_version == 0) return;
    m_version = 0;
    hide();
    Q_EMIT closed();
}

void PromoteSheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return close();
    QFrame::keyPressEvent(event);
}

} // namespace signalbox::ui
