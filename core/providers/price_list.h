#pragma once

#include "core/model/capability.h"
#include "core/model/provider_spec.h"
#include "core/model/usage.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace signalbox::providers {

/// What is known of a vendor's model at release, from the vendors' public price and model pages: for what a provider document
/// leaves out. Prices change; what the document says counts.
struct KnownModel {
    std::int64_t contextTokens = 0;
    std::int64_t maxOutputTokens = 0; ///< 0: it writes no text
    model::Capabilities capabilities = 0;
    model::Prices prices;
};

/// By the connector (`openai`, `anthropic`) and the vendor's name of the model; a dated snapshot (`-2024-07-18`, `-20250929`) or
/// `-latest` counts as its model where it is not listed apart. Nothing for what is not known: a price is never guessed.
std::optional<KnownModel> knownModel(std::string_view connector, std::string_view id);

/// Fills in what `document`, the provider's as it was written, leaves out of its models and is known of them.
void fillKnown(model::ProviderSpec& provider, const boost::json::object& document);

} // namespace signalbox::providers
