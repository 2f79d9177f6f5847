#pragma once

#include <boost/json/value.hpp>

namespace signalbox::policy {

/// A small value that keeps the schema, to show a person what to send: what the schema gives as `const`, `examples`, `default` or
/// `enum`, else the least that its keywords ask for (required members only, the fewest elements, the shortest text). An object
/// without required members shows all that it names. The schema should be one that `Contract::compile` accepts. Negations,
/// conditions and patterns beyond simple ones are not solved: there the value may break the contract, and whoever needs to know checks it.
boost::json::value exampleOf(const boost::json::value& schema);

} // namespace signalbox::policy
