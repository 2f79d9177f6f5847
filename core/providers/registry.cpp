#include "core/providers/connector.h"

#include <array>

namespace signalbox::providers {

// Each vendor's file has one of these; a new vendor is a file and a line in the table below.
const Connector* anthropicConnector();
const Connector* openAiConnector();
const Connector* sandboxConnector();

namespace {
const std::array<const Connector*, 3>& connectors() {
    static const std::array<const Connector*, 3> kAll = {openAiConnector(), anthropicConnector(), sandboxConnector()};
    return kAll;
}
} // namespace

const Connector* connectorNamed(std::string_view name) {
    for (const auto* connector : connectors())
        if (connector->name() == name) return connector;
    return nullptr;
}

std::vector<std::string_view> connectorNames() {
    std::vector<std::string_view> names;
    for (const auto* connector : connectors()) names.push_back(connector->name());
    return names;
}

} // namespace signalbox::providers
