#include "core/control/plane_state.h"
#include "core/control/request_members.h"

#include "core/model/spec_reader.h"
#include "core/policy/condition.h"

#include <boost/json.hpp>

namespace signalbox::control {

namespace json = boost::json;

void addConditionOperations(Operations& operations) {
    operations.add({"POST", "/conditions/explain", Role::Viewer, "A condition as a person says it", {},
                    R"({"type":"object","required":["condition"],"properties":{"condition":{"type":"object"}}})",
                    [](store::Session&, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto body = request.object();
                        if (!body) return tl::unexpected(body.error());
                        const auto* value = body->if_contains("condition");
                        if (!value) return wrongMember("/condition", "is missing");
                        model::Violations violations;
                        const auto condition = model::readCondition(*value, "/condition", violations);
                        if (!violations.empty()) return tl::unexpected(violations.error("The condition"));
                        if (auto compiled = policy::CompiledCondition::compile(condition); !compiled) return tl::unexpected(compiled.error());
                        return ApiReply::json(json::object{{"sentence", policy::sentenceOf(condition)}});
                    }});
}

} // namespace signalbox::control
