#include "core/model/provider_spec.h"

#include <QtTest>

#include <boost/json.hpp>

using namespace signalbox;
using namespace signalbox::model;

class TestProviderSpec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void absentMembersHaveTheirDefaults();
    void everyMemberIsRead();
    void pricesAreTheDecimalsThatWereWritten_data();
    void pricesAreTheDecimalsThatWereWritten();
    void onlyPlainBaseUrlsAreTaken_data();
    void onlyPlainBaseUrlsAreTaken();
    void aKeyIsRefusedAndNeverRepeated_data();
    void aKeyIsRefusedAndNeverRepeated();
    void whatIsWrongIsSaidWhereItIs_data();
    void whatIsWrongIsSaidWhereItIs();
    void sandboxSettingsReadBack();
};

namespace {

Result<ProviderSpec> read(const QByteArray& json) { return readProviderSpec(boost::json::parse({json.constData(), static_cast<std::size_t>(json.size())}).as_object()); }

/// A provider that is right, but for the members given.
QByteArray withMembers(const QByteArray& members) {
    return "{\"connector\": \"openai\", \"models\": [{\"id\": \"m\"}]" + (members.isEmpty() ? QByteArray() : ", " + members) + "}";
}
QByteArray withModel(const QByteArray& members) { return "{\"connector\": \"openai\", \"models\": [{\"id\": \"m\", " + members + "}]}"; }

} // namespace

void TestProviderSpec::absentMembersHaveTheirDefaults() {
    const auto spec = read(withMembers({}));
    QVERIFY(spec);
    QCOMPARE(spec->baseUrl, std::string("https://api.openai.com/v1"));
    QVERIFY(spec->credential.empty());
    QVERIFY((spec->dataClasses == std::vector{DataClass::Public, DataClass::Internal}));
    QCOMPARE(spec->maxConcurrent, 0);
    const auto& model = spec->models.at(0);
    QCOMPARE(model.upstreamId, std::string("m"));
    QCOMPARE(model.capabilities, Capability::Chat | Capability::Stream);
    QVERIFY(!model.priced);
    QCOMPARE(read(R"({"connector": "anthropic", "models": [{"id": "m"}]})")->baseUrl, std::string("https://api.anthropic.com"));
    QVERIFY(read(R"({"connector": "sandbox", "models": [{"id": "m"}]})")->baseUrl.empty());
}

