"""Processes, folders and ports of this machine, and what its disk and processors have done."""

import contextlib
import dataclasses
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

STOP_PATIENCE_SECONDS = 15
PROCESSORS = os.cpu_count() or 1
# Columns, from 0, of Documentation/admin-guide/iostats.rst; flushes came with Linux 5.5.
FLUSHES_COLUMN = 18


class Failed(Exception):
    """Something could not be measured; the message says why."""


@dataclasses.dataclass(frozen=True)
class Use:
    """Flushes of a disk and busy seconds of all processors since the machine started, for everybody."""

    flushes: int
    busy_seconds: float
    at: float

    @staticmethod
    def now(folder):
        device = os.stat(folder).st_dev
        flushes = 0
        for line in pathlib.Path("/proc/diskstats").read_text().splitlines():
            columns = line.split()
            if columns[:2] == [str(os.major(device)), str(os.minor(device))] and len(columns) > FLUSHES_COLUMN:
                flushes = int(columns[FLUSHES_COLUMN])
        user, nice, system, _, _, irq, soft_irq = map(
            int, pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:8]
        )
        ticks = user + nice + system + irq + soft_irq
        return Use(flushes, ticks / os.sysconf("SC_CLK_TCK"), time.monotonic())

    def flushes_per_second_since(self, before):
        return (self.flushes - before.flushes) / (self.at - before.at)

    def busy_micros_each_since(self, before, per_second):
        done = per_second * (self.at - before.at)
        return (self.busy_seconds - before.busy_seconds) * 1e6 / done if done else None


def uses_until(is_over, folder, seconds_max):
    """Looks ten times a second; None if it was not over in time."""
    uses = [Use.now(folder)]
    while not is_over():
        if uses[-1].at - uses[0].at > seconds_max:
            return None
        time.sleep(0.1)
        uses.append(Use.now(folder))
    return uses


def of_the_last(seconds, uses):
    """What was so many seconds before the last one, and the last one."""
    return next(use for use in uses if use.at >= uses[-1].at - seconds), uses[-1]


@contextlib.contextmanager
def temporary_folder(parent, owner=None):
    """A new folder that is removed at the end, whatever has happened."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="khazana-compare-", dir=parent))
    try:
        if owner:
            shutil.chown(folder, owner, owner)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_ports(count):
    """Ports that nobody listens on now."""
    with contextlib.ExitStack() as open_until_all_are_known:
        sockets = [open_until_all_are_known.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


@contextlib.contextmanager
def running(command, log, stop_signal=signal.SIGTERM, environment=None):
    """A process until the end of the block, stopped by its id and nothing else."""
    with open(log, "ab") as out:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            env={**os.environ, **(environment or {})},
            start_new_session=True,  # Ctrl-C is for this script, which then stops it
        )
    try:
        yield process
    finally:
        process.send_signal(stop_signal)
        try:
            process.wait(STOP_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def awaited(command, **options):
    """A process that ends by itself, and is told to when the block is left early."""
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, **options) as process:
        try:
            yield process
        except BaseException:
            process.terminate()
            raise


def output_of(command, **options):
    """What a command prints; fails with its last words if it fails."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def wait_until(condition, what, log, seconds=60):
    """Asks ten times a second."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise Failed(f"{what} not within {seconds} s:\n{pathlib.Path(log).read_text()[-2000:]}")
        time.sleep(0.1)
