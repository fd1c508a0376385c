"""Khazana itself, by `khazana bench`, which starts and stops its validators for each load."""

import contextlib
import json
import subprocess

from . import machine
from .measured import Load, Result

RETAIL = "retail transfer"
BATCH = "batch of 1,000 transfers"
ORDERING = "consensus only, 256 bytes"
LOADS = (
    [Load(RETAIL, callers) for callers in (1, 64, 256)]
    + [Load(BATCH, callers) for callers in (1, 4)]
    + [Load(ORDERING, callers) for callers in (1, 64, 256, 1024)]
)
OPTIONS = {
    RETAIL: ["--workload=retail"],
    BATCH: ["--workload=batch"],
    ORDERING: ["--consensus-only"],
}
# In a transaction, of which the report counts so many a second.
TRANSFERS = {RETAIL: 1, BATCH: 1_000}


class Cluster:
    """Nothing runs between loads."""

    def __init__(self, settings, validators):
        self.settings = settings
        self.validators = validators

    @contextlib.contextmanager
    def started(self):
        yield self

    def durability(self):
        """How it is seen that nothing is answered before it is on two disks."""
        return "a validator answers for a block when its write and that of another one have returned from fdatasync; see the flushes"

    def measure(self, load):
        command = [
            self.settings.khazana, "bench", "--json", f"--validators={self.validators}", f"--dir={self.settings.folder}",
            f"--warm-up={self.settings.warm_up}", f"--seconds={self.settings.seconds}",
            f"--accounts={self.settings.accounts}", f"--concurrency={load.callers}", *OPTIONS[load.what],
        ]  # fmt: skip
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode == 2 and load.what == BATCH:
            return None  # this Khazana has no such workload yet
        if done.returncode != 0:
            raise machine.Failed(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        told = json.loads(done.stdout)
        return ordering(told) if load.what == ORDERING else whole(told, TRANSFERS[load.what])


def ordering(told):
    micros = told["micros"]
    return Result(told["proposalsPerSecond"], micros["p50Micros"] / 1000, micros["p99Micros"] / 1000, None, None)


def whole(told, transfers):
    """Latencies until the receipt of the commit, which most requests wait for."""
    micros = next(each["micros"] for each in told["latencies"] if each["what"] == "committed")
    per_second = told["acceptedPerSecond"] * transfers
    done = per_second * told["windowSeconds"]
    seconds = sum(process["cpuSeconds"] for process in told["processes"])
    return Result(
        per_second,
        micros["p50Micros"] / 1000,
        micros["p99Micros"] / 1000,
        (told.get("disk") or {}).get("flushesPerSecond"),
        seconds * 1e6 / done if done else None,
    )
