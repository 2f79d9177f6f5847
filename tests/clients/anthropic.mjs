// `@anthropic-ai/sdk` as a client, over vendors of both protocols: the older one speaks 2023-06-01, the current one 2026-10-21.
import assert from 'node:assert/strict';
import test from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { answer, failureOf, journal, key, prompt, routes, run, url, wasCancelled, wasLeft, weatherTool } from './stage.mjs';

const client = new Anthropic({ baseURL: url, apiKey: key });
const ask = (route, text, more = {}) => ({ model: `route/${route}`, max_tokens: 100, messages: [{ role: 'user', content: text }], ...more });
const tools = [{ name: weatherTool.name, description: weatherTool.description, input_schema: weatherTool.parameters }];

for (const route of routes) {
  test(`${route}: an answer, its usage, and the run on record`, async () => {
    const { data, response } = await client.messages.create(ask(route, 'hello', { system: 'Be brief.' })).withResponse();
    assert.equal(data.type, 'message');
    assert.equal(data.content[0].text, answer);
    assert.equal(data.stop_reason, 'end_turn');
    assert.equal(data.usage.input_tokens, 12);
    assert.equal(data.usage.output_tokens, 5);
    assert.equal(response.headers.get('request-id'), response.headers.get('x-signalbox-run-id'));
    assert.equal((await run(response.headers.get('x-signalbox-run-id'))).protocol, 'anthropic.messages');
  });

  test(`${route}: a stream, event by event`, async () => {
    const types = [];
    let text = '';
    for await (const event of await client.messages.create(ask(route, 'hello', { stream: true }))) {
      types.push(event.type);
      if (event.type === 'content_block_delta') text += event.delta.text;
    }
    assert.equal(text, answer);
    assert.equal(types[0], 'message_start');
    assert.equal(types.at(-1), 'message_stop');
    for (const type of ['content_block_start', 'content_block_stop', 'message_delta']) assert.ok(types.includes(type), type);
    const final = await client.messages.stream(ask(route, 'hello')).finalMessage();
    assert.equal(final.content[0].text, answer);
    assert.equal(final.usage.output_tokens, 5);
    assert.equal(final.stop_reason, 'end_turn');
  });

  test(`${route}: tools, whole and in fragments, and the answer to their result`, async () => {
    const { tag, text } = prompt('tools');
    const whole = await client.messages.create(ask(route, text, { tools }));
    assert.equal(whole.stop_reason, 'tool_use');
    const use = whole.content.find((block) => block.type === 'tool_use');
    assert.equal(use.name, 'get_weather');
    assert.deepEqual(use.input, { city: 'Oslo' });
    const streamed = await client.messages.stream(ask(route, text, { tools })).finalMessage();
    assert.deepEqual(streamed.content.find((block) => block.type === 'tool_use').input, { city: 'Oslo' });
    assert.equal(streamed.stop_reason, 'tool_use');
    const after = await client.messages.create({
      model: `route/${route}`, max_tokens: 100, tools,
      messages: [
        { role: 'user', content: text },
        { role: 'assistant', content: whole.content },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: use.id, content: '12 degrees' }] },
      ],
    });
    assert.equal(after.content[0].text, answer);
    const last = JSON.parse((await journal(tag)).at(-1).body);
    // In the vendor's own words: a tool message for OpenAI, a tool_result block for Anthropic.
    assert.ok(JSON.stringify(last).includes(route === 'openai' ? '"role":"tool"' : '"tool_result"'));
    assert.ok(JSON.stringify(last).includes('12 degrees'));
  });

  test(`${route}: errors have the protocol's classes and are final`, async () => {
    const { tag, text } = prompt('invalid');
    const invalid = await failureOf(() => client.messages.create(ask(route, text)));
    assert.ok(invalid instanceof Anthropic.BadRequestError, String(invalid));
    assert.equal(invalid.error.type, 'error');
    assert.equal(invalid.error.error.type, 'invalid_request_error');
    assert.equal(invalid.error.request_id, invalid.requestID);
    assert.equal((await journal(tag)).length, 1);
    const broken = prompt('500');
    const final = await failureOf(() => client.messages.create(ask(route, broken.text)));
    assert.ok(final.status >= 500, String(final));
    assert.equal((await journal(broken.tag)).length, 1);
  });

  test(`${route}: retry-after of a 429 is kept by the client`, async () => {
    const { tag, text } = prompt('limited-once');
    assert.equal((await client.messages.create(ask(route, text))).content[0].text, answer);
    const [first, second] = await journal(tag);
    assert.ok(second.arrived_ms - first.arrived_ms >= 950);
  });

  for (const word of ['ended', 'closed', 'reset', 'stalled'])
    test(`${route}: a stream that is ${word} throws and is not half an answer`, async () => {
      let got = '';
      const error = await failureOf(async () => {
        for await (const event of await client.messages.create(ask(route, prompt(word).text, { stream: true })))
          if (event.type === 'content_block_delta') got += event.delta.text;
        return got;
      });
      assert.equal(got, 'Hello from');
      assert.ok(error instanceof Anthropic.APIError, String(error));
      await failureOf(() => client.messages.stream(ask(route, prompt(word).text)).finalMessage());
    });

  test(`${route}: a client that aborts cancels the vendor's call`, async () => {
    const { tag, text } = prompt('endless');
    const controller = new AbortController();
    let deltas = 0;
    try {
      for await (const event of await client.messages.create(ask(route, text, { stream: true }), { signal: controller.signal }))
        if (event.type === 'content_block_delta' && ++deltas === 5) controller.abort();
    } catch (error) {
      assert.ok(error instanceof Anthropic.APIUserAbortError, String(error));
    }
    assert.ok((await wasCancelled(tag, route)).usage.output > 0);
  });

  test(`${route}: a client's timeout ends the vendor's call`, async () => {
    const { tag, text } = prompt('hang');
    const error = await failureOf(() => client.messages.create(ask(route, text), { timeout: 1000, maxRetries: 0 }));
    assert.ok(error instanceof Anthropic.APIConnectionTimeoutError || error.status === 504, String(error));
    await wasLeft(tag);
  });
}

test('a wrong key is 401, an unknown model 404', async () => {
  const stranger = new Anthropic({ baseURL: url, apiKey: 'sbk_wrong' });
  assert.ok((await failureOf(() => stranger.messages.create(ask('openai', 'hello')))) instanceof Anthropic.AuthenticationError);
  assert.ok((await failureOf(() => client.messages.create(ask('none', 'hello')))) instanceof Anthropic.NotFoundError);
});

async function message(version, headers, more = {}) {
  return fetch(`${url}/v1/messages`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'anthropic-version': version, ...headers }, body: JSON.stringify(ask('openai', 'hello', more)),
  });
}

test('both live versions of the API are served, with either form of the key', async () => {
  for (const version of ['2023-06-01', '2026-10-21'])
    for (const headers of [{ 'x-api-key': key }, { authorization: `Bearer ${key}` }]) {
      const reply = await message(version, headers);
      assert.equal(reply.status, 200, version);
      assert.equal((await reply.json()).content[0].text, answer);
    }
});

test('sampling parameters are refused in 2026-10-21 as the vendor refuses them, and served in 2023-06-01', async () => {
  assert.equal((await message('2026-10-21', { 'x-api-key': key }, { temperature: 0.5 })).status, 400);
  assert.equal((await message('2023-06-01', { 'x-api-key': key }, { temperature: 0.5 })).status, 200);
});
