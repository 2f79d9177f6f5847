#pragma once

#include <QJsonObject>
#include <QString>

class QObject;

namespace signalbox::ui {

class JsonTableModel;

enum TestRoles { TestChipsRole = Qt::UserRole + 30, TestSecondLineRole };

/// Runs of test sets, newest first.
JsonTableModel* testRunsModel(QObject* parent);
/// The cases of one run.
JsonTableModel* testCasesModel(QObject* parent);
/// All that is known of a case, for reading: what failed and why, the output.
QString caseText(const QJsonObject& testCase);

} // namespace signalbox::ui
