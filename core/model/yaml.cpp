#include "core/model/yaml.h"

#include "core/base/text.h"
#include "core/model/json_members.h"
#include "core/model/json_text.h"
#include "core/model/yaml_scalar.h"

#include <boost/json.hpp>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

namespace signalbox::model {

namespace json = boost::json;

namespace {

constexpr std::size_t kMaxDepth = 64;

/// A place in the text and what is wrong there; yaml-cpp throws, so this does too, within this file.
struct Refused {
    YAML::Mark mark;
    std::string message;
};

/// Builds values from the parser's events. Reading events, not nodes, is what lets it refuse an alias before anything grows:
/// an alias repeats what an anchor named, and a few of them nested fill the memory.
class DocumentBuilder : public YAML::EventHandler {
public:
    json::value take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark&) override { root_ = nullptr; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuseAnchor(mark, anchor);
        if (expectsName()) throw Refused{mark, "the name of a member should be a word"};
        place(nullptr);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuseAnchor(mark, 1); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& text) override {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (!isValidUtf8(text)) throw Refused{mark, "an escape in it is read wrongly here (\\N and \\_ are); write it as \\u0085 or \\u00A0"};
        if (expectsName()) return name(mark, text);
        place(tag == "!" ? json::value(text) : plainScalar(text)); // the parser gives "!" to what is quoted
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        begin(mark, tag, anchor, json::array());
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        begin(mark, tag, anchor, json::object());
    }
    void OnMapEnd() override { end(); }

private:
    struct Open {
        json::value value;
        std::string name; ///< of the member that comes next
        bool named = false;
    };

    static void refuseAnchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) throw Refused{mark, "anchors and aliases are not used in documents; write the value where it belongs"};
    }
    static void refuseTag(const YAML::Mark& mark, const std::string& tag) {
        if (tag != "?" && tag != "!" && !tag.empty()) throw Refused{mark, "tags are not used in documents"};
    }
    bool expectsName() const { return !open_.empty() && open_.back().value.is_object() && !open_.back().named; }

    void name(const YAML::Mark& mark, const std::string& text) {
        if (open_.back().value.get_object().contains(text)) throw Refused{mark, "'" + text + "' is there twice"};
        open_.back().name = text;
        open_.back().named = true;
    }
    void begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, json::value empty) {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (expectsName()) throw Refused{mark, "the name of a member should be a word"};
        if (open_.size() >= kMaxDepth) throw Refused{mark, "is nested too deeply"};
        open_.push_back({std::move(empty), {}, false});
    }
    void end() {
        json::value whole = std::move(open_.back().value);
        open_.pop_back();
        place(std::move(whole));
    }
    void place(json::value value) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else if (auto& parent = open_.back(); parent.value.is_array()) {
            parent.value.get_array().push_back(std::move(value));
        } else {
            parent.value.get_object().emplace(parent.name, std::move(value));
            parent.named = false;
        }
    }

    json::value root_;
    std::vector<Open> open_;
};

tl::unexpected<Error> refused(int line, int column, const std::string& message) {
    return failure(ErrorClass::InvalidRequest, "Line " + std::to_string(line + 1) + ", column " + std::to_string(column + 1) + ": " + message + '.', "invalid_yaml");
}

tl::unexpected<Error> refusedAt(std::string_view text, std::size_t offset, const std::string& message) {
    const auto before = text.substr(0, offset);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const auto lineStart = before.rfind('\n') + 1; // npos + 1 is 0
    return refused(static_cast<int>(lines), static_cast<int>(offset - lineStart), message);
}

} // namespace

Result<std::vector<json::value>> parseDocuments(std::string_view text) {
    std::vector<json::value> documents;
    if (!isValidUtf8(text)) return failure(ErrorClass::InvalidRequest, "The text is not UTF-8.", "invalid_yaml");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto begin = trimmed(text);
    if (begin.starts_with('{') || begin.starts_with('[')) {
        json::parse_options options;
        options.max_depth = kMaxDepth;
        json::error_code error;
        auto value = json::parse(begin, error, {}, options);
        if (!error) {
            if (const auto twice = repeatedMember(begin))
                return refusedAt(text, static_cast<std::size_t>(begin.data() - text.data()) + twice->offset, "'" + twice->name + "' is there twice");
            if (!isFinite(value)) return refused(0, 0, "there is a number that is too large for one");
            if (value.is_array()) documents.assign(value.get_array().begin(), value.get_array().end());
            else documents.push_back(std::move(value));
            return documents;
        }
        // Not JSON: YAML in flow style begins the same way.
    }
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        DocumentBuilder builder;
        while (parser.HandleNextDocument(builder))
            if (auto value = builder.take(); !value.is_null()) documents.push_back(std::move(value));
    } catch (const Refused& problem) {
        return refused(problem.mark.line, problem.mark.column, problem.message);
    } catch (const YAML::Exception& problem) {
        return refused(problem.mark.line, problem.mark.column, problem.msg);
    }
    return documents;
}

} // namespace signalbox::model
