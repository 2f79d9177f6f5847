// LangChain as a client.
import assert from 'node:assert/strict';
import test from 'node:test';
import { HumanMessage, ToolMessage } from '@langchain/core/messages';
import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { answer, failureOf, journal, key, prompt, routes, url, wasCancelled, weatherTool } from './stage.mjs';

const model = (route, more = {}) => new ChatOpenAI({ model: `route/${route}`, apiKey: key, useResponsesApi: false, configuration: { baseURL: `${url}/v1` }, ...more });
const tools = [{ type: 'function', function: weatherTool }];

for (const route of routes) {
  test(`${route}: an answer and its usage`, async () => {
    const message = await model(route).invoke('hello');
    assert.equal(message.content, answer);
    assert.equal(message.usage_metadata.output_tokens, 5);
  });

  test(`${route}: a stream`, async () => {
    let text = '';
    for await (const chunk of await model(route).stream('hello')) text += chunk.content;
    assert.equal(text, answer);
  });

  test(`${route}: a tool is called, and its result answered`, async () => {
    const { text } = prompt('tools');
    const chat = model(route).bindTools(tools);
    const message = await chat.invoke(text);
    assert.equal(message.tool_calls[0].name, 'get_weather');
    assert.deepEqual(message.tool_calls[0].args, { city: 'Oslo' });
    const after = await chat.invoke([new HumanMessage(text), message, new ToolMessage({ content: '12 degrees', tool_call_id: message.tool_calls[0].id })]);
    assert.equal(after.content, answer);
  });

  test(`${route}: what the caller must mend is asked once`, async () => {
    for (const word of ['invalid', 'too-long']) {
      const { tag, text } = prompt(word);
      await failureOf(() => model(route).invoke(text));
      assert.equal((await journal(tag)).length, 1, word);
    }
  });

  for (const word of ['ended', 'closed', 'reset', 'stalled'])
    test(`${route}: a stream that is ${word} throws and is not half an answer`, async () => {
      await failureOf(async () => {
        let text = '';
        for await (const chunk of await model(route, { maxRetries: 0 }).stream(prompt(word).text)) text += chunk.content;
        return text;
      });
    });

  test(`${route}: a client that aborts cancels the vendor's call`, async () => {
    const { tag, text } = prompt('endless');
    const controller = new AbortController();
    let chunks = 0;
    try {
      for await (const chunk of await model(route).stream(text, { signal: controller.signal })) if (chunk.content && ++chunks === 5) controller.abort();
    } catch (error) {
      assert.ok(/abort/i.test(String(error)), String(error));
    }
    assert.ok((await wasCancelled(tag, route)).usage.output > 0);
  });
}

test('embeddings', async () => {
  const embeddings = new OpenAIEmbeddings({ model: 'openai-vendor/m', apiKey: key, configuration: { baseURL: `${url}/v1` } });
  assert.deepEqual([...(await embeddings.embedQuery('hello'))], [0.25, 0.25, 0.25]);
});
