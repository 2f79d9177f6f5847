#include "ui/routes/templates.h"

namespace signalbox::ui {

using namespace Qt::StringLiterals;

QString templateOf(const QString& kind) {
    if (kind == "provider"_L1)
        return uR"(kind: provider
name: openai-main
spec:
  connector: openai            # any OpenAI-compatible server; or anthropic, sandbox
  base_url: https://api.openai.com/v1
  credential: secret:openai-main   # enter the key in Settings, Providers
  region: us
  data_classes: [public, internal]
  models:
    - id: gpt-4o-mini
      context_tokens: 128000
      max_output_tokens: 16384
      capabilities: [chat, stream, tools, json_schema, vision]
      price_usd_per_mtok: {input: 0.15, cached_input: 0.075, output: 0.60}
      quality: 0.7
)"_s;
    if (kind == "policy"_L1)
        return uR"(kind: policy
name: strict
spec:
  description: Fails fast, keeps nothing that was said
  reliability:
    first_token_timeout_ms: 4000
    total_timeout_ms: 20000
    max_attempts_per_target: 1
    degrade:
      - serve: static
        output: We cannot answer right now. Please try again in a few minutes.
  governance:
    data_class: internal
    retention: {payload_days: 0, record_days: 400}
)"_s;
    return uR"(kind: route
name: assistant
spec:
  description: The first target that can serves; the next when it cannot
  task_profile: {needs: [stream], min_context_tokens: 8000}
  strategy: ordered            # or weighted, cheapest, fastest
  targets:
    - {model: sandbox/small}
    - {model: sandbox/large}
)"_s;
}

} // namespace signalbox::ui
