#pragma once

#include "core/policy/contract/pattern.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::policy {

/// Reads one ECMA-262 pattern from left to right and writes RE2's form of it. The first construct that RE2 lacks is remembered, and
/// replaced by one that only keeps the syntax, so that the rest can still be judged.
class PatternReader {
public:
    explicit PatternReader(std::string_view pattern) : text_(pattern) {}

    /// False when the pattern is no ECMA-262; `problem()` says why.
    bool read();
    const std::string& output() const { return out_; }
    const std::optional<PatternProblem>& problem() const { return problem_; }

private:
    bool atom();
    bool group();
    bool escape(bool inClass);
    bool property(bool negated, bool inClass);
    bool characterClass();
    bool codePoint(char32_t& code);
    bool hexadecimal(std::size_t digits, char32_t& code);

    bool more() const { return at_ < text_.size(); }
    bool nextIs(std::string_view what) const { return text_.substr(at_).starts_with(what); }
    bool take(std::string_view what);
    void literal(char32_t code);
    bool wrong(std::string sentence);
    void unsupported(std::string sentence);

    std::string_view text_;
    std::size_t at_ = 0;
    int open_ = 0;
    std::vector<std::string> names_;
    std::string out_;
    std::optional<PatternProblem> problem_;
};

} // namespace signalbox::policy
