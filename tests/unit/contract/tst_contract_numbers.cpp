// Numbers are compared by value, whatever they are kept as.
#include "contract_support.h"
#include "core/policy/contract/numbers.h"

#include <QtTest>

using namespace signalbox::policy;
using namespace signalbox::policy::test;

class TestContractNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anInstanceFitsOrNot_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("instance");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* name, const char* schema, const char* instance, bool fits) { QTest::newRow(name) << QByteArray(schema) << QByteArray(instance) << fits; };
        row("1.0 is an integer", R"({"type":"integer"})", "1.0", true);
        row("1e20 is an integer", R"({"type":"integer"})", "1e20", true);
        row("beyond int64", R"({"type":"integer"})", "12345678910111213141516", true);
        row("1.5 is none", R"({"type":"integer"})", "1.5", false);
        row("1 equals 1.0", R"({"const":1})", "1.0", true);
        row("0 equals -0.0", R"({"const":0})", "-0.0", true);
        row("0 is not false", R"({"const":0})", "false", false);
        row("within objects", R"({"const":{"a":[1.0]}})", R"({"a":[1]})", true);
        row("long lists", R"({"enum":[1,2,3,4,5,6,7,8,9,10.0]})", "10", true);
        row("long lists, absent", R"({"enum":[1,2,3,4,5,6,7,8,9,10.0]})", "11", false);
        row("int64 beyond 2^53", R"({"const":9007199254740993})", "9007199254740992", false);
        row("int64 against double", R"({"maximum":9007199254740992.0})", "9007199254740993", false);
        row("uint64", R"({"minimum":18446744073709551615})", "18446744073709551614", false);
        row("uint64 against int64", R"({"minimum":-1})", "18446744073709551615", true);
        row("0.3 is three times 0.1", R"({"multipleOf":0.1})", "0.3", true);
        row("19.95 is whole cents", R"({"multipleOf":0.01})", "19.95", true);
        row("4.35 is whole cents", R"({"multipleOf":0.01})", "4.35", true);
        row("19.955 is not", R"({"multipleOf":0.01})", "19.955", false);
        row("0.0075 of 0.0001", R"({"multipleOf":0.0001})", "0.0075", true);
        row("1e308 of 0.5", R"({"multipleOf":0.5})", "1e308", true);
        row("1e308 of 0.123456789", R"({"multipleOf":0.123456789})", "1e308", false);
        row("7 of 2.0", R"({"multipleOf":2.0})", "7", false);
        row("negative", R"({"multipleOf":2})", "-9223372036854775808", true);
        row("10 of 100", R"({"multipleOf":100})", "10", false);
        row("0 of anything", R"({"multipleOf":1e-300})", "0.0", true);
    }
    void anInstanceFitsOrNot() {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, instance);
        QTEST(wrong(schema.toStdString(), instance.toStdString()).isEmpty(), "fits");
    }

    void numbersReadAsAPersonWritesThem() {
        QCOMPARE(numberText(parsed("0.1")), std::string("0.1"));
        QCOMPARE(numberText(parsed("100.0")), std::string("100"));
        QCOMPARE(numberText(parsed("-7")), std::string("-7"));
        QCOMPARE(numberText(parsed("1e300")), std::string("1e+300"));
    }
};

QTEST_GUILESS_MAIN(TestContractNumbers)
#include "tst_contract_numbers.moc"
