#pragma once

#include <boost/json/value.hpp>

#include <cstdint>
#include <random>
#include <string>

namespace signalbox::providers {

/// An instance that has the shape which a JSON Schema asks for: types, properties, items, enums, constants, bounds, formats,
/// local references, the first of alternatives. Deterministic by `random`. For the simulated vendor; what it gives is invented.
boost::json::value instanceOfSchema(const boost::json::value& schema, std::mt19937_64& random);

/// The same as JSON text, numbers in plain decimals.
std::string instanceText(const boost::json::value& schema, std::mt19937_64& random);

} // namespace signalbox::providers
