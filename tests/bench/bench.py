"""Runs the benchmark and prints Markdown. Called by tests/bench/run, which installs and builds what this needs."""

import argparse
import json
import os
import platform
import resource
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
# Milliseconds between the events of a stream. At 20 ms 4,000 streams are 200,000 events a second, which two cores do not carry from end to
# end, whatever is between: streams lag and first tokens queue. 200 ms shows what is added when the machine is not full.
INTERVALS = (20, 200)

# What the upstream answers to an unstreamed call: about 1 kB, as short answers are.
ANSWER = json.dumps({
    "id": "chatcmpl-bench", "object": "chat.completion", "created": 1764000000, "model": "bench",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "The signal box sets the route and locks it. " * 14},
                 "logprobs": None, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 480, "completion_tokens": 140, "total_tokens": 620},
})


def request_body(interval=None):
    """About 2 kB: a system prompt, a question; streamed when there is an interval between events."""
    body = {
        "model": f"bench-stream-{interval}/bench" if interval else "bench/bench",
        "messages": [
            {"role": "system", "content": "You answer customers of a railway. " * 45},
            {"role": "user", "content": "When does the next train to Oslo leave, and may I take my bicycle with me? " * 4},
        ],
        "temperature": 0.2, "max_tokens": 200,
    }
    if interval:
        body |= {"stream": True, "stream_options": {"include_usage": True}}
    return json.dumps(body)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_port(port, process):
    for _ in range(500):
        if process.poll() is not None:
            sys.exit(f"{process.args[0]} ended while starting")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.02)
    sys.exit(f"{process.args[0]} does not listen")


class Server:
    """A process whose processor time and memory are read, its children's too."""

    def __init__(self, process):
        self.process = process

    def pids(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [str(self.process.pid), *children]

    def cpu_seconds(self):
        total = 0
        for pid in self.pids():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def rss_bytes(self):
        return sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE for pid in self.pids())

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()


def start_nginx(directory, name, body):
    """One worker, no logs, connections kept: nginx at its best."""
    folder = directory / name
    folder.mkdir()
    user = "user root root;" if os.geteuid() == 0 else ""
    config = folder / "nginx.conf"
    config.write_text(f"""
{user}
daemon off;
worker_processes 1;
worker_rlimit_nofile 65536;
pid {folder}/pid;
error_log {folder}/error.log error;
events {{ worker_connections 20000; }}
http {{
    access_log off;
    default_type application/json;
    keepalive_requests 1000000000;
    keepalive_timeout 600s;
    client_body_buffer_size 64k;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {body}
}}
""")
    return Server(subprocess.Popen(["nginx", "-e", f"{folder}/error.log", "-c", str(config), "-p", str(folder)]))


class Gateway(Server):
    def __init__(self, build, directory, documents):
        self.data = directory / "gateway"
        self.data.mkdir()
        log = open(directory / "gateway.log", "w")
        super().__init__(subprocess.Popen([str(build / "bin/signalboxd"), "serve", "--data", str(self.data), "--listen", "127.0.0.1:0", "--log-level", "warning"],
                                          stdout=log, stderr=log))
        address = self.data / "listen.address"
        for _ in range(1500):
            if self.process.poll() is not None:
                sys.exit("signalboxd ended while starting: " + (directory / "gateway.log").read_text())
            if address.exists() and address.read_text().strip():
                self.port = int(address.read_text().strip().rstrip("/").rpartition(":")[2])
                try:
                    if urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=1).status == 200:
                        break
                except (OSError, urllib.error.URLError):
                    pass
            time.sleep(0.02)
        self.key = (self.data / "app.key").read_text().strip()
        self.call("POST", "/apply", documents, "text/yaml")

    def call(self, method, path, body=None, content_type="application/json"):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/api/v1{path}", method=method, data=body.encode() if body else None,
                                         headers={"Authorization": "Bearer " + (self.data / "admin.token").read_text().strip(), "Content-Type": content_type})
        try:
            return json.load(urllib.request.urlopen(request, timeout=60))
        except urllib.error.HTTPError as error:
            sys.exit(f"{method} {path}: {error.code} {error.read().decode()}")

    def recorded(self):
        return self.call("GET", "/status")["recorder"]["committed_total"]


def wrk(port, connections, seconds, body, key):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", str(HERE / "wrk.lua"),
               f"http://127.0.0.1:{port}/v1/chat/completions", "--", str(body), key]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(output.partition("RESULT ")[2].splitlines()[0])


