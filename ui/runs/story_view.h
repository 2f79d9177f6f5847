#pragma once

#include "core/client/api_client.h"

#include <QJsonObject>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace signalbox::client {
class Connection;
}

namespace signalbox::ui {

class TextLabel;

/// Who made a run's output: each document that decided it, in the exact version, with who wrote it, who put the label on it that led
/// there, and who approved that; and the models that answered. Read at a click.
class StoryView : public QWidget {
    Q_OBJECT

public:
    explicit StoryView(client::Connection& connection, QWidget* parent = nullptr);
    /// Another run: what was shown goes.
    void setRun(const QString& id);
    void read();

Q_SIGNALS:
    void linkActivated(const QUrl& link);

private:
    void fill(const QJsonObject& story);
    void addDocument(const QJsonObject& document);
    void clear();

    client::Connection& m_connection;
    QString m_id;
    TextLabel* m_note;
    QPushButton* m_show;
    QWidget* m_page;
    QVBoxLayout* m_rows;
    client::PendingCall m_call;
};

} // namespace signalbox::ui
