#pragma once

#include <boost/json/value.hpp>

#include <string>

namespace signalbox::control {

/// How an application calls a workflow, ready to be pasted. The key is read from the environment (SIGNALBOX_KEY): a snippet is
/// copied into chats and tickets.
struct Snippets {
    std::string curl;       ///< for a POSIX shell
    std::string python;     ///< with `requests`
    std::string javascript; ///< with `fetch`: Node from 18, Deno, Bun
};

/// `url` is the gateway's root; empty: the address of an installation as it comes.
Snippets snippetsOf(const std::string& url, const std::string& workflow, const boost::json::value& input);

/// JSON over several lines where that reads better, two spaces a level, the first line without.
std::string prettyJson(const boost::json::value& value, int depth = 0);
/// The same value as a literal of Python.
std::string pythonLiteral(const boost::json::value& value, int depth = 0);

} // namespace signalbox::control
