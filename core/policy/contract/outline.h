#pragma once

#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace signalbox::policy {

/// One line of a schema as a person reads it.
struct OutlineRow {
    std::string pointer;     ///< of the subschema, into the schema
    /// of the member; `[]` for the elements of an array, `[0]` for one of them, `*` for other members, `any of 2` for an alternative; empty
    /// for the whole
    std::string name;
    std::string type;        ///< "text", "list of whole number", "object or null"; empty when anything goes
    bool required = false;
    std::string constraints; ///< a sentence, such as "At least 1 character; matches ^[a-z]+$."; empty when there are none
    std::string description; ///< the schema's own, or its title
    std::size_t depth = 0;   ///< how far to indent; 0 for the whole
};

/// A readable outline of a schema, outer rows before inner ones. References within the schema are followed, each once on its way; a schema
/// that is not well formed gives what can be read of it. At most 2,000 rows.
std::vector<OutlineRow> describe(const boost::json::value& schema);

} // namespace signalbox::policy
