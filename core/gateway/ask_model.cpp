#include "core/gateway/answer_reply.h"
#include "core/gateway/workflow_stages.h"

#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::gateway {

namespace json = boost::json;
using model::Capability;

namespace {

/// How a model is told which shape the answer has to have.
enum class Shape : unsigned char {
    Free,     ///< it is not: any text
    Schema,   ///< `response_format: json_schema`
    JsonMode, ///< `response_format: json_object`, and the schema in words
    Words,    ///< the schema in words alone
};

constexpr std::string_view kInstruction = "Answer with one JSON value and nothing else: no explanation, no code fence. It has to be valid under this JSON Schema:\n";

/// Vendors take a schema whose root is an object (OpenAI; Anthropic as a tool's input); the sandbox takes any.
bool isObjectSchema(const json::value& schema) {
    if (!schema.is_object()) return false;
    const auto* type = schema.get_object().if_contains("type");
    return type ? type->is_string() && type->get_string() == "object" : schema.get_object().contains("properties");
}

/// `response_format.json_schema.name`: letters, digits, `_` and `-`, at most 64.
std::string schemaNameOf(std::string name) {
    std::replace(name.begin(), name.end(), '.', '_');
    return name.empty() ? "output" : name;
}

/// A request in the forms that different targets need; each is made when the first target needs it.
class RequestForms {
public:
    explicit RequestForms(const ModelRequest& request) : model_(request.model), parameters_(request.parameters), stream_(request.stream), includeUsage_(request.includeUsage), schemaName_(schemaNameOf(request.schemaName)) {
        for (const auto& message : request.messages) messages_.push_back(json::object{{"role", message.role}, {"content", message.content}});
        if (request.outputSchema) schema_ = *request.outputSchema;
    }

    model::Result<providers::Call> call(Shape shape) const {
        json::object body{{"model", model_}, {"messages", shape == Shape::JsonMode || shape == Shape::Words ? instructed() : messages_}};
        for (const auto& [name, value] : parameters_) body[name] = value;
        if (stream_) body["stream"] = true;
        if (stream_ && includeUsage_) body["stream_options"] = json::object{{"include_usage", true}};
        if (shape == Shape::Schema) body["response_format"] = json::object{{"type", "json_schema"}, {"json_schema", json::object{{"name", schemaName_}, {"schema", *schema_}, {"strict", false}}}};
        if (shape == Shape::JsonMode) body["response_format"] = json::object{{"type", "json_object"}};
        auto call = providers::readCall(model::ClientProtocol::OpenAiChat, json::serialize(body), {});
        // No target is passed over for what it can be told in words.
        if (call) call->needs &= ~(Capability::JsonSchema | Capability::JsonMode);
        return call;
    }

    Shape shapeFor(const Target& target) const {
        if (!schema_) return Shape::Free;
        const auto capabilities = target.model->capabilities;
        const bool takes = isObjectSchema(*schema_) || (schema_->is_object() && target.provider->connector->isSimulated());
        if (takes && model::has(capabilities, Capability::JsonSchema)) return Shape::Schema;
        // JSON mode promises an object.
        return isObjectSchema(*schema_) && model::has(capabilities, Capability::JsonMode) ? Shape::JsonMode : Shape::Words;
    }

    /// Puts the form for the target into the exchange.
    void fit(Exchange& exchange, const Target& target) {
        const auto shape = shapeFor(target);
        if (shape == present_) return;
        auto fitted = call(shape);
        if (!fitted) return; // cannot be: the first form was read, and they differ in words of ours alone
        exchange.call = std::move(*fitted);
        present_ = shape;
    }
    Shape first() {
        present_ = schema_ ? (isObjectSchema(*schema_) ? Shape::Schema : Shape::Words) : Shape::Free;
        return present_;
    }

private:
    json::array instructed() const {
        const auto instruction = std::string(kInstruction) + json::serialize(*schema_);
        json::array messages = messages_;
        if (!messages.empty() && messages.front().at("role") == "system") {
            auto& content = messages.front().get_object()["content"].get_string();
            content += "\n\n";
            content += instruction;
        } else {
            messages.insert(messages.begin(), json::object{{"role", "system"}, {"content", instruction}});
        }
        return messages;
    }

    std::string model_;
    json::array messages_;
    json::object parameters_;
    bool stream_;
    bool includeUsage_;
    std::string schemaName_;
    std::optional<json::value> schema_;
    Shape present_ = Shape::Free;
};

} // namespace

model::Result<void> askModel(Exchange& exchange, const ModelRequest& request) {
    auto forms = std::make_shared<RequestForms>(request);
    auto call = forms->call(forms->first());
    if (!call) return tl::unexpected(std::move(call.error()));
    exchange.call = std::move(*call);
    exchange.prepare = [&exchange, forms](const Target& target) {
        forms->fit(exchange, target);
        if (!exchange.answers) return;
        exchange.headSent = false; // an attempt whose answer was held back, or is to be repaired, leaves the next one free
        exchange.answers->nextAttempt(exchange.run.attempts.size() + 1);
    };
    return {};
}

} // namespace signalbox::gateway
