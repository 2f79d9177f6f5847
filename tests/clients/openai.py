"""The `openai` package of PyPI as a client, over vendors of both protocols."""

import json
import os
import sys
import time
import unittest
import urllib.request

# This file has the package's name: it must not be found in its place.
sys.path = [path for path in sys.path if os.path.abspath(path or ".") != os.path.dirname(os.path.abspath(__file__))]
import openai  # noqa: E402

URL, KEY, TOKEN, VENDOR = (os.environ[name] for name in ("SIGNALBOX_URL", "SIGNALBOX_KEY", "SIGNALBOX_TOKEN", "VENDOR_URL"))
ANSWER = "Hello from the vendor"
TOOLS = [{"type": "function", "function": {"name": "get_weather", "description": "The weather of a city",
                                           "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}}}]
numbers = iter(range(1, 1000))


def fetch(url, token=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return json.load(urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=10))


def prompt(word):
    tag = f"tag-{os.getpid()}-{next(numbers)}-end"
    return tag, f"[{word}] {tag}"


def journal(tag):
    return fetch(f"{VENDOR}/journal?{tag}")


def until(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.01)
    raise AssertionError("it never came")


def was_left(tag):
    return until(lambda: any(request["left_ms"] is not None for request in journal(tag)))


class OpenAiForPython(unittest.TestCase):
    def setUp(self):
        self.client = openai.OpenAI(base_url=f"{URL}/v1", api_key=KEY)
        self.addCleanup(self.client.close)

    def ask(self, route, text, client=None, **more):
        return (client or self.client).chat.completions.create(model=f"route/{route}", messages=[{"role": "user", "content": text}], **more)

    def each_route(self):
        for route in ("openai", "anthropic"):
            with self.subTest(route=route):
                yield route

    def test_answer(self):
        for route in self.each_route():
            completion = self.ask(route, "hello")
            self.assertEqual(completion.choices[0].message.content, ANSWER)
            self.assertEqual(completion.usage.completion_tokens, 5)
            self.assertEqual(fetch(f"{URL}/api/v1/runs/{completion._request_id}", TOKEN)["status"], "succeeded")

    def test_stream(self):
        for route in self.each_route():
            chunks = list(self.ask(route, "hello", stream=True, stream_options={"include_usage": True}))
            self.assertEqual("".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices), ANSWER)
            self.assertEqual(chunks[-1].usage.completion_tokens, 5)

    def test_tools(self):
        for route in self.each_route():
            _, text = prompt("tools")
            message = self.ask(route, text, tools=TOOLS).choices[0].message
            self.assertEqual(json.loads(message.tool_calls[0].function.arguments), {"city": "Oslo"})
            after = self.client.chat.completions.create(
                model=f"route/{route}", tools=TOOLS,
                messages=[{"role": "user", "content": text}, message.model_dump(exclude_none=True),
                          {"role": "tool", "tool_call_id": message.tool_calls[0].id, "content": "12 degrees"}])
            self.assertEqual(after.choices[0].message.content, ANSWER)

    def test_errors_are_final(self):
        for route in self.each_route():
            for word, kind in (("invalid", openai.BadRequestError), ("too-long", openai.BadRequestError), ("500", openai.APIStatusError), ("quota", openai.APIStatusError)):
                tag, text = prompt(word)
                with self.assertRaises(kind):
                    self.ask(route, text)
                self.assertEqual(len(journal(tag)), 1, word)

    def test_wrong_key_and_unknown_model(self):
        stranger = openai.OpenAI(base_url=f"{URL}/v1", api_key="sbk_wrong")
        self.addCleanup(stranger.close)
        with self.assertRaises(openai.AuthenticationError):
            self.ask("openai", "hello", client=stranger)
        with self.assertRaises(openai.NotFoundError):
            self.ask("none", "hello")

    def test_retry_after_is_kept(self):
        for route in self.each_route():
            tag, text = prompt("limited-once")
            self.assertEqual(self.ask(route, text).choices[0].message.content, ANSWER)
            first, second = journal(tag)
            self.assertGreaterEqual(second["arrived_ms"] - first["arrived_ms"], 950)

    def test_broken_streams_raise(self):
        for route in self.each_route():
            for word in ("ended", "closed", "reset", "stalled"):
                got = ""
                with self.assertRaises(openai.APIError, msg=word):
                    for chunk in self.ask(route, prompt(word)[1], stream=True):
                        got += chunk.choices[0].delta.content or "" if chunk.choices else ""
                self.assertEqual(got, "Hello from", word)

    def test_leaving_cancels(self):
        for route in self.each_route():
            tag, text = prompt("endless")
            stream = self.ask(route, text, stream=True)
            for number, _ in enumerate(stream):
                if number == 5:
                    break
            stream.close()
            was_left(tag)
            runs = until(lambda: fetch(f"{URL}/api/v1/runs?status=cancelled&route={route}&limit=5", TOKEN)["items"])
            self.assertGreater(runs[0]["usage"]["output"], 0)

    def test_timeout(self):
        for route in self.each_route():
            tag, text = prompt("hang")
            with self.assertRaises((openai.APITimeoutError, openai.InternalServerError)):
                self.ask(route, text, client=self.client.with_options(timeout=1.0, max_retries=0))
            was_left(tag)

    def test_embeddings_and_models(self):
        self.assertEqual(self.client.embeddings.create(model="openai-vendor/m", input="hello").data[0].embedding, [0.25, 0.25, 0.25])
        self.assertIn("route/openai", [model.id for model in self.client.models.list()])


unittest.main(verbosity=2)
