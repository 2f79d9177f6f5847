#pragma once

#include <QJsonObject>
#include <QWidget>

namespace signalbox::client {
class Connection;
struct ApiResult;
}

namespace signalbox::ui {

class DataTable;
class JsonTableModel;
class TextLabel;

/// What a provider, route or policy does as it stands: a sentence, the targets that would serve and why the others would not, and the
/// effective policy with the module of each value.
class ExplanationPage : public QWidget {
    Q_OBJECT

public:
    explicit ExplanationPage(client::Connection& connection, QWidget* parent = nullptr);
    /// Another document; without a name, one that is not registered. Empties the page until `refresh`.
    void setDocument(const QString& kind, const QString& name);
    void refresh();

private:
    void read(const QString& path, const QString& member, void (ExplanationPage::*fill)(const QJsonObject&));
    void showRoute(const QJsonObject& explanation);
    void showProvider(const QJsonObject& document);
    void showPolicy(const QJsonObject& effective);

    client::Connection& m_connection;
    QString m_kind;
    QString m_name;
    TextLabel* m_sentence;
    TextLabel* m_targetsHeading;
    JsonTableModel* m_targets;
    DataTable* m_targetTable;
    TextLabel* m_policyHeading;
    JsonTableModel* m_policy;
    DataTable* m_policyTable;
};

} // namespace signalbox::ui
