#include "ui/workflows/input_form.h"

#include "ui/widgets/json_text.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QDoubleValidator>
#include <QIntValidator>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongText = 300; ///< from this length on a text gets several lines

/// Any JSON, or the text itself where it is none.
QJsonValue parsed(const QString& text) {
    const QJsonValue value = jsonValue(text);
    return value.isUndefined() ? QJsonValue(text) : value;
}

bool hasType(const QJsonObject& schema, QLatin1StringView wanted) {
    const QJsonValue type = schema.value("type"_L1);
    return type.toString() == wanted || type.toArray().contains(QJsonValue(wanted));
}

void mark(QWidget* widget, bool invalid) {
    if (widget->property("invalid").toBool() == invalid) return;
    widget->setProperty("invalid", invalid);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

InputForm::InputForm(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Input as a form"));
    viewport()->setAutoFillBackground(false);
}

InputForm::Kind InputForm::kindOf(const QJsonObject& schema) {
    if (const QJsonArray choices = schema.value("enum"_L1).toArray(); !choices.isEmpty()) return Kind::Choice;
    if (hasType(schema, "boolean"_L1)) return Kind::YesNo;
    if (hasType(schema, "number"_L1) || hasType(schema, "integer"_L1)) return Kind::Number;
    if (hasType(schema, "string"_L1)) return schema.value("maxLength"_L1).toInt(kLongText) >= kLongText ? Kind::Text : Kind::Line;
    if (hasType(schema, "array"_L1) && hasType(schema.value("items"_L1).toObject(), "string"_L1)) return Kind::Lines;
    return Kind::Json;
}

bool InputForm::setSchema(const QJsonValue& value) {
    const QJsonObject schema = value.toObject();
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    m_fields.clear();
    m_rest = {};
    m_page = new QWidget;
    m_page->setProperty("page", true);
    m_page->setLayout(new QVBoxLayout);
    m_page->layout()->setContentsMargins(0, 8, 12, 8);
    m_page->layout()->setSpacing(2);
    // What must be there comes first, in the contract's own order; then the rest.
    QStringList required;
    for (const QJsonValue& name : schema.value("required"_L1).toArray())
        if (properties.contains(name.toString())) required << name.toString();
    for (const QString& name : std::as_const(required)) add(name, properties.value(name).toObject(), true);
    for (auto property = properties.begin(); property != properties.end(); ++property)
        if (!required.contains(property.key())) add(property.key(), property.value().toObject(), false);
    static_cast<QVBoxLayout*>(m_page->layout())->addStretch(1);
    setWidget(m_page);
    return !m_fields.empty();
}

void InputForm::add(const QString& name, const QJsonObject& schema, bool required) {
    Field field{name, kindOf(schema), required, hasType(schema, "integer"_L1), schema.value("enum"_L1).toArray()};
    const auto changed = [this] {
        if (!m_setting) Q_EMIT edited();
    };
    switch (field.kind) {
    case Kind::Choice:
    case Kind::YesNo: {
        auto* box = new QComboBox;
        if (!required) box->addItem(tr("not given"));
        if (field.kind == Kind::YesNo) field.choices = QJsonArray{true, false};
        for (const QJsonValue& choice : std::as_const(field.choices)) box->addItem(choice.isBool() ? (choice.toBool() ? tr("yes") : tr("no")) : choice.isNull() ? tr("nothing (null)") : choice.toVariant().toString());
        connect(box, &QComboBox::currentIndexChanged, this, changed);
        field.widget = box;
        break;
    }
    case Kind::Number:
    case Kind::Line: {
        auto* edit = new QLineEdit;
        if (field.kind == Kind::Number) edit->setMaximumWidth(200);
        connect(edit, &QLineEdit::textEdited, this, changed);
        field.widget = edit;
        break;
    }
    case Kind::Text:
    case Kind::Lines:
    case Kind::Json: {
        auto* edit = new QPlainTextEdit;
        edit->setTabChangesFocus(true);
        const bool large = schema.value("maxLength"_L1).toInt(1) > 2000;
        edit->setFixedHeight(QFontMetrics(Theme::current().textFont()).lineSpacing() * (large ? 6 : 3) + 16);
        if (field.kind == Kind::Lines) edit->setPlaceholderText(tr("One in each line"));
        if (field.kind == Kind::Json) {
            edit->setFont(Theme::current().monoFont());
            edit->setPlaceholderText(tr("JSON"));
        }
        connect(edit, &QPlainTextEdit::textChanged, this, changed);
        field.widget = edit;
        break;
    }
    }
    auto* column = static_cast<QVBoxLayout*>(m_page->layout());
    const QString description = schema.value("description"_L1).toString();
    QString words = name;
    words.replace(u'_', u' ');
    auto* label = new TextLabel(required ? words : tr("%1 (optional)", "a member of the input").arg(words));
    label->setBuddy(field.widget);
    field.widget->setObjectName(u"input-"_s + name);
    field.widget->setAccessibleName(words);
    field.widget->setAccessibleDescription(description);
    field.widget->setToolTip(description);
    if (column->count() > 0) column->addSpacing(8);
    column->addWidget(label);
    if (!description.isEmpty()) column->addWidget((new TextLabel(description, TextStyle::Caption, Token::Muted))->wrapped());
    column->addWidget(field.widget);
    field.problem = (new TextLabel({}, TextStyle::Caption, Token::Bad))->wrapped();
    field.problem->hide();
    column->addWidget(field.problem);
    m_fields.push_back(field);
}

void InputForm::setField(const Field& field, const QJsonValue& value) {
    switch (field.kind) {
    case Kind::Choice:
    case Kind::YesNo: {
        int at = field.required ? 0 : -1;
        for (int i = 0; i < field.choices.size(); ++i)
            if (field.choices.at(i) == value) at = i;
        static_cast<QComboBox*>(field.widget)->setCurrentIndex(field.required ? at : at + 1);
        break;
    }
    case Kind::Number: static_cast<QLineEdit*>(field.widget)->setText(value.isDouble() ? jsonText(value) : QString()); break;
    case Kind::Line: static_cast<QLineEdit*>(field.widget)->setText(value.toString()); break;
    case Kind::Text: static_cast<QPlainTextEdit*>(field.widget)->setPlainText(value.toString()); break;
    case Kind::Lines: {
        QStringList lines;
        for (const QJsonValue& one : value.toArray()) lines << one.toString();
        static_cast<QPlainTextEdit*>(field.widget)->setPlainText(lines.join(u'\n'));
        break;
    }
    case Kind::Json: static_cast<QPlainTextEdit*>(field.widget)->setPlainText(jsonText(value)); break;
    }
}

/// Undefined: left out.
QJsonValue InputForm::fieldValue(const Field& field) {
    const auto otherwise = [&](const QJsonValue& empty) { return field.required ? empty : QJsonValue(QJsonValue::Undefined); };
    switch (field.kind) {
    case Kind::Choice:
    case Kind::YesNo: {
        const int at = static_cast<QComboBox*>(field.widget)->currentIndex() - (field.required ? 0 : 1);
        return at < 0 ? QJsonValue(QJsonValue::Undefined) : field.choices.at(at);
    }
    case Kind::Number: {
        const QString text = static_cast<QLineEdit*>(field.widget)->text().trimmed();
        return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : parsed(text);
    }
    case Kind::Line: {
        const QString text = static_cast<QLineEdit*>(field.widget)->text();
        return text.isEmpty() ? otherwise(text) : QJsonValue(text);
    }
    case Kind::Text: {
        const QString text = static_cast<QPlainTextEdit*>(field.widget)->toPlainText();
        return text.isEmpty() ? otherwise(text) : QJsonValue(text);
    }
    case Kind::Lines: {
        QJsonArray list;
        const QStringList lines = static_cast<QPlainTextEdit*>(field.widget)->toPlainText().split(u'\n');
        for (const QString& line : lines)
            if (!line.trimmed().isEmpty()) list.append(line.trimmed());
        return list.isEmpty() ? otherwise(list) : QJsonValue(list);
    }
    case Kind::Json: {
        const QString text = static_cast<QPlainTextEdit*>(field.widget)->toPlainText().trimmed();
        return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : parsed(text);
    }
    }
    return QJsonValue::Undefined;
}

void InputForm::setValue(const QJsonObject& value) {
    m_setting = true;
    m_rest = value;
    for (const Field& field : m_fields) {
        setField(field, value.contains(field.name) ? value.value(field.name) : QJsonValue(QJsonValue::Undefined));
        m_rest.remove(field.name);
    }
    m_setting = false;
}

QJsonObject InputForm::value() const {
    QJsonObject object = m_rest;
    for (const Field& field : m_fields)
        if (const QJsonValue value = fieldValue(field); !value.isUndefined()) object.insert(field.name, value);
    return object;
}

void InputForm::showViolations(const QList<client::Violation>& violations) {
    QWidget* first = nullptr;
    for (const Field& field : m_fields) {
        QStringList words;
        for (const client::Violation& violation : violations) {
            QString pointer = violation.pointer;
            if (pointer.startsWith("/input/"_L1)) pointer.remove(0, 6);
            const QString own = u'/' + QString(field.name).replace(u"~"_s, u"~0"_s).replace(u"/"_s, u"~1"_s);
            if (pointer == own || pointer.startsWith(own + u'/')) words << violation.message;
        }
        field.problem->setText(words.join(u'\n'));
        field.problem->setVisible(!words.isEmpty());
        mark(field.widget, !words.isEmpty());
        if (!words.isEmpty() && !first) first = field.widget;
    }
    if (first) ensureWidgetVisible(first);
}

} // namespace signalbox::ui
