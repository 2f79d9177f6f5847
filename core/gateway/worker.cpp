#include "core/gateway/worker.h"

#include <sodium.h>

namespace signalbox::gateway {

Worker::Worker(boost::asio::io_context& workerContext, Shared& sharedParts, const net::UpstreamPool::Options& upstream)
    : context(workerContext), shared(sharedParts), pool(net::UpstreamPool::make(workerContext, upstream)), commits(workerContext),
      random(std::random_device{}()), snapshot_(std::make_shared<Snapshot>()) {}

void Worker::setSnapshot(std::shared_ptr<const Snapshot> snapshot) {
    snapshot_ = std::move(snapshot);
    states_.clear();
    lastKey_.clear();
    lastApplication_ = nullptr;
}

const model::SandboxSettings& Worker::sandbox(const Provider& provider) const {
    const auto found = sandboxes_.find(provider.name);
    return found == sandboxes_.end() ? provider.spec.sandbox : found->second;
}

std::shared_ptr<TargetState> Worker::stateOf(const Provider& provider, const model::ModelSpec& model) {
    auto& state = states_[&model];
    if (!state) state = shared.targets.target(provider.name, model.id, provider.connector && provider.connector->isSimulated());
    return state;
}

const ApplicationKey* Worker::keyOf(const std::string& key) {
    if (lastApplication_ && key.size() == lastKey_.size() && sodium_memcmp(key.data(), lastKey_.data(), key.size()) == 0)
        return lastApplication_;
    const auto found = snapshot_->keys.find(digestOfKey(snapshot_->keySecret, key));
    if (found == snapshot_->keys.end()) return nullptr;
    lastKey_ = key;
    lastApplication_ = &found->second;
    return lastApplication_;
}

void Worker::noteUse(const ApplicationKey& key) {
    const auto now = wallNow();
    if (key.id == notedKey_ && now - noted_ < RecentUses::kCoarse) return;
    notedKey_ = key.id;
    noted_ = now;
    shared.keyUses.note(key.id, now);
}

} // namespace signalbox::gateway
