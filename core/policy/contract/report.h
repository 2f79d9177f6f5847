#pragma once

#include "core/model/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::policy {

/// Where in the instance a check is: a chain on the stack, written out only for a violation.
struct Location {
    const Location* parent = nullptr;
    std::string_view name;   ///< of the member
    std::size_t index = 0;   ///< of the element
    bool isElement = false;
    std::size_t depth = 0;

    Location() = default;
    Location(const Location& outer, std::string_view member) : parent(&outer), name(member), depth(outer.depth + 1) {}
    Location(const Location& outer, std::size_t element) : parent(&outer), index(element), isElement(true), depth(outer.depth + 1) {}

    std::string pointer() const;
};

/// What kind of rule was broken, to judge which alternative was meant.
enum class FindingKind : unsigned char { Type, Choice, Missing, Other };

struct Finding {
    model::Violation violation;
    FindingKind kind = FindingKind::Other;
    std::size_t depth = 0; ///< of the place in the instance
};

/// Collects findings up to a number.
class Report {
public:
    explicit Report(std::size_t most) : most_(most) {}

    void add(const Location& at, FindingKind kind, std::string sentence) {
        if (findings_.size() < most_) findings_.push_back({{at.pointer(), std::move(sentence)}, kind, at.depth});
        else more_ = true;
    }
    void take(Report&& other) {
        for (auto& finding : other.findings_) {
            if (findings_.size() < most_) findings_.push_back(std::move(finding));
            else more_ = true;
        }
        more_ = more_ || other.more_;
    }
    const std::vector<Finding>& findings() const { return findings_; }
    bool isFull() const { return more_; }
    std::size_t most() const { return most_; }

    /// In the order found, each once; the last says when there are more.
    std::vector<model::Violation> violations() const;

private:
    std::size_t most_;
    std::vector<Finding> findings_;
    bool more_ = false;
};

} // namespace signalbox::policy
