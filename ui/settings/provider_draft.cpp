#include "ui/settings/provider_draft.h"

#include <QStringList>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString numberText(const QJsonValue& value) {
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 12) : value.toString();
}

/// What is no number goes to the gateway as it was written, which says what is wrong with it.
QJsonValue numberValue(const QString& text) {
    bool ok = false;
    const double number = text.trimmed().toDouble(&ok);
    return ok ? QJsonValue(number) : QJsonValue(text);
}

void set(QJsonObject& object, QLatin1StringView member, const QString& text) {
    if (text.trimmed().isEmpty())
        object.remove(member);
    else
        object.insert(member, numberValue(text));
}

} // namespace

QString originOf(const QString& baseUrl) {
    const QUrl url(baseUrl.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) return {};
    const int port = url.port(url.scheme() == u"http"_s ? 80 : 443);
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host(QUrl::FullyEncoded)).arg(port);
}

ModelRow ModelRow::of(const QJsonObject& model) {
    ModelRow row;
    row.id = model.value("id"_L1).toString();
    row.contextTokens = numberText(model.value("context_tokens"_L1));
    row.maxOutputTokens = numberText(model.value("max_output_tokens"_L1));
    QStringList words;
    const QJsonArray capabilities = model.value("capabilities"_L1).toArray();
    for (const QJsonValue& word : capabilities) words << word.toString();
    row.capabilities = words.join(u", "_s);
    const QJsonObject prices = model.value("price_usd_per_mtok"_L1).toObject();
    row.inputPrice = numberText(prices.value("input"_L1));
    row.cachedPrice = numberText(prices.value("cached_input"_L1));
    row.outputPrice = numberText(prices.value("output"_L1));
    return row;
}

QJsonObject ModelRow::toJson(const QJsonObject& before) const {
    QJsonObject model = before;
    model.insert("id"_L1, id.trimmed());
    set(model, "context_tokens"_L1, contextTokens);
    set(model, "max_output_tokens"_L1, maxOutputTokens);
    QJsonArray words;
    const QStringList parts = capabilities.split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts)
        if (!part.trimmed().isEmpty()) words.append(part.trimmed());
    if (words.isEmpty())
        model.remove("capabilities"_L1);
    else
        model.insert("capabilities"_L1, words);
    QJsonObject prices = model.value("price_usd_per_mtok"_L1).toObject();
    set(prices, "input"_L1, inputPrice);
    set(prices, "cached_input"_L1, cachedPrice);
    set(prices, "output"_L1, outputPrice);
    if (prices.isEmpty())
        model.remove("price_usd_per_mtok"_L1);
    else
        model.insert("price_usd_per_mtok"_L1, prices);
    return model;
}

} // namespace signalbox::ui
