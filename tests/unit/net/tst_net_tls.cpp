#include "core/net/tls.h"
#include "tests/unit/net/scripted_server.h"

#include <QTemporaryDir>
#include <QTest>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

using namespace signalbox::net;
using namespace signalbox::net::test;

namespace {

/// Writes a self-signed certificate for `names` (as of subjectAltName) and its key.
ServerTls writeCertificate(const QTemporaryDir& folder, const char* name, const char* names) {
    EVP_PKEY* const key = EVP_EC_gen("P-256");
    X509* const certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(certificate, key, EVP_sha256());
    ServerTls files;
    files.certificateChainFile = folder.filePath(QString::fromLatin1(name) + QStringLiteral(".pem")).toStdString();
    files.privateKeyFile = folder.filePath(QString::fromLatin1(name) + QStringLiteral(".key")).toStdString();
    FILE* file = std::fopen(files.certificateChainFile.c_str(), "w");
    PEM_write_X509(file, certificate);
    std::fclose(file);
    file = std::fopen(files.privateKeyFile.c_str(), "w");
    PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(file);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return files;
}

Server::Options over(const ServerTls& tls) {
    Server::Options options;
    options.tls = tls;
    return options;
}

/// A blocking TLS client under the test's control.
class TlsClient {
public:
    explicit TlsClient(unsigned short port, int mostVersion = TLS1_3_VERSION, std::string alpn = "\x08http/1.1") : context_(SSL_CTX_new(TLS_client_method())) {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) return;
        SSL_CTX_set_max_proto_version(context_, mostVersion);
        SSL_CTX_set_cipher_list(context_, "DEFAULT:@SECLEVEL=0");
        SSL_CTX_set_alpn_protos(context_, reinterpret_cast<const unsigned char*>(alpn.data()), static_cast<unsigned>(alpn.size()));
        ssl_ = SSL_new(context_);
        attachSocket(ssl_, socket_); // as the product does: no SIGPIPE
        isShaken_ = SSL_connect(ssl_) == 1;
    }
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;
    ~TlsClient() {
        SSL_free(ssl_);
        SSL_CTX_free(context_);
        ::close(socket_);
        ERR_clear_error();
    }
    bool isShaken() const { return isShaken_; }
    std::string alpn() const {
        const unsigned char* name = nullptr;
        unsigned size = 0;
        SSL_get0_alpn_selected(ssl_, &name, &size);
        return {reinterpret_cast<const char*>(name), size};
    }
    bool send(std::string_view text) { return SSL_write(ssl_, text.data(), static_cast<int>(text.size())) == static_cast<int>(text.size()); }
    void sayGoodbye() { SSL_shutdown(ssl_); }

private:
    SSL_CTX* context_;
    SSL* ssl_ = nullptr;
    int socket_ = -1;
    bool isShaken_ = false;
};

void relay(int a, int b) {
    pollfd both[2] = {{a, POLLIN, 0}, {b, POLLIN, 0}};
    while (::poll(both, 2, 10'000) > 0) {
        for (int i = 0; i < 2; ++i) {
            if (both[i].revents == 0) continue;
            char bytes[4096];
            const auto count = ::recv(both[i].fd, bytes, sizeof bytes, 0);
            if (count <= 0) return;
            ScriptedServer::say(both[1 - i].fd, {bytes, static_cast<std::size_t>(count)});
        }
    }
}

} // namespace

class NetTlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aCallOverTlsIsAnswered();
    void aLargeBodyArrivesWholeOverTls();
    void anUnknownAuthorityIsRefused();
    void anotherHostsCertificateIsRefused();
    void tlsConnectionsArePooled();
    void oldVersionsAreRefused();
    void http2AloneIsRefused();
    void aGoodbyeIsADisconnect();
    void aTunnelIsOpenedThroughAProxy();
    void aProxyThatRefusesIsAConnectError();
    void aMissingKeyIsAnError();

private:
    QTemporaryDir folder_;
    ServerTls local_;
    UpstreamPool::Options trusting_;
};

void NetTlsTest::initTestCase() {
    local_ = writeCertificate(folder_, "local", "DNS:localhost,IP:127.0.0.1");
    trusting_.caFile = local_.certificateChainFile;
}

void NetTlsTest::aCallOverTlsIsAnswered() {
    TestServer server(echo, over(local_));
    TestPool pool(trusting_);
    for (const char* host : {"localhost", "127.0.0.1"}) {
        const auto got = pool.post({true, host, server.port()}, "secret");
        QVERIFY2(!got.error, got.error ? got.error->detail.c_str() : "");
        QCOMPARE(got.body, std::string("POST / [secret]"));
    }
}

