#include "app/gateway/options.h"
#include "app/gateway/remote_gateway.h"
#include "core/model/document.h"
#include "core/model/yaml.h"

#include <boost/asio/use_awaitable.hpp>
#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

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

/// All documents of all files, each checked here already, so that a mistake is told with its file's name.
model::Result<json::array> readFiles(const std::vector<std::string>& files) {
    json::array documents;
    for (const auto& file : files) {
        const auto text = textOf(file);
        if (!text) return model::failure(model::ErrorClass::InvalidRequest, file + ": cannot be read");
        auto values = model::parseDocuments(*text);
        if (!values) return model::failure(model::ErrorClass::InvalidRequest, file + ": " + values.error().message);
        for (auto& value : *values) {
            if (value.is_object()) value.get_object().erase("version"); // `export` notes it, the registry gives it
            if (const auto document = model::readDocument(value); !document) {
                std::string message = file + ": " + document.error().message;
                for (const auto& violation : document.error().violations) message += "\n  " + violation.pointer + ": " + violation.message;
                return model::failure(model::ErrorClass::InvalidRequest, message);
            }
            documents.push_back(std::move(value));
        }
    }
    return documents;
}

asio::awaitable<int> applyTo(RemoteGateway& gateway, const ApplyOptions& options, json::array documents) {
    json::object body{{"documents", std::move(documents)}, {"message", options.message}};
    if (!options.label.empty()) body["label"] = options.label;
    const auto reply = co_await gateway.send("POST", "/api/v1/apply", json::serialize(body));
    if (!reply || reply->status != 200) {
        std::cerr << (reply ? describeErrorBody(*reply) : reply.error().message) << '\n';
        co_return 1;
    }
    const auto answer = json::parse(reply->body);
    for (const auto& result : answer.at("results").as_array()) {
        const auto& one = result.as_object();
        std::cout << one.at("kind").as_string().c_str() << '/' << one.at("name").as_string().c_str() << '@' << one.at("version").to_number<std::int64_t>();
        if (one.at("unchanged").as_bool()) std::cout << " unchanged";
        const auto* labels = one.if_contains("labels");
        const auto* production = labels && labels->is_object() ? labels->as_object().if_contains("production") : nullptr;
        if (production && *production != one.at("version"))
            std::cout << "  (production stays at " << production->to_number<std::int64_t>() << "; --label production moves it)";
        std::cout << '\n';
    }
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
    const auto answer = json::parse(reply->body);
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
        std::cout << file.string() << '\n';
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
