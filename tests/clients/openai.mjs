// The `openai` package as a client, over vendors of both protocols.
import assert from 'node:assert/strict';
import test from 'node:test';
import OpenAI from 'openai';
import { answer, failureOf, journal, key, prompt, routes, run, url, wasCancelled, wasLeft, weatherTool } from './stage.mjs';

const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: key });
const ask = (route, text, more = {}) => ({ model: `route/${route}`, messages: [{ role: 'user', content: text }], ...more });
const tools = [{ type: 'function', function: weatherTool }];

async function read(stream) {
  let text = '';
  let usage = null;
  let finish = null;
  const calls = [];
  for await (const chunk of stream) {
    usage = chunk.usage ?? usage;
    const choice = chunk.choices[0];
    text += choice?.delta?.content ?? '';
    finish = choice?.finish_reason ?? finish;
    for (const call of choice?.delta?.tool_calls ?? []) {
      calls[call.index] ??= { name: '', arguments: '' };
      calls[call.index].name += call.function?.name ?? '';
      calls[call.index].arguments += call.function?.arguments ?? '';
    }
  }
  return { text, usage, finish, calls };
}

for (const route of routes) {
  test(`${route}: an answer, its usage, and the run on record`, async () => {
    const { data, response } = await client.chat.completions.create(ask(route, 'hello')).withResponse();
    assert.equal(data.choices[0].message.content, answer);
    assert.equal(data.choices[0].finish_reason, 'stop');
    assert.equal(data.usage.prompt_tokens, 12);
    assert.equal(data.usage.completion_tokens, 5);
    assert.equal(data._request_id, response.headers.get('x-signalbox-run-id'));
    assert.equal(response.headers.get('x-signalbox-target'), `${route}-vendor/m`);
    assert.equal((await run(data._request_id)).status, 'succeeded');
  });

  test(`${route}: a stream, with usage when asked for`, async () => {
    const whole = await read(await client.chat.completions.create(ask(route, 'hello', { stream: true, stream_options: { include_usage: true } })));
    assert.equal(whole.text, answer);
    assert.equal(whole.finish, 'stop');
    assert.equal(whole.usage.completion_tokens, 5);
    const plain = await read(await client.chat.completions.create(ask(route, 'hello', { stream: true })));
    assert.equal(plain.text, answer);
    assert.equal(plain.usage, null);
  });

  test(`${route}: tools, whole and in fragments, and the answer to their result`, async () => {
    const { text } = prompt('tools');
    const whole = await client.chat.completions.create(ask(route, text, { tools }));
    const call = whole.choices[0].message.tool_calls[0];
    assert.equal(whole.choices[0].finish_reason, 'tool_calls');
    assert.equal(call.function.name, 'get_weather');
    assert.deepEqual(JSON.parse(call.function.arguments), { city: 'Oslo' });

    const streamed = await read(await client.chat.completions.create(ask(route, text, { tools, stream: true })));
    assert.equal(streamed.finish, 'tool_calls');
    assert.equal(streamed.calls[0].name, 'get_weather');
    assert.deepEqual(JSON.parse(streamed.calls[0].arguments), { city: 'Oslo' });

    const after = await client.chat.completions.create({
      model: `route/${route}`, tools,
      messages: [{ role: 'user', content: text }, whole.choices[0].message, { role: 'tool', tool_call_id: call.id, content: '12 degrees' }],
    });
    assert.equal(after.choices[0].message.content, answer);
  });

  test(`${route}: the SDK's own stream helper`, async () => {
    const completion = await client.chat.completions.stream(ask(route, 'hello')).finalChatCompletion();
    assert.equal(completion.choices[0].message.content, answer);
  });

  test(`${route}: an invalid request is final`, async () => {
    const { tag, text } = prompt('invalid');
    const error = await failureOf(() => client.chat.completions.create(ask(route, text)));
    assert.ok(error instanceof OpenAI.BadRequestError, String(error));
    assert.equal((await journal(tag)).length, 1);
    assert.ok(error.requestID.startsWith('run_'));
  });

  test(`${route}: too long is context_length_exceeded`, async () => {
    const error = await failureOf(() => client.chat.completions.create(ask(route, prompt('too-long').text)));
    assert.equal(error.status, 400);
    assert.equal(error.code, 'context_length_exceeded');
  });

  test(`${route}: a final 5xx is not retried by the client`, async () => {
    for (const word of ['500', 'quota']) {
      const { tag, text } = prompt(word);
      const error = await failureOf(() => client.chat.completions.create(ask(route, text)));
      assert.ok(error.status >= 429, String(error));
      assert.equal(error.headers.get('x-should-retry'), 'false');
      assert.equal((await journal(tag)).length, 1, word);
    }
  });

  test(`${route}: an overloaded vendor is one that waiting helps with`, async () => {
    const error = await failureOf(() => client.chat.completions.create(ask(route, prompt('529').text), { maxRetries: 0 }));
    assert.ok(error.status >= 500, String(error));
    assert.ok(Number(error.headers.get('retry-after')) >= 1 || error.headers.get('x-should-retry') === 'false');
  });

  test(`${route}: retry-after of a 429 reaches the client and is kept by it`, async () => {
    const { tag, text } = prompt('limited-once');
    const whole = await client.chat.completions.create(ask(route, text));
    assert.equal(whole.choices[0].message.content, answer);
    const [first, second] = await journal(tag);
    assert.ok(second.arrived_ms - first.arrived_ms >= 950, `${second.arrived_ms - first.arrived_ms} ms`);
    assert.equal((await run(whole._request_id)).client_retry, 1);
  });

  for (const word of ['ended', 'closed', 'reset', 'stalled'])
    test(`${route}: a stream that is ${word} throws and is not half an answer`, async () => {
      const { tag, text } = prompt(word);
      let got = '';
      const error = await failureOf(async () => {
        for await (const chunk of await client.chat.completions.create(ask(route, text, { stream: true }))) got += chunk.choices[0]?.delta?.content ?? '';
        return got;
      });
      assert.equal(got, 'Hello from');
      assert.ok(error instanceof OpenAI.APIError, String(error));
      assert.equal((await journal(tag)).length, 1);
    });

  test(`${route}: a client that aborts cancels the vendor's call`, async () => {
    const { tag, text } = prompt('endless');
    const controller = new AbortController();
    const stream = await client.chat.completions.create(ask(route, text, { stream: true }), { signal: controller.signal });
    let chunks = 0;
    try {
      for await (const chunk of stream) if (chunk.choices.length && ++chunks === 5) controller.abort();
    } catch (error) {
      assert.ok(error instanceof OpenAI.APIUserAbortError, String(error));
    }
    const cancelled = await wasCancelled(tag, route);
    assert.equal(cancelled.status, 'cancelled');
    assert.ok(cancelled.usage.output > 0);
  });

  test(`${route}: a client's timeout ends the vendor's call`, async () => {
    const { tag, text } = prompt('hang');
    const error = await failureOf(() => client.chat.completions.create(ask(route, text), { timeout: 1000, maxRetries: 0 }));
    // Whoever is first: the gateway that knows the client's patience, or the client.
    assert.ok(error instanceof OpenAI.APIConnectionTimeoutError || error.status === 504, String(error));
    await wasLeft(tag);
  });
}

