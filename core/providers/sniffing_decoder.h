#pragma once

#include "core/providers/connector.h"

#include <memory>

namespace signalbox::providers {

/// For an answer whose content type says neither JSON nor event stream: the first byte that is not blank decides. A `{` begins a
/// whole answer, which goes to `whole`; everything else goes to `stream`.
std::unique_ptr<Decoder> sniffingDecoder(std::unique_ptr<Decoder> stream, std::unique_ptr<Decoder> whole);

} // namespace signalbox::providers
