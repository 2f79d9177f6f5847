#include "app/gateway/exported_versions.h"
#include "app/gateway/options.h"
#include "app/gateway/remote_gateway.h"
#include "core/model/document.h"
#include "core/model/json_text.h"
#include "core/model/yaml.h"

#include <boost/asio/use_awaitable.hpp>
#include <boost/json.hpp>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

namespace signalbox::app {

namespace asio = boost::asio;
namespace json = boost::json;

namespace {

std::optional<std::string> textOf(const std::string& file) {
    if (file == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return {};
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

/// A document of a file, as it goes to the gateway.
struct FileDocument {
    std::string file;
    std::string directory; ///< whose versions file tells what it began as
    model::Document document;
};

/// All documents of all files, each checked here already, so that a mistake is told with its file's name.
model::Result<std::vector<FileDocument>> readFiles(const std::vector<std::string>& files) {
    std::vector<FileDocument> documents;
    for (const auto& file : files) {
        const auto text = textOf(file);
        if (!text) return model::failure(model::ErrorClass::InvalidRequest, file + ": cannot be read");
        auto values = model::parseDocuments(*text);
        if (!values) return model::failure(model::ErrorClass::InvalidRequest, file + ": " + values.error().message);
        for (auto& value : *values) {
            if (value.is_object()) value.get_object().erase("version"); // earlier exports noted it; the registry gives it
            auto document = model::readDocument(value);
            if (!document) {
                std::string message = file + ": " + document.error().message;
                for (const auto& violation : document.error().violations) message += "\n  " + violation.pointer + ": " + violation.message;
                return model::failure(model::ErrorClass::InvalidRequest, message);
            }
            documents.push_back({file, file == "-" ? std::string() : std::filesystem::path(file).parent_path().string(), std::move(*document)});
        }
    }
    return documents;
}

/// The versions files of the directories that the documents are in; those without one are absent.
std::map<std::string, ExportedVersions> versionsOf(const std::vector<FileDocument>& documents) {
    std::map<std::string, ExportedVersions> all;
    for (const auto& one : documents)
        if (one.file != "-" && !all.contains(one.directory))
            if (auto read = ExportedVersions::read(one.directory)) all.emplace(one.directory, std::move(*read));
    return all;
}

/// Of a conflict, which file it is about, before what the gateway says of it.
std::string describeConflict(const RemoteReply& reply, const std::vector<FileDocument>& documents) {
    json::error_code error;
    const auto body = model::parseOwnJson(reply.body, error);
    const auto* violations = body.is_object() ? body.find_pointer("/error/violations", error) : nullptr;
    if (!violations || !violations->is_array() || violations->get_array().empty()) return describeErrorBody(reply);
    std::string text = std::string(body.at_pointer("/error/message").as_string());
    for (const auto& violation : violations->get_array()) {
        std::string pointer(violation.at("pointer").as_string());
        const std::string message(violation.at("message").as_string());
        constexpr std::string_view kDocuments = "/documents/";
        std::size_t index = 0;
        if (documents.size() == 1 && !pointer.starts_with(kDocuments)) {
            text += "\n  " + documents.front().file + ": " + (pointer.empty() ? "" : pointer + ": ") + message;
            continue;
        }
        const auto* begin = pointer.data() + std::min(kDocuments.size(), pointer.size());
        const auto [end, problem] = std::from_chars(begin, pointer.data() + pointer.size(), index);
        if (!pointer.starts_with(kDocuments) || problem != std::errc{} || index >= documents.size()) {
            text += "\n  " + (pointer.empty() ? "" : pointer + ": ") + message;
            continue;
        }
        const auto inner = pointer.substr(static_cast<std::size_t>(end - pointer.data()));
        text += "\n  " + documents[index].file + ": " + (inner.empty() ? "" : inner + ": ") + message;
    }
    return text;
}

/// What was registered, into the versions files: the next apply begins from there.
/// Files that are of another registry than the one that answered stay what they are of.
void remember(std::map<std::string, ExportedVersions>& versions, const std::vector<FileDocument>& documents, const json::array& results, const std::string& registry) {
    std::erase_if(versions, [&](const auto& one) { return one.second.registry() != registry; });
    for (std::size_t i = 0; i < documents.size() && i < results.size(); ++i) {
        const auto found = versions.find(documents[i].directory);
        if (found == versions.end() || documents[i].file == "-") continue;
        const auto& labels = results[i].at("labels").as_object();
        const auto number = [&](std::string_view label) {
            const auto* value = labels.if_contains(label);
            return value && value->is_int64() ? value->get_int64() : 0;
        };
        found->second.put(documents[i].document, {results[i].at("version").to_number<std::int64_t>(), number("latest"), number("production"), documents[i].document.contentHash()});
    }
    for (const auto& [directory, one] : versions)
        if (!one.write(directory)) std::cerr << ExportedVersions::fileIn(directory) << " cannot be written: the next apply may report conflicts that are none\n";
}

asio::awaitable<int> applyTo(RemoteGateway& gateway, const ApplyOptions& options, std::vector<FileDocument> documents) {
    auto versions = versionsOf(documents);
    json::array list;
    std::string registry;
    for (const auto& one : documents) {
        auto value = toJson(one.document);
        const auto known = versions.find(one.directory);
        if (!options.force && known != versions.end() && one.file != "-")
            if (const auto base = known->second.find(one.document)) {
                // Files of two registries in one apply: the gateway is told of the first; what it does not know says nothing there.
                if (registry.empty()) registry = known->second.registry();
                if (registry == known->second.registry()) value["based_on"] = {{"version", base->version}, {"latest", base->latest}, {"production", base->production}};
            }
        list.push_back(std::move(value));
    }
    json::object body{{"documents", std::move(list)}, {"message", options.message}, {"registry", registry}};
    if (!options.label.empty()) body["label"] = options.label;
    const auto reply = co_await gateway.send("POST", "/api/v1/apply", json::serialize(body));
    if (!reply || reply->status != 200) {
        std::cerr << (reply ? describeConflict(*reply, documents) : reply.error().message) << '\n';
        if (reply && reply->status == 409 && reply->body.find("\"conflict\"") != std::string::npos) std::cerr << "Export into another directory to see what the registry has now; --force registers the files over it.\n";
        co_return 1;
    }
    json::error_code unread;
    const auto answer = model::parseOwnJson(reply->body, unread);
    const auto& results = answer.at("results").as_array();
    for (const auto& result : results) {
        const auto& one = result.as_object();
        std::cout << one.at("kind").as_string().c_str() << '/' << one.at("name").as_string().c_str() << '@' << one.at("version").to_number<std::int64_t>();
        if (one.at("unchanged").as_bool()) std::cout << " unchanged";
        const auto* labels = one.if_contains("labels");
        const auto* production = labels && labels->is_object() ? labels->as_object().if_contains("production") : nullptr;
        if (production && *production != one.at("version"))
            std::cout << "  (production stays at " << production->to_number<std::int64_t>() << "; --label production moves it)";
        std::cout << '\n';
    }
    remember(versions, documents, results, std::string(answer.at("registry").as_string()));
    co_return 0;
}

asio::awaitable<int> exportFrom(RemoteGateway& gateway, const ExportOptions& options) {
    const std::string noBody;
    const auto reply = co_await gateway.send("GET", "/api/v1/export", noBody);
    if (!reply || reply->status != 200) {
        std::cerr << (reply ? describeErrorBody(*reply) : reply.error().message) << '\n';
        co_return 1;
    }
    std::error_code error;
    std::filesystem::create_directories(options.directory, error);
    json::error_code unread;
    const auto answer = model::parseOwnJson(reply->body, unread);
    const auto* registry = answer.as_object().if_contains("registry");
    ExportedVersions versions(registry && registry->is_string() ? std::string(registry->get_string()) : std::string());
    for (const auto& value : answer.at("documents").as_array()) {
        auto document = model::readDocument(json::object{{"kind", value.at("kind")}, {"name", value.at("name")}, {"spec", value.at("spec")}});
        if (!document) continue; // a name that is none would be a path of the server's choice
        const auto file = std::filesystem::path(options.directory) / (std::string(nameOf(document->kind)) + '-' + document->name + ".yaml");
        std::ofstream stream(file, std::ios::binary | std::ios::trunc);
        stream << model::toYaml(toJson(*document));
        if (!stream.flush()) {
            std::cerr << file.string() << ": cannot be written\n";
            co_return 1;
        }
        const auto number = [&](std::string_view name) {
            const auto* member = value.as_object().if_contains(name);
            return member && member->is_int64() ? member->get_int64() : 0;
        };
        versions.put(*document, {number("version"), number("latest"), number("production"), document->contentHash()});
        std::cout << file.string() << '\n';
    }
    if (!versions.write(options.directory)) {
        std::cerr << ExportedVersions::fileIn(options.directory) << ": cannot be written\n";
        co_return 1;
    }
    co_return 0;
}

template <class Task>
int withGateway(const RemoteOptions& options, Task task) {
    asio::io_context context(1);
    auto gateway = RemoteGateway::find(context, options);
    if (!gateway) {
        std::cerr << gateway.error().message << '\n';
        return 1;
    }
    return runToEnd(context, task(**gateway));
}

} // namespace

int apply(const ApplyOptions& options) {
    auto documents = readFiles(options.files);
    if (!documents) {
        std::cerr << documents.error().message << '\n';
        return 1;
    }
    return withGateway(options.remote, [&](RemoteGateway& gateway) { return applyTo(gateway, options, std::move(*documents)); });
}

int exportDocuments(const ExportOptions& options) {
    return withGateway(options.remote, [&](RemoteGateway& gateway) { return exportFrom(gateway, options); });
}

} // namespace signalbox::app
