#include "tests/ui/gateway_fixture.h"
#include "tests/ui/person.h"
#include "tests/ui/ui_fixture.h"

#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// A protected label and two people, each at a console of their own: kim writes, ana decides.
class RealApprovalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!test::RealGateway::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        test::prepareApplication();
        m_gateway = std::make_unique<test::RealGateway>();
        QVERIFY2(m_gateway->begin(), m_gateway->problem().c_str());
        m_kimsToken = m_gateway->tokenOf(u"kim"_s, u"engineer"_s);
        m_anasToken = m_gateway->tokenOf(u"ana"_s, u"operator"_s);
        QVERIFY(m_gateway->ask("PUT", u"/protected-labels/prompt/production"_s).contains("label"_L1));
    }
    void init() {
        QSettings().clear();
        m_kim = std::make_unique<Desk>(*m_gateway, m_kimsToken);
        m_ana = std::make_unique<Desk>(*m_gateway, m_anasToken);
        QVERIFY(m_kim->console.goLive() && m_ana->console.goLive());
    }
    void cleanup() {
        m_kim.reset();
        m_ana.reset();
    }
    void cleanupTestCase() { m_gateway.reset(); }

    void whatKimAsksForAnaApproves() {
        begin(u"asked"_s, 2);
        askFor(u"asked"_s, 2, u"Shorter"_s);
        // Ana has it open and sees it come; kim may not decide.
        QVERIFY(m_ana->person.reads(u"kim asks to move production from version 1 to version 2"_s));
        QVERIFY(m_ana->person.reads(u"“Shorter”"_s));
        QVERIFY(m_kim->person.see(u"approval-withdraw"_s));
        QVERIFY(m_kim->person.lacks(u"approval-approve"_s));
        QCOMPARE(live(u"asked"_s), 1);
        QVERIFY(m_ana->person.type(u"approval-note"_s, u"Reads well"_s));
        QVERIFY(m_ana->person.click(u"approval-approve"_s));
        QVERIFY(m_ana->person.reads(u"version 2 is live and the newest"_s));
        QVERIFY(m_kim->person.reads(u"ana approved: production is at version 2. “Reads well”"_s));
        QVERIFY(m_kim->person.reads(u"version 2 is live and the newest"_s));
        QTRY_VERIFY(m_kim->person.lacks(u"approval"_s) && m_ana->person.lacks(u"approval"_s));
        QCOMPARE(live(u"asked"_s), 2);
    }

    void whatAnaRejectsStaysWhereItIs() {
        begin(u"rejected"_s, 2);
        askFor(u"rejected"_s, 2, u"Please"_s);
        QVERIFY(m_ana->person.type(u"approval-note"_s, u"Too long"_s));
        QVERIFY(m_ana->person.click(u"approval-reject"_s));
        QVERIFY(m_kim->person.reads(u"ana rejected the move of production to version 2. “Too long”"_s));
        QTRY_VERIFY(m_kim->person.lacks(u"approval"_s) && m_ana->person.lacks(u"approval"_s));
        QCOMPARE(live(u"rejected"_s), 1);
    }

    void aRequestIsVoidWhenTheLabelMovedMeanwhile() {
        begin(u"voided"_s, 3);
        askFor(u"voided"_s, 2, {});
        askFor(u"voided"_s, 3, {});
        // The newer one is decided first; what the older one began from is no longer what is there.
        const QJsonArray open = m_gateway->ask("GET", u"/approvals?state=open"_s).value("items"_L1).toArray();
        QCOMPARE(open.size(), 2);
        QTRY_COMPARE(m_ana->buttons(u"approval-approve"_s).size(), 2);
        QVERIFY(m_ana->person.click(m_ana->buttons(u"approval-approve"_s).value(0)));
        QTRY_COMPARE(live(u"voided"_s), 3);
        QVERIFY(m_kim->person.reads(u"The request to move production to version 2 is void: the label was moved from version 1 to 3 by ana."_s));
        QTRY_VERIFY(m_kim->person.lacks(u"approval"_s) && m_ana->person.lacks(u"approval"_s));
        QCOMPARE(live(u"voided"_s), 3);
    }

    void whoAskedTakesItBackAndNobodyApprovesOnesOwn() {
        begin(u"withdrawn"_s, 2);
        // Ana asks this time, who may decide, but not of this.
        QVERIFY(m_ana->person.press(u"Promote 2…"_s));
        QVERIFY(m_ana->person.press(u"Request approval"_s));
        QVERIFY(m_ana->person.reads(u"You asked for it: another person has to decide."_s));
        QVERIFY(!m_ana->person.see<QPushButton>(u"approval-approve"_s)->isEnabled());
        const auto refused = m_gateway->ask("POST", u"/approvals/%1/approve"_s.arg(newest()), {}, m_anasToken);
        QCOMPARE(refused.value("error"_L1)["code"_L1].toString(), u"same_person"_s);
        QVERIFY(m_kim->person.reads(u"ana asks to move production from version 1 to version 2"_s));
        QVERIFY(m_kim->person.lacks(u"approval-withdraw"_s));
        QVERIFY(m_ana->person.click(u"approval-withdraw"_s));
        QVERIFY(m_kim->person.reads(u"The request to move production to version 2 was withdrawn."_s));
        QTRY_VERIFY(m_ana->person.lacks(u"approval"_s));
        QCOMPARE(live(u"withdrawn"_s), 1);
    }

    void aProtectedLabelDoesNotRollBackAlone() {
        begin(u"back"_s, 2);
        askFor(u"back"_s, 2, {});
        QVERIFY(m_ana->person.click(u"approval-approve"_s));
        QVERIFY(m_ana->person.reads(u"version 2 is live and the newest"_s));
        QVERIFY(m_ana->person.take(u"prompt-more"_s, u"Roll back: version 1 becomes live again"_s));
        QVERIFY(m_ana->person.reads(u"production is protected: another person has to approve."_s));
        QCOMPARE(m_ana->person.see<QPushButton>(u"promote-apply"_s)->text(), u"Request approval"_s);
        QCOMPARE(live(u"back"_s), 2);
    }

