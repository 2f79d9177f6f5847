#include "tests/support/scripted_vendor.h"
#include "tests/ui/gateway_fixture.h"
#include "tests/ui/person.h"
#include "tests/ui/ui_fixture.h"
#include "ui/widgets/document_editor.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// A gateway is set up: routes and policies, a vendor with its key, keys and tokens, templates.
class RealSetupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!test::RealGateway::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        test::prepareApplication();
        m_gateway = std::make_unique<test::RealGateway>();
        QVERIFY2(m_gateway->begin(), m_gateway->problem().c_str());
    }
    void init() {
        QSettings().clear();
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drafts"_s).removeRecursively();
        m_console = std::make_unique<test::ConsoleOnGateway>(*m_gateway, m_gateway->token());
        m_person = std::make_unique<test::Person>(*m_console->window);
        QVERIFY(m_console->goLive());
    }
    void cleanup() { m_console.reset(); }
    void cleanupTestCase() { m_gateway.reset(); }

    void aRouteIsEditedExplainedAndPutBack() {
        QVERIFY(person().click(u"rail-routes"_s));
        QVERIFY(person().choose(u"documents"_s, u"starter"_s));
        QVERIFY(person().reads(u"The first target serves; the next one when it cannot."_s));
        QTRY_COMPARE(targets(), (QStringList{u"sandbox/small: yes"_s, u"sandbox/large: yes"_s}));

        QVERIFY(person().turnTo(u"Edit"_s));
        auto* editor = person().see<QPlainTextEdit>(u"document-yaml"_s);
        QTRY_VERIFY(editor->toPlainText().contains(u"strategy: ordered"_s));
        QVERIFY(replace(editor, u"ordered"_s, u"sideways"_s));
        QVERIFY(person().reads(u"/spec/strategy"_s));
        QTRY_VERIFY(!person().see(u"document-save"_s)->isEnabled());
        QVERIFY(replace(editor, u"sideways"_s, u"cheapest"_s));
        QVERIFY(person().reads(u"This is valid."_s));
        QVERIFY(person().type(u"document-message"_s, u"Money first"_s));
        QVERIFY(person().click(u"document-promote"_s));
        QVERIFY(person().reads(u"starter, version 2, is live."_s));
        QVERIFY(person().turnTo(u"What it does"_s));
        QVERIFY(person().reads(u"The target that costs least for the call serves; the next one when it cannot."_s));

        QVERIFY(person().turnTo(u"Versions"_s));
        QTRY_COMPARE(person().rows(u"versions"_s), (QStringList{u"2"_s, u"1"_s}));
        QVERIFY(person().choose(u"versions"_s, u"1"_s));
        QVERIFY(person().press(u"Make this version live"_s));
        QVERIFY(person().reads(u"starter: version 1 is live instead of 2."_s));
        QCOMPARE(m_gateway->ask("GET", u"/routes/starter/explain"_s).value("strategy"_L1).toString(), u"ordered"_s);
    }

    void aPolicySaysWhereEachValueComesFrom() {
        QVERIFY(person().click(u"rail-routes"_s));
        QVERIFY(person().choose(u"documents"_s, u"support-reply"_s));
        window().openLink(QUrl(u"signalbox://routes/policy/support-reply"_s));
        QVERIFY(person().reads(u"Laid over 'default'."_s));
        QTRY_COMPARE(origin(u"reliability › total timeout ms"_s), u"40,000 from support-reply@1"_s);
        QTRY_COMPARE(origin(u"reliability › connect timeout ms"_s), u"2,000 from default@1"_s);
    }

    void aVendorIsAddedWithAKeyThatIsNotShownAgain() {
        tests::ScriptedVendor vendor;
        const QString key = u"sk-very-secret-0123456789"_s;
        window().openLink(QUrl(u"signalbox://settings/providers"_s));
        QVERIFY(person().click(u"provider-add"_s));
        QVERIFY(person().type(u"provider-name"_s, u"vendor"_s));
        QVERIFY(person().type(u"provider-url"_s, QString::fromStdString(vendor.url()) + u"/v1"_s));
        QVERIFY(person().type(u"provider-key"_s, key));
        QVERIFY(person().click(u"model-add"_s));
        auto* models = person().see<QTableWidget>(u"models"_s);
        auto* cell = models->viewport()->findChild<QLineEdit*>();
        QVERIFY(cell);
        QTest::keyClicks(cell, u"model-one"_s);
        QVERIFY(person().click(u"provider-save"_s));
        QVERIFY(person().reads(u"vendor is saved and in force."_s));
        QTRY_COMPARE(person().see<QLineEdit>(u"provider-key"_s)->text(), QString());
        QVERIFY(person().reads(u"A key is stored and is not shown again."_s));
        QVERIFY(person().click(u"provider-check"_s));
        QVERIFY(person().reads(u"The vendor answers, in "_s));

        // A call reaches the vendor, with the key.
        const QString run = m_gateway->call(u"/v1/chat/completions"_s, {{"model"_L1, "vendor/model-one"_L1}, {"messages"_L1, QJsonArray{QJsonObject{{"role"_L1, "user"_L1}, {"content"_L1, "hello"_L1}}}}});
        QCOMPARE(m_gateway->ask("GET", u"/runs/"_s + run).value("status"_L1).toString(), u"succeeded"_s);
        const auto journal = vendor.journal();
        QVERIFY(!journal.empty());
        QCOMPARE(journal.back().header("authorization"), "Bearer " + key.toStdString());

        // No answer has it, and no file.
        const QJsonObject paths = m_gateway->ask("GET", u"/openapi.json"_s).value("paths"_L1).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            if (!path.value().toObject().contains("get"_L1) || path.key() == "/events"_L1) continue;
            QString asked = path.key();
            asked.replace(u"{kind}"_s, u"provider"_s).replace(u"{name}"_s, u"vendor"_s).replace(u"{provider}"_s, u"vendor"_s).replace(u"{label}"_s, u"production"_s).replace(u"{id}"_s, run).replace(u"{run_id}"_s, run);
            const auto answer = m_gateway->control("GET", asked.toStdString());
            QVERIFY2(answer.body.find("very-secret") == std::string::npos, qPrintable(asked));
        }
        QDirIterator files(QString::fromStdString(m_gateway->directory().string()), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY2(file.open(QIODevice::ReadOnly) && !file.readAll().contains("very-secret"), qPrintable(file.fileName()));
        }
        QVERIFY(m_gateway->log().find("very-secret") == std::string::npos);
    }

    void keysAndTokensAreMadeShownOnceAndRevoked_data() {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("prefix");
        QTest::newRow("keys") << u"key"_s << u"sbk_"_s;
        QTest::newRow("tokens") << u"token"_s << u"sbt_"_s;
    }
    void keysAndTokensAreMadeShownOnceAndRevoked() {
        QFETCH(QString, section);
        QFETCH(QString, prefix);
        const QString table = u"settings-%1s"_s.arg(section);
        window().openLink(QUrl(u"signalbox://settings/%1s"_s.arg(section)));
        QVERIFY(person().type(section + u"-name"_s, u"mobile-app"_s));
        QVERIFY(person().click(section + u"-create"_s));
        QVERIFY(person().reads(u"is shown this once."_s));
        const QString secret = static_cast<QPlainTextEdit*>(person().seeNamed(u"new "_s + section))->toPlainText();
        QVERIFY(secret.startsWith(prefix));
        QCOMPARE(statusWith(section, secret), 200);
        QVERIFY(person().click(section + u"-copied"_s));
        QTRY_VERIFY(person().rows(table).contains(u"mobile-app"_s));
        QVERIFY(m_gateway->control("GET", "/" + section.toStdString() + "s").body.find(secret.mid(12).toStdString()) == std::string::npos);
        QVERIFY(person().choose(table, u"mobile-app"_s));
        QVERIFY(person().click(section + u"-revoke"_s));
        QVERIFY(person().reads(u"Revoke “mobile-app”?"_s));
        QCOMPARE(statusWith(section, secret), 200);
        QVERIFY(person().press(u"Revoke"_s));
        QVERIFY(person().reads(u"“mobile-app” is revoked."_s));
        QTRY_COMPARE(statusWith(section, secret), 401);
    }

    void aTemplateIsUsedSavedExportedAndImported() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"moderation.yaml"_s);
        QVERIFY(person().click(u"rail-templates"_s));
        QVERIFY(person().press(u"Content moderation"_s));
        QVERIFY(person().click(u"template-use"_s));
        QVERIFY(person().type(u"template-prefix"_s, u"forum"_s));
        QVERIFY(person().reads(u"Workflow forum-content-moderation"_s));
        QVERIFY(person().click(u"template-register"_s));
        QVERIFY(person().reads(u"forum-content-moderation is ready to be called."_s));
        QVERIFY(person().press(u"Open the workflow"_s));
        QTRY_COMPARE(person().see(u"workflow-detail"_s)->accessibleName(), u"forum-content-moderation"_s);

        QVERIFY(person().take(u"workflow-more"_s, u"Save as template"_s));
        QVERIFY(person().type(u"template-save-title"_s, u"Our moderation"_s));
        QVERIFY(person().click(u"template-save"_s));
        QVERIFY(person().reads(u"“Our moderation” is saved as a template."_s));
        QTRY_COMPARE(person().see(u"template-preview"_s)->accessibleName(), u"Our moderation"_s);
        QVERIFY(person().chooseFile(file, [this] { return person().click(u"template-export"_s); }));
        QVERIFY(person().reads(u"Exported to"_s));
        QVERIFY(person().click(u"template-delete"_s));
        QVERIFY(person().reads(u"“Our moderation” is deleted."_s));
        QTRY_VERIFY(!person().isOffered(u"Our moderation"_s));
        QVERIFY(person().chooseFile(file, [this] { return person().click(u"template-import"_s); }));
        QVERIFY(person().reads(u"“Our moderation” is among your templates now."_s));
        const QJsonObject brought = m_gateway->ask("GET", u"/templates/our-moderation"_s);
        QCOMPARE(brought.value("title"_L1).toString(), u"Our moderation"_s);
        QVERIFY(!brought.value("builtin"_L1).toBool());
    }

