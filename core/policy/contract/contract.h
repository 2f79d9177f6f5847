#pragma once

#include "core/model/error.h"

#include <boost/json/value.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::policy {

struct Program;

/// Schemas by absolute URI without fragment.
using Documents = std::map<std::string, boost::json::value, std::less<>>;

enum class SchemaDraft : unsigned char { Draft7, Draft202012 };
enum class Formats : unsigned char {
    Annotate, ///< `format` says nothing about validity, unless the metaschema asks for the format-assertion vocabulary
    Assert,   ///< known formats are checked
};

/// What a schema may cost. A schema beyond it is refused.
struct SchemaLimits {
    std::size_t depth = 128;                  ///< nesting of arrays and objects
    std::size_t values = 100'000;             ///< JSON values in the schema
    std::size_t subschemas = 20'000;          ///< compiled, those referred to included
    std::size_t patternLength = 2'000;        ///< bytes of one pattern
    std::size_t patternMemory = 2u << 20;     ///< bytes of RE2's program and automaton, for one pattern
    std::size_t patterns = 200;               ///< different ones
    std::size_t resources = 1'000;            ///< schemas with an identifier of their own
};

struct CompileOptions {
    SchemaDraft draft = SchemaDraft::Draft202012; ///< of a schema without `$schema`
    Formats formats = Formats::Assert;
    /// What references to other documents may reach besides the published metaschemas; the product supplies none, since it never
    /// fetches. Not owned; only used while compiling.
    const Documents* documents = nullptr;
    SchemaLimits limits = {};
};

/// What a check may cost. An instance beyond it is reported as a violation, never accepted unchecked.
struct CheckLimits {
    std::size_t depth = 256;          ///< nesting of the instance's arrays and objects
    std::size_t steps = 5'000'000;    ///< evaluations of a subschema or a keyword; bounds schemas that explode
    std::size_t violations = 100;     ///< listed; the last one says when there are more
};

/// A compiled JSON Schema, draft 2020-12 or draft 7: what an input or an output has to keep. Immutable, cheap to copy, and safe to
/// use from any number of threads at once. Patterns run on RE2, in linear time.
class Contract {
public:
    /// Refuses, as InvalidRequest with a violation for each place in the schema: malformed keywords, limits, references that lead
    /// nowhere or to documents that were not supplied, schemas that refer to themselves without end, unknown dialects, unknown required
    /// vocabularies, patterns that RE2 cannot run. Unknown keywords are annotations, as the specification says.
    static model::Result<Contract> compile(const boost::json::value& schema, const CompileOptions& options = {});

    /// Everything that is wrong with the instance, in its order; empty when it keeps the contract. When nothing is wrong it allocates nothing,
    /// but for long arrays with `uniqueItems`, objects of many members with `unevaluatedProperties`, and international host names.
    std::vector<model::Violation> check(const boost::json::value& instance, const CheckLimits& limits = {}) const;

    /// Whether `check` would find nothing; stops at the first violation.
    bool accepts(const boost::json::value& instance, const CheckLimits& limits = {}) const;

private:
    explicit Contract(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

    std::shared_ptr<const Program> program_;
};

} // namespace signalbox::policy
