#pragma once

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace signalbox::policy {

/// A text for a string schema: by its `format` or `pattern`, else a word, not shorter than `minLength` nor longer than `maxLength`.
std::string exampleText(const boost::json::object& schema);

/// A short text that a simple pattern matches: literals, classes, groups, alternatives, repetitions, anchors. Nothing for what goes beyond.
std::optional<std::string> textForPattern(std::string_view pattern);

} // namespace signalbox::policy
