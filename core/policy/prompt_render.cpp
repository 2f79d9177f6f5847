#include "core/policy/prompt_render.h"

#include "core/model/spec_reader.h"
#include "core/policy/prompt_partials.h"
#include "core/policy/prompt_value.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace signalbox::policy {

namespace {

using Kind = TemplateNode::Kind;
using boost::json::value;

constexpr std::size_t kMostNamed = 100;

bool isNothing(const value& found) {
    return found.is_null() || (found.is_bool() && !found.get_bool()) || (found.is_string() && found.get_string().empty()) ||
           (found.is_array() && found.get_array().empty());
}

class Renderer {
public:
    Renderer(const PromptTemplate& prompt, const boost::json::object& variables, const PartialResolver& resolver, const RenderOptions& options)
        : root_(prompt), options_(options), chain_(prompt, resolver), scopes_{{nullptr, &variables, {}}} {}

    model::Result<std::string> render() {
        renderNodes(root_, 0, root_.nodes().size(), {});
        if (error_) return tl::unexpected(std::move(*error_));
        if (!undefined_.empty()) return tl::unexpected(undefinedError());
        return std::move(out_);
    }

private:
    /// What a name may be looked up in.
    struct Scope {
        const value* here = nullptr; ///< null: the variables
        const boost::json::object* members = nullptr;
        std::string name; ///< of what it is: `customer.orders`, also of each element of it; empty: the variables
    };
    struct Found {
        const value* here = nullptr;  ///< null: there is none
        std::size_t known = 0;        ///< how many parts of the name there are (a part that is null is none)
        const Scope* scope = nullptr; ///< that has the first part; null: none has
    };

    void fail(std::string message, std::string code) { error_ = model::failure(model::ErrorClass::InvalidRequest, std::move(message), std::move(code)).value(); }

    bool step() {
        if (++steps_ > options_.mostSteps && !error_) fail("The prompt takes too many steps to render: its sections repeat too often", "prompt_too_costly");
        return !error_;
    }

    bool put(std::string_view text) {
        if (out_.size() + text.size() > options_.mostBytes) tooLong();
        else out_.append(text);
        return !error_;
    }

    void tooLong() {
        if (!error_) fail("The prompt is longer than " + std::to_string(options_.mostBytes) + " bytes with these variables", "prompt_too_long");
    }

    void renderNodes(const PromptTemplate& prompt, std::size_t first, std::size_t end, const std::string& indentation) {
        const auto& nodes = prompt.nodes();
        for (std::size_t i = first; i < end && step(); ++i) {
            const auto& node = nodes[i];
            if (node.startsLine && !indentation.empty() && !startsWithLineEnd(prompt, node) && !put(indentation)) return;
            switch (node.kind) {
            case Kind::Text: putText(std::string_view(prompt.text()).substr(node.offset, node.length), indentation); break;
            case Kind::Variable: putVariable(prompt, node); break;
            case Kind::Section:
                renderSection(prompt, i, indentation);
                i = node.end;
                break;
            case Kind::InvertedSection:
                if (const auto found = valueOf(prompt, node); found && (!*found || isNothing(**found))) renderNodes(prompt, i + 1, node.end + 1, indentation);
                i = node.end;
                break;
            case Kind::SectionEnd: break;
            case Kind::Partial: renderPartial(node, indentation); break;
            }
        }
    }

    static bool startsWithLineEnd(const PromptTemplate& prompt, const TemplateNode& node) {
        if (node.kind != Kind::Text) return false;
        const auto text = std::string_view(prompt.text()).substr(node.offset, node.length);
        return text.front() == '\n' || text.substr(0, 2) == "\r\n";
    }

    /// In an indented partial, every line that is not empty gets the indentation.
    void putText(std::string_view text, const std::string& indentation) {
        if (indentation.empty()) {
            put(text);
            return;
        }
        while (!text.empty() && step()) {
            const auto end = text.find('\n');
            const auto line = text.substr(0, end == std::string_view::npos ? end : end + 1);
            if (!put(line)) return;
            text.remove_prefix(line.size());
            const bool lineFollows = !text.empty() && text.front() != '\n' && text.substr(0, 2) != "\r\n";
            if (lineFollows && !put(indentation)) return;
        }
    }

    void putVariable(const PromptTemplate& prompt, const TemplateNode& node) {
        const auto found = valueOf(prompt, node);
        if (!found || !*found) return;
        if ((*found)->is_string()) {
            put((*found)->get_string());
        } else {
            appendValue(out_, **found);
            if (out_.size() > options_.mostBytes) tooLong();
        }
    }

