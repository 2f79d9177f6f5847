#include "core/net/tls.h"

#include "core/net/address.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <cerrno>
#include <map>
#include <mutex>
#include <sys/socket.h>

namespace signalbox::net {

namespace {

constexpr unsigned char kHttp11[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

std::string lastProblem() {
    char text[256] = "unknown";
    if (const auto code = ERR_get_error(); code != 0) ERR_error_string_n(code, text, sizeof text);
    ERR_clear_error();
    return text;
}

auto failed(const std::string& what) { return tl::unexpected(Error{Error::Kind::Tls, Error::Phase::Connect, what + ": " + lastProblem()}); }

int socketOf(BIO* bio) { return static_cast<int>(reinterpret_cast<std::intptr_t>(BIO_get_data(bio))); }

bool isTransient(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }

int sendQuietly(BIO* bio, const char* bytes, int size) {
    BIO_clear_retry_flags(bio);
    const auto count = ::send(socketOf(bio), bytes, static_cast<std::size_t>(size), MSG_NOSIGNAL);
    if (count < 0 && isTransient(errno)) BIO_set_retry_write(bio);
    return static_cast<int>(count);
}

int receive(BIO* bio, char* bytes, int size) {
    BIO_clear_retry_flags(bio);
    const auto count = ::recv(socketOf(bio), bytes, static_cast<std::size_t>(size), 0);
    if (count == 0) BIO_set_flags(bio, BIO_FLAGS_IN_EOF);
    if (count < 0 && isTransient(errno)) BIO_set_retry_read(bio);
    return static_cast<int>(count);
}

long control(BIO* bio, int command, long, void*) {
    if (command == BIO_CTRL_EOF) return BIO_test_flags(bio, BIO_FLAGS_IN_EOF) != 0;
    return command == BIO_CTRL_FLUSH || command == BIO_CTRL_DUP;
}

/// OpenSSL's own socket BIO writes without MSG_NOSIGNAL: a peer that is gone would end the process.
const BIO_METHOD* quietSocket() {
    static BIO_METHOD* const method = [] {
        BIO_METHOD* const made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "quiet socket");
        BIO_meth_set_write(made, sendQuietly);
        BIO_meth_set_read(made, receive);
        BIO_meth_set_ctrl(made, control);
        return made;
    }();
    return method;
}

TlsContext newContext(const SSL_METHOD* method) {
    TlsContext context(SSL_CTX_new(method), SSL_CTX_free);
    if (!context) return context;
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    // Released buffers are what lets thousands of silent streams be cheap.
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    return context;
}

int chooseHttp11(SSL*, const unsigned char** out, unsigned char* outSize, const unsigned char* in, unsigned int inSize, void*) {
    unsigned char* chosen = nullptr;
    if (SSL_select_next_proto(&chosen, outSize, kHttp11, sizeof kHttp11, in, inSize) != OPENSSL_NPN_NEGOTIATED) return SSL_TLSEXT_ERR_ALERT_FATAL;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

int keepSession(SSL* ssl, SSL_SESSION* session) {
    auto* const keep = static_cast<TlsSession*>(SSL_get_app_data(ssl));
    if (!keep) return 0;
    keep->reset(session);
    return 1; // we own it now
}

Result<TlsContext> newClientContext(const std::string& caFile) {
    TlsContext context = newContext(TLS_client_method());
    if (!context) return failed("TLS");
    if (SSL_CTX_set_default_verify_paths(context.get()) != 1) return failed("the system's certificate authorities");
    if (!caFile.empty() && SSL_CTX_load_verify_locations(context.get(), caFile.c_str(), nullptr) != 1) return failed("certificate authorities in " + caFile);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_alpn_protos(context.get(), kHttp11, sizeof kHttp11);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(context.get(), keepSession);
    return context;
}

} // namespace

void TlsSessionFree::operator()(ssl_session_st* session) const { SSL_SESSION_free(session); }

Result<TlsContext> serverTls(const ServerTls& files) {
    TlsContext context = newContext(TLS_server_method());
    if (!context) return failed("TLS");
    if (SSL_CTX_use_certificate_chain_file(context.get(), files.certificateChainFile.c_str()) != 1) return failed("certificate " + files.certificateChainFile);
    if (SSL_CTX_use_PrivateKey_file(context.get(), files.privateKeyFile.c_str(), SSL_FILETYPE_PEM) != 1) return failed("private key " + files.privateKeyFile);
    if (SSL_CTX_check_private_key(context.get()) != 1) return failed("the private key is not the certificate's");
    SSL_CTX_set_alpn_select_cb(context.get(), chooseHttp11, nullptr);
    SSL_CTX_set_options(context.get(), SSL_OP_CIPHER_SERVER_PREFERENCE);
    return context;
}

Result<TlsContext> clientTls(const std::string& caFile) {
    // Reading the system's authorities takes tens of milliseconds and megabytes: once for all threads, when first needed.
    static std::mutex mutex;
    static std::map<std::string, std::weak_ptr<ssl_ctx_st>> shared;
    const std::lock_guard lock(mutex);
    if (auto context = shared[caFile].lock()) return context;
    auto context = newClientContext(caFile);
    if (context) shared[caFile] = *context;
    return context;
}

ssl_st* newServerSession(const TlsContext& context) {
    SSL* const ssl = SSL_new(context.get());
    if (ssl) SSL_set_accept_state(ssl);
    return ssl;
}

ssl_st* newClientSession(const TlsContext& context, const std::string& host, ssl_session_st* resume, TlsSession* keep) {
    SSL* const ssl = SSL_new(context.get());
    if (!ssl) return nullptr;
    SSL_set_connect_state(ssl);
    bool named = false;
    if (parseAddress(host)) {
        named = X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str()) == 1;
    } else {
        SSL_set_hostflags(ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        named = SSL_set1_host(ssl, host.c_str()) == 1 && SSL_set_tlsext_host_name(ssl, host.c_str()) == 1;
    }
    if (!named) {
        SSL_free(ssl);
        return nullptr;
    }
    SSL_set_app_data(ssl, keep);
    if (resume) SSL_set_session(ssl, resume);
    return ssl;
}

void attachSocket(ssl_st* session, int socket) {
    BIO* const bio = BIO_new(quietSocket());
    if (!bio) return;
    BIO_set_data(bio, reinterpret_cast<void*>(static_cast<std::intptr_t>(socket)));
    BIO_set_init(bio, 1);
    SSL_set_bio(session, bio, bio);
}

std::string handshakeProblem(ssl_st* session) {
    if (const auto verified = SSL_get_verify_result(session); verified != X509_V_OK) {
        ERR_clear_error();
        return X509_verify_cert_error_string(verified);
    }
    return lastProblem();
}

} // namespace signalbox::net
