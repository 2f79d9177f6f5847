#pragma once

#include "core/model/run.h"

#include <functional>

namespace signalbox::gateway {

/// Where finished runs go. `app` wires it to the recorder; the gateway knows no database.
class RunSink {
public:
    virtual ~RunSink() = default;
    /// From any worker thread; never blocks. True: the run is on record, in the time that copying it takes. False, and nothing
    /// happened: not every run can be, and every sink; then `submit` it.
    virtual bool record(const model::Run&, const model::Payload&) { return false; }
    /// From any worker thread; never blocks. `committed(true)` is called once, on the sink's own thread, when the record is in the
    /// database's hands; `committed(false)` when it cannot be (the caller then gets an error: answered means recorded).
    /// Returns false, and calls nothing, when the queue is full.
    virtual bool submit(model::Run run, model::Payload payload, std::function<void(bool)> committed) = 0;
};

} // namespace signalbox::gateway
