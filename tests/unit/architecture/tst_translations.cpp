// A translation may say it as it likes, but what the program puts in has its place in it, and it is found where the program looks.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString source;
    QStringList forms; ///< the translation: one, or one for each plural form of the language
    bool isFinished = true;
    bool hasPlurals = false;
};

const QDir& top() {
    static const QDir folder(QStringLiteral(SIGNALBOX_SOURCE_DIR));
    return folder;
}

Message readMessage(QXmlStreamReader& xml) {
    Message message;
    message.hasPlurals = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) message.source = xml.readElementText();
        else if (xml.name() == "translation"_L1) {
            message.isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (!message.hasPlurals) message.forms << xml.readElementText();
            else while (xml.readNextStartElement()) message.forms << xml.readElementText();
        } else xml.skipCurrentElement();
    }
    return message;
}

QList<Message> messagesOf(const QString& path) {
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "message"_L1) messages << readMessage(xml);
    if (xml.hasError()) messages.clear();
    return messages;
}

/// What has to be in the translation as often as in the source, in whatever order: %1, %L1, %n, tags, {{variables}}.
QStringList kept(const QString& text) {
    static const QRegularExpression pattern(u"%(?:L?[0-9]{1,2}|n)|<[^<>]+>|\\{\\{[^}]*\\}\\}"_s);
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) found << matches.next().captured();
    found.sort();
    return found;
}

/// Blanks at the ends, and the ellipsis that says that more is asked before something happens; the blank before it is the language's own.
QStringList ends(const QString& text) {
    static const QRegularExpression before(u"^\\s*"_s);
    static const QRegularExpression after(u"…?\\s*$"_s);
    return {before.match(text).captured(), after.match(text).captured()};
}

/// In how many forms the file's language has its plurals: as many as most of its messages with numbers have.
qsizetype pluralForms(const QList<Message>& messages) {
    qsizetype forms = 0;
    for (const Message& message : messages)
        if (message.hasPlurals) forms = std::max(forms, message.forms.size());
    return forms;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTranslationKeepsWhatTheProgramPutsIn_data() {
        QTest::addColumn<QString>("path");
        const QFileInfoList files = QDir(top().filePath(u"translations"_s)).entryInfoList({u"*.ts"_s});
        QVERIFY(!files.isEmpty());
        for (const QFileInfo& file : files) QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }
    void everyTranslationKeepsWhatTheProgramPutsIn() {
        QFETCH(QString, path);
        const QList<Message> messages = messagesOf(path);
        QVERIFY(!messages.isEmpty());
        const qsizetype plurals = pluralForms(messages);
        QStringList wrong;
        for (const Message& message : messages) {
            if (!message.isFinished) wrong << u"not translated: "_s + message.source;
            else if (message.hasPlurals && message.forms.size() != plurals) wrong << u"lacks a plural form: "_s + message.source;
            else for (const QString& form : message.forms) {
                if (form.trimmed().isEmpty() != message.source.trimmed().isEmpty()) wrong << u"empty: "_s + message.source;
                else if (kept(form) != kept(message.source)) wrong << u"other placeholders or tags: "_s + message.source + u" => "_s + form;
                else if (ends(form) != ends(message.source))
                    wrong << u"other blanks or ellipsis at the ends: "_s + message.source + u" => "_s + form;
            }
        }
        QCOMPARE(wrong, QStringList());
    }

    /// A file's own tr() looks under the name of its namespace, as lupdate files the words under that.
    void theWordsOfFunctionsAreLookedForWhereTheyAreKept() {
        static const QRegularExpression lookup(u"translate\\(\"([^\"]+)\", text\\b"_s);
        int functions = 0;
        QStringList wrong;
        QDirIterator files(top().filePath(u"ui"_s), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto matches = lookup.globalMatch(text); matches.hasNext(); ++functions) {
                const QString context = matches.next().captured(1);
                if (!text.contains(u"namespace "_s + context + u" {"_s)) wrong << top().relativeFilePath(file.fileName()) + u": "_s + context;
            }
        }
        QVERIFY(functions > 0);
        QCOMPARE(wrong, QStringList());
    }

    void theCheckSeesWhatItLooksFor() {
        QCOMPARE(kept(u"%2 of %1 in {{> parts}}, <b>%n</b>"_s), QStringList({u"%1"_s, u"%2"_s, u"%n"_s, u"</b>"_s, u"<b>"_s, u"{{> parts}}"_s}));
        QVERIFY(kept(u"%1 of %2"_s) != kept(u"%1 von %1"_s));
        QCOMPARE(kept(u"50 % of it"_s), QStringList());
        QVERIFY(ends(u" ms"_s) != ends(u"ms"_s));
        QVERIFY(ends(u"Revoke…"_s) != ends(u"Widerrufen"_s));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
