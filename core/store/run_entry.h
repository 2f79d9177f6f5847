#pragma once

#include "core/model/run.h"

#include <string>
#include <string_view>

namespace signalbox::store {

/// What was said, as the journal has it: points into it.
struct KeptWords {
    std::string_view request;
    std::string_view response;
    std::chrono::days keep{0};
};

/// An entry of the journal: the members in their order, numbers as the machine has them, texts with their length before them. A
/// journal is read by the gateway that wrote it, or the next one on the same machine; `RunJournal::kFormat` tells formats apart.
/// Of the payload only what policy keeps: a run with a result or a dead letter does not go through the journal.
void appendEntry(std::string& out, const model::Run& run, const model::Payload& payload);
/// False for bytes that are no entry; `run` and `words` are then unspecified. Reading into the same run again allocates nothing once
/// its texts have room.
bool readEntry(std::string_view bytes, model::Run& run, KeptWords& words);

} // namespace signalbox::store
