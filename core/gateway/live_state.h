#pragma once

#include "core/base/clock.h"
#include "core/base/recent_uses.h"
#include "core/model/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::gateway {

/// What the data plane knows about itself right now; asked for by the control plane, from any thread.
class LiveState {
public:
    enum class Breaker : unsigned char { Closed, Open, HalfOpen };

    struct Target {
        std::string provider;
        std::string model;
        bool simulated = false;
        Breaker breaker = Breaker::Closed;
        std::optional<WallTime> probeAt; ///< when an open breaker lets a probe through
        int inFlight = 0;
        int queued = 0;
        int maxConcurrent = 0;           ///< 0: no limit
        std::optional<double> firstTokenMs; ///< moving median estimate
        std::optional<model::ErrorClass> lastError;
        std::string lastErrorMessage;
        std::optional<WallTime> lastErrorAt;
    };

    virtual ~LiveState() = default;
    virtual std::vector<Target> targets() const = 0;
    virtual std::int64_t callsInFlight() const = 0;
    virtual bool isDraining() const = 0;
    /// Application keys that let somebody in since this was asked last, by id.
    virtual std::vector<RecentUses::Use> takeKeyUses() = 0;
    /// Closes the target's breaker and forgets its failures. False: no such target.
    virtual bool resetBreaker(std::string_view provider, std::string_view model) = 0;
};

} // namespace signalbox::gateway
