#include "core/providers/price_list.h"
#include "core/providers/usage.h"
#include "tests/unit/providers/provider_fixture.h"

#include <QFile>
#include <QObject>

#include <map>

using namespace signalbox;
using namespace signalbox::tests;

namespace {

QString sharedData(const QString& path) {
    const auto set = qEnvironmentVariable("SIGNALBOX_SHARED_DATA");
    return (set.isEmpty() ? QStringLiteral(SIGNALBOX_SOURCE_DIR "/../shared/data") : set) + QLatin1Char('/') + path;
}

std::int64_t countIn(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value ? value->to_number<std::int64_t>() : 0;
}

/// Dollars a token, as price lists write them (`7.5e-08`), as a price of a million tokens. Nothing where it is not exact.
std::optional<Price> priceOf(const json::object& model, std::string_view name) {
    const auto* value = model.if_contains(name);
    if (!value || !value->is_number()) return {};
    const double nanosOfAMillion = value->to_number<double>() * 1e15;
    const auto nanos = std::llround(nanosOfAMillion);
    if (std::abs(static_cast<double>(nanos) - nanosOfAMillion) > 1e-3) return {};
    return Price{Money{nanos}};
}

} // namespace

/// Tokens as real vendors write them, and what they cost.
class ProviderUsage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void realBodiesAreReadAsTheirTokensMean();
    void costIsExact();
    void knownModelsAreKnownByTheirNames();
    void knownPricesAgreeWithPublishedLists();
    void documentsAreFilledInWhereTheySayNothing();
    void strangeCountsAreHarmless_data();
    void strangeCountsAreHarmless();
    void partsOfAStreamAddUp();
};

void ProviderUsage::realBodiesAreReadAsTheirTokensMean() {
    QFile file(sharedData(QStringLiteral("usage_cost/genai-prices.jsonl")));
    if (!file.open(QIODevice::ReadOnly)) QSKIP("the shared data is not there");
    int chats = 0;
    int embeddings = 0;
    int messages = 0;
    while (!file.atEnd()) {
        const auto line = parsed(file.readLine().trimmed().toStdString()).as_object();
        const auto& body = line.at("body").as_object();
        const auto* usage = body.if_contains("usage");
        if (!usage || !usage->is_object()) continue;
        for (const auto& extracted : line.at("extracted").as_array()) {
            const auto& expected = extracted.at("usage").as_object();
            for (const auto& extractor : extracted.at("extractors").as_array()) {
                const auto& of = extractor.as_object();
                const auto* flavor = of.if_contains("api_flavor");
                const std::string_view vendor = of.at("provider_id").as_string();
                const std::string_view kind = flavor ? std::string_view(flavor->as_string()) : std::string_view();
                const bool chat = vendor == "openai" && kind == "chat";
                const bool embedding = vendor == "openai" && kind == "embeddings" && !usage->get_object().contains("completion_tokens");
                // The extractor also runs over bodies of OpenAI's Responses, where its counts mean something else.
                const bool message = vendor == "anthropic" && kind == "default" && !usage->get_object().contains("input_tokens_details");
                if (!chat && !embedding && !message) continue;
                const auto read = providers::readUsage(message ? ClientProtocol::AnthropicMessages : ClientProtocol::OpenAiChat, usage->get_object());
                const auto where = json::serialize(*usage);
                if (!read) {
                    QVERIFY2(expected.empty(), where.c_str());
                    continue;
                }
                (chat ? chats : embedding ? embeddings : messages)++;
                const auto check = [&](std::int64_t actual, std::string_view name) {
                    if (actual == countIn(expected, name)) return true;
                    QTest::qFail((where + ": " + std::string(name) + " read as " + std::to_string(actual) + ", means " + std::to_string(countIn(expected, name))).c_str(), __FILE__, __LINE__);
                    return false;
                };
                if (!check(read->input, "input_tokens") || !check(read->output, "output_tokens") || !check(read->reasoning, "output_reasoning_tokens") ||
                    !check(read->cacheWriteInput, "cache_write_tokens") || !check(read->cachedInput, "cache_read_tokens"))
                    return;
            }
        }
    }
    QVERIFY(chats > 50 && embeddings > 0 && messages > 50);
}