def load(build, **options):
    command = [str(build / "bench/signalbox_bench_load")]
    for name, value in options.items():
        command += ["--" + name.replace("_", "-"), str(value)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def measured(server, run):
    """The result of `run()` with the server's processor time during it."""
    before = server.cpu_seconds()
    result = run()
    result["cpu_s"] = server.cpu_seconds() - before
    return result


def ratio(value, base):
    return f"{value / base:.2f}" if base else "-"


class Bench:
    def __init__(self, build, directory, quick):
        self.build, self.directory, self.quick = build, directory, quick
        self.seconds = 4 if quick else 12
        self.rounds = 1 if quick else 3
        self.calls_body = directory / "call.json"
        self.calls_body.write_text(request_body())
        self.stream_bodies = {interval: directory / f"stream-{interval}.json" for interval in INTERVALS}
        for interval, file in self.stream_bodies.items():
            file.write_text(request_body(interval))
        self.stream_seconds = 6 if quick else 12
        self.start()

    def start(self):
        upstream_port, proxy_port = free_port(), free_port()
        stream_proxy_ports = {interval: free_port() for interval in INTERVALS}
        answer = ANSWER.replace("'", "\\'")
        self.upstream = start_nginx(self.directory, "upstream", f"server {{ listen 127.0.0.1:{upstream_port}; location / {{ return 200 '{answer}'; }} }}")
        # Streams are given 4 s to begin (1,000 a second), then all run together.
        self.stream_upstreams = {}
        stream_ports = {}
        for interval in INTERVALS:
            events = (4 + self.stream_seconds) * 1000 // interval
            process = subprocess.Popen([str(self.build / "bench/signalbox_bench_stream_upstream"), "--interval-ms", str(interval), "--events", str(events)],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            self.stream_upstreams[interval] = process
            stream_ports[interval] = int(process.stdout.readline())
        proxied_streams = "".join(f"""
    upstream streams{interval} {{ server 127.0.0.1:{stream_ports[interval]}; keepalive 64; }}
    server {{ listen 127.0.0.1:{stream_proxy_ports[interval]} backlog=8192; location / {{ proxy_pass http://streams{interval}; proxy_buffering off; }} }}"""
                                  for interval in INTERVALS)
        self.proxy = start_nginx(self.directory, "proxy", f"""
    upstream calls {{ server 127.0.0.1:{upstream_port}; keepalive 512; }}
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    server {{ listen 127.0.0.1:{proxy_port} backlog=8192; location / {{ proxy_pass http://calls; }} }}{proxied_streams}""")
        wait_for_port(upstream_port, self.upstream.process)
        wait_for_port(proxy_port, self.proxy.process)
        self.gateway = Gateway(self.build, self.directory, f"""
kind: provider
name: bench
spec: {{connector: openai, base_url: "http://127.0.0.1:{upstream_port}/v1", models: [{{id: bench, context_tokens: 128000, price_usd_per_mtok: {{input: 0.15, output: 0.6}}}}]}}
""" + "".join(f"""---
kind: provider
name: bench-stream-{interval}
spec: {{connector: openai, base_url: "http://127.0.0.1:{stream_ports[interval]}/v1", models: [{{id: bench, context_tokens: 128000, price_usd_per_mtok: {{input: 0.15, output: 0.6}}}}]}}
""" for interval in INTERVALS))
        self.idle_bytes = self.gateway.rss_bytes()
        self.call_ports = {"upstream alone": upstream_port, "nginx": proxy_port, "signalboxd": self.gateway.port}
        self.stream_ports = {interval: {"upstream alone": stream_ports[interval], "nginx": stream_proxy_ports[interval], "signalboxd": self.gateway.port}
                             for interval in INTERVALS}
        self.servers = {"upstream alone": self.upstream, "nginx": self.proxy, "signalboxd": self.gateway}

        # Memory that a stream takes is counted from a server that has been at work, and never from less than that: what one run leaves
        # allocated counts for the next as well.
        for name, port in self.call_ports.items():
            wrk(port, 16, 1, self.calls_body, self.key_for(name))
        self.memory_before = {name: server.rss_bytes() for name, server in self.servers.items()}

    def stop(self):
        for process in self.stream_upstreams.values():
            process.stdin.close()
        for server in (self.gateway, self.proxy, self.upstream):
            server.stop()

    def key_for(self, name):
        return self.gateway.key if name == "signalboxd" else ""

    def closed_loop(self):
        print(f"\n### Calls, as many as go (wrk, one thread, 2 kB requests, 1 kB answers; median of {self.rounds})\n")
        print("| connections | through | calls/s | to nginx | p50 added ms | p99 added ms | CPU µs a call | calls/s of one core | to nginx |")
        print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        failed = 0
        for connections in (1, 16, 64, 256):
            rows = {name: [] for name in self.call_ports}
            # In turn, so that what the machine does beside hits all alike.
            for _ in range(self.rounds):
                for name, port in self.call_ports.items():
                    rows[name].append(measured(self.servers[name], lambda: wrk(port, connections, self.seconds, self.calls_body, self.key_for(name))))
            middle = {name: {key: statistics.median(result[key] for result in results) for key in results[0]} for name, results in rows.items()}
            direct, nginx = middle["upstream alone"], middle["nginx"]
            for name, result in middle.items():
                failed += result["failed"]
                rate, cpu = result["calls"] / result["seconds"], result["cpu_s"] / result["calls"] * 1e6
                nginx_rate, nginx_cpu = nginx["calls"] / nginx["seconds"], nginx["cpu_s"] / nginx["calls"] * 1e6
                added = ("", "") if name == "upstream alone" else (f"{result['p50_ms'] - direct['p50_ms']:.2f}", f"{result['p99_ms'] - direct['p99_ms']:.2f}")
                print(f"| {connections} | {name} | {rate:,.0f} | {ratio(rate, nginx_rate)} | {added[0]} | {added[1]} | {cpu:.1f} | {1e6 / cpu:,.0f} | {ratio(nginx_cpu, cpu)} |", flush=True)
        if failed:
            print(f"\n{failed:.0f} calls failed.")

    def open_loop(self):
        print("\n### Calls at 1,000 a second (open loop: times count from when a call was due)\n")
        print("| through | p50 ms | p99 ms | p50 added ms | p99 added ms | CPU µs a call | failed |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        results = {}
        for name, port in self.call_ports.items():
            def run():
                process = load(self.build, mode="calls", port=port, rate=1000, seconds=self.seconds, connections=64, body=self.calls_body, bearer=self.key_for(name))
                return json.loads(process.communicate()[0])
            runs = [measured(self.servers[name], run) for _ in range(self.rounds)]
            results[name] = {key: statistics.median(result[key] for result in runs) for key in runs[0]}
        direct = results["upstream alone"]
        for name, result in results.items():
            added = ("", "") if name == "upstream alone" else (f"{result['p50_ms'] - direct['p50_ms']:.2f}", f"{result['p99_ms'] - direct['p99_ms']:.2f}")
            print(f"| {name} | {result['p50_ms']:.2f} | {result['p99_ms']:.2f} | {added[0]} | {added[1]} | {result['cpu_s'] / result['calls'] * 1e6:.1f} | {result['failed']:.0f} |", flush=True)

    def streams(self):
        print("\n### Streams (begun 1,000 a second, then all at once)\n")
        print("| streams | ms between events | through | whole | events/s | first token p50 ms | p99 ms | p99 added ms | gap p99 ms | CPU µs an event | to nginx | kB a stream | to nginx |")
        print("| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for count, interval in ((1000, 20), (4000, 20), (4000, 200)):
            results = {name: self.stream_run(name, port, count, interval) for name, port in self.stream_ports[interval].items()}
            direct, nginx = results["upstream alone"], results["nginx"]
            for name, result in results.items():
                row = [count, interval, name, result["whole"], f"{result['events'] / result['seconds']:,.0f}", f"{result['first_p50_ms']:.2f}", f"{result['first_p99_ms']:.2f}"]
                if name == "upstream alone":
                    row += ["", f"{result['gap_p99_ms']:.1f}", "", "", "", ""]
                else:
                    cpu, nginx_cpu = (each["cpu_s"] / max(1, each["events"]) * 1e6 for each in (result, nginx))
                    row += [f"{result['first_p99_ms'] - direct['first_p99_ms']:.2f}", f"{result['gap_p99_ms']:.1f}", f"{cpu:.1f}", ratio(cpu, nginx_cpu),
                            f"{result['stream_kb']:.1f}", ratio(result["stream_kb"], nginx["stream_kb"])]
                print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)

    def stream_run(self, name, port, count, interval):
        server = self.servers[name]
        all_open = self.directory / "all-open"
        all_open.unlink(missing_ok=True)

        def run():
            process = load(self.build, mode="streams", port=port, rate=1000, count=count, body=self.stream_bodies[interval], bearer=self.key_for(name), all_open=all_open)
            while not all_open.exists() and process.poll() is None:
                time.sleep(0.01)
            time.sleep(1)
            memory = server.rss_bytes()
            result = json.loads(process.communicate()[0])
            return result | {"stream_kb": (memory - self.memory_before[name]) / 1024 / count}

        return measured(server, run)

    def report_record(self, calls_before):
        committed = self.gateway.recorded() - calls_before
        print(f"\n{committed:,} calls on record after the run; the gateway's memory is now {self.gateway.rss_bytes() / 2**20:.0f} MB.")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--quick", action="store_true", help="shorter, less steady")
    parser.add_argument("--only", choices=("closed", "open", "streams"), help="one of the tables")
    options = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if hard < 20000:
        sys.exit(f"4,000 streams take 20,000 open files; this machine allows {hard} (ulimit -Hn)")

    directory = Path(tempfile.mkdtemp(prefix="signalbox-bench-"))
    try:
        bench = Bench(options.build, directory, options.quick)
        print(f"{os.cpu_count()} cores for everything together (load, upstream, proxy or gateway); {platform.system()} {platform.release()}; "
              f"nginx with one worker; every call of the gateway recorded. Idle gateway: {bench.idle_bytes / 2**20:.0f} MB.")
        before = bench.gateway.recorded()
        parts = {"streams": bench.streams, "open": bench.open_loop, "closed": bench.closed_loop}
        for name, part in parts.items():
            if options.only in (None, name):
                part()
        bench.report_record(before)
        bench.stop()
    finally:
        shutil.rmtree(directory, ignore_errors=True)


main()
