#pragma once

#include <QFrame>
#include <QHash>
#include <QStringList>

#include <functional>

class QComboBox;
class QPushButton;

namespace signalbox::ui {

class MessageBar;
class OpenDocument;
class TextLabel;

/// Protects a label, or ends that: a label of all documents of the open one's kind, as the gateway protects them. Says what it means and
/// what becomes of the requests that wait for approval. For administrators alone.
class ProtectSheet : public QFrame {
    Q_OBJECT

public:
    explicit ProtectSheet(OpenDocument& document, QWidget* parent = nullptr);

    bool isOffered() const;
    /// What the action that opens it is called, in menus.
    QString actionTitle() const;
    /// ... and in the palette, where nothing else says what it is about.
    QString paletteTitle() const;
    /// Begins with a label; any other can be chosen.
    void open(const QString& label);
    void close();

Q_SIGNALS:
    void messageRequested(const QString& message, const std::function<void()>& undo = {});
    /// Lists say which labels are protected: they are to be read anew.
    void changed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void update();
    void read();
    void apply();
    /// `scopes` are kinds, or `*`: one after the other, until one is refused.
    void set(const QStringList& scopes, const QString& label, bool isProtected, const std::function<void()>& done);
    QString label() const;
    QStringList scopesOf(const QString& label) const;

    OpenDocument& m_document;
    TextLabel* m_title;
    QComboBox* m_label;
    MessageBar* m_bar;
    TextLabel* m_sentence;
    TextLabel* m_waiting;
    QPushButton* m_apply;
    QHash<QString, QStringList> m_scopes; ///< by label: the open document's kind, `*` for every kind, or both
    QHash<QString, int> m_requests;       ///< by label: how many wait for approval
};

} // namespace signalbox::ui
