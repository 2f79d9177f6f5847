#include "ui/templates/save_form.h"

#include "core/client/connection.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrlQuery>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

/// `Support reply (EU)` -> `support-reply-eu`
QString nameFrom(const QString& title) {
    static const QRegularExpression kOther(u"[^a-z0-9]+"_s);
    QString name = title.toLower().normalized(QString::NormalizationForm_D).remove(QRegularExpression(u"\\p{Mn}"_s));
    name.replace(kOther, u"-"_s);
    while (name.startsWith(u'-')) name.remove(0, 1);
    while (name.endsWith(u'-')) name.chop(1);
    return name.left(64);
}

} // namespace

SaveForm::SaveForm(client::Connection& connection, QWidget* parent)
    : QFrame(parent), m_connection(connection), m_workflow(new QComboBox), m_title(new QLineEdit), m_name(new QLineEdit), m_description(new QLineEdit), m_problem((new TextLabel({}, TextStyle::Body, Token::Bad))->wrapped()),
      m_save(new QPushButton(tr("Save as template"))) {
    setProperty("card", true);
    setObjectName(u"template-save-form"_s);
    m_workflow->setAccessibleName(tr("Workflow"));
    m_workflow->setObjectName(u"template-save-workflow"_s);
    m_title->setAccessibleName(tr("Title"));
    m_title->setObjectName(u"template-save-title"_s);
    m_title->setPlaceholderText(tr("As it stands on its card"));
    m_description->setAccessibleName(tr("What it does"));
    m_description->setPlaceholderText(tr("One sentence for its card"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setObjectName(u"template-save-name"_s);
    m_save->setProperty("primary", true);
    m_save->setObjectName(u"template-save"_s);
    auto* cancel = new QPushButton(tr("Cancel"));
    auto* buttons = new QWidget;
    auto* row = new FlowLayout(buttons);
    row->addWidget(m_save);
    row->addWidget(cancel);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(16, 12, 16, 12);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(new TextLabel(tr("Save a workflow as a template"), TextStyle::Heading));
    form->addRow((new TextLabel(tr("The template has the workflow as it is live now, with its prompt, route, policies, runbooks and test sets."), TextStyle::Body, Token::Muted))->wrapped());
    form->addRow(new TextLabel(tr("Workflow")), m_workflow);
    form->addRow(new TextLabel(tr("Title")), m_title);
    form->addRow(new TextLabel(tr("What it does")), m_description);
    form->addRow(new TextLabel(tr("Name")), m_name);
    form->addRow(m_problem);
    form->addRow(buttons);
    m_problem->hide();
    connect(m_title, &QLineEdit::textChanged, this, [this](const QString& title) {
        if (!m_nameTyped) m_name->setText(nameFrom(title));
        check();
    });
    connect(m_title, &QLineEdit::textEdited, this, [this] { m_titleTyped = true; });
    connect(m_description, &QLineEdit::textEdited, this, [this] { m_descriptionTyped = true; });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameTyped = true; });
    connect(m_name, &QLineEdit::textChanged, this, &SaveForm::check);
    connect(m_name, &QLineEdit::returnPressed, this, &SaveForm::save);
    connect(m_title, &QLineEdit::returnPressed, this, &SaveForm::save);
    connect(m_workflow, &QComboBox::currentTextChanged, this, [this](const QString& workflow) {
        if (!m_titleTyped) m_title->setText(workflow.isEmpty() ? QString() : workflow.left(1).toUpper() + QString(workflow.mid(1)).replace(u'-', u' '));
        if (!m_descriptionTyped) m_description->setText(m_descriptions.value(m_workflow->currentIndex()));
        check();
    });
    connect(m_save, &QPushButton::clicked, this, &SaveForm::save);
    connect(cancel, &QPushButton::clicked, this, &SaveForm::closed);
    check();
}

void SaveForm::open(const QString& workflow) {
    m_titleTyped = m_descriptionTyped = m_nameTyped = false;
    m_problem->hide();
    show();
    fill(workflow);
    (workflow.isEmpty() ? static_cast<QWidget*>(m_workflow) : m_title)->setFocus();
}

void SaveForm::fill(const QString& wanted) {
    QUrlQuery query;
    query.addQueryItem(u"kind"_s, u"workflow"_s);
    query.addQueryItem(u"archived"_s, u"false"_s);
    m_connection.api().get(u"/documents"_s, query, this, [this, wanted](const client::ApiResult& result) {
        if (!result.ok()) {
            m_problem->setText(tr("The workflows could not be read. %1").arg(result.error->message));
            m_problem->show();
            return;
        }
        const QString chosen = wanted.isEmpty() ? m_workflow->currentText() : wanted;
        m_workflow->clear();
        m_descriptions.clear();
        for (const QJsonValue& item : result.items()) {
            m_descriptions.append(item.toObject().value("description"_L1).toString());
            m_workflow->addItem(item.toObject().value("name"_L1).toString());
        }
        if (const int at = m_workflow->findText(chosen); at >= 0) m_workflow->setCurrentIndex(at);
        if (!m_titleTyped) m_title->selectAll();
    });
}

void SaveForm::check() { m_save->setEnabled(!m_workflow->currentText().isEmpty() && !m_title->text().trimmed().isEmpty() && m_name->text() == nameFrom(m_name->text()) && !m_name->text().isEmpty()); }

void SaveForm::save() {
    if (!m_save->isEnabled()) return;
    const QString name = m_name->text();
    const QString title = m_title->text().trimmed();
    m_save->setEnabled(false);
    m_connection.api().post(u"/templates"_s, QJsonObject{{u"from_workflow"_s, m_workflow->currentText()}, {u"name"_s, name}, {u"title"_s, title}, {u"description"_s, m_description->text().trimmed()}}, this, [this, name, title](const client::ApiResult& result) {
        check();
        if (!result.ok()) {
            m_problem->setText(tr("The template was not saved. %1").arg(result.error->message));
            m_problem->show();
            return;
        }
        m_problem->hide();
        Q_EMIT saved(name, title);
    });
}

} // namespace signalbox::ui
