#include "core/store/audit_log.h"
#include "core/store/credential_repository.h"
#include "core/store/document_repository.h"
#include "core/store/secret_repository.h"
#include "tests/unit/store/fixture.h"

#include <boost/json.hpp>

#include <QTest>

#include <sys/stat.h>

using namespace signalbox;
using model::DocumentKind;

namespace {

const store::Actor kActor{"ada", "127.0.0.1"};

model::Document route(const std::string& name, const std::string& target) {
    return {DocumentKind::Route, name, boost::json::object{{"targets", {boost::json::object{{"model", target}}}}}};
}

} // namespace

class TestRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstVersionGetsProductionAndLaterOnesDoNot() {
        test::StoreFixture fixture;
        store::DocumentRepository documents(*fixture.connection);
        QCOMPARE(documents.add({route("a", "p/m")}, "first", {}, {}, kActor, wallNow()).value()[0].version, 1);
        QCOMPARE(documents.add({route("a", "p/n")}, "second", {}, {}, kActor, wallNow()).value()[0].version, 2);
        const auto labels = documents.labels(DocumentKind::Route, "a").value();
        QCOMPARE(labels.at("production"), 1);
        QCOMPARE(labels.at("latest"), 2);
        QCOMPARE(documents.production().value().at(0).version, 1);
    }

    /// Another program holds the database for longer than anybody waits, and lets go in the middle of a change.
    void aTransactionThatCouldNotBeginLeavesNothing() {
        test::StoreFixture fixture;
        auto& database = fixture.connection->database();
        QVERIFY(store::Statement(database, "PRAGMA busy_timeout = 1").run().has_value());
        const auto other = std::move(*store::Connection::open(fixture.path(), store::Durability::Normal));
        auto held = std::make_unique<store::Transaction>(other->database());
        const auto protect = [&] { return store::Statement(database, "INSERT INTO protected_label (kind, label) VALUES ('*', 'production')").run(); };
        {
            store::Transaction late(database);
            held.reset();
            QVERIFY(protect().has_value());
            QVERIFY(!late.commit().has_value());
        }
        QVERIFY(store::LabelRepository(*fixture.connection).protectedLabels().value().empty());
        store::Transaction next(database);
        QVERIFY(protect().has_value());
        QVERIFY(next.commit().has_value());
    }

    void theSameContentIsNoNewVersion() {
        test::StoreFixture fixture;
        store::DocumentRepository documents(*fixture.connection);
        QVERIFY(documents.add({route("a", "p/m")}, {}, {}, {}, kActor, wallNow()).has_value());
        const auto again = documents.add({route("a", "p/m")}, {}, {}, {}, kActor, wallNow()).value();
        QVERIFY(again[0].unchanged);
        QCOMPARE(again[0].version, 1);
    }

    void aVersionThatIsNotExpectedIsAConflict() {
        test::StoreFixture fixture;
        store::DocumentRepository documents(*fixture.connection);
        QVERIFY(documents.add({route("a", "p/m")}, {}, {}, 0, kActor, wallNow()).has_value());
        QVERIFY(documents.add({route("a", "p/n")}, {}, {}, 1, kActor, wallNow()).has_value());
        const auto late = documents.add({route("a", "p/o")}, {}, {}, 1, kActor, wallNow());
        QVERIFY(!late.has_value());
        QCOMPARE(late.error().code, std::string("conflict"));
        QCOMPARE(documents.versions(DocumentKind::Route, "a").value().size(), std::size_t{2});
    }

    void labelsMoveAndAskForWhatIsThere() {
        test::StoreFixture fixture;
        store::DocumentRepository documents(*fixture.connection);
        QVERIFY(documents.add({route("a", "p/m")}, {}, {}, {}, kActor, wallNow()).has_value());
        QVERIFY(documents.add({route("a", "p/n")}, {}, {}, {}, kActor, wallNow()).has_value());
        QVERIFY(documents.moveLabel(DocumentKind::Route, "a", "production", 2, 1, kActor, wallNow()).has_value());
        QCOMPARE(documents.find(DocumentKind::Route, {"a", "production", {}}).value().version, 2);
        QCOMPARE(documents.moveLabel(DocumentKind::Route, "a", "production", 1, 1, kActor, wallNow()).error().code, std::string("conflict"));
        QCOMPARE(documents.moveLabel(DocumentKind::Route, "a", "staging", 9, {}, kActor, wallNow()).error().code, std::string("version_not_found"));
        QCOMPARE(documents.moveLabel(DocumentKind::Route, "a", "latest", 1, {}, kActor, wallNow()).error().code, std::string("label_reserved"));
        QCOMPARE(documents.find(DocumentKind::Route, {"a", "staging", {}}).error().code, std::string("label_not_found"));
        QCOMPARE(documents.find(DocumentKind::Route, {"b", "production", {}}).error().code, std::string("document_not_found"));
    }

    void whatOthersNameIsNotArchived() {
        test::StoreFixture fixture;
        store::DocumentRepository documents(*fixture.connection);
        const model::Document policy{DocumentKind::Policy, "strict", {}};
        auto user = route("a", "p/m");
        user.spec["policies"] = boost::json::array{"strict"};
        QVERIFY(documents.add({policy, user}, {}, {}, {}, kActor, wallNow()).has_value());
        const auto refused = documents.archive(DocumentKind::Policy, "strict", kActor, wallNow());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, std::string("referred_to"));
        QVERIFY(refused.error().message.find("route/a") != std::string::npos);
        QVERIFY(documents.archive(DocumentKind::Route, "a", kActor, wallNow()).has_value());
        QVERIFY(documents.archive(DocumentKind::Policy, "strict", kActor, wallNow()).has_value());
        QVERIFY(documents.production().value().empty());
    }

    void refusalsListWhoRefersAndBy() {
        test::StoreFixture fixture;
        store::DocumentRepository documents(*fixture.connection);
        const auto prompt = [](const std::string& name, const std::string& text) {
            return model::Document{DocumentKind::Prompt, name, boost::json::object{{"messages", {boost::json::object{{"role", "user"}, {"content", text}}}}}};
        };
        const model::Document partial{DocumentKind::Prompt, "tone", boost::json::object{{"text", "Be kind."}}};
        const model::Document workflow{DocumentKind::Workflow, "reply", boost::json::object{{"prompt", "answer@staging"}, {"route", "a"}, {"runbooks", {"outage"}}}};
        const model::Document runbook{DocumentKind::Runbook, "outage", boost::json::object{{"steps", boost::json::array{}}}};
        const model::Document tests{DocumentKind::TestSet, "cases",
                                    boost::json::object{{"workflow", "reply"}, {"model", "route/a"}, {"cases", {boost::json::object{{"name", "c"}, {"input", 1}, {"expect", {boost::json::object{{"type", "judge"}, {"judge", "judge"}, {"criterion", "x"}}}}}}}}};
        QVERIFY(documents.add({partial, prompt("answer", "{{> tone}} {{input}}"), prompt("judge", "{{output}}"), route("a", "p/m"), runbook, workflow, tests}, {}, {}, {}, kActor, wallNow()).has_value());
        const auto usersOf = [&](DocumentKind kind, const std::string& name) {
            std::string users;
            const auto found = documents.referrers(kind, name);
            for (const auto& user : *found) users += store::subjectOf(user.by.document.kind, user.by.document.name) + user.pointer + ' ' + user.reference.text() + ';';
            return users;
        };
        QCOMPARE(usersOf(DocumentKind::Prompt, "tone"), std::string("prompt/answer/spec/messages/0/content tone@production;"));
        QCOMPARE(usersOf(DocumentKind::Prompt, "answer"), std::string("workflow/reply/spec/prompt answer@staging;"));
        QCOMPARE(usersOf(DocumentKind::Prompt, "judge"), std::string("test_set/cases/spec/cases/0/expect/0/judge judge@production;"));
        QCOMPARE(usersOf(DocumentKind::Route, "a"), std::string("test_set/cases/spec/model a@production;workflow/reply/spec/route a@production;"));
        QCOMPARE(usersOf(DocumentKind::Runbook, "outage"), std::string("workflow/reply/spec/runbooks/0 outage@production;"));
        QCOMPARE(usersOf(DocumentKind::Workflow, "reply"), std::string("test_set/cases/spec/workflow reply@production;"));
        QCOMPARE(documents.archive(DocumentKind::Prompt, "tone", kActor, wallNow()).error().code, std::string("referred_to"));
        // The label that a workflow names stays as well.
        QVERIFY(documents.moveLabel(DocumentKind::Prompt, "answer", "staging", 1, {}, kActor, wallNow()).has_value());
        QVERIFY(documents.moveLabel(DocumentKind::Prompt, "answer", "spare", 1, {}, kActor, wallNow()).has_value());
        const auto refused = documents.removeLabel(DocumentKind::Prompt, "answer", "staging", kActor, wallNow());
        QCOMPARE(refused.error().code, std::string("referred_to"));
        QVERIFY2(refused.error().message.find("workflow/reply") != std::string::npos, refused.error().message.c_str());
        QVERIFY(documents.removeLabel(DocumentKind::Prompt, "answer", "spare", kActor, wallNow()).has_value());
        QVERIFY(documents.archive(DocumentKind::TestSet, "cases", kActor, wallNow()).has_value());
        QVERIFY(documents.archive(DocumentKind::Workflow, "reply", kActor, wallNow()).has_value());
        QVERIFY(documents.archive(DocumentKind::Prompt, "answer", kActor, wallNow()).has_value());
        QVERIFY(documents.restore(DocumentKind::Prompt, "answer", kActor, wallNow()).has_value());
        QVERIFY(!documents.isArchived(DocumentKind::Prompt, "answer").value());
    }

    void listsFindWhatVersionsSay() {
        test::StoreFixture fixture;
        store::DocumentRepository documents(*fixture.connection);
        auto old = route("a", "p/m");
        old.spec["description"] = "Says \"hello\" first";
        QVERIFY(documents.add({old, route("b", "p/n")}, {}, {}, {}, kActor, wallNow()).has_value());
        QCOMPARE(documents.list({}, "\"HELLO\"").value().size(), std::size_t(1));
        QCOMPARE(documents.list({}, "\"hello\"").value().front().description, std::string("Says \"hello\" first"));
        QCOMPARE(documents.list(DocumentKind::Policy, "hello").value().size(), std::size_t(0));
        QCOMPARE(documents.list({}, "b").value().front().labels.at("production"), 1);
        QVERIFY(documents.add({route("a", "p/o")}, {}, {}, {}, kActor, wallNow()).has_value());
        QCOMPARE(documents.list({}, "hello").value().size(), std::size_t(0)); // the latest says so no more
        QVERIFY(documents.versions(DocumentKind::Route, "a").value().front().document.spec.empty());
    }

    void whatMovedOnIsAConflictAndAllAreTold() {
        test::StoreFixture fixture;
        store::DocumentRepository documents(*fixture.connection);
        QVERIFY(documents.add({route("a", "p/1"), route("b", "p/1"), route("c", "p/1")}, {}, {}, {}, kActor, wallNow()).has_value());
        QVERIFY(documents.add({route("a", "p/2")}, {}, {}, {}, kActor, wallNow()).has_value());
        const store::RegistrationBase base{1, 1, 1};
        auto refused = documents.add({route("a", "p/3"), route("b", "p/3"), route("c", "p/1")}, {}, {}, {}, kActor, wallNow(), {base, base, base});
        QCOMPARE(refused.error().code, std::string("conflict"));
        QCOMPARE(refused.error().violations.size(), std::size_t(1));
        QCOMPARE(refused.error().violations[0].pointer, std::string("/documents/0"));
        QVERIFY2(refused.error().violations[0].message.find("version 2 now, by ada") != std::string::npos, refused.error().violations[0].message.c_str());
        // The same content is none, whatever moved; and what nobody edited is no new version.
        QVERIFY(documents.add({route("a", "p/2")}, {}, {}, {}, kActor, wallNow(), {base}).value()[0].unchanged);
        const auto kept = documents.add({route("a", "p/1")}, {}, {}, {}, kActor, wallNow(), {store::RegistrationBase{1, 2, 1}}).value();
        QVERIFY(kept[0].unchanged);
        QCOMPARE(kept[0].version, 1);
        QVERIFY(documents.moveLabel(DocumentKind::Route, "a", "production", 2, {}, kActor, wallNow()).has_value());
        refused = documents.add({route("a", "p/3")}, {}, {}, {}, kActor, wallNow(), {store::RegistrationBase{1, 2, 1}});
        QCOMPARE(refused.error().code, std::string("conflict"));
    }

    void everyChangeIsInTheAuditChainAndTamperingShows() {
        test::StoreFixture fixture;
        store::DocumentRepository documents(*fixture.connection);
        QVERIFY(documents.add({route("a", "p/m")}, "why", {}, {}, kActor, wallNow()).has_value());
        store::AuditLog audit(*fixture.connection);
        const auto entries = audit.page({}, {}, 10).value();
        QCOMPARE(entries.size(), std::size_t{2}); // the version and its label
        QCOMPARE(entries[0].actor, kActor.name);
        QCOMPARE(entries[0].peer, kActor.peer);
        QVERIFY(!audit.firstBroken().value().has_value());
        store::Statement tamper(fixture.connection->database(), "UPDATE audit SET actor = 'eve' WHERE id = 1");
        QVERIFY(tamper.run().has_value());
        QCOMPARE(audit.firstBroken().value().value(), 1);
    }

    void aRevokedCredentialStaysListedAndRevoked() {
        test::StoreFixture fixture;
        store::CredentialRepository keys(*fixture.connection, store::CredentialKind::ApplicationKey);
        const auto made = keys.add("web", {}, "sbk_abcdefghijklmnop", {1, 2, 3}, kActor, wallNow()).value();
        QCOMPARE(made.prefix, std::string("sbk_abcdef"));
        QVERIFY(keys.revoke(made.id, kActor, wallNow()).has_value());
        QVERIFY(!keys.revoke(made.id, kActor, wallNow()).has_value());
        QVERIFY(keys.list().value().at(0).revoked);
        store::Statement last(fixture.connection->database(), "SELECT subject, detail FROM audit WHERE action = 'key.revoke'"); // which one, as its making was noted
        QVERIFY(last.run().has_value() && last.next());
        QCOMPARE(last.text(), made.name);
        QCOMPARE(last.text(), made.prefix);
    }

    void aSecretOpensOnlyForItsAddressAndCannotBeMoved() {
        test::StoreFixture fixture;
        const auto master = store::loadMasterKey(fixture.path()).value();
        struct stat mode{};
        QCOMPARE(::stat((fixture.path() + "/master.key").c_str(), &mode), 0);
        QCOMPARE(mode.st_mode & 0777U, 0600U);
        QVERIFY(store::loadMasterKey(fixture.path()).value() == master);
        store::SecretRepository secrets(*fixture.connection, master);
        QVERIFY(secrets.put("openai", "https://api.openai.com:443", "sk-very-secret", kActor, wallNow()).has_value());
        QVERIFY(secrets.put("other", "https://evil.example:443", "x", kActor, wallNow()).has_value());
        QCOMPARE(secrets.reveal("openai", "https://api.openai.com:443").value(), std::string("sk-very-secret"));
        QCOMPARE(secrets.reveal("openai", "https://evil.example:443").error().code, std::string("secret_bound_elsewhere"));
        store::Statement move(fixture.connection->database(), "UPDATE secret SET nonce = (SELECT nonce FROM secret WHERE name = 'openai'), ciphertext = (SELECT ciphertext FROM secret WHERE name = 'openai') WHERE name = 'other'");
        QVERIFY(move.run().has_value());
        QCOMPARE(secrets.reveal("other", "https://evil.example:443").error().code, std::string("secret_damaged"));
        store::Statement plain(fixture.connection->database(), "SELECT COUNT(*) FROM secret WHERE INSTR(CAST(ciphertext AS TEXT), 'very-secret') > 0");
        QVERIFY(plain.run().has_value());
        QVERIFY(plain.next());
        QCOMPARE(plain.integer(), 0);
        auto another = master;
        another[0] = static_cast<unsigned char>(another[0] ^ 1U);
        QCOMPARE(store::SecretRepository(*fixture.connection, another).reveal("openai", "https://api.openai.com:443").error().code, std::string("secret_damaged"));
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
