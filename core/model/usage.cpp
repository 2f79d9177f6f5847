#include "core/model/usage.h"

#include <algorithm>

namespace signalbox::model {

Money costOf(const Usage& usage, const Prices& prices) {
    CostSum sum;
    const std::int64_t plainInput = std::max<std::int64_t>(0, usage.input - usage.cachedInput - usage.cacheWriteInput);
    sum.add(plainInput, prices.input);
    sum.add(usage.cachedInput, prices.cachedInput);
    sum.add(usage.cacheWriteInput, prices.cacheWriteInput);
    sum.add(usage.output, prices.output);
    return sum.total();
}

} // namespace signalbox::model
