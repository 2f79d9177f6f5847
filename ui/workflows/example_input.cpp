#include "ui/workflows/example_input.h"

#include <QJsonArray>
#include <QJsonObject>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxDepth = 8; // a schema may contain itself

QJsonObject resolved(const QJsonObject& root, const QJsonObject& schema) {
    const QString reference = schema.value("$ref"_L1).toString();
    if (!reference.startsWith("#/"_L1)) return schema;
    QJsonValue at = root;
    const QStringList parts = reference.mid(2).split(u'/');
    for (QString part : parts) at = at.toObject().value(part.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s));
    return at.toObject();
}

QString typeOf(const QJsonObject& schema) {
    const QJsonValue type = schema.value("type"_L1);
    if (type.isString()) return type.toString();
    for (const QJsonValue& one : type.toArray())
        if (one.toString() != "null"_L1) return one.toString();
    return schema.contains("properties"_L1) ? u"object"_s : schema.contains("items"_L1) ? u"array"_s : u"string"_s;
}

QJsonValue made(const QJsonObject& root, const QJsonValue& value, int depth) {
    const QJsonObject schema = resolved(root, value.toObject());
    for (const auto member : {"examples"_L1, "enum"_L1})
        if (const QJsonArray list = schema.value(member).toArray(); !list.isEmpty()) return list.first();
    for (const auto member : {"const"_L1, "default"_L1})
        if (schema.contains(member)) return schema.value(member);
    if (depth > kMaxDepth) return {};
    for (const auto member : {"anyOf"_L1, "oneOf"_L1, "allOf"_L1})
        if (const QJsonArray list = schema.value(member).toArray(); !list.isEmpty() && !schema.contains("properties"_L1)) return made(root, list.first(), depth + 1);
    const QString type = typeOf(schema);
    if (type == "object"_L1) {
        const QJsonObject properties = schema.value("properties"_L1).toObject();
        QJsonObject object;
        for (const QJsonValue& name : schema.value("required"_L1).toArray()) object.insert(name.toString(), made(root, properties.value(name.toString()), depth + 1));
        return object;
    }
    if (type == "array"_L1) {
        QJsonArray array;
        for (int at = 0; at < std::min(3, schema.value("minItems"_L1).toInt()); ++at) array.append(made(root, schema.value("items"_L1), depth + 1));
        return array;
    }
    if (type == "number"_L1 || type == "integer"_L1) return schema.value("minimum"_L1).toDouble(std::max(0.0, schema.value("exclusiveMinimum"_L1).toDouble(-1) + 1));
    if (type == "boolean"_L1) return false;
    if (type == "null"_L1) return QJsonValue(QJsonValue::Null);
    return QString();
}

} // namespace

QJsonValue exampleInput(const QJsonValue& schema) {
    if (!schema.isObject() || schema.toObject().isEmpty()) return QJsonObject();
    return made(schema.toObject(), schema, 0);
}

} // namespace signalbox::ui
