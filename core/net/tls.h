#pragma once

#include "core/net/http.h"
#include "core/net/server.h"

#include <memory>
#include <string>

struct ssl_ctx_st;
struct ssl_st;
struct ssl_session_st;

namespace signalbox::net {

using TlsContext = std::shared_ptr<ssl_ctx_st>;
struct TlsSessionFree {
    void operator()(ssl_session_st* session) const;
};
using TlsSession = std::unique_ptr<ssl_session_st, TlsSessionFree>;

/// TLS 1.2 and later, ALPN http/1.1.
Result<TlsContext> serverTls(const ServerTls& files);
/// TLS 1.2 and later; verifies against the system's authorities and those in `caFile`. Contexts of the same file are shared.
Result<TlsContext> clientTls(const std::string& caFile);

/// A connection's half, not yet on a socket. Null when out of memory.
ssl_st* newServerSession(const TlsContext& context);
/// Verifies that the certificate is for `host`; sends it as SNI when it is a name. `resume` may be null. New sessions that the
/// peer offers are put into `*keep`, which outlives the connection.
ssl_st* newClientSession(const TlsContext& context, const std::string& host, ssl_session_st* resume, TlsSession* keep);
/// `socket` stays its owner's.
void attachSocket(ssl_st* session, int socket);
/// The reason for a failed handshake: of the certificate check, or of the protocol.
std::string handshakeProblem(ssl_st* session);

} // namespace signalbox::net