void TestProviderSpec::everyMemberIsRead() {
    const auto spec = read(QByteArray(R"({"connector": "openai", "base_url": "http://127.0.0.1:8000/v1/", "credential": "secret:vllm", "region": "eu", )")
                           + R"("data_classes": ["restricted"], "max_concurrent": 8, "max_queued": 2, "api_version": "2024-10-21", )"
                           + R"("models": [{"id": "org/big", "upstream_id": "big-2", "context_tokens": 200000, "max_output_tokens": 8000, )"
                           + R"("capabilities": ["chat", "tools", "json_schema"], "quality": 0.72, )"
                           + R"("price_usd_per_mtok": {"input": 0.15, "cached_input": "0.075", "cache_write": 0.1875, "output": 0.60}}]})");
    QVERIFY(spec);
    QCOMPARE(spec->baseUrl, std::string("http://127.0.0.1:8000/v1"));
    QCOMPARE(spec->credential, std::string("secret:vllm"));
    QCOMPARE(spec->region, std::string("eu"));
    QVERIFY(spec->dataClasses == std::vector{DataClass::Restricted});
    QCOMPARE(spec->maxConcurrent, 8);
    QCOMPARE(spec->maxQueued, 2);
    QCOMPARE(spec->apiVersion, std::string("2024-10-21"));
    const auto& model = spec->models.at(0);
    QCOMPARE(model.id, std::string("org/big"));
    QCOMPARE(model.upstreamId, std::string("big-2"));
    QCOMPARE(model.contextTokens, 200'000);
    QCOMPARE(model.maxOutputTokens, 8'000);
    QCOMPARE(model.capabilities, Capability::Chat | Capability::Tools | Capability::JsonSchema);
    QVERIFY(model.priced);
    QCOMPARE(model.prices.input.perMillion, Money{150'000'000});
    QCOMPARE(model.prices.cachedInput.perMillion, Money{75'000'000});
    QCOMPARE(model.prices.cacheWriteInput.perMillion, Money{187'500'000});
    QCOMPARE(model.prices.output.perMillion, Money{600'000'000});
    QCOMPARE(model.quality, 0.72);
}

void TestProviderSpec::pricesAreTheDecimalsThatWereWritten_data() {
    QTest::addColumn<QByteArray>("price");
    QTest::addColumn<qint64>("nanos"); // -1: refused
    QTest::newRow("a number") << QByteArray("0.1") << qint64{100'000'000};
    QTest::newRow("not 0.30000000000000004") << QByteArray("0.3") << qint64{300'000'000};
    QTest::newRow("whole") << QByteArray("15") << qint64{15'000'000'000};
    QTest::newRow("exponent") << QByteArray("7.5e-2") << qint64{75'000'000};
    QTest::newRow("small") << QByteArray("0.000000001") << qint64{1};
    QTest::newRow("text") << QByteArray("\"0.075\"") << qint64{75'000'000};
    QTest::newRow("free") << QByteArray("0") << qint64{0};
    QTest::newRow("too fine") << QByteArray("0.0000000001") << qint64{-1};
    QTest::newRow("negative") << QByteArray("-1") << qint64{-1};
    QTest::newRow("too large") << QByteArray("1000001") << qint64{-1};
    QTest::newRow("not a decimal") << QByteArray("\"$1\"") << qint64{-1};
    QTest::newRow("not a price") << QByteArray("true") << qint64{-1};
}
void TestProviderSpec::pricesAreTheDecimalsThatWereWritten() {
    QFETCH(QByteArray, price);
    QFETCH(qint64, nanos);
    const auto spec = read(withModel("\"price_usd_per_mtok\": {\"input\": " + price + "}"));
    QCOMPARE(spec.has_value(), nanos >= 0);
    if (!spec) {
        QCOMPARE(spec.error().violations.at(0).pointer, std::string("/spec/models/0/price_usd_per_mtok/input"));
        return;
    }
    QCOMPARE(spec->models[0].prices.input.perMillion.nanos, nanos);
    // What has no price of its own costs like plain input.
    QCOMPARE(spec->models[0].prices.cachedInput.perMillion.nanos, nanos);
}

void TestProviderSpec::onlyPlainBaseUrlsAreTaken_data() {
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("valid");
    for (const char* good : {"https://api.example.com", "https://api.example.com:8443/openai/v1", "http://localhost:11434/v1", "http://[::1]:8000"}) QTest::newRow(good) << QByteArray(good) << true;
    for (const char* bad : {"", "api.example.com", "ftp://example.com", "file:///etc/passwd", "https://", "https:///v1", "https://user@example.com", "https://user:pass@example.com",
                            "https://example.com/?key=1", "https://example.com/#x", "https://exa mple.com", "https://ex\xC3\xA4mple.com", "javascript:alert(1)"})
        QTest::newRow(*bad ? bad : "empty") << QByteArray(bad) << false;
    const QByteArray backslash(2, 92); // as JSON has it
    QTest::newRow("backslash") << "https://example.com" + backslash + "@evil.example" << false;
    QTest::newRow("control character") << "https://example.com/" + backslash.left(1) + "u0001" << false;
}
void TestProviderSpec::onlyPlainBaseUrlsAreTaken() {
    QFETCH(QByteArray, url);
    QFETCH(bool, valid);
    const auto spec = read(withMembers("\"base_url\": \"" + url + '"'));
    QCOMPARE(spec.has_value(), valid);
    if (!spec) QCOMPARE(spec.error().violations.at(0).pointer, std::string("/spec/base_url"));
}

void TestProviderSpec::aKeyIsRefusedAndNeverRepeated_data() {
    QTest::addColumn<QByteArray>("credential");
    QTest::addColumn<bool>("valid");
    for (const char* good : {"", "env:OPENAI_API_KEY", "secret:openai-main"}) QTest::newRow(*good ? good : "none") << QByteArray(good) << true;
    for (const char* bad : {"sk-proj-abcdefgh0123456789", "env:", "secret:", "secret:../x", "SECRET:x", "plain"}) QTest::newRow(bad) << QByteArray(bad) << false;
}
void TestProviderSpec::aKeyIsRefusedAndNeverRepeated() {
    QFETCH(QByteArray, credential);
    QFETCH(bool, valid);
    const auto spec = read(withMembers("\"credential\": \"" + credential + '"'));
    QCOMPARE(spec.has_value(), valid);
    if (valid) return;
    const auto& error = spec.error();
    QCOMPARE(error.violations.at(0).pointer, std::string("/spec/credential"));
    QVERIFY(error.violations[0].message.find("sk-proj") == std::string::npos);
    QVERIFY(error.message.find("sk-proj") == std::string::npos);
}

void TestProviderSpec::whatIsWrongIsSaidWhereItIs_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QByteArray& json, const char* pointer, const char* says) { QTest::newRow(name) << json << QByteArray(pointer) << QByteArray(says); };
    row("no connector", R"({"models": [{"id": "m"}]})", "/spec/connector", "is missing");
    row("unknown connector", R"({"connector": "opnai", "models": [{"id": "m"}]})", "/spec/connector", "did you mean 'openai'?");
    row("no models", R"({"connector": "openai"})", "/spec/models", "is missing");
    row("empty models", R"({"connector": "openai", "models": []})", "/spec/models", "at least one");
    row("a model that is a word", R"({"connector": "openai", "models": ["m"]})", "/spec/models/0", "should be an object");
    row("a model twice", R"({"connector": "openai", "models": [{"id": "m"}, {"id": "m"}]})", "/spec/models/1/id", "there twice");
    row("a model of two words", R"({"connector": "openai", "models": [{"id": "a b"}]})", "/spec/models/0/id", "one word");
    row("unknown capability", withModel(R"("capabilities": ["chat", "telepathy"])"), "/spec/models/0/capabilities/1", "'telepathy'");
    row("context of nothing", withModel(R"("context_tokens": 0)"), "/spec/models/0/context_tokens", "1 to 100000000");
    row("half a token", withModel(R"("context_tokens": 1.5)"), "/spec/models/0/context_tokens", "whole number");
    row("quality over one", withModel(R"("quality": 1.1)"), "/spec/models/0/quality", "is 1.1; it may be 0 to 1");
    row("price without input", withModel(R"("price_usd_per_mtok": {"output": 1})"), "/spec/models/0/price_usd_per_mtok/input", "is missing");
    row("unknown price", withModel(R"("price_usd_per_mtok": {"input": 1, "ouput": 1})"), "/spec/models/0/price_usd_per_mtok/ouput", "did you mean 'output'?");
    row("unknown data class", withMembers(R"("data_classes": ["secret"])"), "/spec/data_classes/0", "'secret'");
    row("sandbox settings elsewhere", withMembers(R"("sandbox": {})"), "/spec/sandbox", "only");
    row("a sandbox with an address", R"({"connector": "sandbox", "base_url": "https://a.example", "models": [{"id": "m"}]})", "/spec/base_url", "simulated");
    row("a rate over one", R"({"connector": "sandbox", "models": [{"id": "m"}], "sandbox": {"error_rate": 2}})", "/spec/sandbox/error_rate", "it may be");
    row("a typo", withMembers(R"("max_concurent": 3)"), "/spec/max_concurent", "did you mean 'max_concurrent'?");
    row("a flag as a word", R"({"connector": "sandbox", "models": [{"id": "m"}], "sandbox": {"outage": "yes"}})", "/spec/sandbox/outage", "true or false");
}
void TestProviderSpec::whatIsWrongIsSaidWhereItIs() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, says);
    const auto spec = read(json);
    QVERIFY(!spec);
    QCOMPARE(spec.error().violations.size(), std::size_t{1});
    QCOMPARE(QByteArray::fromStdString(spec.error().violations[0].pointer), pointer);
    const auto message = QString::fromStdString(spec.error().violations[0].message);
    QVERIFY2(message.contains(QString::fromUtf8(says), Qt::CaseInsensitive), qPrintable(message));
}

void TestProviderSpec::sandboxSettingsReadBack() {
    SandboxSettings settings;
    settings.seed = 42;
    settings.firstTokenMs = 12.5;
    settings.errorRate = 0.25;
    settings.outage = true;
    const auto json = toJson(settings);
    const auto read = readSandboxSettings(json, "");
    QVERIFY(read);
    QCOMPARE(toJson(*read), json);
    // What was parsed from text has no unsigned numbers.
    const auto parsed = readSandboxSettings(boost::json::parse(boost::json::serialize(json)).as_object(), "");
    QVERIFY(parsed);
    QCOMPARE(parsed->seed, std::uint64_t{42});
}

QTEST_GUILESS_MAIN(TestProviderSpec)
#include "tst_model_provider_spec.moc"
