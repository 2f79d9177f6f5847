#include "app/gateway/exported_versions.h"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace signalbox::app {

namespace json = boost::json;

namespace {

std::string keyOf(const model::Document& document) { return std::string(nameOf(document.kind)) + '/' + document.name; }

std::int64_t numberIn(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : 0;
}

std::string textIn(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

} // namespace

std::string ExportedVersions::fileIn(const std::string& directory) { return (std::filesystem::path(directory) / ".signalbox-versions.json").string(); }

std::optional<ExportedVersions> ExportedVersions::read(const std::string& directory) {
    std::ifstream stream(fileIn(directory), std::ios::binary);
    if (!stream) return {};
    json::error_code error;
    const auto value = json::parse(std::string(std::istreambuf_iterator<char>(stream), {}), error);
    if (error || !value.is_object()) return {};
    ExportedVersions versions(textIn(value.get_object(), "registry"));
    const auto* documents = value.get_object().if_contains("documents");
    if (!documents || !documents->is_object()) return {};
    for (const auto& member : documents->get_object()) {
        if (!member.value().is_object()) continue;
        const auto& entry = member.value().get_object();
        versions.entries_[std::string(member.key())] = {numberIn(entry, "version"), numberIn(entry, "latest"), numberIn(entry, "production"), textIn(entry, "content_hash")};
    }
    return versions;
}

bool ExportedVersions::write(const std::string& directory) const {
    // A line a document: a change of one is a change of one line in version control.
    std::string text = "{\n  \"registry\": " + json::serialize(json::value(registry_)) + ",\n  \"documents\": {";
    bool isFirst = true;
    for (const auto& [key, entry] : entries_) {
        text += std::string(isFirst ? "" : ",") + "\n    " + json::serialize(json::value(key)) + ": " +
                json::serialize(json::object{{"version", entry.version}, {"latest", entry.latest}, {"production", entry.production}, {"content_hash", entry.contentHash}});
        isFirst = false;
    }
    text += "\n  }\n}\n";
    const auto file = fileIn(directory);
    const auto draft = file + ".new";
    {
        std::ofstream stream(draft, std::ios::binary | std::ios::trunc);
        stream << text;
        if (!stream.flush()) return false;
    }
    std::error_code error;
    std::filesystem::rename(draft, file, error);
    return !error;
}

std::optional<ExportedVersions::Entry> ExportedVersions::find(const model::Document& document) const {
    const auto found = entries_.find(keyOf(document));
    return found == entries_.end() ? std::nullopt : std::optional(found->second);
}

void ExportedVersions::put(const model::Document& document, Entry entry) { entries_[keyOf(document)] = std::move(entry); }

} // namespace signalbox::app
