#include "core/client/api_result.h"

#include <QStringList>

namespace signalbox::client {

using namespace Qt::StringLiterals;

QString ApiError::details() const {
    QStringList lines;
    if (!request.isEmpty()) lines << request;
    if (httpStatus != 0) lines << u"HTTP %1"_s.arg(httpStatus);
    if (!errorClass.isEmpty()) lines << (code.isEmpty() ? errorClass : errorClass + u" / "_s + code);
    lines << message;
    for (const Violation& violation : violations)
        lines << (violation.pointer.isEmpty() ? violation.message : violation.pointer + u": "_s + violation.message);
    return lines.join(u'\n');
}

QString ApiError::messageAt(QStringView pointer) const {
    for (const Violation& violation : violations) {
        const QStringView at = violation.pointer;
        if (at == pointer || (at.startsWith(pointer) && at.size() > pointer.size() && at[pointer.size()] == u'/'))
            return violation.message;
    }
    return {};
}

QJsonArray ApiResult::items() const {
    return body.isArray() ? body.toArray() : body.toObject().value("items"_L1).toArray();
}

QString ApiResult::next() const {
    return body.toObject().value("next"_L1).toString();
}

} // namespace signalbox::client
