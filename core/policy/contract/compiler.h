#pragma once

#include "core/policy/contract/program.h"
#include "core/policy/contract/references.h"

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace signalbox::policy {

/// Turns schemas into the nodes of a program, one at a time from a queue, so that neither deep nor circular schemas cost stack.
class Compiler {
public:
    Compiler(const CompileOptions& options, std::vector<model::Violation>& violations)
        : options_(options), violations_(violations), references_(options, violations), program_(std::make_shared<Program>()) {}

    /// The program is whole only when there are no violations afterwards.
    std::shared_ptr<const Program> compile(const boost::json::value& schema);

private:
    /// A schema object while its keywords are read.
    struct Source {
        const boost::json::object& json;
        Place place;
        Dialect dialect;
    };

    NodeIndex nodeFor(const boost::json::value& schema);
    void compileNode(const boost::json::value& schema, NodeIndex index);
    void compileQueue();
    bool compileDynamicAnchors();
    void refuseEndlessSchemas();

    void readTypes(const Source& source, Node& node);
    void readChoice(const Source& source, Node& node);
    void readNumbers(const Source& source, Node& node);
    void readStrings(const Source& source, Node& node);
    void readArrays(const Source& source, Node& node);
    void readObjects(const Source& source, Node& node);
    void readReferences(const Source& source, InPlaceRules& rules);
    void readInPlace(const Source& source, Node& node);
    void refuseForeign(const Source& source);
    void readUnevaluated(const Source& source, Node& node);
    void compileReserved(const Source& source);

    // Members by form; each says what is wrong and leaves the target as it is.
    const boost::json::value* member(const Source& source, std::string_view name) const { return source.json.if_contains(name); }
    bool count(const Source& source, std::string_view name, std::size_t& value);
    bool number(const Source& source, std::string_view name, std::optional<boost::json::value>& value);
    bool names(const boost::json::value& value, const std::string& pointer, std::vector<std::string>& list);
    NodeIndex subschema(const Source& source, std::string_view name);
    std::vector<NodeIndex> subschemas(const Source& source, std::string_view name);
    const boost::json::object* objectMember(const Source& source, std::string_view name, std::string_view holds);
    std::optional<Pattern> pattern(std::string_view text, const std::string& pointer);

    void violation(std::string pointer, std::string message);
    static std::string pointerTo(const Source& source, std::string_view name);

    const CompileOptions& options_;
    std::vector<model::Violation>& violations_;
    References references_;
    std::shared_ptr<Program> program_;
    std::unordered_map<const boost::json::value*, NodeIndex> indices_;
    std::deque<std::pair<const boost::json::value*, NodeIndex>> queue_;
    std::vector<std::string> pointers_; ///< of each node, for what is found out at the end
    std::map<std::string, std::uint32_t, std::less<>> dynamicNames_;
    std::set<ResourceIndex> visited_;   ///< resources that the dynamic scope may hold
    std::map<std::string, Pattern, std::less<>> patterns_;
    bool tooMany_ = false;
};

} // namespace signalbox::policy
