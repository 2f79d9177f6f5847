#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace signalbox::client {

/// One thing that is wrong with what was sent.
struct Violation {
    QString pointer; ///< JSON pointer into the sent document, `/spec/models/0/id`; empty: the whole
    QString message; ///< a sentence
};

/// Why a request brought nothing. `message` is for a person; everything else for deciding what to offer.
struct ApiError {
    enum class Kind {
        Unreachable,  ///< no answer: refused, reset, timed out, name unknown
        Refused,      ///< 401 or 403: the token or the role
        Invalid,      ///< 400: see `violations`
        NotFound,     ///< 404
        Conflict,     ///< 409: changed meanwhile, or still referred to
        Failed,       ///< any other status: the gateway's fault
        NotUnderstood ///< the answer was no JSON of the control plane
    };
    Kind kind = Kind::Failed;
    int httpStatus = 0;         ///< 0: no answer
    QString errorClass;         ///< of the taxonomy: `invalid_request`
    QString code;               ///< finer, may be empty
    QString message;            ///< what failed and why, a sentence
    QList<Violation> violations;
    QJsonObject body;           ///< the whole error body, for members such as `referrers`
    QString request;            ///< `GET /runs`: for details on demand

    /// Several lines for a person who asks for details or copies them into a report.
    QString details() const;
    /// The first violation's message at `pointer` or below it; empty if there is none.
    QString messageAt(QStringView pointer) const;
};

/// The error that an answer with this status and body is. Status 0 is no answer: the caller says why in `message`.
ApiError errorFrom(int status, const QJsonObject& body, const QString& request);

/// What came back from the control plane.
struct ApiResult {
    int status = 0;
    QJsonValue body;
    QByteArray text;               ///< as received, for what is not JSON (YAML, Prometheus)
    QHash<QByteArray, QByteArray> headers; ///< by lower-case name
    std::optional<ApiError> error; ///< absent: 2xx

    bool ok() const { return !error; }
    QJsonObject object() const { return body.toObject(); }
    /// `items` of a list, or the body itself where it is an array.
    QJsonArray items() const;
    /// Where the next page begins; empty: there is none.
    QString next() const;
};

} // namespace signalbox::client
