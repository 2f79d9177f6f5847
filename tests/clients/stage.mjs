// What the scripts of this folder share: where gateway and vendor are, and how to ask them what happened.
import assert from 'node:assert/strict';

export const url = process.env.SIGNALBOX_URL;
export const key = process.env.SIGNALBOX_KEY;
export const vendorUrl = process.env.VENDOR_URL;
const token = process.env.SIGNALBOX_TOKEN;

export const answer = 'Hello from the vendor';

/** A prompt that makes the scripted vendor do `[word]`, and that the journal can be asked for. */
let count = 0;
export function prompt(word) {
  const tag = `tag-${process.pid}-${++count}-end`;
  return { tag, text: `[${word}] ${tag}` };
}

/** The requests that reached the vendor with this tag. */
export async function journal(tag) {
  return (await fetch(`${vendorUrl}/journal?${tag}`)).json();
}

export async function control(method, path, body, type = 'application/json') {
  const reply = await fetch(`${url}/api/v1${path}`, {
    method, headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': type } : {}) }, body,
  });
  assert.ok(reply.ok, `${method} ${path}: ${reply.status} ${reply.ok ? '' : await reply.text()}`);
  return reply.json();
}

export const run = (id) => control('GET', `/runs/${id}`);

/** Waits until `condition()` gives something true, and gives it back. */
export async function until(condition, what, ms = 10000) {
  const deadline = Date.now() + ms;
  for (;;) {
    const value = await condition();
    if (value) return value;
    assert.ok(Date.now() < deadline, `never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The vendor saw its peer leave. */
export function wasLeft(tag) {
  return until(async () => (await journal(tag)).some((request) => request.left_ms !== null), 'the end of the upstream call');
}

/** The vendor saw its peer leave, and a run of this route is on record as cancelled with the tokens so far. */
export async function wasCancelled(tag, route) {
  await wasLeft(tag);
  return until(async () => (await control('GET', `/runs?status=cancelled&route=${route}&limit=5`)).items[0], 'a cancelled run');
}

/** The error of a call that must fail. */
export async function failureOf(call) {
  let result;
  try {
    result = await call();
  } catch (error) {
    return error;
  }
  assert.fail(`no error, but: ${JSON.stringify(result)}`);
}

export const weatherTool = {
  name: 'get_weather',
  description: 'The weather of a city',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'], additionalProperties: false },
};

export const routes = ['openai', 'anthropic'];
