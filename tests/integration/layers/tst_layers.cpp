// What may include what. A new folder needs a line here: whoever adds one says what it stands on.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

struct Folder {
    QStringList mayInclude; ///< folders besides itself
    bool mayUseQt = false;
};

const QMap<QString, Folder>& folders() {
    static const QMap<QString, Folder> all = {
        {"core/base", {{}}},
        {"core/model", {{"core/base"}}},
        {"core/policy", {{"core/base", "core/model"}}},
        {"core/metrics", {{"core/base", "core/model"}}},
        {"core/providers", {{"core/base", "core/model", "core/policy", "core/metrics"}}},
        {"core/store", {{"core/base", "core/model", "core/policy", "core/metrics"}, true}},
        {"core/net", {{"core/base"}}},
        {"core/gateway", {{"core/base", "core/model", "core/policy", "core/metrics", "core/providers", "core/net"}}},
        {"core/control",
         {{"core/base", "core/model", "core/policy", "core/metrics", "core/providers", "core/net", "core/store",
           "core/gateway"},
          true}},
        {"core/client", {{"core/base", "core/model"}, true}},
        {"ui/widgets", {{"core/base", "core/model", "core/client"}, true}},
        {"ui/charts", {{"core/base", "core/model", "core/client", "ui/widgets"}, true}},
        {"ui/versions", {{"core/base", "core/model", "core/client", "ui/widgets"}, true}},
    };
    return all;
}

/// Panels are all alike; the shell alone knows them.
Folder folderFor(const QString& name) {
    if (folders().contains(name)) return folders()[name];
    Folder folder;
    folder.mayUseQt = true;
    if (name.startsWith("app/"_L1))
        folder.mayInclude = {"core/", "ui/", "app/"};
    else if (name == "ui/shell"_L1)
        folder.mayInclude = {"core/base", "core/model", "core/client", "ui/"};
    else if (name.startsWith("ui/"_L1))
        folder.mayInclude = {"core/base", "core/model", "core/metrics", "core/client", "ui/widgets", "ui/charts", "ui/versions"};
    return folder;
}

bool allowed(const Folder& folder, const QString& included) {
    for (const auto& may : folder.mayInclude)
        if (included == may || (may.endsWith(u'/') && included.startsWith(may))) return true;
    return false;
}

} // namespace

class TestLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyIncludeGoesDownwards() {
        static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_qs,
                                                QRegularExpression::MultilineOption);
        const QDir top(QStringLiteral(SIGNALBOX_SOURCE_DIR));
        QStringList wrong;
        int files = 0;
        for (const auto* tree : {"core", "ui", "app"}) {
            QDirIterator sources(top.filePath(QLatin1String(tree)), {u"*.h"_qs, u"*.cpp"_qs}, QDir::Files,
                                 QDirIterator::Subdirectories);
            while (sources.hasNext()) {
                const QString path = top.relativeFilePath(sources.next());
                const QString folder = path.section(u'/', 0, 1);
                QFile file(sources.filePath());
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++files;
                const QString text = QString::fromUtf8(file.readAll());
                for (auto matches = include.globalMatch(text); matches.hasNext();) {
                    const QString target = matches.next().captured(1);
                    const QString targetFolder = target.section(u'/', 0, 1);
                    const bool ours =
                        target.startsWith("core/"_L1) || target.startsWith("ui/"_L1) || target.startsWith("app/"_L1);
                    if (ours && targetFolder != folder && !allowed(folderFor(folder), targetFolder))
                        wrong << path + " includes "_L1 + target;
                    if (target.startsWith("tests/"_L1)) wrong << path + " includes "_L1 + target;
                    if (target.startsWith(u'Q') && !folderFor(folder).mayUseQt)
                        wrong << path + " includes Qt: "_L1 + target;
                    if (target.startsWith("boost/beast"_L1) && folder != "core/net"_L1)
                        wrong << path + " includes Beast"_L1;
                    if ((target.startsWith("QtCharts"_L1) || target.startsWith("QChart"_L1)) &&
                        folder != "ui/charts"_L1)
                        wrong << path + " includes Qt Charts"_L1;
                    if (target.startsWith("QtSql"_L1) && folder != "core/store"_L1)
                        wrong << path + " includes Qt Sql"_L1;
                }
            }
        }
        QVERIFY2(files > 20, "the sources were not found");
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
