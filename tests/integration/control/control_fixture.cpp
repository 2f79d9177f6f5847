#include "tests/integration/control/control_fixture.h"

#include <array>
#include <cstdio>
#include <sys/wait.h>

namespace signalbox::tests {

namespace json = boost::json;

namespace {

std::string quoted(const std::string& word) {
    std::string result = "'";
    for (const char c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + '\'';
}

} // namespace

json::value ControlReply::at(std::string_view pointer) const {
    boost::system::error_code error;
    const auto* found = json.find_pointer(json::string_view(pointer.data(), pointer.size()), error);
    return found ? *found : json::value();
}

std::string ControlReply::text(std::string_view pointer) const {
    const auto value = at(pointer);
    return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

json::array ControlReply::list(std::string_view pointer) const {
    auto value = at(pointer);
    return value.is_array() ? std::move(value.get_array()) : json::array();
}

const std::vector<std::string>& ControlFixture::roles() {
    static const std::vector<std::string> all = {"viewer", "reviewer", "engineer", "operator", "admin"};
    return all;
}

ControlReply ControlFixture::ask(std::string_view method, std::string_view path, const std::string& body) const {
    return askAs(gateway_.adminToken(), method, path, body);
}

ControlReply ControlFixture::askAs(const std::string& token, std::string_view method, std::string_view path, const std::string& body, const Headers& more) const {
    Headers headers = more;
    if (!token.empty()) headers.emplace_back("authorization", "Bearer " + token);
    bool typed = false;
    for (const auto& [name, value] : more) typed = typed || name == "content-type";
    if (!body.empty() && !typed) headers.emplace_back("content-type", "application/json");
    ControlReply reply;
    reply.http = httpCall(gateway_.port(), method, "/api/v1" + std::string(path), body, headers);
    reply.status = reply.http.status;
    reply.body = reply.http.body;
    boost::system::error_code error;
    reply.json = json::parse(reply.body, error);
    if (error) reply.json = nullptr;
    return reply;
}

std::string ControlFixture::tokenOf(const std::string& role) const {
    const auto reply = ask("POST", "/tokens", json::serialize(json::object{{"name", "a " + role}, {"role", role}}));
    return reply.status == 201 ? reply.text("/token") : std::string();
}

std::string ControlFixture::callOnce() const {
    const auto reply = gateway_.call("/v1/chat/completions", R"({"model":"route/starter","messages":[{"role":"user","content":"hello"}]})");
    return reply.status == 200 ? reply.header("x-signalbox-run-id") : std::string();
}

std::pair<int, std::string> ControlFixture::command(const std::vector<std::string>& words) const {
    std::string line = quoted(std::string(SIGNALBOX_BIN_DIR) + "/signalboxd");
    for (const auto& word : words) line += ' ' + quoted(word);
    line += " --data " + quoted(gateway_.directory().string()) + " 2>&1";
    FILE* pipe = ::popen(line.c_str(), "r");
    if (!pipe) return {-1, "popen failed"};
    std::string output;
    std::array<char, 4096> bytes;
    while (const auto count = std::fread(bytes.data(), 1, bytes.size(), pipe)) output.append(bytes.data(), count);
    const int status = ::pclose(pipe);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, output};
}

} // namespace signalbox::tests
