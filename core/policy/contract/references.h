#pragma once

#include "core/policy/contract/dialect.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace signalbox::policy {

using ResourceIndex = std::uint32_t;

/// A schema with its own URI: a document's root, or a subschema with `$id`.
struct Resource {
    std::string uri; ///< absolute, without fragment; empty for a root that has none
    const boost::json::value* root = nullptr;
    Dialect dialect;
    std::map<std::string, const boost::json::value*, std::less<>> anchors; ///< dynamic ones included
    std::map<std::string, const boost::json::value*, std::less<>> dynamicAnchors;
};

/// Where a schema stands.
struct Place {
    ResourceIndex resource = 0;
    std::string pointer; ///< into its document; behind the document's URI and `#` when that is not the contract's own
};

/// The schemas that references can reach: of the contract itself, and of the documents that it refers to, which are read when they are
/// first needed.
class References {
public:
    References(const CompileOptions& options, std::vector<model::Violation>& violations) : options_(options), violations_(violations) {}

    /// Reads identifiers and anchors of a document. `uri` is where it was found; its `$id` wins.
    void addDocument(const boost::json::value& schema, const std::string& uri, const std::string& pointerPrefix);

    struct Target {
        const boost::json::value* schema = nullptr;
        std::string fragment; ///< decoded; the anchor's name when it is one
        bool isAnchor = false;
    };
    /// What a `$ref` in `from` points at. The error is a sentence.
    tl::expected<Target, std::string> resolve(std::string_view reference, ResourceIndex from);

    /// Of a schema that was indexed or resolved.
    const Place& placeOf(const boost::json::value& schema) const { return places_.at(&schema); }
    const Resource& resource(ResourceIndex index) const { return resources_[index]; }
    std::size_t resourceCount() const { return resources_.size(); }

private:
    void index(const boost::json::value& schema, ResourceIndex resource, const std::string& pointer);
    ResourceIndex identified(const boost::json::value& schema, ResourceIndex outer, const std::string& pointer);
    void readAnchors(const boost::json::object& schema, const boost::json::value& value, ResourceIndex resource, const std::string& pointer);
    void addAnchor(std::string_view name, bool dynamic, const boost::json::value& value, ResourceIndex resource, const std::string& pointer);
    Dialect dialectOf(const boost::json::object& schema, const Dialect& outer, const std::string& pointer);
    const ResourceIndex* find(const std::string& uri);
    const boost::json::value* follow(std::string_view pointer, ResourceIndex resource);

    const CompileOptions& options_;
    std::vector<model::Violation>& violations_;
    std::vector<Resource> resources_;
    std::map<std::string, ResourceIndex> byUri_;
    std::unordered_map<const boost::json::value*, Place> places_;
};

} // namespace signalbox::policy
