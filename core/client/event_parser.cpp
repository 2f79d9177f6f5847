#include "core/client/event_parser.h"

namespace signalbox::client {

QList<ServerEvent> EventParser::feed(const QByteArray& bytes) {
    QList<ServerEvent> events;
    m_buffer += bytes;
    if (m_atStart && m_buffer.size() >= 3) {
        if (m_buffer.startsWith("\xEF\xBB\xBF")) m_buffer.remove(0, 3);
        m_atStart = false;
    }
    if (m_atStart && m_buffer.startsWith('\xEF')) return events;

    qsizetype begin = 0;
    for (qsizetype at = 0; at < m_buffer.size(); ++at) {
        const char c = m_buffer.at(at);
        if (m_skipLineFeed) {
            // The second half of a CR LF, possibly from the next read.
            m_skipLineFeed = false;
            if (c == '\n') {
                begin = at + 1;
                continue;
            }
        }
        if (c != '\n' && c != '\r') continue;
        line(m_buffer.mid(begin, at - begin), events);
        begin = at + 1;
        m_skipLineFeed = c == '\r';
    }
    m_buffer.remove(0, begin);
    return events;
}

void EventParser::line(const QByteArray& text, QList<ServerEvent>& events) {
    if (text.isEmpty()) {
        if (m_hasData) events.append({m_id, m_type.isEmpty() ? QByteArray("message") : m_type, m_data});
        m_type.clear();
        m_data.clear();
        m_hasData = false;
        return;
    }
    if (text.startsWith(':')) return;

    const qsizetype colon = text.indexOf(':');
    const QByteArray field = colon < 0 ? text : text.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : text.mid(colon + 1);
    if (value.startsWith(' ')) value.remove(0, 1);

    if (field == "data") {
        if (m_hasData) m_data += '\n';
        m_data += value;
        m_hasData = true;
    } else if (field == "event") {
        m_type = value;
    } else if (field == "id" && !value.contains('\0')) {
        m_id = value;
    }
}

} // namespace signalbox::client
