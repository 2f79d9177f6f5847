#pragma once

#include "core/model/document.h"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::control {

/// Documents that work together, to begin with: a workflow with its prompt, route, policies, runbooks and test sets. As a file it is
/// YAML: first `{kind: template, name, title, description, tags}`, then each document.
struct WorkflowTemplate {
    std::string name;
    std::string title;
    std::string description;
    std::vector<std::string> tags;
    std::vector<model::Document> documents;
    bool builtIn = false;
};

/// Reads a template's file: every violation of its head and of its documents, with `/documents/N` before the pointers of the
/// latter. At most 1 MiB, 100 documents, one of each kind and name, one workflow at least.
model::Result<WorkflowTemplate> readTemplate(std::string_view yaml);
std::string toYaml(const WorkflowTemplate& from);
/// For a list: documents by kind and name; `withSpecs` also with what they say.
boost::json::object toJson(const WorkflowTemplate& from, bool withSpecs);

/// The documents under names that begin with `prefix` (a '-' is put between, unless it ends in '-', '_' or '.'), naming one another
/// by those. Empty: as they are. InvalidRequest when a name becomes none.
model::Result<std::vector<model::Document>> documentsWithPrefix(const WorkflowTemplate& from, const std::string& prefix);

/// The templates of resources/templates, by name.
const std::vector<WorkflowTemplate>& builtInTemplates();
/// Null when there is none.
const WorkflowTemplate* builtInTemplate(std::string_view name);

} // namespace signalbox::control
