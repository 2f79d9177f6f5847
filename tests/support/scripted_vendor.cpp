#include "tests/support/scripted_vendor.h"

#include "tests/support/loopback.h"
#include "tests/support/vendor_loop.h"
#include "tests/support/vendor_replies.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace signalbox::tests {

using std::chrono::milliseconds;

ScriptedVendor::ScriptedVendor() : loop_(std::make_unique<Loop>()) {}
ScriptedVendor::~ScriptedVendor() = default;

std::uint16_t ScriptedVendor::port() const {
    return loop_->port();
}

std::string ScriptedVendor::url() const {
    return "http://127.0.0.1:" + std::to_string(port());
}

void ScriptedVendor::next(Behaviour behaviour) {
    std::lock_guard lock(loop_->mutex);
    loop_->queue.push_back(std::move(behaviour));
}

void ScriptedVendor::next(std::size_t times, const Behaviour& behaviour) {
    for (std::size_t i = 0; i < times; ++i)
        next(behaviour);
}

void ScriptedVendor::byDefault(Script script) {
    std::lock_guard lock(loop_->mutex);
    loop_->script = std::move(script);
}

void ScriptedVendor::byDefault(Behaviour behaviour) {
    byDefault([behaviour = std::move(behaviour)](const VendorRequest&) { return behaviour; });
}

void ScriptedVendor::refuse() {
    loop_->call([this] {
        loop_->setListening(false);
        loop_->resetAll();
    });
}

void ScriptedVendor::accept() {
    loop_->call([this] { loop_->setListening(true); });
}

void ScriptedVendor::resetAll() {
    loop_->call([this] { loop_->resetAll(); });
}

std::vector<VendorRequest> ScriptedVendor::journal() const {
    std::lock_guard lock(loop_->mutex);
    return loop_->journal;
}

std::size_t ScriptedVendor::requestCount() const {
    std::lock_guard lock(loop_->mutex);
    return loop_->journal.size();
}

std::size_t ScriptedVendor::connectionCount() const {
    std::size_t count = 0;
    loop_->call([&] { count = loop_->open(); });
    return count;
}

void ScriptedVendor::forget() {
    std::lock_guard lock(loop_->mutex);
    loop_->journal.clear();
    loop_->queue.clear();
    ++loop_->generation;
}

bool ScriptedVendor::waitForRequests(std::size_t count, milliseconds patience) const {
    std::unique_lock lock(loop_->mutex);
    return loop_->changed.wait_for(lock, patience, [&] { return loop_->journal.size() >= count; });
}

std::optional<SteadyTime> ScriptedVendor::waitForDisconnect(std::size_t number, milliseconds patience) const {
    std::unique_lock lock(loop_->mutex);
    const auto& journal = loop_->journal;
    loop_->changed.wait_for(lock, patience, [&] { return journal.size() > number && journal[number].disconnectedAt; });
    return journal.size() > number ? journal[number].disconnectedAt : std::nullopt;
}

Behaviour ScriptedVendor::wellBehaved(const VendorRequest& request) {
    using vendor::Protocol;
    const auto path = std::string_view(request.target).substr(0, request.target.find('?'));
    if (path.ends_with("/chat/completions")) {
        if (!request.wantsStream()) return vendor::answerJson(Protocol::OpenAi);
        const bool includeUsage = request.body.find("include_usage") != std::string::npos;
        return wholeStream(vendor::openAiEvents({}, includeUsage), {}, {{"x-request-id", "req_scripted"}});
    }
    if (path.ends_with("/messages"))
        return request.wantsStream() ? vendor::answerStream(Protocol::Anthropic)
                                     : vendor::answerJson(Protocol::Anthropic);
    if (path.ends_with("/embeddings")) {
        const bool base64 = request.body.find("base64") != std::string::npos;
        return respond(200, "application/json", vendor::openAiEmbeddings(1, 3, base64));
    }
    if (path.ends_with("/models")) return respond(200, "application/json", vendor::openAiModels({"vendor-model"}));
    return vendor::error(Protocol::OpenAi, 404, "invalid_request_error", "", "Unknown request URL");
}

UnansweredPort::UnansweredPort() {
    listener_ = listenOn(0, 0);
    port_ = portOf(listener_);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port_);
    // A queue of length 0 holds one connection; the others make sure that it is full.
    for (int i = 0; i < 4; ++i) {
        const int filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        ::connect(filler, reinterpret_cast<sockaddr*>(&address), sizeof address);
        fillers_.push_back(filler);
    }
}

UnansweredPort::~UnansweredPort() {
    for (const int filler : fillers_)
        ::close(filler);
    ::close(listener_);
}

std::string UnansweredPort::url() const {
    return "http://127.0.0.1:" + std::to_string(port_);
}

} // namespace signalbox::tests
