#pragma once

#include <QFrame>
#include <QUrl>

namespace signalbox::ui {

class CopyLine;
class TextLabel;

/// What stands in the overview until the first call came: how to make one.
class FirstCall : public QFrame {
    Q_OBJECT

public:
    explicit FirstCall(QWidget* parent = nullptr);

    /// `dataDirectory` holds app.key; empty for somebody else's gateway, where the key comes from its operator.
    void setGateway(const QUrl& url, const QString& dataDirectory);

Q_SIGNALS:
    void helpWanted();

private:
    TextLabel* m_text;
    CopyLine* m_curl;
    CopyLine* m_sdk;
};

} // namespace signalbox::ui