    /// With its end, so that what stands before the end on its line is indented each time.
    void renderSection(const PromptTemplate& prompt, std::size_t at, const std::string& indentation) {
        const auto& node = prompt.nodes()[at];
        const auto found = valueOf(prompt, node);
        if (!found || !*found || isNothing(**found)) return;
        const auto* scope = options_.mayBeAbsent ? lookUp(node.path).scope : nullptr;
        const auto name = scope ? nameIn(*scope, node.path) : std::string();
        const auto renderWith = [&](const value& here) {
            scopes_.push_back({&here, here.if_object(), name});
            renderNodes(prompt, at + 1, node.end + 1, indentation);
            scopes_.pop_back();
        };
        if (!(*found)->is_array()) return renderWith(**found);
        for (const auto& element : (*found)->get_array()) {
            if (!step()) return;
            renderWith(element);
        }
    }

    void renderPartial(const TemplateNode& node, const std::string& indentation) {
        const auto partial = chain_.enter(node);
        if (!partial) {
            if (!error_) error_ = partial.error();
            return;
        }
        renderNodes(**partial, 0, (*partial)->nodes().size(), indentation + node.indentation);
        chain_.leave();
    }

    /// Nothing: undefined, and noted as such. Null: absent, and may be.
    std::optional<const value*> valueOf(const PromptTemplate& prompt, const TemplateNode& node) {
        const auto found = lookUp(node.path);
        if (found.here) return found.here;
        const auto& tag = prompt.tags()[node.tag];
        if (mayBeAbsent(node.path, found)) return nullptr;
        if (undefined_.size() < kMostNamed && named_.emplace(&prompt, node.tag).second) undefined_.push_back(missing(tag));
        return {};
    }

    Found lookUp(const std::vector<std::string>& path) {
        if (path.empty()) return {scopes_.back().here, 0, &scopes_.back()};
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend() && step(); ++scope) {
            const auto* found = scope->members ? scope->members->if_contains(path.front()) : nullptr;
            if (!found) continue;
            for (std::size_t i = 1; i < path.size(); ++i) {
                const auto* members = found->if_object();
                const auto* member = members ? members->if_contains(path[i]) : nullptr;
                if (!member) return {nullptr, found->is_null() ? i - 1 : i, &*scope};
                found = member;
            }
            return {found, path.size(), &*scope};
        }
        return {};
    }

    static std::string nameIn(const Scope& scope, std::span<const std::string> path) {
        auto name = scope.name;
        for (const auto& part : path) name += (name.empty() ? "" : ".") + part;
        return name;
    }

    /// Whether one of the parts that there are not, or what is above it, may be absent: as a member of what has the first part, or,
    /// where nothing has, of any section around.
    bool mayBeAbsent(const std::vector<std::string>& path, const Found& found) const {
        if (!options_.mayBeAbsent) return false;
        const auto mayBeIn = [&](const Scope& scope) {
            for (auto parts = found.known + 1; parts <= path.size(); ++parts)
                if (options_.mayBeAbsent(nameIn(scope, std::span(path).first(parts)))) return true;
            return false;
        };
        return found.scope ? mayBeIn(*found.scope) : std::any_of(scopes_.begin(), scopes_.end(), mayBeIn);
    }

    model::Violation missing(const TemplateTag& tag) const {
        if (tag.name == ".") return {"", "'.' stands for nothing outside of a section (" + chain_.placeOf(tag) + ")"};
        std::string pointer = "/" + model::escapedPointerPart(tag.name);
        for (auto& c : pointer)
            if (c == '.') c = '/';
        return {std::move(pointer), "'" + tag.name + "' is not given (" + chain_.placeOf(tag) + ")"};
    }

    model::Error undefinedError() {
        model::Error error;
        error.errorClass = model::ErrorClass::InvalidRequest;
        error.code = "undefined_variable";
        for (const auto& each : undefined_) error.message += (error.message.empty() ? "The prompt needs variables: " : "; ") + each.message;
        error.violations = std::move(undefined_);
        return error;
    }

    const PromptTemplate& root_;
    const RenderOptions& options_;
    PartialChain chain_;
    std::vector<Scope> scopes_;
    std::string out_;
    std::size_t steps_ = 0;
    std::optional<model::Error> error_; ///< what ended the rendering
    std::vector<model::Violation> undefined_;
    std::set<std::pair<const PromptTemplate*, std::size_t>> named_; ///< tags in `undefined_`
};

} // namespace

model::Result<std::string> render(const PromptTemplate& prompt, const boost::json::object& variables, const PartialResolver& resolver, const RenderOptions& options) {
    return Renderer(prompt, variables, resolver, options).render();
}

} // namespace signalbox::policy
