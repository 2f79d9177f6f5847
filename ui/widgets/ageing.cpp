#include "ui/widgets/ageing.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Ageing : public QObject {
public:
    explicit Ageing(QObject* parent) : QObject(parent), m_timer(new QTimer(this)) {
        m_timer->setObjectName(u"ageing"_s);
        m_timer->setInterval(5s);
        m_timer->setTimerType(Qt::VeryCoarseTimer);
        connect(m_timer, &QTimer::timeout, this, &Ageing::tick);
    }

    void add(QWidget* widget, const std::function<void()>& say) {
        m_all.push_back({widget, say});
        widget->installEventFilter(this);
        connect(widget, &QObject::destroyed, this, &Ageing::forget);
        if (widget->isVisible()) m_timer->start();
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Show) {
            if (!m_timer->isActive()) m_timer->start();
            sayIf([watched](const QWidget* widget) { return widget == watched; });
        } else if (event->type() == QEvent::Hide && std::none_of(m_all.begin(), m_all.end(), [](const One& one) { return one.widget && one.widget->isVisible(); })) {
            m_timer->stop();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    struct One {
        QPointer<QWidget> widget;
        std::function<void()> say;
    };

    void tick() {
        sayIf([](const QWidget* widget) { return widget->isVisible(); });
    }

    /// What is said may make widgets and delete others.
    template <class Condition>
    void sayIf(Condition condition) {
        const std::vector<One> all = m_all;
        for (const One& one : all)
            if (one.widget && condition(one.widget)) one.say();
    }

    void forget() {
        std::erase_if(m_all, [](const One& one) { return !one.widget; });
        if (std::none_of(m_all.begin(), m_all.end(), [](const One& one) { return one.widget->isVisible(); })) m_timer->stop();
    }

    QTimer* m_timer;
    std::vector<One> m_all;
};

} // namespace

void keepAgeing(QWidget* widget, const std::function<void()>& say) {
    static QPointer<Ageing> ageing;
    if (!ageing) ageing = new Ageing(QCoreApplication::instance());
    ageing->add(widget, say);
}

} // namespace signalbox::ui
