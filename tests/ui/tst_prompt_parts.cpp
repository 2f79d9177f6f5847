#include "ui/prompts/comparison.h"
#include "ui/prompts/prompt_draft.h"
#include "ui/prompts/prompt_list_model.h"
#include "ui/prompts/run_choice.h"
#include "ui/prompts/variables_form.h"
#include "ui/versions/performance_text.h"
#include "ui/widgets/diff_layout.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/json_field.h"
#include "ui/widgets/template_highlighter.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/two_line_delegate.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextLayout>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

QJsonObject prompt(const QString& name, int latest = 1) {
    return {{"name"_L1, name}, {"latest"_L1, latest}, {"labels"_L1, QJsonObject{{"production"_L1, 1}}}, {"calls_24h"_L1, latest * 10}, {"success_24h"_L1, 0.9}};
}

QString manyLines(int count, const QString& word) {
    QStringList lines;
    for (int at = 0; at < count; ++at) lines << (at % 97 == 3 ? u"line %1 says %2 here"_s.arg(at).arg(word) : u"line %1 says the same"_s.arg(at));
    return lines.join(u'\n');
}

} // namespace

/// The parts that the prompts panel is made of, each alone.
class PromptPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListChangesOnlyWhatDiffers() {
        ui::PromptListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        const QList<QStringList> readings{{u"a"_s, u"b"_s, u"c"_s, u"d"_s}, {u"d"_s, u"a"_s}, {u"x"_s, u"a"_s, u"y"_s}, {}, {u"b"_s}};
        for (const QStringList& reading : readings) {
            QJsonArray rows;
            for (const QString& name : reading) rows.append(prompt(name));
            model.setPrompts(rows);
            QCOMPARE(model.rowCount(), reading.size());
            for (const QString& name : reading) QCOMPARE(model.nameAt(model.rowOfName(name)), name);
        }
        QCOMPARE(changes.count(), 0);
        model.setPrompts({prompt(u"b"_s, 2)});
        QCOMPARE(changes.count(), 1);
        QCOMPARE(resets.count(), 0);
        model.setApprovals({QJsonObject{{"kind"_L1, "prompt"_L1}, {"name"_L1, "b"_L1}}, QJsonObject{{"kind"_L1, "workflow"_L1}, {"name"_L1, "b"_L1}}});
        QCOMPARE(model.waiting(), 1);
        QCOMPARE(model.index(0, 0).data(ui::PromptListModel::ChipsRole).value<QList<ui::Chip>>().first().text, u"1 waiting"_s);
    }

    void tenThousandPromptsAreReadAgainWithoutMovingAnything() {
        ui::PromptListModel model;
        QJsonArray rows;
        for (int at = 0; at < 10'000; ++at) rows.append(prompt(u"prompt-%1"_s.arg(at)));
        model.setPrompts(rows);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        rows[5000] = prompt(u"prompt-5000"_s, 7);
        model.setPrompts(rows);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(inserted.count(), 0);
        QCOMPARE(changes[0][0].toModelIndex().row(), 5000);
    }

    void aDraftSurvivesItsFile() {
        ui::PromptDraft draft = ui::PromptDraft::fresh(false);
        draft.base = 7;
        draft.messages[0].content = u"Hello {{name}}\n\ttabbed “quotes”"_s;
        draft.variables = u"{\"type\": \"obj"_s; // half typed
        draft.parameters = {{"temperature"_L1, 0.4}};
        draft.message = u"why"_s;
        const auto back = ui::PromptDraft::fromText(draft.toText());
        QVERIFY(back);
        QVERIFY(back->sameAs(draft));
        QCOMPARE(back->base, 7);
        QCOMPARE(back->message, u"why"_s);
        QCOMPARE(back->variables, draft.variables);
        QVERIFY(!ui::PromptDraft::fromText(u"kind: prompt"_s));
        QVERIFY(!draft.spec().contains("variables"_L1));
    }

    void tagsAreFound() {
        const auto spans = ui::templateSpans(u"a {{name}} {{#list}}{{> part@live}}{{/list}} {{! no }} {{{raw}}} {{open"_s);
        QCOMPARE(spans.size(), 6);
        QCOMPARE(spans[0].kind, ui::TemplateTag::Variable);
        QCOMPARE(spans[0].from, 2);
        QCOMPARE(spans[0].length, 8);
        QCOMPARE(spans[1].kind, ui::TemplateTag::Section);
        QCOMPARE(spans[2].kind, ui::TemplateTag::Partial);
        QCOMPARE(spans[4].kind, ui::TemplateTag::Comment);
        QCOMPARE(spans[5].length, 9);
        QCOMPARE(ui::templateVariables(u"{{a.b}} {{#c}}{{d}}{{/c}} {{a}} {{> p}} {{! x }} {{.}}"_s), (QStringList{u"a"_s, u"c"_s, u"d"_s}));
    }

    void theInputOfARunIsFoundInItsRequest_data() {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("variables");
        QTest::newRow("trial") << u"{\"variables\":{\"a\":1},\"model\":\"m\"}"_s << u"{\"a\":1}"_s;
        QTest::newRow("workflow") << u"{\"input\":{\"a\":2}}"_s << u"{\"a\":2}"_s;
        QTest::newRow("text") << u"{\"input\":\"words\"}"_s << u"{\"input\":\"words\"}"_s;
        QTest::newRow("chat") << u"{\"messages\":[{\"role\":\"user\",\"content\":\"one\"},{\"role\":\"assistant\",\"content\":\"x\"},{\"role\":\"user\",\"content\":\"two\"}]}"_s << u"{\"input\":\"two\"}"_s;
        QTest::newRow("itself") << u"{\"a\":3}"_s << u"{\"a\":3}"_s;
        QTest::newRow("nothing") << QString() << u"{}"_s;
    }
    void theInputOfARunIsFoundInItsRequest() {
        QFETCH(QString, request);
        QFETCH(QString, variables);
        QCOMPARE(QString::fromUtf8(QJsonDocument(ui::variablesOfRequest(request)).toJson(QJsonDocument::Compact)), variables);
    }

    void fieldsFollowTheContractAndKeepTheirValues() {
        ui::VariablesForm form;
        const QJsonObject schema{{"type"_L1, "object"_L1}, {"required"_L1, QJsonArray{"text"_L1, "count"_L1}},
                                 {"properties"_L1, QJsonObject{{"text"_L1, QJsonObject{{"type"_L1, "string"_L1}}}, {"count"_L1, QJsonObject{{"type"_L1, "integer"_L1}}}, {"tone"_L1, QJsonObject{{"enum"_L1, QJsonArray{"warm"_L1, "brief"_L1}}}},
                                                               {"list"_L1, QJsonObject{{"type"_L1, "array"_L1}}}}}};
        form.setContract(schema, {u"text"_s});
        QVERIFY(form.findChild<QPlainTextEdit*>(u"variable-text"_s));
        QVERIFY(form.findChild<QComboBox*>(u"variable-tone"_s));
        QVERIFY(form.findChild<ui::JsonField*>(u"variable-list"_s));
        QVERIFY(form.check().contains(u"count"_s));
        form.setValues({{"text"_L1, "hello"_L1}, {"count"_L1, 3}, {"tone"_L1, "brief"_L1}, {"list"_L1, QJsonArray{1, 2}}});
        QCOMPARE(form.check(), QString());
        QCOMPARE(form.values(), (QJsonObject{{"text"_L1, "hello"_L1}, {"count"_L1, 3}, {"tone"_L1, "brief"_L1}, {"list"_L1, QJsonArray{1, 2}}}));
        form.setContract({}, {u"text"_s, u"other"_s});
        QCOMPARE(form.values().value("text"_L1).toString(), u"hello"_s);
        form.setContract(schema, {u"text"_s});
        QCOMPARE(form.values().value("count"_L1).toInt(), 3);
    }

    void twoSpecsAreTakenApart() {
        const QJsonObject before{{"messages"_L1, QJsonArray{QJsonObject{{"role"_L1, "system"_L1}, {"content"_L1, "a"_L1}}}}, {"parameters"_L1, QJsonObject{{"temperature"_L1, 0.2}, {"seed"_L1, 1}}}};
        const QJsonObject after{{"messages"_L1, QJsonArray{QJsonObject{{"role"_L1, "system"_L1}, {"content"_L1, "b"_L1}}, QJsonObject{{"role"_L1, "user"_L1}, {"content"_L1, "c"_L1}}}},
                                {"parameters"_L1, QJsonObject{{"temperature"_L1, 0.4}}}, {"variables"_L1, QJsonObject{{"properties"_L1, QJsonObject{{"x"_L1, QJsonObject{{"type"_L1, "string"_L1}}}}}}}};
        const ui::Comparison comparison = ui::comparisonOf(before, after);
        QCOMPARE(comparison.sections.size(), 2);
        QVERIFY(!comparison.sections[1].onLeft);
        QStringList places;
        for (const auto& one : comparison.settings) places << one.where + u": "_s + one.before + u" -> "_s + one.after;
        QCOMPARE(places, (QStringList{u"seed: 1 -> none"_s, u"temperature: 0.2 -> 0.4"_s, u"variables /properties: none -> {\"x\":{\"type\":\"string\"}}"_s}));
    }

    void aMessageThatWasPutInFrontIsTheOnlyOneThatIsNew() {
        const QJsonObject ask{{"role"_L1, "user"_L1}, {"content"_L1, "{{question}}"_L1}};
        const QJsonObject before{{"messages"_L1, QJsonArray{ask}}};
        const QJsonObject after{{"messages"_L1, QJsonArray{QJsonObject{{"role"_L1, "system"_L1}, {"content"_L1, "Be brief."_L1}}, ask}}};
        const auto sections = ui::comparisonOf(before, after).sections;
        QCOMPARE(sections.size(), 2);
        QVERIFY(!sections[0].onLeft && sections[0].onRight);
        QVERIFY(sections[1].onLeft && sections[1].onRight);
        QCOMPARE(sections[1].title, u"2. User"_s);
        const QJsonObject changed{{"messages"_L1, QJsonArray{QJsonObject{{"role"_L1, "assistant"_L1}, {"content"_L1, "{{question}}"_L1}}}}};
        QCOMPARE(ui::comparisonOf(before, changed).sections[0].title, u"1. Assistant, was User"_s);
    }

    void unchangedPartsFoldAndOpen() {
        ui::DiffLines lines;
        lines.setSections({{u"System"_s, manyLines(200, u"one"_s), manyLines(200, u"two"_s)}}, {});
        QCOMPARE(lines.changes().size(), 3U); // 3, 100, 197
        QCOMPARE(lines.counts().changed, 3U);
        int folds = 0;
        int fold = -1;
        for (std::size_t at = 0; at < lines.lines().size(); ++at)
            if (lines.lines()[at].kind == ui::DiffLine::Kind::Fold) {
                ++folds;
                fold = static_cast<int>(at);
            }
        QCOMPARE(folds, 2);
        const auto before = lines.lines().size();
        lines.unfold(fold);
        QVERIFY(lines.lines().size() > before + 80);
        lines.setOptions({false, true, false});
        QCOMPARE(lines.lines().size(), 1U + 200U + 3U); // a heading, and each change in two lines
        QCOMPARE(lines.changes().size(), 3U);
        // The words that differ, as characters.
        const auto changed = std::find_if(lines.lines().begin(), lines.lines().end(), [](const ui::DiffLine& line) { return line.isChange(); });
        QCOMPARE(changed->left.text.mid(changed->left.words[0].from, changed->left.words[0].length), u"one"_s);
    }

    void marksSurviveTabsAndLettersOfSeveralBytes() {
        ui::DiffLines lines;
        lines.setSections({{u""_s, u"\tGrüße 😀 an alle Leute hier"_s, u"\tGrüße 😀 an manche Leute hier"_s}}, {});
        const ui::DiffLine& line = lines.lines()[0];
        QCOMPARE(line.change, RowKind::Changed);
        QVERIFY(line.left.text.startsWith(u"    Grüße"_s));
        QCOMPARE(line.left.words.size(), 1);
        QCOMPARE(line.left.text.mid(line.left.words[0].from, line.left.words[0].length), u"alle"_s);
        QCOMPARE(line.right.text.mid(line.right.words[0].from, line.right.words[0].length), u"manche"_s);
    }

    void movedBlocksLeadToEachOther() {
        const QString block = u"alpha is first of all\nbeta is the second one\ngamma is the third one\ndelta is the fourth"_s;
        const QString rest = u"one\ntwo\nthree\nfour\nfive\nsix\nseven"_s;
        ui::DiffLines lines;
        lines.setSections({{u""_s, block + u'\n' + rest, rest + u'\n' + block}}, {false, false, false});
        QCOMPARE(lines.counts().moved, 4U);
        const auto moved = std::find_if(lines.lines().begin(), lines.lines().end(), [](const ui::DiffLine& line) { return line.change == RowKind::Moved; });
        const int at = static_cast<int>(moved - lines.lines().begin());
        const int other = lines.otherEndOfMove(at);
        QVERIFY(other >= 0 && other != at);
        QCOMPARE(lines.lines()[static_cast<std::size_t>(other)].change, RowKind::Moved);
    }

    void linesBreakWhereQtWouldDraw() {
        ui::LineBreaker breaker;
        breaker.setFont(ui::Theme::current().monoFont());
        const double width = breaker.cell() * 20;
        const QString text = u"The quick brown fox jumps over the lazy dog and a wordthatislongerthanthewholeline ends"_s;
        const auto breaks = breaker.breaksOf(text, width);
        QVERIFY(breaks.size() > 4);
        for (std::size_t at = 1; at < breaks.size(); ++at) QVERIFY(breaks[at] - breaks[at - 1] <= 20);
        QCOMPARE(breaker.piecesOf(text, width), static_cast<int>(breaks.size()));
        QVERIFY(breaker.piecesOf(u"漢字かな交じり文 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"_s, width) > 1);
        QCOMPARE(breaker.piecesOf(QString(), width), 1);
    }

    void tenThousandLinesScrollAndStep() {
        ui::DiffView view;
        view.resize(900, 500);
        view.show();
        QSignalSpy moved(&view, &ui::DiffView::changeMoved);
        view.setSections({{u"System"_s, manyLines(10'000, u"one"_s), manyLines(10'000, u"two"_s)}});
        QCOMPARE(view.changeCount(), 104);
        view.setFolded(false);
        QVERIFY(view.verticalScrollBar()->maximum() > 100'000);
        QTest::keyClick(&view, Qt::Key_N);
        QCOMPARE(view.currentChange(), 0);
        QTest::keyClick(&view, Qt::Key_F7);
        QCOMPARE(view.currentChange(), 1);
        QTest::keyClick(&view, Qt::Key_P);
        QTest::keyClick(&view, Qt::Key_P); // stays at the first
        QCOMPARE(view.currentChange(), 0);
        QVERIFY(moved.count() >= 4);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        view.grab();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(200, 300));
        QVERIFY(view.selectedText().startsWith(u"line "_s));
        view.setUnified(true);
        view.setIgnoreWhitespace(true);
        QCOMPARE(view.changeCount(), 104);
        view.grab();
    }

    void marksStandWhereMetricsChangedBeyondDoubt() {
        const auto did = [](double calls, double low, double high, double cost) {
            return QJsonObject{{"calls"_L1, calls}, {"success"_L1, QJsonObject{{"rate"_L1, (low + high) / 2}, {"low"_L1, low}, {"high"_L1, high}}}, {"cost_per_success_usd"_L1, QString::number(cost)}, {"end_to_end_p95_ms"_L1, 1000}};
        };
        QCOMPARE(ui::performance::changes(did(500, 0.90, 0.92, 0.1), did(500, 0.91, 0.93, 0.1)), ui::performance::Changes{});
        QCOMPARE(ui::performance::changes(did(500, 0.90, 0.92, 0.1), did(500, 0.95, 0.97, 0.2)), (ui::performance::Changes{1, 1, 0}));
        QCOMPARE(ui::performance::changes(did(500, 0.90, 0.92, 0.1), did(5, 0.91, 0.93, 0.4)), ui::performance::Changes{}); // five calls say nothing of cost
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::setOrganizationName(u"signalbox"_s);
    QCoreApplication::setApplicationName(u"signalbox-prompt-parts-test"_s);
    ui::Theme::current().setScheme(ui::Scheme::Light);
    ui::Theme::current().install(application);
    PromptPartsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_prompt_parts.moc"
