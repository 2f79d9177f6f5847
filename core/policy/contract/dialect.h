#pragma once

#include "core/policy/contract/contract.h"

#include <boost/json/object.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace signalbox::policy {

/// Which keywords mean something, as `$schema` and its `$vocabulary` say. The content and metadata vocabularies only annotate.
struct Dialect {
    SchemaDraft draft = SchemaDraft::Draft202012;
    bool applicators = true;
    bool unevaluated = true;
    bool validation = true;
    bool assertsFormats = false; ///< the format-assertion vocabulary

    bool isDraft7() const { return draft == SchemaDraft::Draft7; }
};

/// The dialect that a `$schema` names: one of the two published ones, or a metaschema among `documents`. The error is a sentence.
tl::expected<Dialect, std::string> dialectNamed(std::string_view schemaUri, const Documents* documents);

/// Where a keyword keeps subschemas.
enum class SubschemaShape : unsigned char { One, OneOrArray, Array, Object, ObjectOrNames };
struct SubschemaKeyword {
    std::string_view name;
    SubschemaShape shape;
    bool draft7;
    bool draft202012;
    bool reserved = false; ///< only holds schemas for references; applies nothing
};
/// Nothing for a keyword that holds no subschemas in that draft.
const SubschemaKeyword* subschemaKeyword(std::string_view name, SchemaDraft draft);

/// Of a keyword of another draft, what to use instead, as the end of a sentence; empty for all others.
std::string_view foreignKeyword(std::string_view name, SchemaDraft draft);

/// Calls `visit(value, pointerSuffix)` for each subschema directly inside `schema`, whether it is well formed or not.
void forEachSubschema(const boost::json::object& schema, SchemaDraft draft,
                      const std::function<void(const boost::json::value&, const std::string&)>& visit);

} // namespace signalbox::policy
