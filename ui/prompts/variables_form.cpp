#include "ui/prompts/variables_form.h"

#include "ui/widgets/json_field.h"
#include "ui/widgets/json_text.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyle>
#include <QVBoxLayout>

#include <cmath>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

void mark(QWidget* widget, const QString& problem) {
    widget->setAccessibleDescription(problem);
    widget->setToolTip(problem);
    if (widget->property("invalid").toBool() == !problem.isEmpty()) return;
    widget->setProperty("invalid", !problem.isEmpty());
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QString typeOf(const QJsonObject& schema) {
    if (schema.value("enum"_L1).isArray()) return u"enum"_s;
    const QJsonValue type = schema.value("type"_L1);
    if (type.isString()) return type.toString();
    for (const QJsonValue& one : type.toArray())
        if (one.toString() != "null"_L1) return one.toString();
    return schema.contains("properties"_L1) ? u"object"_s : u"any"_s;
}

} // namespace

VariablesForm::VariablesForm(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void VariablesForm::setContract(const QJsonObject& schema, const QStringList& used) {
    if (m_page && schema == m_schema && used == m_used) return;
    QJsonObject kept = m_others;
    const QJsonObject filled = values();
    for (auto value = filled.begin(); value != filled.end(); ++value) kept.insert(value.key(), value.value());
    m_schema = schema;
    m_used = used;
    delete m_page;
    m_page = new QWidget;
    auto* column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_column->addWidget(m_page);
    m_fields.clear();
    QStringList required;
    for (const QJsonValue& one : schema.value("required"_L1).toArray()) required << one.toString();
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    // In the order in which the text uses them; what it does not use comes after.
    QStringList names;
    for (const QString& name : used) names << name;
    for (const QString& name : properties.keys())
        if (!names.contains(name)) names << name;
    for (const QString& name : std::as_const(names)) add(name, properties.value(name).toObject(), schema.isEmpty() || required.contains(name));
    if (names.isEmpty()) column->addWidget((new TextLabel(tr("This prompt has no variables."), TextStyle::Body, Token::Muted))->wrapped());
    setValues(kept);
}

void VariablesForm::add(const QString& name, const QJsonObject& schema, bool required) {
    auto* column = static_cast<QVBoxLayout*>(m_page->layout());
    Field field{name, typeOf(schema), required, required && schema.value("minLength"_L1).toInt() > 0, nullptr};
    if (field.type == "any"_L1 && m_schema.isEmpty()) field.type = u"string"_s;
    auto* label = new TextLabel(required ? name : tr("%1 (optional)").arg(name), TextStyle::Caption, Token::Muted);
    const QString description = schema.value("description"_L1).toString();
    label->setToolTip(description);
    if (!m_fields.isEmpty()) column->addSpacing(4);
    column->addWidget(label);
    if (field.type == "enum"_L1) {
        auto* box = new QComboBox;
        if (!required) box->addItem(tr("not given"), QVariant());
        for (const QJsonValue& one : schema.value("enum"_L1).toArray()) box->addItem(one.isString() ? one.toString() : jsonText(one), one.toVariant());
        connect(box, &QComboBox::currentIndexChanged, this, &VariablesForm::edited);
        field.widget = box;
    } else if (field.type == "boolean"_L1) {
        auto* box = new QCheckBox(tr("yes"));
        connect(box, &QCheckBox::toggled, this, &VariablesForm::edited);
        field.widget = box;
    } else if (field.type == "number"_L1 || field.type == "integer"_L1) {
        auto* edit = new QLineEdit;
        edit->setPlaceholderText(field.type == "integer"_L1 ? tr("a whole number") : tr("a number"));
        connect(edit, &QLineEdit::textEdited, this, &VariablesForm::edited);
        field.widget = edit;
    } else if (field.type == "string"_L1) {
        auto* edit = new QPlainTextEdit;
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(QFontMetrics(Theme::current().textFont()).lineSpacing() * 3 + 12);
        if (!description.isEmpty()) edit->setPlaceholderText(description);
        connect(edit, &QPlainTextEdit::textChanged, this, &VariablesForm::edited);
        field.widget = edit;
    } else {
        auto* edit = new JsonField;
        edit->setPlaceholderText(tr("JSON"));
        edit->setFixedHeight(QFontMetrics(Theme::current().monoFont()).lineSpacing() * 4 + 12);
        connect(edit, &JsonField::edited, this, &VariablesForm::edited);
        field.widget = edit;
    }
    field.widget->setObjectName(u"variable-"_s + name);
    field.widget->setAccessibleName(name);
    label->setBuddy(field.widget);
    column->addWidget(field.widget);
    m_fields.append(field);
}

QJsonValue VariablesForm::valueOf(const Field& field) const {
    if (const auto* box = qobject_cast<QComboBox*>(field.widget)) return box->currentData().isValid() ? QJsonValue::fromVariant(box->currentData()) : QJsonValue(QJsonValue::Undefined);
    if (const auto* box = qobject_cast<QCheckBox*>(field.widget)) return box->isChecked();
    if (const auto* edit = qobject_cast<JsonField*>(field.widget)) return edit->value();
    if (const auto* edit = qobject_cast<QPlainTextEdit*>(field.widget)) {
        const QString text = edit->toPlainText();
        return text.isEmpty() && !field.required ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
    }
    const QString text = static_cast<QLineEdit*>(field.widget)->text().trimmed();
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
}

void VariablesForm::setValueOf(const Field& field, const QJsonValue& value) {
    if (auto* box = qobject_cast<QComboBox*>(field.widget)) {
        box->setCurrentIndex(std::max(0, box->findData(value.toVariant())));
    } else if (auto* check = qobject_cast<QCheckBox*>(field.widget)) {
        check->setChecked(value.toBool());
    } else if (auto* json = qobject_cast<JsonField*>(field.widget)) {
        json->setValue(value);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(field.widget)) {
        text->setPlainText(value.isString() ? value.toString() : jsonText(value));
    } else {
        static_cast<QLineEdit*>(field.widget)->setText(value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString());
    }
}

void VariablesForm::setValues(const QJsonObject& values) {
    m_others = values;
    for (const Field& field : std::as_const(m_fields)) {
        if (!m_others.contains(field.name)) continue;
        setValueOf(field, m_others.take(field.name));
        mark(field.widget, {});
    }
}

QJsonObject VariablesForm::values() const {
    QJsonObject all;
    for (const Field& field : m_fields)
        if (const QJsonValue value = valueOf(field); !value.isUndefined()) all.insert(field.name, value);
    return all;
}

QString VariablesForm::check() {
    QStringList problems;
    for (const Field& field : std::as_const(m_fields)) {
        QString problem;
        const QJsonValue value = valueOf(field);
        const auto* json = qobject_cast<JsonField*>(field.widget);
        const auto* line = qobject_cast<QLineEdit*>(field.widget);
        if (json && !json->problem().isEmpty()) problem = json->problem();
        else if (value.isUndefined() && line && !line->text().trimmed().isEmpty()) problem = tr("%1 should be a number.").arg(field.name);
        else if ((value.isUndefined() && field.required) || (field.needsText && value.toString().isEmpty())) problem = tr("%1 is missing.").arg(field.name);
        else if (field.type == "integer"_L1 && value.isDouble() && value.toDouble() != std::floor(value.toDouble())) problem = tr("%1 should be a whole number.").arg(field.name);
        mark(field.widget, problem);
        if (!problem.isEmpty()) problems << problem;
    }
    return problems.join(u' ');
}

} // namespace signalbox::ui
