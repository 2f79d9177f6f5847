#include "core/providers/sniffing_decoder.h"

namespace signalbox::providers {

namespace {

class SniffingDecoder final : public Decoder {
public:
    SniffingDecoder(std::unique_ptr<Decoder> stream, std::unique_ptr<Decoder> whole) : stream_(std::move(stream)), whole_(std::move(whole)) {}

    model::Result<void> feed(std::string_view bytes, std::string& out) override {
        if (!decided_) {
            const auto first = bytes.find_first_not_of(" \t\r\n");
            if (first == std::string_view::npos) return {}; // blanks before either mean nothing
            decided_ = true;
            isWhole_ = bytes[first] == '{';
        }
        return chosen().feed(bytes, out);
    }
    model::Result<void> finish(std::string& out) override { return chosen().finish(out); }
    const Progress& progress() const override { return isWhole_ ? whole_->progress() : stream_->progress(); }

private:
    Decoder& chosen() { return isWhole_ ? *whole_ : *stream_; }

    std::unique_ptr<Decoder> stream_;
    std::unique_ptr<Decoder> whole_;
    bool decided_ = false;
    bool isWhole_ = false;
};

} // namespace

std::unique_ptr<Decoder> sniffingDecoder(std::unique_ptr<Decoder> stream, std::unique_ptr<Decoder> whole) { return std::make_unique<SniffingDecoder>(std::move(stream), std::move(whole)); }

} // namespace signalbox::providers
