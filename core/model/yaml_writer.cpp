#include "core/model/yaml.h"

#include "core/model/yaml_scalar.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace signalbox::model {

namespace json = boost::json;

namespace {

constexpr std::size_t kStep = 2;
constexpr std::size_t kLongestKey = 1000; ///< readers look for the colon within 1024 characters

std::string numberText(double number) {
    char digits[64];
    const auto* end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    std::string text(static_cast<const char*>(digits), end);
    if (text.find('.') == std::string::npos) text.insert(std::min(text.find('e'), text.size()), ".0"); // 1e+21 is a text to YAML 1.1
    return text;
}

/// Members and elements a line each, texts of several lines as the lines that they are: what a person edits and compares.
class Writer {
public:
    std::string take() { return std::move(out_); }

    /// At the end of a line that says what it is of (`key:`, `-`), or at the beginning of all; ends with a line feed.
    void value(const json::value& value, std::size_t indent) {
        if (const auto* object = value.if_object(); object && !object->empty()) {
            startBlock();
            for (const auto& member : *object) entry(std::string(member.key()), member.value(), indent);
        } else if (const auto* array = value.if_array(); array && !array->empty()) {
            startBlock();
            for (const auto& element : *array) item(element, indent);
        } else if (const auto* text = value.if_string(); text && isBlockText(std::string(*text))) {
            block(std::string(*text), indent);
        } else {
            if (!out_.empty()) out_ += ' ';
            out_ += scalar(value) + '\n';
        }
    }

private:
    void startBlock() {
        if (!out_.empty()) out_ += '\n';
    }
    void begin(std::size_t indent) {
        if (inItem_) inItem_ = false; // on the line of its dash
        else out_.append(indent, ' ');
    }

    void entry(const std::string& key, const json::value& of, std::size_t indent) {
        begin(indent);
        const auto name = textIn(key);
        if (name.size() > kLongestKey) out_.append("? ").append(name).append("\n").append(indent, ' ');
        else out_ += name;
        out_ += ':';
        value(of, indent + kStep);
    }

    void item(const json::value& element, std::size_t indent) {
        begin(indent);
        out_ += '-';
        const auto* object = element.if_object();
        const auto* array = element.if_array();
        if (object && !object->empty()) {
            out_ += ' ';
            inItem_ = true;
            for (const auto& member : *object) entry(std::string(member.key()), member.value(), indent + kStep);
        } else if (array && !array->empty()) {
            out_ += ' ';
            inItem_ = true;
            for (const auto& one : *array) item(one, indent + kStep);
        } else {
            value(element, indent + kStep);
        }
    }

    void block(const std::string& text, std::size_t indent) {
        const auto last = text.find_last_not_of('\n');
        const auto feeds = text.size() - last - 1; // at its end
        out_ += feeds == 0 ? " |-\n" : feeds == 1 ? " |\n" : " |+\n";
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find('\n', at), text.size());
            if (end > at) out_.append(indent, ' ').append(text, at, end - at);
            out_ += '\n';
            at = end + 1;
        }
    }

    static std::string textIn(const std::string& text) { return isPlainText(text) ? text : quotedText(text); }

    static std::string scalar(const json::value& value) {
        if (const auto* text = value.if_string()) return textIn(std::string(*text));
        if (value.is_double()) return numberText(value.get_double());
        return json::serialize(value); // null, true, a whole number, [], {}
    }

    std::string out_;
    bool inItem_ = false;
};

} // namespace

std::string toYaml(const json::value& value) {
    Writer writer;
    writer.value(value, 0);
    return writer.take();
}

} // namespace signalbox::model
