#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace signalbox::policy {

struct PatternProblem {
    bool unsupported = false; ///< right in ECMA-262, but RE2 cannot run it in linear time
    std::string sentence;
};

/// The RE2 form of an ECMA-262 pattern (with the `u` flag): the same matches, `\s`, `.`, `\p{Letter}`, `\uXXXX`, `\cX`, `[^]` included.
tl::expected<std::string, PatternProblem> translatePattern(std::string_view pattern);

/// The pattern, ready to search with any number of threads. The sentence says what RE2 or ECMA-262 refuses.
tl::expected<std::shared_ptr<const re2::RE2>, std::string> compilePattern(std::string_view pattern, std::size_t memoryBytes);
bool patternFinds(const re2::RE2& pattern, std::string_view text);

/// Whether the text is an ECMA-262 pattern, one that RE2 cannot run included: the format `regex`.
bool isPattern(std::string_view text);

} // namespace signalbox::policy
