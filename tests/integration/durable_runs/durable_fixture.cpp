#include "tests/integration/durable_runs/durable_fixture.h"

namespace signalbox::tests {

namespace json = boost::json;

DurableFixture::DurableFixture() = default;

std::string DurableFixture::start() {
    if (!gateway.start()) return gateway.problem();
    std::string documents = "kind: provider\nname: vendor\nspec: {connector: openai, base_url: " + vendor.url() + "/v1, models: [{id: m, price_usd_per_mtok: {input: 1, output: 2}}]}\n"
                            "---\nkind: policy\nname: quick\nspec: {reliability: {max_attempts_per_target: 1, breaker: {min_calls: 1000}}}\n"
                            "---\nkind: prompt\nname: echo\nspec: {messages: [{role: user, content: \"Say {{text}}.\"}]}\n";
    for (const auto name : {kEcho, kLetters})
        documents += "---\nkind: route\nname: " + std::string(name) + "\nspec: {targets: [{model: vendor/m}], policies: [quick]}\n";
    documents += "---\nkind: workflow\nname: " + std::string(kEcho) + "\nspec: {input_schema: {type: object, required: [text], properties: {text: {type: string}}}, prompt: echo, route: echo}\n";
    documents += "---\nkind: workflow\nname: " + std::string(kLetters) + "\nspec: {prompt: echo, route: " + std::string(kLetters) + ", error_behaviour: {on_exhausted: dead_letter}}\n";
    return gateway.apply(documents);
}

std::string DurableFixture::killAndStart() {
    gateway.kill();
    return gateway.start() ? std::string() : gateway.problem();
}

HttpReply DurableFixture::run(std::string_view members, const Headers& headers, std::string_view workflow, std::string_view input) const {
    std::string body = "{\"input\":" + std::string(input);
    if (!members.empty()) body.append(",").append(members);
    return gateway.call("/v1/workflows/" + std::string(workflow) + "/runs", body + '}', headers);
}

std::string DurableFixture::accept(std::string_view members, std::string_view workflow) const {
    const auto reply = run(members.empty() ? asynchronous() : std::string(members), {}, workflow);
    return reply.status == 202 ? at(reply, "/id") : std::string();
}

HttpReply DurableFixture::state(std::string_view id, int waitSeconds, const std::string& key) const {
    return httpCall(gateway.port(), "GET", "/v1/runs/" + std::string(id) + (waitSeconds > 0 ? "?wait=" + std::to_string(waitSeconds) : std::string()), {},
                    {{"authorization", "Bearer " + (key.empty() ? gateway.applicationKey() : key)}}, std::chrono::seconds(70));
}

std::string DurableFixture::anotherKey() const { return at(gateway.control("POST", "/keys", R"({"name":"another"})"), "/key"); }

std::size_t DurableFixture::recorded() const {
    const auto runs = control("/runs?limit=1000");
    return runs.is_object() ? runs.at("items").as_array().size() : 0;
}

json::value DurableFixture::control(std::string_view path) const {
    const auto reply = gateway.control("GET", path);
    boost::system::error_code error;
    auto value = json::parse(reply.body, error);
    return error ? json::value() : value;
}

std::string DurableFixture::allowCallbacksTo(const std::string& hostAndPort) const { return gateway.apply("kind: policy\nname: default\nspec: {governance: {callback_hosts: ['" + hostAndPort + "']}}\n"); }

std::string asynchronous() { return R"("mode":"async")"; }

std::string asynchronousTo(const std::string& url) { return asynchronous() + R"(,"callback":{"url":")" + url + "\"}"; }

std::string at(const json::value& value, std::string_view pointer) {
    boost::system::error_code error;
    const auto* found = value.find_pointer(json::string_view(pointer.data(), pointer.size()), error);
    if (!found || found->is_null()) return {};
    return found->is_string() ? std::string(found->get_string()) : json::serialize(*found);
}

std::string at(const HttpReply& reply, std::string_view pointer) {
    boost::system::error_code error;
    const auto value = json::parse(reply.body, error);
    return error ? std::string() : at(value, pointer);
}

} // namespace signalbox::tests
