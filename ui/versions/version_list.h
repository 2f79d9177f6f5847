#pragma once

#include <QJsonArray>
#include <QSplitter>
#include <QStringList>

class QPlainTextEdit;

namespace signalbox::client {
class Connection;
}

namespace signalbox::ui {

class DataTable;
class JsonTableModel;

/// The versions of a document, newest first, and the text of the chosen one below them.
class VersionList : public QSplitter {
    Q_OBJECT

public:
    /// `name` keys the remembered columns.
    VersionList(client::Connection& connection, const QString& name, QWidget* parent = nullptr);
    /// Another document empties the list until its versions are set.
    void setDocument(const QString& kind, const QString& name);
    /// As `GET /documents/KIND/NAME/versions` lists them.
    void setVersions(const QJsonArray& versions);
    /// Labels that move only with another person's approval: marked as such.
    void setProtected(const QStringList& labels);
    const QJsonArray& versions() const { return m_versions; }
    qint64 latest() const;
    /// The version with a label; 0: none.
    qint64 labelled(const QString& label) const;
    qint64 chosen() const; ///< 0: none
    /// Chooses that version, now or when it is in the list.
    void choose(qint64 version);
    /// Chooses the newest where none is chosen.
    void chooseOne();

Q_SIGNALS:
    void chosenChanged();

private:
    void fill();
    void showText();

    client::Connection& m_connection;
    QString m_kind;
    QString m_name;
    QJsonArray m_versions;
    QStringList m_protected;
    qint64 m_wanted = 0; ///< 0: none
    JsonTableModel* m_model;
    DataTable* m_table;
    QPlainTextEdit* m_text;
};

} // namespace signalbox::ui
