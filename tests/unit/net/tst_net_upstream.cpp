#include "tests/unit/net/net_fixture.h"

#include <QTest>

class NetUpstreamTest : public QObject {
    Q_OBJECT
};

QTEST_GUILESS_MAIN(NetUpstreamTest)
#include "tst_net_upstream.moc"
