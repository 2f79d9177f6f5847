#include "core/model/document.h"
#include "core/model/spec_reader.h"

#include <QtTest>

#include <boost/json.hpp>

using namespace signalbox::model;

namespace {

constexpr const char* kSandbox = R"({"kind": "provider", "name": "lab", "spec": {"connector": "sandbox", "models": [{"id": "small"}]}})";

QByteArray pointersOf(const Error& error) {
    QByteArray text;
    for (const auto& violation : error.violations) text += QByteArray::fromStdString(violation.pointer) + '\n';
    return text;
}

} // namespace

class TestDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreSafeInPathsAndUrls_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("valid");
        for (const char* good : {"a", "7", "openai-main", "eu.customer_data", "a..b"}) QTest::newRow(good) << QByteArray(good) << true;
        QTest::newRow("64 letters") << QByteArray(64, 'a') << true;
        QTest::newRow("65 letters") << QByteArray(65, 'a') << false;
        for (const char* bad : {"", "-a", ".a", "..", "A", "a/b", "a b", "a@b", "\xC3\xA9", "a\n", "a%2e"}) QTest::newRow(*bad ? bad : "empty") << QByteArray(bad) << false;
    }
    void namesAreSafeInPathsAndUrls() {
        QFETCH(QByteArray, name);
        QTEST(isDocumentName({name.constData(), static_cast<std::size_t>(name.size())}), "valid");
    }

    void referencesAreRead_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("read"); // empty: refused
        QTest::newRow("bare") << QByteArray("standard") << QByteArray("standard@production");
        QTest::newRow("label") << QByteArray("standard@staging") << QByteArray("standard@staging");
        QTest::newRow("version") << QByteArray("standard@7") << QByteArray("standard@7");
        for (const char* bad : {"", "@", "@7", "a@", "a@0", "a@-1", "a@b@c", "a@B", "a@1x/", "a@99999999999999999999", "A@1"}) QTest::newRow(*bad ? bad : "empty") << QByteArray(bad) << QByteArray();
    }
    void referencesAreRead() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, read);
        const auto reference = DocumentRef::parse(text.toStdString());
        QCOMPARE(reference.has_value(), !read.isEmpty());
        if (reference) QCOMPARE(QByteArray::fromStdString(reference->text()), read);
        else QVERIFY(reference.error().errorClass == ErrorClass::InvalidRequest);
    }

    void aDocumentComesBackAsItWasWritten() {
        const auto json = boost::json::parse(kSandbox);
        const auto document = readDocument(json);
        QVERIFY(document);
        QVERIFY(document->kind == DocumentKind::Provider);
        QCOMPARE(document->name, std::string("lab"));
        QVERIFY(boost::json::value(toJson(*document)) == json);
    }

    void theContentDecidesTheHashAndTheOrderDoesNot() {
        const auto hashOf = [](const char* spec) { return Document{DocumentKind::Policy, "p", boost::json::parse(spec).as_object()}.contentHash(); };
        const auto hash = hashOf(R"({"a": 1, "b": {"c": [1, {"x": 1, "y": 2}], "d": "e"}})");
        QCOMPARE(hash.size(), std::size_t{64});
        QCOMPARE(hashOf(R"({"b": {"d": "e", "c": [1, {"y": 2, "x": 1}]}, "a": 1})"), hash);
        QVERIFY(hashOf(R"({"a": 1, "b": {"c": [{"x": 1, "y": 2}, 1], "d": "e"}})") != hash);
        QVERIFY(hashOf(R"({"a": "1", "b": {"c": [1, {"x": 1, "y": 2}], "d": "e"}})") != hash);
        // Known for good: hashes are on record.
        QCOMPARE(hashOf("{}"), std::string("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
    }

    void everyViolationIsListed_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("pointers");
        QTest::newRow("no object") << QByteArray("[]") << QByteArray("\n");
        QTest::newRow("empty") << QByteArray("{}") << QByteArray("/kind\n/name\n/spec\n");
        QTest::newRow("types") << QByteArray(R"({"kind": 1, "name": [], "spec": "x"})") << QByteArray("/kind\n/name\n/spec\n");
        QTest::newRow("values and a stranger") << QByteArray(R"({"kind": "provder", "name": "A b", "spec": {}, "sepc": {}})") << QByteArray("/kind\n/name\n/sepc\n");
        QTest::newRow("inside the spec") << QByteArray(R"({"kind": "provider", "name": "x", "spec": {"connector": "sandbox", "models": [{"id": ""}, {"ident": 1}]}})")
                                         << QByteArray("/spec/models/0/id\n/spec/models/1/id\n/spec/models/1/ident\n");
        QTest::newRow("pointers are escaped") << QByteArray(R"({"kind": "policy", "name": "x", "spec": {"a/b~c": 1}})") << QByteArray("/spec/a~1b~0c\n");
    }
    void everyViolationIsListed() {
        QFETCH(QByteArray, json);
        const auto document = readDocument(boost::json::parse({json.constData(), static_cast<std::size_t>(json.size())}));
        QVERIFY(!document);
        QVERIFY(document.error().errorClass == ErrorClass::InvalidRequest);
        QTEST(pointersOf(document.error()), "pointers");
        for (const auto& violation : document.error().violations) QVERIFY(!violation.message.empty());
    }

    void aTypoGetsTheNearestName_data() {
        QTest::addColumn<QByteArray>("typo");
        QTest::addColumn<QByteArray>("meant");
        QTest::newRow("swapped") << QByteArray("conenctor") << QByteArray("connector");
        QTest::newRow("missing underscore") << QByteArray("baseurl") << QByteArray("base_url");
        QTest::newRow("singular") << QByteArray("model") << QByteArray("models");
        QTest::newRow("nothing near") << QByteArray("zzz") << QByteArray();
    }
    void aTypoGetsTheNearestName() {
        QFETCH(QByteArray, typo);
        QTEST(QByteArray::fromStdString(nearestName(typo.toStdString(), {"connector", "base_url", "credential", "models"})), "meant");
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_model_documents.moc"
