#include "core/store/run_entry.h"

#include <cstring>
#include <type_traits>

namespace signalbox::store {

namespace {

class EntryWriter {
public:
    explicit EntryWriter(std::string& out) : out_(out) {}

    template <class... T>
    void operator()(const T&... values) {
        (put(values), ...);
    }

private:
    template <class T>
        requires(std::is_arithmetic_v<T> || std::is_enum_v<T>)
    void put(T value) {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        out_.append(bytes, sizeof value);
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    void put(std::string_view text) {
        put(static_cast<std::uint32_t>(text.size()));
        out_.append(text);
    }
    void put(const std::string& text) { put(std::string_view(text)); }
    void put(RunId id) { put(id.value); }
    void put(WallTime time) { put(toMicros(time)); }
    void put(std::chrono::days days) { put(std::int64_t{days.count()}); }
    void put(Money money) { put(money.nanos); }
    void put(const model::Usage& usage);
    void put(const model::Attempt& attempt);
    void put(const std::vector<model::Attempt>& attempts) {
        put(static_cast<std::uint32_t>(attempts.size()));
        for (const auto& attempt : attempts) put(attempt);
    }

    std::string& out_;
};

class EntryReader {
public:
    explicit EntryReader(std::string_view in) : in_(in) {}

    template <class... T>
    void operator()(T&... values) {
        (take(values), ...);
    }
    /// Everything was there, and nothing else.
    bool isComplete() const { return !failed_ && in_.empty(); }

private:
    std::string_view bytes(std::size_t count) {
        if (failed_ || in_.size() < count) {
            failed_ = true;
            return {};
        }
        const auto taken = in_.substr(0, count);
        in_.remove_prefix(count);
        return taken;
    }
    template <class T>
        requires(std::is_arithmetic_v<T> || std::is_enum_v<T>)
    void take(T& value) {
        if (const auto from = bytes(sizeof value); !from.empty()) std::memcpy(&value, from.data(), sizeof value);
    }
    void take(bool& value) {
        char byte = 0;
        take(byte);
        value = byte != 0;
    }
    template <class T>
    void take(std::optional<T>& value) {
        bool isThere = false;
        take(isThere);
        if (isThere) take(value.emplace());
        else value.reset();
    }
    void take(std::string_view& text) {
        std::uint32_t size = 0;
        take(size);
        text = bytes(size);
    }
    void take(std::string& text) {
        std::string_view from;
        take(from);
        text.assign(from);
    }
    void take(RunId& id) { take(id.value); }
    void take(WallTime& time) {
        std::int64_t micros = 0;
        take(micros);
        time = fromMicros(micros);
    }
    void take(std::chrono::days& days) {
        std::int64_t count = 0;
        take(count);
        days = std::chrono::days{count};
    }
    void take(Money& money) { take(money.nanos); }
    void take(model::Usage& usage);
    void take(model::Attempt& attempt);
    void take(std::vector<model::Attempt>& attempts) {
        std::uint32_t count = 0;
        take(count);
        if (count > in_.size()) failed_ = true; // each takes more than a byte
        attempts.resize(failed_ ? 0 : count);
        for (auto& attempt : attempts) take(attempt);
    }

    std::string_view in_;
    bool failed_ = false;
};

// One list of members for both directions. A member that is added does not compile until it is written here; raise
// RunJournal::kFormat with it.

void visit(auto& archive, auto& usage)
    requires std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(usage)>>, model::Usage>
{
    auto& [input, cachedInput, cacheWriteInput, output, reasoning, estimated] = usage;
    archive(input, cachedInput, cacheWriteInput, output, reasoning, estimated);
}

void visit(auto& archive, auto& attempt)
    requires std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(attempt)>>, model::Attempt>
{
    auto& [provider, model, reason, simulated, startedUs, queuedUs, connectedUs, headUs, firstTokenUs, endedUs, status, errorClass, errorCode, errorMessage,
           upstreamRequestId, usage, cost] = attempt;
    archive(provider, model, reason, simulated, startedUs, queuedUs, connectedUs, headUs, firstTokenUs, endedUs, status, errorClass, errorCode, errorMessage,
            upstreamRequestId, usage, cost);
}

void visit(auto& archive, auto& run)
    requires std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(run)>>, model::Run>
{
    auto& [id, startedAt, protocol, status, errorClass, errorCode, errorMessage, httpStatus, stream, simulated, keyName, requestedModel, route, policy, workflow,
           prompt, provider, model, finishReason, firstTokenUs, endToEndUs, usage, cost, clientRetry, trial, repaired, flagged, attempts] = run;
    archive(id, startedAt, protocol, status, errorClass, errorCode, errorMessage, httpStatus, stream, simulated, keyName, requestedModel, route, policy, workflow,
            prompt, provider, model, finishReason, firstTokenUs, endToEndUs, usage, cost, clientRetry, trial, repaired, flagged, attempts);
}

void EntryWriter::put(const model::Usage& usage) { visit(*this, usage); }
void EntryWriter::put(const model::Attempt& attempt) { visit(*this, attempt); }
void EntryReader::take(model::Usage& usage) { visit(*this, usage); }
void EntryReader::take(model::Attempt& attempt) { visit(*this, attempt); }

} // namespace

void appendEntry(std::string& out, const model::Run& run, const model::Payload& payload) {
    EntryWriter writer(out);
    visit(writer, run);
    const bool kept = payload.keep.count() > 0;
    writer(payload.keep, kept ? std::string_view(payload.request) : std::string_view(), kept ? std::string_view(payload.response) : std::string_view());
}

bool readEntry(std::string_view bytes, model::Run& run, KeptWords& words) {
    EntryReader reader(bytes);
    visit(reader, run);
    reader(words.keep, words.request, words.response);
    return reader.isComplete();
}

} // namespace signalbox::store