private:
    struct Desk {
        Desk(const test::RealGateway& gateway, const QString& token) : console(gateway, token), person(*console.window) {}
        QList<QPushButton*> buttons(const QString& name) {
            QList<QPushButton*> all;
            for (auto* one : console.window->findChildren<QPushButton*>(name))
                if (one->isVisible() && one->isEnabled()) all << one;
            return all;
        }
        test::ConsoleOnGateway console;
        test::Person person;
    };

    /// A prompt of so many versions, the first live, which both have open.
    void begin(const QString& name, int versions) {
        for (int version = 1; version <= versions; ++version) {
            const QJsonObject spec{{"messages"_L1, QJsonArray{QJsonObject{{"role"_L1, "user"_L1}, {"content"_L1, u"Say it %1 times"_s.arg(version)}}}}};
            QCOMPARE(m_gateway->ask("POST", u"/documents"_s, {{"kind"_L1, "prompt"_L1}, {"name"_L1, name}, {"spec"_L1, spec}}).value("version"_L1).toInt(), version);
        }
        QCOMPARE(live(name), 1);
        for (Desk* desk : {m_kim.get(), m_ana.get()}) {
            desk->console.window->openLink(QUrl(u"signalbox://prompts/"_s + name));
            QVERIFY(desk->person.reads(u"version 1 is live, %1 is the newest"_s.arg(versions)));
            QVERIFY(desk->person.reads(u"production moves only with approval"_s));
        }
    }
    void askFor(const QString& name, int version, const QString& message) {
        m_kim->console.window->openLink(QUrl(u"signalbox://prompts/%1/%2"_s.arg(name).arg(version)));
        QVERIFY(m_kim->person.press(u"Promote %1…"_s.arg(version)));
        QVERIFY(m_kim->person.reads(u"production is protected: another person has to approve."_s));
        if (!message.isEmpty()) QVERIFY(m_kim->person.type(u"promote-message"_s, message));
        QVERIFY(m_kim->person.press(u"Request approval"_s));
        QVERIFY(m_kim->person.reads(u"The approval is requested."_s));
        QVERIFY(m_kim->person.reads(u"kim asks to move production from version 1 to version %1"_s.arg(version)));
    }
    int live(const QString& name) const { return m_gateway->ask("GET", u"/documents/prompt/"_s + name).value("version"_L1).toInt(); }
    int newest() const { return m_gateway->ask("GET", u"/approvals"_s).value("items"_L1)[0]["id"_L1].toInt(); }

    std::unique_ptr<test::RealGateway> m_gateway;
    QString m_kimsToken;
    QString m_anasToken;
    std::unique_ptr<Desk> m_kim;
    std::unique_ptr<Desk> m_ana;
};

QTEST_MAIN(RealApprovalsTest)
#include "tst_real_approvals.moc"
