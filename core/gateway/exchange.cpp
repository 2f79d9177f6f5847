#include "core/gateway/exchange.h"

#include "core/gateway/answer_reply.h"
#include "core/gateway/worker.h"

namespace signalbox::gateway {

Exchange::Exchange(Worker& callWorker, net::Request& callRequest, net::Reply& callReply, model::ClientProtocol protocol)
    : worker(callWorker), request(callRequest), reply(callReply), snapshot(callWorker.snapshot()), started(monotonicNow()) {
    run.startedAt = wallNow();
    run.id = worker.shared.runIds.next(run.startedAt);
    runIdText = run.id.text();
    run.protocol = protocol;
    call.protocol = protocol;
    worker.callsInFlight.fetch_add(1, std::memory_order_relaxed);
}

Exchange::~Exchange() { worker.callsInFlight.fetch_sub(1, std::memory_order_relaxed); }

std::int64_t Exchange::sinceStartUs() const { return sinceStartUs(monotonicNow()); }

std::int64_t Exchange::sinceStartUs(MonotonicTime time) const {
    return std::chrono::duration_cast<std::chrono::microseconds>(time - started).count();
}

net::Reply& Exchange::streamTo() {
    if (answers) return *answers;
    return reply;
}

bool Exchange::contentSent() const { return headSent && (!answers || answers->isLive()); }

} // namespace signalbox::gateway
