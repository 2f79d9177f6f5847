// `@copilotkit/aimock` as the vendor: one that nobody here wrote, in both protocols, with faults.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { LLMock } from '@copilotkit/aimock';
import OpenAI from 'openai';
import { control, failureOf, key, url } from './stage.mjs';

const mock = new LLMock({ port: 0, host: '127.0.0.1' });
const openai = new OpenAI({ baseURL: `${url}/v1`, apiKey: key, maxRetries: 0 });
const anthropic = new Anthropic({ baseURL: url, apiKey: key, maxRetries: 0 });
const ask = (route, text, more = {}) => ({ model: `route/${route}`, max_tokens: 200, messages: [{ role: 'user', content: text }], ...more });
const story = 'A signal box stands by the line. '.repeat(20).trim();

before(async () => {
  mock.onMessage('greet', { content: 'Hi there!' });
  mock.onMessage('story', { content: story });
  mock.onMessage('truncated', { content: story }, { truncateAfterChunks: 5 });
  mock.onMessage('weather', { toolCalls: [{ name: 'get_weather', arguments: '{"city":"Oslo"}' }] });
  mock.onEmbedding?.('vector', { embedding: [0.5, 0.25] });
  await mock.start();
  const provider = (name, connector) => `
kind: provider
name: ${name}
spec: {connector: ${connector}, base_url: "${mock.url}/v1", models: [{id: m, upstream_id: ${connector === 'openai' ? 'gpt-4o' : 'claude-sonnet-4-5'}, context_tokens: 100000, capabilities: [chat, stream, tools, embeddings]}]}
---`;
  await control('POST', '/apply', `${provider('aimock-openai', 'openai')}
${provider('aimock-anthropic', 'anthropic')}
kind: policy
name: aimock
spec: {reliability: {max_attempts_per_target: 4, backoff: {base_ms: 5, cap_ms: 20}, retry_budget: {ratio: 1, min_per_second: 100},
       breaker: {window_s: 30, min_calls: 10000, failure_ratio: 1, open_s: 1, half_open_calls: 1}}}
---
kind: route
name: aimock-openai
spec: {targets: [{model: aimock-openai/m}], policies: [aimock]}
---
kind: route
name: aimock-anthropic
spec: {targets: [{model: aimock-anthropic/m}], policies: [aimock]}
---
kind: route
name: aimock-safe
spec: {targets: [{model: aimock-openai/m}, {model: sandbox/small}], policies: [aimock]}
`, 'text/yaml');
});
after(() => mock.stop());

async function chaos(rates) {
  const reply = await fetch(`${mock.url}/__aimock/chaos`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(rates) });
  assert.ok(reply.ok, await reply.text());
}
const calm = () => fetch(`${mock.url}/__aimock/chaos`, { method: 'DELETE' });

async function textOf(stream) {
  let text = '';
  for await (const chunk of stream) text += chunk.choices[0]?.delta?.content ?? '';
  return text;
}

for (const route of ['aimock-openai', 'aimock-anthropic']) {
  test(`${route}: chat, stream and tools for an OpenAI client`, async () => {
    assert.equal((await openai.chat.completions.create(ask(route, 'greet'))).choices[0].message.content, 'Hi there!');
    assert.equal(await textOf(await openai.chat.completions.create(ask(route, 'story', { stream: true }))), story);
    const tools = [{ type: 'function', function: { name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } } }];
    const call = (await openai.chat.completions.create(ask(route, 'weather', { tools }))).choices[0].message.tool_calls[0];
    assert.deepEqual(JSON.parse(call.function.arguments), { city: 'Oslo' });
    const streamed = await openai.chat.completions.stream(ask(route, 'weather', { tools })).finalChatCompletion();
    assert.deepEqual(JSON.parse(streamed.choices[0].message.tool_calls[0].function.arguments), { city: 'Oslo' });
  });

  test(`${route}: chat, stream and tools for an Anthropic client`, async () => {
    assert.equal((await anthropic.messages.create(ask(route, 'greet'))).content[0].text, 'Hi there!');
    const final = await anthropic.messages.stream(ask(route, 'story')).finalMessage();
    assert.equal(final.content.map((block) => block.text ?? '').join(''), story);
    const tools = [{ name: 'get_weather', input_schema: { type: 'object', properties: { city: { type: 'string' } } } }];
    const use = (await anthropic.messages.create(ask(route, 'weather', { tools }))).content.find((block) => block.type === 'tool_use');
    assert.deepEqual(use.input, { city: 'Oslo' });
  });

  test(`${route}: one failure and then success is a success`, async () => {
    mock.nextRequestError(503, { message: 'overloaded', type: 'server_error' });
    const { data, response } = await openai.chat.completions.create(ask(route, 'greet')).withResponse();
    assert.equal(data.choices[0].message.content, 'Hi there!');
    assert.equal(response.headers.get('x-signalbox-attempts'), '2');
  });

  test(`${route}: a truncated stream throws and is not half an answer`, async () => {
    const error = await failureOf(async () => textOf(await openai.chat.completions.create(ask(route, 'truncated', { stream: true }))));
    assert.ok(error instanceof OpenAI.APIError, String(error));
    await failureOf(() => anthropic.messages.stream(ask(route, 'truncated')).finalMessage());
  });

  for (const fault of ['dropRate', 'malformedRate', 'rateLimitRate', 'disconnectRate'])
    test(`${route}: with ${fault} at one half, no caller gets half an answer`, async () => {
      await chaos({ [fault]: 0.5 });
      try {
        let whole = 0;
        for (let i = 0; i < 12; ++i) {
          try {
            const text = await textOf(await openai.chat.completions.create(ask(route, 'story', { stream: true })));
            assert.equal(text, story);
            ++whole;
          } catch (error) {
            assert.ok(error instanceof OpenAI.APIError, String(error));
          }
        }
        assert.ok(whole > 0);
      } finally {
        await calm();
      }
    });
}

test('a vendor that fails altogether is replaced by another target', async () => {
  await chaos({ dropRate: 1 });
  try {
    const { response } = await openai.chat.completions.create(ask('aimock-safe', 'greet')).withResponse();
    assert.equal(response.headers.get('x-signalbox-target'), 'sandbox/small');
  } finally {
    await calm();
  }
});

test('what reached the vendor names its model, and not the route', async () => {
  await openai.chat.completions.create(ask('aimock-openai', 'greet'));
  assert.equal(mock.getLastRequest().body.model, 'gpt-4o');
  await failureOf(() => openai.chat.completions.create(ask('aimock-openai', 'nothing is known of this')));
});
