#include "core/control/plane_state.h"

#include <fstream>
#include <string>

#include <ctime>

#include <unistd.h>

namespace signalbox::control {

namespace {

void metric(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
    out.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
}

void sample(std::string& out, std::string_view name, std::string_view labels, std::int64_t value) {
    out.append(name);
    if (!labels.empty()) out.append("{").append(labels).append("}");
    out.append(" ").append(std::to_string(value)).append("\n");
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\' || c == '"') result += '\\';
        if (c == '\n') result += "\\n";
        else result += c;
    }
    return result;
}

std::int64_t residentBytes() {
    std::ifstream file("/proc/self/statm");
    std::int64_t size = 0;
    std::int64_t resident = 0;
    file >> size >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

double cpuSeconds() {
    timespec spent{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) / 1e9;
}

} // namespace

std::string prometheusText(const PlaneState& state) {
    std::string out;
    const auto counts = state.parts.recorder.counts();
    metric(out, "signalbox_runs_recorded_total", "counter", "Runs that are in the database's hands.");
    sample(out, "signalbox_runs_recorded_total", {}, counts.committed);
    metric(out, "signalbox_runs_unrecorded_total", "counter", "Runs that could not be recorded; their callers got an error.");
    sample(out, "signalbox_runs_unrecorded_total", {}, counts.failed);
    metric(out, "signalbox_recorder_queue", "gauge", "Runs on their way into the database.");
    sample(out, "signalbox_recorder_queue", {}, static_cast<std::int64_t>(counts.queued));
    metric(out, "signalbox_calls_in_flight", "gauge", "Calls under way.");
    sample(out, "signalbox_calls_in_flight", {}, state.parts.live.callsInFlight());
    const auto targets = state.parts.live.targets();
    const auto perTarget = [&](std::string_view name, std::string_view help, const auto& value) {
        metric(out, name, "gauge", help);
        for (const auto& target : targets) sample(out, name, "provider=\"" + escaped(target.provider) + "\",model=\"" + escaped(target.model) + '"', value(target));
    };
    perTarget("signalbox_target_in_flight", "Calls under way at a target.", [](const auto& target) { return target.inFlight; });
    perTarget("signalbox_target_queued", "Calls that wait for a place at a target.", [](const auto& target) { return target.queued; });
    perTarget("signalbox_target_breaker_state", "Circuit breaker: 0 closed, 1 half-open, 2 open.", [](const auto& target) {
        return target.breaker == gateway::LiveState::Breaker::Open ? 2 : target.breaker == gateway::LiveState::Breaker::HalfOpen ? 1 : 0;
    });
    out += state.window.prometheus();
    metric(out, "signalbox_connections", "gauge", "Open connections of clients.");
    sample(out, "signalbox_connections", {}, state.parts.connections ? static_cast<std::int64_t>(state.parts.connections()) : 0);
    metric(out, "process_resident_memory_bytes", "gauge", "Resident memory size in bytes.");
    sample(out, "process_resident_memory_bytes", {}, residentBytes());
    metric(out, "process_cpu_seconds_total", "counter", "Total user and system CPU time spent in seconds.");
    out += "process_cpu_seconds_total " + std::to_string(cpuSeconds()) + '\n';
    metric(out, "process_start_time_seconds", "gauge", "Start time of the process since the epoch in seconds.");
    sample(out, "process_start_time_seconds", {}, toMicros(state.startedAt) / 1'000'000);
    return out;
}

} // namespace signalbox::control
