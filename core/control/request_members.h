#pragma once

#include "core/control/api.h"
#include "core/model/document.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::control {

/// A text member of a body; empty when it is absent or null. Another type is refused with its pointer.
model::Result<std::string> textMember(const boost::json::object& body, std::string_view name);
/// The same, but it has to be there and not be empty.
model::Result<std::string> requiredText(const boost::json::object& body, std::string_view name);
model::Result<std::vector<std::string>> textsMember(const boost::json::object& body, std::string_view name);
/// False when it is absent.
model::Result<bool> flagMember(const boost::json::object& body, std::string_view name);
/// Null when it is absent or null.
model::Result<const boost::json::object*> objectMember(const boost::json::object& body, std::string_view name);
/// Members that nobody asks for are refused, with the nearest known name: a misspelt one would else be silently without effect.
model::Result<void> refuseOthers(const boost::json::object& body, const std::vector<std::string>& known, const std::string& pointer = {});

/// `version` (a number) or `label` (a text) of `name`; neither: `production`. Both at once could mean two things.
model::Result<model::DocumentRef> referenceMember(const boost::json::object& body, const std::string& name);
/// The same, of the query.
model::Result<model::DocumentRef> referenceOption(const ApiRequest& request, const std::string& name);

/// An InvalidRequest with one violation.
tl::unexpected<model::Error> wrongMember(const std::string& pointer, const std::string& message);

} // namespace signalbox::control
