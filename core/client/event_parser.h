#pragma once

#include <QByteArray>
#include <QList>

namespace signalbox::client {

struct ServerEvent {
    QByteArray id;   ///< the last id seen so far, this event's or an earlier one's
    QByteArray type; ///< `message` where the stream names none
    QByteArray data;
};

/// Server-sent events out of a byte stream, as the WHATWG HTML standard section 9.2.6 says. Comments are dropped; an event that
/// the end of the stream cuts off is never given out.
class EventParser {
public:
    /// The events that these bytes complete.
    QList<ServerEvent> feed(const QByteArray& bytes);

private:
    void line(const QByteArray& text, QList<ServerEvent>& events);

    QByteArray m_buffer;
    QByteArray m_id;
    QByteArray m_type;
    QByteArray m_data;
    bool m_hasData = false;
    bool m_skipLineFeed = false;
    bool m_atStart = true;
};

} // namespace signalbox::client
