#pragma once

#include <tl/expected.hpp>

namespace signalbox {

/// A value, or the reason why there is none. Each layer fixes its own error type (`model::Result`, `net::Result`).
template <class T, class E>
using ResultOf = tl::expected<T, E>;

} // namespace signalbox
