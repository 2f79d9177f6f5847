#include "core/client/api_result.h"

#include <QCoreApplication>
#include <QStringList>

namespace signalbox::client {

using namespace Qt::StringLiterals;

namespace {

ApiError::Kind kindOf(int status) {
    switch (status) {
    case 400:
    case 422: return ApiError::Kind::Invalid;
    case 401:
    case 403: return ApiError::Kind::Refused;
    case 404: return ApiError::Kind::NotFound;
    case 409: return ApiError::Kind::Conflict;
    default: return ApiError::Kind::Failed;
    }
}

} // namespace

ApiError errorFrom(int status, const QJsonObject& body, const QString& request) {
    ApiError error;
    error.httpStatus = status;
    error.body = body;
    error.request = request;
    if (status == 0) {
        error.kind = ApiError::Kind::Unreachable;
        return error;
    }
    error.kind = kindOf(status);
    const QJsonObject said = body.value("error"_L1).toObject();
    error.errorClass = said.value("class"_L1).toString();
    error.code = said.value("code"_L1).toString();
    error.message = said.value("message"_L1).toString();
    const QJsonArray violations = said.value("violations"_L1).toArray();
    for (const QJsonValue& violation : violations)
        error.violations.append({violation["pointer"_L1].toString(), violation["message"_L1].toString()});
    if (error.message.isEmpty())
        error.message = QCoreApplication::translate("ApiClient", "The gateway answered with status %1.").arg(status);
    return error;
}

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
