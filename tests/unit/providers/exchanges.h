#pragma once

#include <string>

/// Answers in the vendors' own words, as their API references show them.
namespace signalbox::tests::exchanges {

inline std::string openAiChunk(const std::string& choices, const std::string& more = {}) {
    return R"(data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"vendor-m-0613","choices":[)" + choices + "]" + more + "}\n\n";
}
inline std::string openAiDelta(const std::string& delta, const std::string& finish = "null") { return openAiChunk(R"({"index":0,"delta":)" + delta + R"(,"finish_reason":)" + finish + "}"); }
inline const std::string kDone = "data: [DONE]\n\n";
inline const std::string kOpenAiUsage = R"(,"usage":{"prompt_tokens":12,"completion_tokens":5,"total_tokens":17,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":2}})";

inline std::string openAiTextStream() {
    return openAiDelta(R"({"role":"assistant","content":""})") + openAiDelta(R"({"content":"Hello"})") + openAiDelta(R"({"content":" wörld \"q\""})") +
           openAiDelta("{}", "\"stop\"") + openAiChunk("", kOpenAiUsage) + kDone;
}
inline std::string openAiToolStream() {
    return openAiDelta(R"({"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"get_weather","arguments":""}}]})") +
           openAiDelta(R"({"tool_calls":[{"index":0,"function":{"arguments":"{\"city\":"}}]})") + openAiDelta(R"({"tool_calls":[{"index":0,"function":{"arguments":"\"Oslo\"}"}}]})") +
           openAiDelta(R"({"tool_calls":[{"index":1,"id":"call_2","type":"function","function":{"name":"get_time","arguments":"{}"}}]})") +
           openAiDelta("{}", "\"tool_calls\"") + openAiChunk("", kOpenAiUsage) + kDone;
}

inline std::string anthropicEvent(const std::string& type, const std::string& members) {
    return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + (members.empty() ? "" : "," + members) + "}\n\n";
}
inline std::string messageStart() {
    return anthropicEvent("message_start", R"("message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"claude-x","stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":8,"cache_creation_input_tokens":1,"cache_read_input_tokens":3,"output_tokens":1}})");
}
inline std::string blockStart(int index, const std::string& block) { return anthropicEvent("content_block_start", "\"index\":" + std::to_string(index) + ",\"content_block\":" + block); }
inline std::string blockDelta(int index, const std::string& delta) { return anthropicEvent("content_block_delta", "\"index\":" + std::to_string(index) + ",\"delta\":" + delta); }
inline std::string blockStop(int index) { return anthropicEvent("content_block_stop", "\"index\":" + std::to_string(index)); }
inline std::string messageEnd(const std::string& reason) {
    return anthropicEvent("message_delta", R"("delta":{"stop_reason":")" + reason + R"(","stop_sequence":null},"usage":{"output_tokens":5})") + anthropicEvent("message_stop", "");
}
inline std::string anthropicTextStream() {
    return messageStart() + blockStart(0, R"({"type":"text","text":""})") + anthropicEvent("ping", "") + blockDelta(0, R"({"type":"text_delta","text":"Hello"})") +
           blockDelta(0, R"({"type":"text_delta","text":" wörld \"q\""})") + blockStop(0) + messageEnd("end_turn");
}
inline std::string anthropicToolStream() {
    return messageStart() + blockStart(0, R"({"type":"thinking","thinking":"","signature":""})") + blockDelta(0, R"({"type":"thinking_delta","thinking":"hm"})") +
           blockDelta(0, R"({"type":"signature_delta","signature":"c2ln"})") + blockStop(0) + blockStart(1, R"({"type":"tool_use","id":"toolu_1","name":"get_weather","input":{}})") +
           blockDelta(1, R"({"type":"input_json_delta","partial_json":""})") + blockDelta(1, R"({"type":"input_json_delta","partial_json":"{\"city\":"})") +
           blockDelta(1, R"({"type":"input_json_delta","partial_json":"\"Oslo\"}"})") + blockStop(1) + blockStart(2, R"({"type":"tool_use","id":"toolu_2","name":"get_time","input":{}})") +
           blockStop(2) + messageEnd("tool_use");
}

} // namespace signalbox::tests::exchanges
