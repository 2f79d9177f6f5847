#include "core/control/workflow_template.h"

#include "core/control/document_renaming.h"
#include "core/model/spec_reader.h"
#include "core/model/yaml.h"

#include <QDir>
#include <QFile>

#include <boost/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>

void initTemplateResources() { Q_INIT_RESOURCE(control_templates); }

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;
using model::ErrorClass;

namespace {

constexpr std::size_t kMostBytes = 1024 * 1024;
constexpr std::size_t kMostDocuments = 100;
constexpr std::size_t kMostTitle = 100;

void readHead(const json::value& value, WorkflowTemplate& into, model::Violations& violations) {
    if (!value.is_object()) return violations.add("", "should be an object with kind: template, name, title, description and tags");
    model::SpecReader reader(value.get_object(), "", violations);
    std::string kind;
    reader.require("kind");
    reader.require("name");
    reader.require("title");
    if (reader.text("kind", kind) && kind != "template") reader.violation("kind", "should be 'template': the first document of the file says what the template is");
    if (reader.text("name", into.name) && !model::isDocumentName(into.name))
        reader.violation("name", "should be lower-case letters, digits, '-', '_' and '.', begin with a letter or digit, and have at most 64 characters");
    if (reader.text("title", into.title) && (into.title.empty() || into.title.size() > kMostTitle)) reader.violation("title", "should have 1 to 100 characters");
    reader.text("description", into.description);
    reader.texts("tags", into.tags);
    reader.refuseUnknown();
}

std::vector<WorkflowTemplate> readBuiltIn() {
    initTemplateResources();
    std::vector<WorkflowTemplate> templates;
    const QDir folder(QStringLiteral(":/templates"));
    for (const auto& file : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
        QFile content(folder.filePath(file));
        if (!content.open(QIODevice::ReadOnly)) continue;
        auto read = readTemplate(content.readAll().toStdString());
        if (!read) { // a test reads them all, so this is a program built from an unfinished tree
            spdlog::error("the built-in template {} is not served: {}", file.toStdString(), read.error().message);
            continue;
        }
        read->builtIn = true;
        templates.push_back(std::move(*read));
    }
    return templates;
}

} // namespace

model::Result<WorkflowTemplate> readTemplate(std::string_view yaml) {
    if (yaml.size() > kMostBytes) return model::failure(ErrorClass::InvalidRequest, "A template's file has at most 1 MiB.", "too_large");
    auto values = model::parseDocuments(yaml);
    if (!values) return tl::unexpected(values.error());
    if (values->empty()) return model::failure(ErrorClass::InvalidRequest, "The file is empty: a template begins with 'kind: template', and its documents follow after '---'.", "invalid_template");
    WorkflowTemplate read;
    model::Violations violations;
    readHead(values->front(), read, violations);
    if (values->size() > kMostDocuments + 1) violations.add("", "has more than 100 documents");
    std::set<std::pair<DocumentKind, std::string>> known;
    for (std::size_t i = 1; i < std::min(values->size(), kMostDocuments + 1); ++i) {
        const auto at = "/documents/" + std::to_string(i - 1);
        auto document = model::readDocument((*values)[i]);
        if (!document) {
            if (document.error().violations.empty()) violations.add(at, document.error().message);
            for (const auto& violation : document.error().violations) violations.add(at + violation.pointer, violation.message);
            continue;
        }
        if (!known.emplace(document->kind, document->name).second) violations.add(at + "/name", "there are two documents " + std::string(nameOf(document->kind)) + '/' + document->name);
        read.documents.push_back(std::move(*document));
    }
    const auto isWorkflow = [](const auto& document) { return document.kind == DocumentKind::Workflow; };
    if (violations.empty() && std::none_of(read.documents.begin(), read.documents.end(), isWorkflow)) violations.add("/documents", "have no workflow among them: that is what a template is for");
    if (!violations.empty()) {
        auto error = violations.error("The template");
        error.code = "invalid_template";
        return tl::unexpected(std::move(error));
    }
    return read;
}

std::string toYaml(const WorkflowTemplate& from) {
    json::array tags;
    for (const auto& tag : from.tags) tags.push_back(json::value(tag));
    std::string text = model::toYaml(json::object{{"kind", "template"}, {"name", from.name}, {"title", from.title}, {"description", from.description}, {"tags", std::move(tags)}});
    for (const auto& document : from.documents) text += "---\n" + model::toYaml(model::toJson(document));
    return text;
}

json::object toJson(const WorkflowTemplate& from, bool withSpecs) {
    json::array tags;
    for (const auto& tag : from.tags) tags.push_back(json::value(tag));
    json::array documents;
    for (const auto& document : from.documents) {
        json::object one{{"kind", nameOf(document.kind)}, {"name", document.name}};
        if (withSpecs) one["spec"] = document.spec;
        documents.push_back(std::move(one));
    }
    return {{"name", from.name}, {"title", from.title}, {"description", from.description}, {"tags", std::move(tags)}, {"documents", std::move(documents)}, {"builtin", from.builtIn}};
}

model::Result<std::vector<model::Document>> documentsWithPrefix(const WorkflowTemplate& from, const std::string& prefix) {
    auto documents = from.documents;
    if (prefix.empty()) return documents;
    const std::string before = prefix + (std::string_view("-_.").find(prefix.back()) == std::string_view::npos ? "-" : "");
    std::set<std::pair<DocumentKind, std::string>> own;
    for (auto& document : documents) {
        own.emplace(document.kind, document.name);
        document.name.insert(0, before);
        if (!model::isDocumentName(document.name))
            return model::failure(ErrorClass::InvalidRequest, "With the prefix '" + prefix + "' a document would be called '" + document.name + "'. Names are lower-case letters, digits, '-', '_' and '.', at most 64.", "invalid_prefix");
    }
    for (auto& document : documents)
        renameReferences(document, [&](DocumentKind kind, const model::DocumentRef& to) {
            if (!own.contains({kind, to.name})) return std::string();
            auto renamed = to;
            renamed.name.insert(0, before);
            const bool bare = !to.version && to.label == "production";
            return bare ? renamed.name : renamed.text();
        });
    return documents;
}

const std::vector<WorkflowTemplate>& builtInTemplates() {
    static const std::vector<WorkflowTemplate> all = readBuiltIn();
    return all;
}

const WorkflowTemplate* builtInTemplate(std::string_view name) {
    const auto& all = builtInTemplates();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace signalbox::control
