#include "core/control/run_view.h"

#include "core/model/run_json.h"

namespace signalbox::control {

namespace json = boost::json;

json::object describe(const store::StoredRun& stored, bool withAttempts) {
    auto object = toJson(stored.run, withAttempts, static_cast<std::size_t>(stored.attemptCount), stored.hasPayload);
    if (stored.outcome)
        object["outcome"] = json::object{{"outcome", nameOf(stored.outcome->outcome)},
                                         {"score", stored.outcome->score ? json::value(*stored.outcome->score) : json::value(nullptr)},
                                         {"note", stored.outcome->note},
                                         {"at", toRfc3339(stored.outcome->at)}};
    return object;
}

} // namespace signalbox::control
