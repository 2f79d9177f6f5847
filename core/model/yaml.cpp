#include "core/model/yaml.h"

#include "core/base/text.h"

#include <boost/json.hpp>
#include <yaml-cpp/yaml.h>

#include <charconv>
#include <set>

namespace signalbox::model {

namespace json = boost::json;

namespace {

constexpr int kMaxDepth = 64;

/// A place in the text and what is wrong there; yaml-cpp throws, so this does too, within this file.
struct Refused {
    YAML::Mark mark;
    std::string message;
};

/// YAML 1.2, chapter 10.3, the core schema.
json::value plainScalar(const std::string& text) {
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return nullptr;
    if (text == "true" || text == "True" || text == "TRUE") return true;
    if (text == "false" || text == "False" || text == "FALSE") return false;
    const char* begin = text.data();
    const char* const end = begin + text.size();
    if (*begin == '+') ++begin;
    std::int64_t whole = 0;
    if (const auto [at, error] = std::from_chars(begin, end, whole); error == std::errc{} && at == end) return whole;
    if (text.find_first_not_of("0123456789+-.eE") == std::string::npos && text.find_first_of("0123456789") != std::string::npos) {
        double number = 0;
        if (const auto [at, error] = std::from_chars(begin, end, number); error == std::errc{} && at == end) return number;
    }
    return json::value(text);
}

json::value convert(const YAML::Node& node, int depth) {
    if (depth > kMaxDepth) throw Refused{node.Mark(), "is nested too deeply"};
    switch (node.Type()) {
    case YAML::NodeType::Undefined:
    case YAML::NodeType::Null: return nullptr;
    case YAML::NodeType::Scalar:
        // yaml-cpp gives "!" to quoted scalars and "?" to plain ones.
        if (node.Tag() == "!") return json::value(node.Scalar());
        if (node.Tag() != "?" && !node.Tag().empty()) throw Refused{node.Mark(), "has a tag, which documents do not use"};
        return plainScalar(node.Scalar());
    case YAML::NodeType::Sequence: {
        json::array list;
        for (const auto& element : node) list.push_back(convert(element, depth + 1));
        return list;
    }
    case YAML::NodeType::Map: {
        json::object object;
        for (const auto& member : node) {
            if (!member.first.IsScalar()) throw Refused{member.first.Mark(), "the name of a member should be a word"};
            const auto& name = member.first.Scalar();
            if (object.contains(name)) throw Refused{member.first.Mark(), "'" + name + "' is there twice"};
            object[name] = convert(member.second, depth + 1);
        }
        return object;
    }
    }
    return nullptr;
}

/// An alias repeats what an anchor named; a few of them nested fill the memory. Documents have no need of them.
bool hasAnchor(std::string_view text) {
    bool fresh = true; // at the start of a value
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote) {
            if (c == quote) quote = 0;
            fresh = false;
            continue;
        }
        if (c == '#' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n')) {
            i = std::min(text.find('\n', i), text.size());
            fresh = true;
            continue;
        }
        if (fresh && (c == '"' || c == '\'')) quote = c;
        if (fresh && (c == '&' || c == '*') && i + 1 < text.size() && std::isalnum(static_cast<unsigned char>(text[i + 1]))) return true;
        fresh = c == '\n' || c == '[' || c == ',' || c == '{' || ((c == ' ') && (fresh || (i > 0 && (text[i - 1] == ':' || text[i - 1] == '-'))));
    }
    return false;
}

void emit(YAML::Emitter& out, const json::value& value) {
    switch (value.kind()) {
    case json::kind::null: out << YAML::Null; break;
    case json::kind::bool_: out << value.get_bool(); break;
    case json::kind::int64: out << value.get_int64(); break;
    case json::kind::uint64: out << value.get_uint64(); break;
    case json::kind::double_: {
        char digits[64];
        const auto end = std::to_chars(digits, digits + sizeof digits, value.get_double()).ptr;
        std::string text(digits, end);
        if (text.find_first_of(".en") == std::string::npos) text += ".0";
        out << text;
        break;
    }
    case json::kind::string: {
        const std::string text(value.get_string());
        // What would read as something else than a string has to be quoted.
        if (text.find('\n') != std::string::npos) out << YAML::DoubleQuoted << text;
        else if (!plainScalar(text).is_string() || text != trimmed(text)) out << YAML::DoubleQuoted << text;
        else out << text;
        break;
    }
    case json::kind::array:
        out << YAML::BeginSeq;
        for (const auto& element : value.get_array()) emit(out, element);
        out << YAML::EndSeq;
        break;
    case json::kind::object:
        out << YAML::BeginMap;
        for (const auto& member : value.get_object()) {
            out << YAML::Key << std::string(member.key()) << YAML::Value;
            emit(out, member.value());
        }
        out << YAML::EndMap;
        break;
    }
}

tl::unexpected<Error> refused(int line, int column, const std::string& message) {
    return failure(ErrorClass::InvalidRequest, "Line " + std::to_string(line + 1) + ", column " + std::to_string(column + 1) + ": " + message + '.', "invalid_yaml");
}

} // namespace

Result<std::vector<json::value>> parseDocuments(std::string_view text) {
    std::vector<json::value> documents;
    const auto begin = trimmed(text);
    if (begin.starts_with('{') || begin.starts_with('[')) {
        json::parse_options options;
        options.max_depth = kMaxDepth;
        json::error_code error;
        auto value = json::parse(begin, error, {}, options);
        if (!error) {
            if (value.is_array()) documents.assign(value.get_array().begin(), value.get_array().end());
            else documents.push_back(std::move(value));
            return documents;
        }
        // Not JSON: YAML in flow style begins the same way.
    }
    if (hasAnchor(text)) return failure(ErrorClass::InvalidRequest, "Anchors and aliases are not used in documents: write the value where it belongs.", "invalid_yaml");
    try {
        for (const auto& node : YAML::LoadAll(std::string(text)))
            if (!node.IsNull()) documents.push_back(convert(node, 0));
    } catch (const Refused& problem) {
        return refused(problem.mark.line, problem.mark.column, problem.message);
    } catch (const YAML::Exception& problem) {
        return refused(problem.mark.line, problem.mark.column, problem.msg);
    }
    return documents;
}

std::string toYaml(const json::value& value) {
    YAML::Emitter out;
    out.SetIndent(2);
    emit(out, value);
    return std::string(out.c_str()) + '\n';
}

} // namespace signalbox::model
