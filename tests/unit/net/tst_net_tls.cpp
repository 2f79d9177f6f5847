#include "tests/unit/net/net_fixture.h"

#include <QTest>

class NetTlsTest : public QObject {
    Q_OBJECT
};

QTEST_GUILESS_MAIN(NetTlsTest)
#include "tst_net_tls.moc"