private:
    ui::MainWindow& window() { return *m_console->window; }
    const test::Person& person() const { return *m_person; }

    /// Finds words in an editor, and types others over them.
    bool replace(QPlainTextEdit* editor, const QString& words, const QString& others) {
        if (!person().click(editor)) return false;
        editor->moveCursor(QTextCursor::Start);
        if (!editor->find(words)) return false;
        QTest::keyClicks(editor, others);
        return true;
    }
    QStringList targets() {
        QStringList all;
        const auto* model = person().see<QTableView>(u"route-targets"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row) all << model->index(row, 1).data().toString() + u": "_s + model->index(row, 2).data().toString();
        return all;
    }
    QString origin(const QString& setting) {
        const auto* model = person().see<QTableView>(u"effective-policy"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString() == setting) return model->index(row, 1).data().toString() + u" from "_s + model->index(row, 2).data().toString();
        return {};
    }
    /// What the plane that it is for answers to a key or a token.
    int statusWith(const QString& section, const QString& secret) const {
        const std::string path = section == "key"_L1 ? "/v1/models" : "/api/v1/me";
        return tests::httpCall(m_gateway->port(), "GET", path, {}, {{"authorization", "Bearer " + secret.toStdString()}}).status;
    }

    std::unique_ptr<test::RealGateway> m_gateway;
    std::unique_ptr<test::ConsoleOnGateway> m_console;
    std::unique_ptr<test::Person> m_person;
};

QTEST_MAIN(RealSetupTest)
#include "tst_real_setup.moc"
