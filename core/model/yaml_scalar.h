#pragma once

#include <boost/json/value.hpp>

#include <string>

namespace signalbox::model {

/// The value of an unquoted scalar by YAML 1.2, chapter 10.3, the core schema. What JSON has no number for (`.inf`, `.nan`) stays text.
boost::json::value plainScalar(const std::string& text);
/// Whether a string may be written without quotes and still be read as this string, by us and by readers of YAML 1.1.
bool isPlainText(const std::string& text);
/// Whether a text of several lines may be written as those lines (a literal block), and still be read as this text.
bool isBlockText(const std::string& text);
/// In double quotes, with escapes.
std::string quotedText(const std::string& text);

} // namespace signalbox::model
