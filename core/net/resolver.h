#pragma once

#include "core/net/address.h"
#include "core/net/http.h"
#include "core/net/reactor.h"

#include <boost/asio/awaitable.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace signalbox::net {

/// Names to addresses, by the system's resolver on a thread of its own; kept for a while. Belongs to one io_context's thread.
class Resolver : public std::enable_shared_from_this<Resolver> {
public:
    Resolver(Reactor& reactor, std::chrono::milliseconds keepFor);
    ~Resolver();

    /// Families alternate, so that one that does not work here costs one attempt. `waiter` can be cancelled.
    boost::asio::awaitable<Result<std::vector<Address>>> resolve(std::string host, Waiter& waiter, MonotonicTime by);

private:
    class System;
    struct Name {
        std::vector<Address> addresses;
        MonotonicTime expires{};
        std::string problem;
        std::vector<Waiter*> waiting;
        bool isAsking = false;
    };
    class Place;

    void ask(const std::string& host, Name& name);
    void answered(const std::string& host, std::vector<Address> addresses, std::string problem);

    Reactor& reactor_;
    const std::chrono::milliseconds keepFor_;
    std::unique_ptr<System> system_;
    std::map<std::string, Name> names_;
};

} // namespace signalbox::net
