#include "core/policy/contract/pattern.h"

#include "core/policy/contract/pattern_reader.h"

#include <re2/re2.h>

namespace signalbox::policy {
namespace {

RE2::Options options(std::size_t memoryBytes) {
    RE2::Options options(RE2::Quiet);
    options.set_max_mem(static_cast<std::int64_t>(memoryBytes));
    return options;
}

std::string sentenceFor(const RE2& program) {
    switch (program.error_code()) {
    case RE2::ErrorPatternTooLarge: return "It needs too much memory; use smaller counts or fewer alternatives.";
    case RE2::ErrorRepeatSize: return "A count is malformed or above 1000 (“" + program.error_arg() + "”); use smaller counts, or `minLength` and `maxLength`.";
    case RE2::ErrorRepeatArgument:
    case RE2::ErrorRepeatOp: return "“" + program.error_arg() + "” repeats nothing that can be repeated.";
    case RE2::ErrorBadCharRange: return "The range or property “" + program.error_arg() + "” is not known.";
    case RE2::NoError:
    case RE2::ErrorInternal:
    case RE2::ErrorBadEscape:
    case RE2::ErrorBadCharClass:
    case RE2::ErrorMissingBracket:
    case RE2::ErrorMissingParen:
    case RE2::ErrorUnexpectedParen:
    case RE2::ErrorTrailingBackslash:
    case RE2::ErrorBadPerlOp:
    case RE2::ErrorBadUTF8:
    case RE2::ErrorBadNamedCapture: break;
    }
    return "It is not understood: " + program.error() + ".";
}

} // namespace

tl::expected<std::string, PatternProblem> translatePattern(std::string_view pattern) {
    PatternReader reader(pattern);
    reader.read();
    if (reader.problem()) return tl::unexpected(*reader.problem());
    return reader.output();
}

tl::expected<std::shared_ptr<const re2::RE2>, std::string> compilePattern(std::string_view pattern, std::size_t memoryBytes) {
    const auto translated = translatePattern(pattern);
    if (!translated) return tl::unexpected(translated.error().sentence);
    auto program = std::make_shared<const RE2>(*translated, options(memoryBytes));
    if (!program->ok()) return tl::unexpected(sentenceFor(*program));
    return program;
}

bool patternFinds(const re2::RE2& pattern, std::string_view text) { return pattern.Match(text, 0, text.size(), RE2::UNANCHORED, nullptr, 0); }

bool isPattern(std::string_view text) {
    constexpr std::size_t kLongest = 10'000;
    if (text.size() > kLongest) return false;
    PatternReader reader(text);
    if (!reader.read()) return false;
    const RE2 program(reader.output(), options(1u << 20));
    // What is only too large for RE2 is a pattern all the same.
    return program.ok() || program.error_code() == RE2::ErrorPatternTooLarge || (program.error_code() == RE2::ErrorBadCharRange && reader.problem());
}

} // namespace signalbox::policy
