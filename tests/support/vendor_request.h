#pragma once

#include "tests/support/vendor_behaviour.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::tests {

using SteadyTime = std::chrono::steady_clock::time_point;

/// One request as a scripted vendor received it, and what became of it.
struct VendorRequest {
    std::size_t number = 0;     ///< from 0, in order of arrival
    std::size_t connection = 0; ///< requests of one connection share it
    std::string method;
    std::string target;
    Headers headers; ///< names in lower case, in order
    std::string body;
    SteadyTime arrivedAt;
    std::optional<SteadyTime> answeredAt;     ///< the last act was done
    std::optional<SteadyTime> disconnectedAt; ///< the peer left before the last act was done

    std::string header(std::string_view lowerCaseName) const; ///< empty: absent
    bool wantsStream() const;                                 ///< the body says `"stream":true`
};

/// Takes one request from the front of `input`. False: it is not all there yet.
bool takeRequest(std::string& input, VendorRequest& request);

} // namespace signalbox::tests
