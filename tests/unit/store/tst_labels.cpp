// Labels: their history, and what no credential gets round.
#include "core/store/approval_repository.h"
#include "core/store/document_repository.h"
#include "core/store/rollout_repository.h"
#include "tests/unit/store/fixture.h"

#include <boost/json.hpp>

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace signalbox;
using model::DocumentKind;

namespace {

const store::Actor kAda{"ada", "127.0.0.1", 1};
const store::Actor kBob{"bob", "127.0.0.1", 2};
const store::Actor kAdaElsewhere{" Ada ", "127.0.0.1", 3}; // another token of the same person
constexpr auto kPrompt = DocumentKind::Prompt;

model::Document prompt(const std::string& text, const std::string& name = "p") {
    return {kPrompt, name, boost::json::object{{"messages", {boost::json::object{{"role", "user"}, {"content", text}}}}}};
}

void must(const model::Result<void>& done) {
    if (!done) qFatal("%s", done.error().message.c_str());
}

/// A prompt `p` with three versions, the first in production; `production` protected if asked for.
struct Registry {
    explicit Registry(bool isProtected = false) : documents(*fixture.connection), labels(*fixture.connection), approvals(*fixture.connection), rollouts(*fixture.connection) {
        for (const auto* text : {"one", "two", "three"}) documents.add({prompt(text)}, text, {}, {}, kAda, wallNow()).value();
        if (isProtected) must(labels.protect("prompt", "production", kAda, wallNow()));
    }
    std::int64_t at(const std::string& label = "production") { return labels.at(kPrompt, "p", label).value(); }
    store::Approval ask(std::int64_t version, std::optional<model::RolloutPlan> plan = {}) {
        store::Approval wanted;
        wanted.name = "p";
        wanted.label = "production";
        wanted.to = version;
        wanted.plan = std::move(plan);
        return approvals.request(wanted, kAda, wallNow()).value();
    }
    std::string stateOf(std::int64_t id) { return std::string(nameOf(approvals.find(id).value().state)); }
    bool isAudited(const std::string& action) {
        const auto entries = store::AuditLog(*fixture.connection).page({}, action, 500).value();
        return std::any_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.action == action; });
    }

    test::StoreFixture fixture;
    store::DocumentRepository documents;
    store::LabelRepository labels;
    store::ApprovalRepository approvals;
    store::RolloutRepository rollouts;
};

} // namespace

class TestLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachLabelKeepsItsOwnHistory() {
        Registry registry;
        QVERIFY(registry.documents.moveLabel(kPrompt, "p", "production", 2, 1, kBob, wallNow(), "better").has_value());
        QVERIFY(registry.documents.moveLabel(kPrompt, "p", "staging", 3, 0, kAda, wallNow()).has_value());
        QVERIFY(registry.documents.moveLabel(kPrompt, "p", "production", 2, {}, kAda, wallNow()).has_value()); // it is there: no move
        const auto moves = registry.labels.history(kPrompt, "p", "production").value();
        QCOMPARE(moves.size(), std::size_t(2));
        QCOMPARE(moves[0].from, 1);
        QCOMPARE(moves[0].to, 2);
        QCOMPARE(moves[0].actor, std::string("bob"));
        QCOMPARE(moves[0].message, std::string("better"));
        QCOMPARE(moves[1].from, 0);
        QCOMPARE(registry.labels.history(kPrompt, "p", "staging").value().size(), std::size_t(1));
    }

    void rollingBackGoesWhereTheLabelWas() {
        Registry registry;
        QCOMPARE(registry.labels.rollBack(kPrompt, "p", "production", {}, kAda, wallNow()).error().code, std::string("no_history"));
        QVERIFY(registry.documents.moveLabel(kPrompt, "p", "production", 3, {}, kAda, wallNow()).has_value());
        QCOMPARE(registry.labels.rollBack(kPrompt, "p", "production", "it was worse", kAda, wallNow()).value(), 1);
        QCOMPARE(registry.at(), 1);
        QCOMPARE(registry.labels.rollBack(kPrompt, "p", "production", {}, kAda, wallNow()).value(), 3);
        QCOMPARE(registry.labels.rollBack(kPrompt, "p", "staging", {}, kAda, wallNow()).error().code, std::string("label_not_found"));
    }

    void oneOfTwoMoversWhoExpectTheSameGetsAConflict() {
        Registry registry;
        std::atomic<int> moved = 0;
        std::atomic<int> conflicts = 0;
        std::vector<std::thread> movers;
        for (int i = 0; i < 6; ++i)
            movers.emplace_back([&, i] {
                auto connection = store::Connection::open(registry.fixture.path(), store::Durability::Full).value();
                const auto result = store::DocumentRepository(*connection).moveLabel(kPrompt, "p", "production", 2 + i % 2, 1, kAda, wallNow());
                if (result) ++moved;
                else if (result.error().code == "conflict") ++conflicts;
            });
        for (auto& mover : movers) mover.join();
        QCOMPARE(moved.load(), 1);
        QCOMPARE(conflicts.load(), 5);
        QCOMPARE(registry.labels.history(kPrompt, "p", "production").value().size(), std::size_t(2));
    }

    void aProtectedLabelMovesInNoWayWithoutApproval() {
        Registry registry(true);
        const std::string required = "approval_required";
        QVERIFY(registry.documents.add({prompt("four")}, {}, {}, {}, kAda, wallNow()).has_value()); // without the label
        QCOMPARE(registry.documents.moveLabel(kPrompt, "p", "production", 2, {}, kAda, wallNow()).error().code, required);
        QCOMPARE(registry.documents.add({prompt("five")}, {}, "production", {}, kAda, wallNow()).error().code, required);
        QCOMPARE(registry.documents.versions(kPrompt, "p").value().size(), std::size_t(4)); // nothing stored
        QCOMPARE(registry.rollouts.start({kPrompt, "p", "production", 2, {}, {}, {}}, {}, kAda, wallNow()).error().code, required);
        QCOMPARE(registry.labels.move({kPrompt, "p", "production", 2, {}, {}, 99}, kAda, wallNow()).error().code, required);
        const auto open = registry.ask(2);
        QCOMPARE(registry.labels.move({kPrompt, "p", "production", 3, {}, {}, open.id}, kBob, wallNow()).error().code, required); // another version than that
        registry.approvals.approve(open.id, {}, kBob, wallNow()).value();
        QCOMPARE(registry.at(), 2);
        QCOMPARE(registry.labels.rollBack(kPrompt, "p", "production", {}, kAda, wallNow()).error().code, required);
        QCOMPARE(registry.labels.move({kPrompt, "p", "production", 3, {}, {}, open.id}, kBob, wallNow()).error().code, required); // it was used
        must(registry.labels.protect("*", "staging", kAda, wallNow()));
        QCOMPARE(registry.documents.moveLabel(kPrompt, "p", "staging", 1, {}, kAda, wallNow()).error().code, required);
        QCOMPARE(registry.at(), 2);
        QCOMPARE(registry.at("staging"), 0);
    }

    void aProtectedLabelIsNotRemoved() {
        Registry registry;
        QVERIFY(registry.documents.moveLabel(kPrompt, "p", "eu", 1, {}, kAda, wallNow()).has_value());
        must(registry.labels.protect("prompt", "eu", kAda, wallNow()));
        QCOMPARE(registry.documents.removeLabel(kPrompt, "p", "eu", kAda, wallNow()).error().code, std::string("approval_required"));
        must(registry.labels.unprotect("prompt", "eu", kAda, wallNow()));
        QVERIFY(registry.documents.removeLabel(kPrompt, "p", "eu", kAda, wallNow()).has_value());
    }

    void theFirstVersionGetsItsProductionEvenWhereThatIsProtected() {
        Registry registry(true);
        QVERIFY(registry.documents.add({prompt("one", "fresh")}, {}, {}, {}, kAda, wallNow()).has_value());
        QCOMPARE(registry.labels.at(kPrompt, "fresh", "production").value(), 1);
        must(registry.labels.protect("prompt", "eu", kAda, wallNow()));
        QCOMPARE(registry.documents.add({prompt("one", "other")}, {}, "eu", {}, kAda, wallNow()).error().code, std::string("approval_required"));
    }

    void anApprovalTakesAnotherPerson() {
        Registry registry(true);
        const auto asked = registry.ask(2);
        QCOMPARE(registry.approvals.approve(asked.id, {}, kAda, wallNow()).error().code, std::string("same_person"));
        QCOMPARE(registry.approvals.approve(asked.id, {}, kAdaElsewhere, wallNow()).error().code, std::string("same_person"));
        QCOMPARE(registry.approvals.approve(asked.id, {}, {"renamed", "", kAda.tokenId}, wallNow()).error().code, std::string("same_person"));
        QCOMPARE(registry.at(), 1);
        const auto approved = registry.approvals.approve(asked.id, "fine", kBob, wallNow()).value();
        QCOMPARE(registry.stateOf(asked.id), std::string("applied"));
        QCOMPARE(approved.decidedBy, std::string("bob"));
        QCOMPARE(registry.at(), 2);
        QCOMPARE(registry.labels.history(kPrompt, "p", "production").value().front().approval.value(), asked.id);
        QCOMPARE(registry.approvals.approve(asked.id, {}, kBob, wallNow()).error().code, std::string("approval_decided"));
        QVERIFY(registry.isAudited("approval.request") && registry.isAudited("approval.approve"));
    }

    void anApprovalIsVoidWhenTheLabelMoved() {
        Registry registry;
        const auto asked = registry.ask(2);
        QVERIFY(registry.documents.moveLabel(kPrompt, "p", "production", 3, {}, kBob, wallNow()).has_value());
        QCOMPARE(registry.stateOf(asked.id), std::string("void"));
        QCOMPARE(registry.approvals.approve(asked.id, {}, kBob, wallNow()).error().code, std::string("approval_void"));
        QVERIFY(registry.documents.moveLabel(kPrompt, "p", "production", 1, {}, kBob, wallNow()).has_value()); // and stays so
        QCOMPARE(registry.approvals.approve(asked.id, {}, kBob, wallNow()).error().code, std::string("approval_void"));
        QCOMPARE(registry.at(), 1);
        QVERIFY(registry.isAudited("approval.void"));
    }

    void anApprovalIsVoidWhenTheContentIsNoMoreWhatWasRead() {
        Registry registry(true);
        const auto asked = registry.ask(2);
        store::Statement tamper(registry.fixture.connection->database(), "UPDATE document_version SET spec = REPLACE(spec, 'two', 'evil') WHERE version = 2");
        QVERIFY(tamper.run().has_value());
        QCOMPARE(registry.approvals.approve(asked.id, {}, kBob, wallNow()).error().code, std::string("approval_void"));
        QCOMPARE(registry.stateOf(asked.id), std::string("void"));
        QCOMPARE(registry.at(), 1);
    }

    void anApprovalIsVoidWhenItsTestRunIsNoMoreTheSame() {
        Registry registry(true);
        std::string result = "passed";
        store::ApprovalRepository approvals(*registry.fixture.connection, {}, [&](const std::string& id, DocumentKind, const std::string&, std::int64_t version) -> model::Result<std::string> {
            if (id != "t1" || version != 2) return model::failure(model::ErrorClass::NotFound, "no such run", "test_run_not_found");
            return result;
        });
        store::Approval wanted;
        wanted.name = "p";
        wanted.label = "production";
        wanted.to = 3;
        wanted.testRunId = "t1";
        QCOMPARE(approvals.request(wanted, kAda, wallNow()).error().code, std::string("test_run_not_found"));
        wanted.to = 2;
        const auto asked = approvals.request(wanted, kAda, wallNow()).value();
        result = "failed";
        QCOMPARE(approvals.approve(asked.id, {}, kBob, wallNow()).error().code, std::string("approval_void"));
        QCOMPARE(registry.at(), 1);
    }

    void anApprovalIsVoidWhenTheDocumentGoes() {
        Registry registry(true);
        const auto asked = registry.ask(2);
        QVERIFY(registry.documents.archive(kPrompt, "p", kBob, wallNow()).has_value());
        QCOMPARE(registry.stateOf(asked.id), std::string("void"));
        QVERIFY(registry.documents.restore(kPrompt, "p", kBob, wallNow()).has_value());
        QCOMPARE(registry.approvals.approve(asked.id, {}, kBob, wallNow()).error().code, std::string("approval_void"));
    }

    void requestsAreWithdrawnByWhoAskedAndRejectedByOthers() {
        Registry registry(true);
        const auto first = registry.ask(2);
        store::Approval twin;
        twin.name = "p";
        twin.label = "production";
        twin.to = 2;
        QCOMPARE(registry.approvals.request(twin, kBob, wallNow()).error().code, std::string("conflict"));
        QCOMPARE(registry.approvals.withdraw(first.id, {}, kBob, wallNow()).error().code, std::string("not_requester"));
        QVERIFY(registry.approvals.withdraw(first.id, {}, kAda, wallNow()).has_value());
        const auto second = registry.ask(2);
        QCOMPARE(registry.approvals.reject(second.id, "no", kBob, wallNow()).value().note, std::string("no"));
        QCOMPARE(registry.approvals.approve(second.id, {}, kBob, wallNow()).error().code, std::string("approval_decided"));
        QCOMPARE(registry.approvals.list(store::ApprovalState::Open, 10).value().size(), std::size_t(0));
        QCOMPARE(registry.approvals.list({}, 10).value().size(), std::size_t(2));
    }

    void aRolloutGoesStageByStageAndThenTheLabelMoves() {
        Registry registry;
        auto rollout = registry.rollouts.start({kPrompt, "p", "production", 2, {}, "try it", {}}, {}, kAda, wallNow()).value();
        QCOMPARE(rollout.stable, 1);
        QCOMPARE(rollout.percent, 5);
        QCOMPARE(registry.rollouts.start({kPrompt, "p", "production", 3, {}, {}, {}}, {}, kAda, wallNow()).error().code, std::string("conflict"));
        rollout = registry.rollouts.advance(kPrompt, "p", "production", {}, kAda, wallNow()).value().value();
        QCOMPARE(rollout.percent, 25);
        QCOMPARE(registry.rollouts.advance(kPrompt, "p", "production", std::size_t(0), kAda, wallNow()).error().code, std::string("conflict"));
        QCOMPARE(registry.rollouts.activeRollouts().value().size(), std::size_t(1));
        QCOMPARE(registry.at(), 1);
        QVERIFY(!registry.rollouts.advance(kPrompt, "p", "production", std::size_t(1), kAda, wallNow()).value().has_value());
        QCOMPARE(registry.at(), 2);
        QVERIFY(registry.rollouts.activeRollouts().value().empty());
        QCOMPARE(registry.rollouts.find(kPrompt, "p", "production").error().code, std::string("no_rollout"));
        QCOMPARE(registry.labels.history(kPrompt, "p", "production").value().front().message, std::string("try it"));
        for (const auto* action : {"rollout.start", "rollout.advance", "rollout.end"}) QVERIFY(registry.isAudited(action));
    }

    void anApprovedRolloutRunsToItsEndAndNoOther() {
        Registry registry(true);
        const auto asked = registry.ask(2, model::RolloutPlan{{10, 100}, {}, false});
        registry.approvals.approve(asked.id, {}, kBob, wallNow()).value();
        QCOMPARE(registry.at(), 1);
        const auto begun = registry.rollouts.find(kPrompt, "p", "production").value();
        QCOMPARE(begun.percent, 10);
        QCOMPARE(begun.approval.value(), asked.id);
        QVERIFY(!registry.rollouts.advance(kPrompt, "p", "production", {}, kAda, wallNow()).value().has_value());
        QCOMPARE(registry.at(), 2);

        // Begun before the label was protected: it does not go on.
        Registry other;
        QVERIFY(other.rollouts.start({kPrompt, "p", "production", 2, {}, {}, {}}, {}, kAda, wallNow()).has_value());
        must(other.labels.protect("prompt", "production", kAda, wallNow()));
        QCOMPARE(other.rollouts.advance(kPrompt, "p", "production", {}, kAda, wallNow()).error().code, std::string("approval_required"));
        QVERIFY(other.rollouts.stop(kPrompt, "p", "production", "never mind", kAda, wallNow()).has_value()); // but may always stop
        QCOMPARE(other.at(), 1);
    }

    void onlyPromptsAndWorkflowsAreRolledOut() {
        Registry registry;
        const model::Document policy{DocumentKind::Policy, "x", boost::json::object{{"description", "a"}}};
        QVERIFY(registry.documents.add({policy}, {}, {}, {}, kAda, wallNow()).has_value());
        QCOMPARE(registry.rollouts.start({DocumentKind::Policy, "x", "production", 1, {}, {}, {}}, {}, kAda, wallNow()).error().code, std::string("no_rollout_of_kind"));
        QCOMPARE(registry.rollouts.start({kPrompt, "p", "staging", 2, {}, {}, {}}, {}, kAda, wallNow()).error().code, std::string("label_nowhere"));
    }

    void aMoveThatTheDocumentsForbidMovesNothing() {
        Registry registry;
        const store::MoveCheck refuse = [](const store::LabelMove& move) -> model::Result<void> {
            if (move.version == 2) return model::failure(model::ErrorClass::InvalidRequest, "workflow/w needs otherwise", "in_use");
            return {};
        };
        store::LabelRepository labels(*registry.fixture.connection, refuse);
        store::RolloutRepository rollouts(*registry.fixture.connection, refuse);
        store::DocumentRepository documents(*registry.fixture.connection, {{}, refuse});
        QCOMPARE(labels.move({kPrompt, "p", "production", 2, {}, {}, {}}, kAda, wallNow()).error().code, std::string("in_use"));
        QCOMPARE(rollouts.start({kPrompt, "p", "production", 2, {}, {}, {}}, {}, kAda, wallNow()).error().code, std::string("in_use"));
        QCOMPARE(documents.moveLabel(kPrompt, "p", "production", 2, {}, kAda, wallNow()).error().code, std::string("in_use"));
        QVERIFY(documents.moveLabel(kPrompt, "p", "production", 3, {}, kAda, wallNow()).has_value());
    }
};

QTEST_GUILESS_MAIN(TestLabels)
#include "tst_labels.moc"
