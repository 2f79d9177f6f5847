#include "core/control/snippets.h"

#include <boost/json.hpp>

namespace signalbox::control {

namespace json = boost::json;

namespace {

constexpr std::size_t kLine = 72;

/// The words in which two languages differ.
struct Words {
    const char* yes;
    const char* no;
    const char* nothing;
};
constexpr Words kJson{"true", "false", "null"};
constexpr Words kPython{"True", "False", "None"};

std::string written(const json::value& value, const Words& words, int depth, bool overLines) {
    const std::string inner = overLines ? '\n' + std::string(2 * static_cast<std::size_t>(depth + 1), ' ') : std::string();
    const std::string outer = overLines ? '\n' + std::string(2 * static_cast<std::size_t>(depth), ' ') : std::string();
    const auto element = [&](const json::value& one) {
        auto line = written(one, words, depth + 1, false);
        return overLines && line.size() > kLine ? written(one, words, depth + 1, true) : line;
    };
    if (value.is_bool()) return value.get_bool() ? words.yes : words.no;
    if (value.is_null()) return words.nothing;
    if (value.is_array() && !value.get_array().empty()) {
        std::string text = "[";
        for (const auto& one : value.get_array()) text += (text.size() > 1 ? (overLines ? "," : ", ") : "") + inner + element(one);
        return text + outer + ']';
    }
    if (value.is_object() && !value.get_object().empty()) {
        std::string text = "{";
        for (const auto& member : value.get_object()) text += (text.size() > 1 ? (overLines ? "," : ", ") : "") + inner + json::serialize(json::value(member.key())) + ": " + element(member.value());
        return text + outer + '}';
    }
    return json::serialize(value);
}

std::string pretty(const json::value& value, const Words& words, int depth) {
    auto line = written(value, words, depth, false);
    return line.size() > kLine ? written(value, words, depth, true) : line;
}

/// In single quotes of a shell nothing means anything but the quote itself.
std::string shellQuoted(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'') quoted += "'\\''";
        else quoted += c;
    }
    return quoted + '\'';
}

} // namespace

std::string prettyJson(const json::value& value, int depth) { return pretty(value, kJson, depth); }

// A JSON string is a Python string too, but for surrogate pairs, which Boost.JSON does not write: it keeps UTF-8.
std::string pythonLiteral(const json::value& value, int depth) { return pretty(value, kPython, depth); }

Snippets snippetsOf(const std::string& url, const std::string& workflow, const json::value& input) {
    const std::string address = (url.empty() ? std::string("http://127.0.0.1:8787") : url) + "/v1/workflows/" + workflow + "/runs";
    const json::value body = json::object{{"input", input}};
    Snippets snippets;
    snippets.curl = "curl -sS " + address + " \\\n  -H \"authorization: Bearer $SIGNALBOX_KEY\" \\\n  -H 'content-type: application/json' \\\n  -d " + shellQuoted(prettyJson(body)) + '\n';
    snippets.python = "import os\n\nimport requests\n\nanswer = requests.post(\n    \"" + address + "\",\n    headers={\"authorization\": \"Bearer \" + os.environ[\"SIGNALBOX_KEY\"]},\n    json=" +
                      pythonLiteral(body, 2) + ",\n    timeout=90,\n)\nanswer.raise_for_status()\nprint(answer.json()[\"output\"])\n";
    snippets.javascript = "const answer = await fetch(\"" + address + "\", {\n  method: \"POST\",\n  headers: {\n    authorization: `Bearer ${process.env.SIGNALBOX_KEY}`,\n    \"content-type\": \"application/json\",\n  },\n" +
                          "  body: JSON.stringify(" + prettyJson(body, 1) + "),\n});\nif (!answer.ok) throw new Error(await answer.text());\nconst { output } = await answer.json();\nconsole.log(output);\n";
    return snippets;
}

} // namespace signalbox::control
