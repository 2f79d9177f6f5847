// Vercel's AI SDK as a client.
import assert from 'node:assert/strict';
import test from 'node:test';
import { createOpenAI } from '@ai-sdk/openai';
import { embed, generateText, jsonSchema, stepCountIs, streamText, tool } from 'ai';
import { answer, failureOf, journal, key, prompt, routes, url, wasCancelled, weatherTool } from './stage.mjs';

const provider = createOpenAI({ baseURL: `${url}/v1`, apiKey: key });
// Errors of a stream are for `onError`; by default the SDK prints them.
const quiet = { onError() {} };

async function read(result) {
  let text = '';
  for await (const part of result.fullStream) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'text-delta') text += part.text ?? part.delta;
  }
  return text;
}

for (const route of routes) {
  const model = provider.chat(`route/${route}`);

  test(`${route}: an answer and its usage`, async () => {
    const result = await generateText({ model, prompt: 'hello' });
    assert.equal(result.text, answer);
    assert.equal(result.finishReason, 'stop');
    assert.equal(result.usage.outputTokens, 5);
  });

  test(`${route}: a stream`, async () => {
    const result = streamText({ model, prompt: 'hello', ...quiet });
    assert.equal(await read(result), answer);
    assert.equal(await result.finishReason, 'stop');
  });

  test(`${route}: a tool is called, and its result answered`, async () => {
    const { text } = prompt('tools');
    const asked = [];
    const tools = {
      get_weather: tool({ description: weatherTool.description, inputSchema: jsonSchema(weatherTool.parameters), execute: async (input) => { asked.push(input); return '12 degrees'; } }),
    };
    const whole = await generateText({ model, prompt: text, tools, stopWhen: stepCountIs(3) });
    assert.deepEqual(asked, [{ city: 'Oslo' }]);
    assert.equal(whole.text, answer);
    const streamed = streamText({ model, prompt: text, tools, stopWhen: stepCountIs(3), ...quiet });
    assert.equal(await read(streamed), answer);
    assert.equal(asked.length, 2);
  });

  test(`${route}: an error is thrown with its status`, async () => {
    const { tag, text } = prompt('invalid');
    const error = await failureOf(() => generateText({ model, prompt: text }));
    assert.equal(error.statusCode, 400);
    assert.equal(error.isRetryable, false);
    assert.equal((await journal(tag)).length, 1);
  });

  for (const word of ['ended', 'closed', 'reset', 'stalled'])
    test(`${route}: a stream that is ${word} is an error and not half an answer`, async () => {
      await failureOf(() => read(streamText({ model, prompt: prompt(word).text, maxRetries: 0, ...quiet })));
    });

  test(`${route}: a client that aborts cancels the vendor's call`, async () => {
    const { tag, text } = prompt('endless');
    const controller = new AbortController();
    let deltas = 0;
    try {
      for await (const part of streamText({ model, prompt: text, abortSignal: controller.signal, ...quiet }).fullStream)
        if (part.type === 'text-delta' && ++deltas === 5) controller.abort();
    } catch (error) {
      assert.equal(error.name, 'AbortError');
    }
    assert.ok((await wasCancelled(tag, route)).usage.output > 0);
  });
}

test('embeddings', async () => {
  const model = (provider.embedding ?? provider.textEmbeddingModel).call(provider, 'openai-vendor/m');
  assert.deepEqual([...(await embed({ model, value: 'hello' })).embedding], [0.25, 0.25, 0.25]);
});
