#include "ui/prompts/case_form.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/versions/open_document.h"
#include "ui/widgets/json_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QUrlQuery>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

CaseForm::CaseForm(OpenDocument& prompt, QWidget* parent)
    : QFrame(parent), m_prompt(prompt), m_bar(new MessageBar), m_set(new QComboBox), m_newSet(new QLineEdit), m_model(new QLineEdit), m_modelLabel(new TextLabel(tr("Runs on"), TextStyle::Body, Token::Muted)), m_name(new QLineEdit), m_input(new JsonField), m_type(new QComboBox), m_pointer(new QLineEdit),
      m_value(new JsonField), m_text(new QLineEdit), m_judge(new QLineEdit), m_judgeLabel(new TextLabel(tr("Judge prompt"), TextStyle::Body, Token::Muted)), m_save(new QPushButton(tr("Add the case"))) {
    setProperty("card", true);
    setObjectName(u"case-form"_s);
    m_set->setAccessibleName(tr("Test set"));
    m_newSet->setAccessibleName(tr("Name of the new test set"));
    m_newSet->setObjectName(u"case-new-set"_s);
    m_model->setAccessibleName(tr("Model or route that the test set runs on"));
    m_model->setObjectName(u"case-model"_s);
    m_model->setPlaceholderText(tr("provider/model, or route/NAME"));
    m_name->setAccessibleName(tr("Name of the case"));
    m_name->setObjectName(u"case-name"_s);
    m_name->setPlaceholderText(tr("late parcel"));
    m_input->setAccessibleName(tr("Input of the case"));
    m_value->setAccessibleName(tr("Expected value"));
    m_value->setObjectName(u"case-value"_s);
    m_text->setAccessibleName(tr("Expected"));
    m_text->setObjectName(u"case-text"_s);
    m_type->setAccessibleName(tr("What is expected"));
    m_type->setObjectName(u"case-type"_s);
    m_type->addItem(tr("The output contains"), u"contains"_s);
    m_type->addItem(tr("The output is exactly"), u"exact"_s);
    m_type->addItem(tr("The output keeps the JSON Schema"), u"schema"_s);
    m_type->addItem(tr("A number near"), u"numeric"_s);
    m_type->addItem(tr("A judge prompt says that"), u"judge"_s);
    m_pointer->setAccessibleName(tr("Where in the output"));
    m_pointer->setPlaceholderText(tr("whole output, or a place such as /label"));
    m_judge->setAccessibleName(tr("Judge prompt"));
    m_judge->setPlaceholderText(tr("name or name@label; answers {\"pass\": true}"));
    const auto heights = [this] {
        const int line = QFontMetrics(Theme::current().monoFont()).lineSpacing();
        m_input->setFixedHeight(line * 4 + 12);
        m_value->setFixedHeight(line * 3 + 12);
    };
    heights();
    connect(&Theme::current(), &Theme::changed, this, heights);
    m_save->setProperty("primary", true);
    m_save->setObjectName(u"case-save"_s);
    auto* cancel = new QPushButton(tr("Cancel"));

    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    const auto label = [](const QString& text) { return new TextLabel(text, TextStyle::Body, Token::Muted); };
    auto* setRow = new QHBoxLayout;
    setRow->setSpacing(8);
    setRow->addWidget(m_set, 1);
    setRow->addWidget(m_newSet, 1);
    form->addRow(label(tr("Test set")), setRow);
    form->addRow(m_modelLabel, m_model);
    form->addRow(label(tr("Case")), m_name);
    form->addRow(label(tr("Input")), m_input);
    form->addRow(label(tr("Expected")), m_type);
    form->addRow(label(tr("Where")), m_pointer);
    auto* expected = new QVBoxLayout;
    expected->setSpacing(8);
    expected->addWidget(m_text);
    expected->addWidget(m_value);
    form->addRow(label({}), expected);
    form->addRow(m_judgeLabel, m_judge);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("A new test case"), TextStyle::Heading));
    column->addWidget(m_bar);
    column->addLayout(form);
    column->addLayout(buttons);

    connect(m_set, &QComboBox::currentIndexChanged, this, &CaseForm::updateFields);
    connect(m_type, &QComboBox::currentIndexChanged, this, &CaseForm::updateFields);
    connect(m_name, &QLineEdit::textChanged, this, &CaseForm::updateFields);
    connect(m_model, &QLineEdit::textChanged, this, &CaseForm::updateFields);
    connect(m_input, &JsonField::edited, this, &CaseForm::updateFields);
    connect(m_save, &QPushButton::clicked, this, &CaseForm::save);
    connect(cancel, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    hide();
}

