#include "core/control/request_members.h"

#include "core/model/spec_reader.h"

#include <algorithm>
#include <charconv>

namespace signalbox::control {

namespace json = boost::json;

namespace {

std::string pointerTo(std::string_view name) { return '/' + model::escapedPointerPart(name); }

const json::value* member(const json::object& body, std::string_view name) {
    const auto* value = body.if_contains(name);
    return value && !value->is_null() ? value : nullptr;
}

} // namespace

tl::unexpected<model::Error> wrongMember(const std::string& pointer, const std::string& message) {
    model::Error error{model::ErrorClass::InvalidRequest, (pointer.empty() ? std::string("The body ") : pointer + ' ') + message + '.', "invalid_request", {}, {}, {}};
    error.violations.push_back({pointer, message});
    return tl::unexpected(std::move(error));
}

model::Result<std::string> textMember(const json::object& body, std::string_view name) {
    const auto* value = member(body, name);
    if (!value) return std::string();
    if (!value->is_string()) return wrongMember(pointerTo(name), "should be a text");
    return std::string(value->get_string());
}

model::Result<std::string> requiredText(const json::object& body, std::string_view name) {
    auto text = textMember(body, name);
    if (text && text->empty()) return wrongMember(pointerTo(name), "is missing");
    return text;
}

model::Result<std::vector<std::string>> textsMember(const json::object& body, std::string_view name) {
    std::vector<std::string> texts;
    const auto* value = member(body, name);
    if (!value) return texts;
    if (!value->is_array()) return wrongMember(pointerTo(name), "should be a list of texts");
    for (const auto& one : value->get_array()) {
        if (!one.is_string()) return wrongMember(pointerTo(name) + '/' + std::to_string(texts.size()), "should be a text");
        texts.emplace_back(one.get_string());
    }
    return texts;
}

model::Result<bool> flagMember(const json::object& body, std::string_view name) {
    const auto* value = member(body, name);
    if (!value) return false;
    if (!value->is_bool()) return wrongMember(pointerTo(name), "should be true or false");
    return value->get_bool();
}

model::Result<const json::object*> objectMember(const json::object& body, std::string_view name) {
    const auto* value = member(body, name);
    if (!value) return static_cast<const json::object*>(nullptr);
    if (!value->is_object()) return wrongMember(pointerTo(name), "should be an object");
    return &value->get_object();
}

model::Result<void> refuseOthers(const json::object& body, const std::vector<std::string>& known, const std::string& pointer) {
    for (const auto& one : body) {
        const std::string name(one.key());
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        const auto nearest = model::nearestName(name, known);
        return wrongMember(pointer + pointerTo(name), "is not known here; known are " + model::quotedList(known) + (nearest.empty() ? std::string() : ". Did you mean '" + nearest + "'?"));
    }
    return {};
}

model::Result<model::DocumentRef> referenceMember(const json::object& body, const std::string& name) {
    model::DocumentRef reference;
    reference.name = name;
    const auto label = textMember(body, "label");
    if (!label) return tl::unexpected(label.error());
    const auto* version = member(body, "version");
    if (version && !label->empty()) return badRequest("Give a version or a label, not both.", "version_and_label");
    if (!label->empty()) reference.label = *label;
    if (version) {
        if (!version->is_int64() || version->get_int64() < 1) return wrongMember("/version", "should be a whole number from 1");
        reference.version = version->get_int64();
    }
    return reference;
}

model::Result<model::DocumentRef> referenceOption(const ApiRequest& request, const std::string& name) {
    model::DocumentRef reference;
    reference.name = name;
    const auto version = request.option("version");
    const auto label = request.option("label");
    if (!version.empty() && !label.empty()) return badRequest("Give a version or a label, not both.", "version_and_label");
    if (!label.empty()) reference.label = label;
    if (version.empty()) return reference;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), number);
    if (error != std::errc{} || end != version.data() + version.size() || number < 1) return badRequest("'version' should be a whole number from 1.");
    reference.version = number;
    return reference;
}

} // namespace signalbox::control
