"""etcd: three members, to the leader of which values are put by etcd's own Go client."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request

from . import machine
from .measured import Load, Result

VALUE_BYTES = 256
MEMBERS = 3
# etcd's own guide measures with ten callers on a connection.
CALLERS_OF_A_CONNECTION = 10
PROGRAM = pathlib.Path(__file__).parent / "put" / "put.go"
# Where Debian puts the sources of Go packages.
GO_PATH = "/usr/share/gocode"

NAME = "etcd 3.4, 3 members"
LOADS = [Load(f"put of {VALUE_BYTES} bytes", callers) for callers in (1, 64, 256)]
FSYNCS = re.compile(r"^etcd_disk_wal_fsync_duration_seconds_count (\S+)", re.MULTILINE)


class Cluster:
    """The three members, started when the block begins."""

    def __init__(self, settings):
        self.settings = settings

    @contextlib.contextmanager
    def started(self):
        with contextlib.ExitStack() as stack:
            self.folder = stack.enter_context(machine.temporary_folder(self.settings.folder))
            self.program = self.folder / "put"
            machine.output_of(
                ["go", "build", "-o", self.program, PROGRAM],
                env={**os.environ, "GO111MODULE": "off", "GOPATH": GO_PATH, "GOFLAGS": ""},
            )
            ports = machine.free_ports(2 * MEMBERS)
            self.urls = [f"http://127.0.0.1:{port}" for port in ports[:MEMBERS]]
            peers = [f"http://127.0.0.1:{port}" for port in ports[MEMBERS:]]
            members = ",".join(f"m{index}={peer}" for index, peer in enumerate(peers))
            for index, (url, peer) in enumerate(zip(self.urls, peers)):
                log = self.folder / f"m{index}.log"
                command = [
                    "etcd", "--name", f"m{index}", "--data-dir", self.folder / f"m{index}",
                    "--listen-client-urls", url, "--advertise-client-urls", url,
                    "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer,
                    "--initial-cluster", members, "--quota-backend-bytes", str(8 << 30), "--log-level", "warn",
                ]  # fmt: skip
                stack.enter_context(machine.running(command, log))
            for index, url in enumerate(self.urls):
                machine.wait_until(lambda: self.is_healthy(url), "etcd is healthy", self.folder / f"m{index}.log")
            yield self

    @staticmethod
    def is_healthy(url):
        with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            with urllib.request.urlopen(url + "/health", timeout=5) as answer:
                return json.load(answer).get("health") == "true"
        return False

    def fsyncs(self):
        """How often each member has forced its log to disk, as it counts itself."""
        counts = []
        for url in self.urls:
            with urllib.request.urlopen(url + "/metrics", timeout=5) as answer:
                counts.append(int(float(FSYNCS.search(answer.read().decode()).group(1))))
        return counts

    def durability(self):
        """How it is seen that nothing is answered before it is on two disks."""
        before = self.fsyncs()
        puts = self.put(Load("", 1), warm_up=0, seconds=1)["perSecond"]
        forced = [after - then for then, after in zip(before, self.fsyncs())]
        return (
            f"--unsafe-no-fsync is not set; one caller put {puts:.0f} values in a second, "
            f"the members forced their logs to disk {forced} times by their own count"
        )

    def measure(self, load):
        began = time.monotonic()
        command = self.command(load, self.settings.warm_up, self.settings.seconds)
        with machine.awaited(command, stdout=subprocess.PIPE, text=True) as putting:
            time.sleep(self.settings.warm_up)
            before = machine.Use.now(self.folder)
            time.sleep(max(0.0, self.settings.warm_up + self.settings.seconds - (time.monotonic() - began)))
            after = machine.Use.now(self.folder)
            text, _ = putting.communicate()
        if putting.returncode != 0:
            raise machine.Failed("the puts failed")
        told = json.loads(text)
        return Result(
            told["perSecond"],
            told["p50Millis"],
            told["p99Millis"],
            after.flushes_per_second_since(before),
            after.busy_micros_each_since(before, told["perSecond"]),
        )

    def put(self, load, warm_up, seconds):
        return json.loads(machine.output_of(self.command(load, warm_up, seconds)))

    def command(self, load, warm_up, seconds):
        return [
            self.program, f"-endpoints={','.join(self.urls)}", f"-callers={load.callers}",
            f"-connections={-(-load.callers // CALLERS_OF_A_CONNECTION)}", f"-bytes={VALUE_BYTES}",
            f"-warm-up={warm_up}s", f"-measured={seconds}s",
        ]  # fmt: skip


def missing(settings):
    """Why it cannot be measured here, or None."""
    if not shutil.which("etcd"):
        return "no etcd (Debian: apt install etcd-server)"
    if not shutil.which("go") or not pathlib.Path(GO_PATH, "src/go.etcd.io/etcd/clientv3").is_dir():
        return "no Go client of etcd (Debian: apt install golang-go golang-etcd-server-dev)"
    return None