void CaseForm::open(const QStringList& sets, const QJsonValue& input, const QString& output, const QString& model) {
    m_bar->clear();
    m_model->setText(model);
    if (model.isEmpty()) proposeModel();
    m_set->clear();
    for (const QString& set : sets) m_set->addItem(set, set);
    m_set->addItem(tr("New test set"), QString());
    m_newSet->setText(m_prompt.name() + u"-tests"_s);
    m_name->clear();
    m_input->setValue(input);
    const QJsonDocument parsed = QJsonDocument::fromJson(output.toUtf8());
    m_value->setValue(parsed.isObject() ? QJsonValue(parsed.object()) : parsed.isArray() ? QJsonValue(parsed.array()) : QJsonValue(output));
    m_text->clear();
    updateFields();
    show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void CaseForm::updateFields() {
    const QString type = m_type->currentData().toString();
    const bool judge = type == "judge"_L1;
    const bool text = type == "contains"_L1 || judge || type == "numeric"_L1;
    const bool isNew = m_set->currentData().toString().isEmpty();
    for (QWidget* ofNew : {static_cast<QWidget*>(m_newSet), static_cast<QWidget*>(m_modelLabel), static_cast<QWidget*>(m_model)}) ofNew->setVisible(isNew);
    m_text->setVisible(text);
    m_text->setPlaceholderText(judge ? tr("what the judge should find, in a sentence") : type == "numeric"_L1 ? tr("42 ± 0.5") : tr("words that should be there"));
    m_value->setVisible(!text);
    m_judge->setVisible(judge);
    m_judgeLabel->setVisible(judge);
    m_save->setEnabled(!m_name->text().trimmed().isEmpty() && !m_input->value().isUndefined() && (!isNew || !m_model->text().trimmed().isEmpty()));
}

void CaseForm::proposeModel() {
    QUrlQuery routes;
    routes.addQueryItem(u"kind"_s, u"route"_s);
    routes.addQueryItem(u"archived"_s, u"false"_s);
    m_prompt.connection().api().get(u"/documents"_s, routes, this, [this](const client::ApiResult& result) {
        if (result.ok() && !result.items().isEmpty() && m_model->text().isEmpty()) m_model->setText(u"route/"_s + result.items().first()["name"_L1].toString());
    });
}

QJsonObject CaseForm::expectation() const {
    const QString type = m_type->currentData().toString();
    QJsonObject expect{{u"type"_s, type}};
    if (!m_pointer->text().trimmed().isEmpty()) expect.insert(u"pointer"_s, m_pointer->text().trimmed());
    if (type == "judge"_L1) {
        expect.insert(u"judge"_s, m_judge->text().trimmed());
        expect.insert(u"criterion"_s, m_text->text());
    } else if (type == "contains"_L1) {
        expect.insert(u"value"_s, m_text->text());
    } else if (type == "numeric"_L1) {
        expect.insert(u"value"_s, m_text->text().section(u'±', 0, 0).trimmed().toDouble());
        if (m_text->text().contains(u'±')) expect.insert(u"tolerance"_s, m_text->text().section(u'±', 1).trimmed().toDouble());
    } else {
        expect.insert(u"value"_s, m_value->value());
    }
    return expect;
}

void CaseForm::save() {
    const QString set = m_set->currentData().toString();
    if (set.isEmpty()) {
        append(m_newSet->text().trimmed(), {{u"prompt"_s, m_prompt.name()}, {u"model"_s, m_model->text().trimmed()}, {u"cases"_s, QJsonArray()}}, 0);
        return;
    }
    QUrlQuery latest;
    latest.addQueryItem(u"label"_s, u"latest"_s);
    m_prompt.connection().api().get(client::pathOf({u"documents"_s, u"test_set"_s, set}), latest, this, [this, set](const client::ApiResult& result) {
        if (result.ok()) append(set, result.object().value("spec"_L1).toObject(), wholeNumber(result.object().value("version"_L1)));
        else m_bar->showError(tr("The test set could not be read."), *result.error);
    });
}

void CaseForm::append(const QString& set, QJsonObject spec, qint64 expectVersion) {
    const QString name = m_name->text().trimmed();
    QJsonArray cases = spec.value("cases"_L1).toArray();
    cases.append(QJsonObject{{u"name"_s, name}, {u"input"_s, m_input->value()}, {u"expect"_s, QJsonArray{expectation()}}});
    spec.insert(u"cases"_s, cases);
    // A test set has no audience but its tests: it is live at once.
    const QJsonObject body{{u"kind"_s, u"test_set"_s}, {u"name"_s, set}, {u"spec"_s, spec}, {u"message"_s, tr("Add the case “%1”").arg(name)}, {u"expect_version"_s, expectVersion}};
    m_prompt.connection().api().post(u"/documents"_s, body, this, [this, set, name](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(tr("The case was not added."), *result.error);
            return;
        }
        hide();
        Q_EMIT saved(set, name);
    });
}

} // namespace signalbox::ui
