#include "core/gateway/gateway.h"

#include "core/gateway/callbacks.h"
#include "core/gateway/owed_runs.h"
#include "core/gateway/serve.h"
#include "core/gateway/stages.h"
#include "core/gateway/worker.h"

#include <boost/asio/post.hpp>

namespace signalbox::gateway {

namespace asio = boost::asio;

namespace {

class GatewayOfWorkers final : public Gateway {
public:
    GatewayOfWorkers(const std::vector<asio::io_context*>& contexts, RunSink& sink, const Options& options)
        : shared_{sink, RunIdSource(options.node, options.newestRun), {}, {}, {}} {
        for (auto* context : contexts) workers_.push_back(std::make_unique<Worker>(*context, shared_, options.upstream));
        if (!options.ledger) return;
        std::vector<Worker*> all;
        for (const auto& worker : workers_) all.push_back(worker.get());
        callbacks_ = std::make_unique<Callbacks>(*options.ledger, *all.front(), options.upstream, options.callbackSecret);
        owed_ = std::make_unique<OwedRuns>(*options.ledger, std::move(all));
        shared_.ledger = options.ledger;
        shared_.owed = owed_.get();
        shared_.callbacks = callbacks_.get();
    }

    void start() override {
        if (!owed_) return;
        owed_->start();
        callbacks_->start();
    }

    RunId newRunId() override { return shared_.runIds.next(wallNow()); }

    void onRunAccepted() override {
        if (owed_) owed_->wake();
    }

    net::Handler handler(std::size_t index) override {
        return [worker = workers_.at(index).get()](net::Request request, net::Reply& reply) { return serve(*worker, std::move(request), reply); };
    }

    std::function<bool(const net::Request&)> knows(std::size_t index) override {
        return [worker = workers_.at(index).get()](const net::Request& request) { return applicationOf(*worker, request.fields).has_value(); };
    }

    TrialHandler trials(std::size_t index) override {
        return [worker = workers_.at(index).get()](TrialCall trial, net::Reply& reply) { return serveTrial(*worker, std::move(trial), reply); };
    }

    void publish(std::shared_ptr<const Snapshot> snapshot) override {
        // The console shows every configured target, also those that nobody called yet.
        for (const auto& [name, provider] : snapshot->providers)
            for (const auto& model : provider.spec.models)
                shared_.targets.target(name, model.id, provider.connector && provider.connector->isSimulated());
        {
            const std::lock_guard lock(mutex_);
            snapshot_ = snapshot;
        }
        for (auto& worker : workers_)
            asio::post(worker->context, [one = worker.get(), snapshot] { one->setSnapshot(snapshot); });
    }

    void setSandbox(std::string_view provider, const model::SandboxSettings& settings) override {
        for (auto& worker : workers_)
            asio::post(worker->context, [one = worker.get(), name = std::string(provider), settings] { one->setSandbox(name, settings); });
    }

    std::vector<RecentUses::Use> takeKeyUses() override { return shared_.keyUses.take(); }

    std::vector<Target> targets() const override {
        std::shared_ptr<const Snapshot> snapshot;
        {
            const std::lock_guard lock(mutex_);
            snapshot = snapshot_;
        }
        const auto now = monotonicNow();
        const auto wall = wallNow();
        std::vector<Target> list;
        if (!snapshot) return list;
        for (const auto& [name, provider] : snapshot->providers)
            for (const auto& model : provider.spec.models)
                if (const auto state = shared_.targets.find(name, model.id)) {
                    list.push_back(state->describe(now, wall));
                    list.back().maxConcurrent = provider.spec.maxConcurrent;
                }
        return list;
    }

    std::int64_t callsInFlight() const override {
        std::int64_t sum = 0;
        for (const auto& worker : workers_) sum += worker->callsInFlight.load(std::memory_order_relaxed);
        return sum;
    }

    bool isDraining() const override { return shared_.draining.load(std::memory_order_relaxed); }

    bool resetBreaker(std::string_view provider, std::string_view model) override {
        const auto state = shared_.targets.find(provider, model);
        if (state) state->resetBreaker();
        return state != nullptr;
    }

    void drain() override {
        shared_.draining.store(true, std::memory_order_relaxed);
        if (!owed_) return;
        owed_->drain();
        callbacks_->drain();
        shared_.waiters.announceAll();
    }

    void stop() override {
        if (!owed_) return;
        owed_->stop();
        callbacks_->stop();
    }

private:
    Shared shared_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::unique_ptr<OwedRuns> owed_;
    std::unique_ptr<Callbacks> callbacks_;
    mutable std::mutex mutex_;
    std::shared_ptr<const Snapshot> snapshot_;
};

} // namespace

std::unique_ptr<Gateway> Gateway::make(const std::vector<asio::io_context*>& contexts, RunSink& sink, Options options) {
    return std::make_unique<GatewayOfWorkers>(contexts, sink, options);
}

} // namespace signalbox::gateway