test('unknown members of a request reach an OpenAI vendor as they are', async () => {
  const { tag, text } = prompt('chat');
  await client.chat.completions.create(ask('openai', text, { seed: 7, made_up: { deep: [1, 'two'] } }));
  const body = JSON.parse((await journal(tag))[0].body);
  assert.equal(body.seed, 7);
  assert.deepEqual(body.made_up, { deep: [1, 'two'] });
  assert.equal(body.model, 'm');
});

test('the key of the caller does not reach the vendor', async () => {
  const { tag, text } = prompt('chat');
  await client.chat.completions.create(ask('openai', text));
  assert.ok(!JSON.stringify(await journal(tag)).includes(key));
});

test('a wrong key is 401, an unknown model 404, both final', async () => {
  const stranger = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'sbk_wrong' });
  const unauthenticated = await failureOf(() => stranger.chat.completions.create(ask('openai', 'hello')));
  assert.ok(unauthenticated instanceof OpenAI.AuthenticationError, String(unauthenticated));
  for (const model of ['route/none', 'none/none', 'gpt-none', '']) {
    const unknown = await failureOf(() => client.chat.completions.create({ ...ask('openai', 'hello'), model }));
    assert.ok(unknown instanceof OpenAI.NotFoundError || (model === '' && unknown.status === 400), String(unknown));
  }
});

test('embeddings, as numbers and as the SDK asks for them', async () => {
  const result = await client.embeddings.create({ model: 'openai-vendor/m', input: 'hello' });
  assert.deepEqual([...result.data[0].embedding], [0.25, 0.25, 0.25]);
  const plain = await client.embeddings.create({ model: 'openai-vendor/m', input: 'hello', encoding_format: 'float' });
  assert.deepEqual(plain.data[0].embedding, [0.25, 0.25, 0.25]);
});

test('models lists what may be called', async () => {
  const ids = [];
  for await (const model of client.models.list()) ids.push(model.id);
  for (const id of ['route/openai', 'openai-vendor/m', 'route/starter']) assert.ok(ids.includes(id), `${id} in ${ids}`);
});

test('the sandbox answers in the shape that a schema asks for, and says what it is', async () => {
  const schema = { type: 'object', properties: { city: { type: 'string' }, degrees: { type: 'integer' } }, required: ['city', 'degrees'], additionalProperties: false };
  const { data, response } = await client.chat.completions.create({
    model: 'route/starter', messages: [{ role: 'user', content: 'The weather in Oslo' }],
    response_format: { type: 'json_schema', json_schema: { name: 'weather', strict: true, schema } },
  }).withResponse();
  const value = JSON.parse(data.choices[0].message.content);
  assert.equal(typeof value.city, 'string');
  assert.ok(Number.isInteger(value.degrees));
  assert.equal(response.headers.get('x-signalbox-simulated'), 'true');
});
