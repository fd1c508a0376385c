"""Khazana itself, by `khazana bench`, which starts and stops its validators for each load."""

import contextlib
import json
import math

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
# What the member that measured leaves beside its node.toml when it is done, a moment before everything is stopped.
REPORT_FILE = "ordering-report"
# In a transaction, of which the report counts so many a second.
TRANSFERS = {RETAIL: 1, BATCH: 1_000}


class Cluster:
    """Nothing runs between loads; what is out of date is built before the first one."""

    def __init__(self, settings, validators):
        self.settings = settings
        self.validators = validators

    @contextlib.contextmanager
    def started(self):
        machine.output_of([self.settings.khazana, "--version"])
        yield self

    def durability(self):
        """How it is seen that nothing is answered before it is on two disks."""
        return "a validator answers when a majority has forced the block to disk, as is seen by the flushes"

    def measure(self, load):
        command = [
            self.settings.khazana, "bench", "--json", f"--validators={self.validators}",
            f"--warm-up={self.settings.warm_up}", f"--seconds={self.settings.seconds}",
            f"--accounts={self.settings.accounts}", f"--concurrency={load.callers}", *OPTIONS[load.what],
        ]  # fmt: skip
        with machine.temporary_folder(self.settings.folder) as folder:
            command.append(f"--dir={folder}")
            with open(folder / "out", "w+") as out, open(folder / "progress", "w+") as progress:
                with machine.awaited(command, stdout=out, stderr=progress) as bench:
                    uses = machine.uses_until(
                        lambda: bench.poll() is not None or list(folder.glob(f"**/{REPORT_FILE}")), folder, math.inf
                    )
                out.seek(0)
                progress.seek(0)
                if bench.returncode == 2 and load.what == BATCH:
                    return None  # this Khazana has no such workload yet
                if bench.returncode != 0:
                    raise machine.Failed(f"{' '.join(command)}\n{progress.read()[-2000:]}")
                told = json.load(out)
        if load.what == ORDERING:
            return ordering(told, *machine.of_the_last(self.settings.seconds, uses))
        return whole(told, TRANSFERS[load.what])


def ordering(told, before, after):
    micros = told["micros"]
    per_second = told["proposalsPerSecond"]
    return Result(
        per_second,
        micros["p50Micros"] / 1000,
        micros["p99Micros"] / 1000,
        after.flushes_per_second_since(before),
        after.busy_micros_each_since(before, per_second),
    )


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
