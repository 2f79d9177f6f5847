#pragma once

#include "core/policy/contract/contract.h"

#include <QString>
#include <QStringList>

#include <boost/json.hpp>

#include <string>
#include <string_view>

/// Schemas and instances as text, and what is said of them as lines `POINTER: MESSAGE`.
namespace signalbox::policy::test {

inline boost::json::value parsed(std::string_view text) {
    boost::json::error_code error;
    boost::json::parse_options options;
    options.max_depth = 5000;
    auto value = boost::json::parse(boost::json::string_view(text.data(), text.size()), error, {}, options);
    if (error) qFatal("not JSON: %s", std::string(text).c_str());
    return value;
}

inline QStringList lines(const std::vector<model::Violation>& violations) {
    QStringList list;
    for (const auto& [pointer, message] : violations) list << QString::fromStdString(pointer + ": " + message);
    return list;
}

/// What the schema is refused for; empty when it is not.
inline QStringList refused(std::string_view schema, const CompileOptions& options = {}) {
    const auto contract = Contract::compile(parsed(schema), options);
    return contract ? QStringList{} : lines(contract.error().violations);
}

/// What is wrong with the instance.
inline QStringList wrong(std::string_view schema, std::string_view instance, const CheckLimits& limits = {}) {
    const auto contract = Contract::compile(parsed(schema));
    if (!contract) return {QStringLiteral("refused: ") + QString::fromStdString(contract.error().message)};
    return lines(contract->check(parsed(instance), limits));
}

} // namespace signalbox::policy::test