void NetTlsTest::aLargeBodyArrivesWholeOverTls() {
    TestServer server(echo, over(local_));
    TestPool pool(trusting_);
    std::string body;
    for (int i = 0; i < 500'000; ++i) body += std::to_string(i);
    const auto got = pool.post({true, "localhost", server.port()}, body);
    QVERIFY2(!got.error, got.error ? got.error->detail.c_str() : "");
    QVERIFY(got.body == "POST / [" + body + "]");
}

void NetTlsTest::anUnknownAuthorityIsRefused() {
    TestServer server(echo, over(local_));
    TestPool pool;
    const auto got = pool.get({true, "localhost", server.port()});
    QVERIFY(got.error && got.error->kind == Error::Kind::Tls && got.error->phase == Error::Phase::Connect);
}

void NetTlsTest::anotherHostsCertificateIsRefused() {
    const auto other = writeCertificate(folder_, "other", "DNS:other.example");
    TestServer server(echo, over(other));
    UpstreamPool::Options options;
    options.caFile = other.certificateChainFile;
    TestPool pool(options);
    for (const char* host : {"localhost", "127.0.0.1"}) {
        const auto got = pool.get({true, host, server.port()});
        QVERIFY(got.error && got.error->kind == Error::Kind::Tls);
        QVERIFY2(got.error->detail.find("mismatch") != std::string::npos, got.error->detail.c_str());
    }
}

void NetTlsTest::tlsConnectionsArePooled() {
    TestServer server(echo, over(local_));
    TestPool pool(trusting_);
    QVERIFY(!pool.get({true, "localhost", server.port()}).wasPooled);
    QVERIFY(pool.get({true, "localhost", server.port()}).wasPooled);
    QCOMPARE(server.server->connections(), std::size_t(1));
    pool.loop.call([&] { pool.pool->close(); });
    QTRY_COMPARE(server.server->connections(), std::size_t(0));
    const auto resumed = pool.get({true, "localhost", server.port()});
    QVERIFY(!resumed.error && !resumed.wasPooled);
}

void NetTlsTest::oldVersionsAreRefused() {
    TestServer server(echo, over(local_));
    QVERIFY(!TlsClient(server.port(), TLS1_1_VERSION).isShaken());
    QVERIFY(TlsClient(server.port(), TLS1_2_VERSION).isShaken());
    TlsClient newest(server.port());
    QVERIFY(newest.isShaken());
    QCOMPARE(newest.alpn(), std::string("http/1.1"));
}

void NetTlsTest::http2AloneIsRefused() {
    TestServer server(echo, over(local_));
    QVERIFY(!TlsClient(server.port(), TLS1_3_VERSION, "\x02h2").isShaken());
    QCOMPARE(TlsClient(server.port(), TLS1_3_VERSION, "\x02h2\x08http/1.1").alpn(), std::string("http/1.1"));
}

void NetTlsTest::aGoodbyeIsADisconnect() {
    std::promise<void> entered;
    std::promise<void> left;
    const auto waiting = [&](Request, Reply& reply) -> asio::awaitable<void> {
        asio::steady_timer timer(co_await asio::this_coro::executor, asio::steady_timer::time_point::max());
        reply.onDisconnect([&timer] { timer.cancel(); });
        entered.set_value();
        co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
        left.set_value();
    };
    TestServer server(waiting, over(local_));
    TlsClient client(server.port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
    entered.get_future().wait();
    client.sayGoodbye(); // close_notify only: the socket stays open
    QVERIFY(left.get_future().wait_for(std::chrono::seconds(10)) == std::future_status::ready);
}

void NetTlsTest::aTunnelIsOpenedThroughAProxy() {
    TestServer server(echo, over(local_));
    std::promise<std::string> seen;
    ScriptedServer proxy({[&](int socket) {
        seen.set_value(ScriptedServer::readRequest(socket));
        ScriptedServer::say(socket, "HTTP/1.1 200 Connection established\r\n\r\n");
        const int onward = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(server.port());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(onward, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) relay(socket, onward);
        ::close(onward);
    }});
    auto options = trusting_;
    options.httpsProxy = "http://u:p@127.0.0.1:" + std::to_string(proxy.endpoint().port);
    TestPool pool(options);
    const auto got = pool.post({true, "localhost", server.port()}, "through");
    QVERIFY2(!got.error, got.error ? got.error->detail.c_str() : "");
    QCOMPARE(got.body, std::string("POST / [through]"));
    const std::string request = seen.get_future().get();
    QVERIFY2(request.starts_with("CONNECT localhost:" + std::to_string(server.port()) + " HTTP/1.1\r\n"), request.c_str());
    QVERIFY(request.find("proxy-authorization: Basic dTpw\r\n") != std::string::npos);
    pool.loop.call([&] { pool.pool->close(); });
}

void NetTlsTest::aProxyThatRefusesIsAConnectError() {
    ScriptedServer proxy({ScriptedServer::answering("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")});
    auto options = trusting_;
    options.httpsProxy = "http://127.0.0.1:" + std::to_string(proxy.endpoint().port);
    TestPool pool(options);
    const auto got = pool.get({true, "vendor.example", 443});
    QVERIFY(got.error && got.error->kind == Error::Kind::Connect);
    QVERIFY(got.error->detail.find("407") != std::string::npos);
}

void NetTlsTest::aMissingKeyIsAnError() {
    Loop loop;
    std::vector<Server::Worker> workers;
    workers.push_back({&loop.context, echo});
    ServerTls files = local_;
    files.privateKeyFile += ".gone";
    const auto server = Server::listen(over(files), std::move(workers));
    QVERIFY(!server && server.error().kind == Error::Kind::Tls);
}

QTEST_GUILESS_MAIN(NetTlsTest)
#include "tst_net_tls.moc"
