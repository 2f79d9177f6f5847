#include "core/policy/contract/sentences.h"

#include "core/base/text.h"
#include "core/policy/contract/numbers.h"
#include "core/policy/contract/type_names.h"

#include <boost/json/serializer.hpp>
#include <boost/json/string.hpp>

#include <algorithm>

namespace signalbox::policy::sentences {
namespace {

namespace json = boost::json;

constexpr std::size_t kLongest = 60;

std::string quoted(std::string_view text) {
    const auto cut = truncatedUtf8(text, kLongest);
    return "“" + std::string(cut) + (cut.size() < text.size() ? "…”" : "”");
}

std::string ordinal(std::size_t index) { return std::to_string(index + 1); }

std::string counted(std::size_t count, std::string_view noun) { return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s"); }

std::string named(std::size_t index, const std::vector<std::string>& titles) {
    return "alternative " + ordinal(index) + (titles[index].empty() ? "" : " " + quoted(titles[index]));
}

} // namespace

std::string shown(const json::value& value) {
    if (value.is_number()) return numberText(value);
    json::serializer serializer;
    serializer.reset(&value);
    char buffer[kLongest + 1];
    const auto text = serializer.read(buffer, sizeof buffer);
    const std::string_view view(text.data(), text.size());
    if (serializer.done()) return std::string(view);
    return std::string(truncatedUtf8(view, kLongest)) + "…";
}

std::string notAllowedHere() { return "No value is allowed here; remove it."; }
std::string nothingAllowed() { return "The schema allows no value at all."; }

std::string wrongType(const json::value& value, TypeBits types) {
    const std::string found = value.is_number() ? numberText(value) : std::string(wordsForValue(value));
    return "This is " + found + "; it must be " + (types == 0 ? "something else" : wordsForTypes(types)) + ".";
}

std::string wrongChoice(const json::value& value, const ChoiceRules& rules) {
    constexpr std::size_t kMostShown = 12;
    std::string text = "This is " + shown(value) + "; it must be ";
    if (rules.values.empty()) return "No value is allowed here, since `enum` is empty.";
    if (rules.values.size() > 1) text += "one of ";
    for (std::size_t i = 0; i < rules.values.size() && i < kMostShown; ++i) {
        if (i > 0) text += i + 1 == rules.values.size() ? " or " : ", ";
        text += shown(rules.values[i]);
    }
    if (rules.values.size() > kMostShown) text += " and " + std::to_string(rules.values.size() - kMostShown) + " others";
    return text + ".";
}

std::string outsideBound(const json::value& value, std::string_view relation, const json::value& bound) {
    return "This is " + numberText(value) + "; it must be " + std::string(relation) + " " + numberText(bound) + ".";
}

std::string wrongCount(std::string_view subject, std::size_t count, std::string_view noun, std::string_view relation, std::size_t bound) {
    return std::string(subject) + " " + counted(count, noun) + "; it must have " + std::string(relation) + " " + std::to_string(bound) + ".";
}

std::string wrongContains(std::size_t found, std::string_view relation, std::size_t bound, std::string_view title) {
    return counted(found, "element") + (found == 1 ? " fits" : " fit") + " what the array must contain" + (title.empty() ? "" : " (" + quoted(title) + ")") +
        "; there must be " +
           std::string(relation) + " " + std::to_string(bound) + ".";
}

std::string patternMissed(std::string_view text, std::string_view pattern) { return quoted(text) + " does not match the pattern " + quoted(pattern) + "."; }

std::string wrongFormat(std::string_view text, Format format) { return quoted(text) + " is not " + std::string(wordsFor(format)) + " (format `" +
    std::string(nameOf(format)) + "`)."; }

std::string repeated(std::size_t first) { return "This element equals element " + std::to_string(first) + " (counted from 0); each may be there only once."; }

std::string missing(std::string_view name) { return "The member " + quoted(name) + " is missing."; }

std::string missingBeside(std::string_view name, std::string_view present) { return "The member " + quoted(name) + " is missing; it is required beside " +
    quoted(present) + "."; }

std::string unknownMember(std::string_view name, std::string_view nearest) {
    return "The member " + quoted(name) + " is not allowed here; " + (nearest.empty() ? std::string("remove it.") : "did you mean " + quoted(nearest) + "?");
}

std::string wrongName(std::string_view name, std::string_view why) { return "A member may not be called " + quoted(name) + (why.empty() ? "." : ": " +
    std::string(why)); }

std::string forbidden(std::string_view title) {
    return title.empty() ? "This value fits what `not` forbids; it must be different." : "This value is " + quoted(title) +
        ", which `not` forbids; it must be different.";
}

std::string fitsSeveral(const std::vector<std::size_t>& alternatives) {
    std::string text = "This value fits alternatives ";
    for (std::size_t i = 0; i < alternatives.size(); ++i) text.append(i == 0 ? "" : i + 1 == alternatives.size() ? " and " : ", ").append(ordinal(alternatives[i]));
    return text + "; it must fit exactly one.";
}

std::string fitsNone(const std::vector<std::string>& titles) {
    std::string text = "This value fits none of the " + std::to_string(titles.size()) + " alternatives";
    std::string list;
    for (const auto& title : titles)
        if (!title.empty() && list.size() < 4 * kLongest) list.append(list.empty() ? "" : ", ").append(quoted(title));
    return text + (list.empty() ? "." : ": " + list + ".");
}

std::string nearestOf(const std::vector<std::string>& titles, std::size_t nearest, std::string_view base, const std::vector<Finding>& findings) {
    constexpr std::size_t kMostNamed = 3;
    std::string text = "This value fits none of the " + std::to_string(titles.size()) + " alternatives; the nearest is " + named(nearest, titles) + ", but:";
    for (std::size_t i = 0; i < findings.size() && i < kMostNamed; ++i) {
        const auto& pointer = findings[i].violation.pointer;
        const auto& message = findings[i].violation.message;
        const auto inner = std::string_view(pointer).substr(std::min(base.size(), pointer.size()));
        text.append(" ").append(inner.empty() ? "" : "at " + std::string(inner) + ": ").append(message);
    }
    if (findings.size() > kMostNamed) text += " And " + std::to_string(findings.size() - kMostNamed) + " more.";
    return text;
}

} // namespace signalbox::policy::sentences