void ProviderUsage::costIsExact() {
    QFile list(sharedData(QStringLiteral("prices/litellm.model_prices_and_context_window.json")));
    QFile file(sharedData(QStringLiteral("usage_cost/genai-prices.jsonl")));
    if (!list.open(QIODevice::ReadOnly) || !file.open(QIODevice::ReadOnly)) QSKIP("the shared data is not there");
    const auto prices = parsed(list.readAll().toStdString()).as_object();
    int compared = 0;
    while (!file.atEnd()) {
        const auto line = parsed(file.readLine().trimmed().toStdString()).as_object();
        const auto* name = line.if_contains("model");
        const auto* model = name && name->is_string() ? prices.if_contains(name->get_string()) : nullptr;
        const auto* usage = line.at("body").as_object().if_contains("usage");
        if (!model || !usage || !usage->is_object()) continue;
        for (const auto& extracted : line.at("extracted").as_array())
            for (const auto& extractor : extracted.at("extractors").as_array()) {
                const auto& of = extractor.as_object();
                const bool message = of.at("provider_id") == "anthropic" && of.contains("input_price");
                const bool chat = of.at("provider_id") == "openai" && of.contains("api_flavor") && of.at("api_flavor") == "chat" && of.contains("input_price");
                if ((!message && !chat) || model->at("litellm_provider") != (message ? "anthropic" : "openai")) continue;
                const auto read = providers::readUsage(message ? ClientProtocol::AnthropicMessages : ClientProtocol::OpenAiChat, usage->get_object());
                const auto input = priceOf(model->as_object(), "input_cost_per_token");
                const auto output = priceOf(model->as_object(), "output_cost_per_token");
                const auto cached = priceOf(model->as_object(), "cache_read_input_token_cost");
                const auto written = priceOf(model->as_object(), "cache_creation_input_token_cost");
                if (!read || !input || !output || (read->cachedInput > 0 && !cached) || (read->cacheWriteInput > 0 && !written)) continue;
                if (read->input > 128'000 || countIn(extracted.at("usage").as_object(), "web_searches") > 0) continue; // priced in steps, or by the search
                const model::Prices at{*input, cached.value_or(*input), written.value_or(*input), *output};
                const auto cost = model::costOf(*read, at);
                const auto expectedInput = Money::parse(std::string_view(of.at("input_price").as_string()));
                const auto expectedOutput = Money::parse(of.contains("output_price") ? std::string_view(of.at("output_price").as_string()) : std::string_view("0"));
                if (!expectedInput || !expectedOutput) continue; // finer than a nano-dollar
                QCOMPARE(cost.text(), (*expectedInput + *expectedOutput).text());
                ++compared;
            }
    }
    QVERIFY2(compared > 30, std::to_string(compared).c_str());
}

void ProviderUsage::knownModelsAreKnownByTheirNames() {
    const auto mini = providers::knownModel("openai", "gpt-4o-mini");
    QVERIFY(mini);
    QCOMPARE(mini->prices.input.perMillion.text(), "0.15");
    QCOMPARE(mini->prices.cachedInput.perMillion.text(), "0.075");
    QCOMPARE(mini->prices.output.perMillion.text(), "0.6");
    QCOMPARE(mini->contextTokens, 128'000);
    QVERIFY(has(mini->capabilities, model::Capability::JsonSchema));
    QVERIFY(providers::knownModel("openai", "gpt-4o-mini-2024-07-18")->prices == mini->prices);
    QVERIFY(providers::knownModel("openai", "gpt-4o-2024-05-13")->prices != providers::knownModel("openai", "gpt-4o")->prices); // listed apart
    QVERIFY(providers::knownModel("anthropic", "claude-sonnet-4-5-20250929"));
    QVERIFY(providers::knownModel("anthropic", "claude-3-5-haiku-latest"));
    for (const auto* stranger : {"gpt-4o-mini-audio", "gpt", "", "-20250929", "my-gpt-4o"}) QVERIFY(!providers::knownModel("openai", stranger));
    QVERIFY(!providers::knownModel("anthropic", "gpt-4o"));
    QVERIFY(!providers::knownModel("sandbox", "gpt-4o"));
}

void ProviderUsage::knownPricesAgreeWithPublishedLists() {
    QFile list(sharedData(QStringLiteral("prices/litellm.model_prices_and_context_window.json")));
    if (!list.open(QIODevice::ReadOnly)) QSKIP("the shared data is not there");
    const auto prices = parsed(list.readAll().toStdString());
    int compared = 0;
    for (const auto& member : prices.as_object()) {
        const auto* vendor = member.value().is_object() ? member.value().as_object().if_contains("litellm_provider") : nullptr;
        if (!vendor || (*vendor != "openai" && *vendor != "anthropic")) continue;
        const auto known = providers::knownModel(std::string_view(vendor->as_string()), member.key());
        const auto input = priceOf(member.value().as_object(), "input_cost_per_token");
        const auto output = priceOf(member.value().as_object(), "output_cost_per_token");
        if (!known || !input || !output) continue;
        const auto name = std::string(member.key());
        QVERIFY2(known->prices.input == *input, name.c_str());
        QVERIFY2(known->prices.output == *output, name.c_str());
        if (const auto cached = priceOf(member.value().as_object(), "cache_read_input_token_cost")) QVERIFY2(known->prices.cachedInput == *cached, name.c_str());
        ++compared;
    }
    QVERIFY(compared > 15);
}

void ProviderUsage::documentsAreFilledInWhereTheySayNothing() {
    const auto document = parsed(R"({"connector":"openai","base_url":"https://api.openai.com/v1","models":[{"id":"mine","upstream_id":"gpt-4o-mini-2024-07-18"},{"id":"gpt-4o","context_tokens":9000,"capabilities":["chat"],"price_usd_per_mtok":{"input":1,"output":2}},{"id":"unknown"}]})").as_object();
    auto provider = model::readProviderSpec(document);
    QVERIFY(provider);
    const auto unknown = provider->models[2];
    providers::fillKnown(*provider, document);
    QCOMPARE(provider->models[0].contextTokens, 128'000);
    QCOMPARE(provider->models[0].prices.input.perMillion.text(), "0.15");
    QVERIFY(provider->models[0].priced && has(provider->models[0].capabilities, model::Capability::Tools));
    QCOMPARE(provider->models[1].contextTokens, 9000);
    QCOMPARE(provider->models[1].prices.input.perMillion.text(), "1");
    QVERIFY(!has(provider->models[1].capabilities, model::Capability::Tools));
    QCOMPARE(provider->models[1].maxOutputTokens, 16'384);
    QVERIFY(!provider->models[2].priced);
    QCOMPARE(provider->models[2].contextTokens, unknown.contextTokens);
}

void ProviderUsage::strangeCountsAreHarmless_data() {
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<bool>("any");
    QTest::newRow("empty") << QByteArray("{}") << false;
    QTest::newRow("words") << QByteArray(R"({"prompt_tokens":"12","completion_tokens":null})") << false;
    QTest::newRow("negative") << QByteArray(R"({"prompt_tokens":-1,"completion_tokens":3})") << true;
    QTest::newRow("absurd") << QByteArray(R"({"prompt_tokens":1e300,"completion_tokens":18446744073709551615,"input_tokens":2})") << true;
    QTest::newRow("more cached than there is") << QByteArray(R"({"prompt_tokens":5,"completion_tokens":1,"prompt_tokens_details":{"cached_tokens":50,"cache_write_tokens":7}})") << true;
}

void ProviderUsage::strangeCountsAreHarmless() {
    QFETCH(QByteArray, usage);
    QFETCH(bool, any);
    const auto read = providers::readOpenAiUsage(parsed(usage.toStdString()).as_object());
    QCOMPARE(read.has_value(), any);
    if (!read) return;
    QVERIFY(read->input >= 0 && read->output >= 0 && read->cachedInput + read->cacheWriteInput <= read->input);
}

void ProviderUsage::partsOfAStreamAddUp() {
    model::Usage usage;
    QVERIFY(providers::mergeAnthropicUsage(parsed(R"({"input_tokens":10,"cache_read_input_tokens":5,"cache_creation_input_tokens":2,"output_tokens":1})").as_object(), usage));
    QVERIFY(providers::mergeAnthropicUsage(parsed(R"({"output_tokens":40})").as_object(), usage));
    QCOMPARE(usage, (model::Usage{17, 5, 2, 40, 0, false}));
    // The last event may correct what the first one said.
    QVERIFY(providers::mergeAnthropicUsage(parsed(R"({"input_tokens":12,"cache_read_input_tokens":5,"output_tokens":41})").as_object(), usage));
    QCOMPARE(usage, (model::Usage{19, 5, 2, 41, 0, false}));
}

QTEST_GUILESS_MAIN(ProviderUsage)
#include "tst_provider_usage.moc"
