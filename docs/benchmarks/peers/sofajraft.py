"""SOFAJRaft: three members that only order, with callers beside the leader, as `khazana bench --consensus-only` has."""

import contextlib
import json
import pathlib
import shutil

from . import machine
from .measured import Load, Result

MEMBERS = 3
PROJECT = pathlib.Path(__file__).parents[3] / "benchmarks" / "sofajraft"
MAIN = "org.khazana.benchmarks.sofajraft.OrderingMember"
REPORT_PATIENCE_SECONDS = 60

NAME = "SOFAJRaft 1.3.15, 3 members"
ORDERING = "propose 256 bytes"
LOADS = [Load(ORDERING, callers) for callers in (1, 64, 256, 1024)]


class Cluster:
    """Nothing runs between loads."""

    def __init__(self, settings):
        self.settings = settings

    @contextlib.contextmanager
    def started(self):
        yield self

    def durability(self):
        """How it is seen that nothing is answered before it is on two disks."""
        return "RaftOptions.sync is set: RocksDB, which holds its log, forces every write to disk"

    def measure(self, load):
        with contextlib.ExitStack() as stack:
            folder = stack.enter_context(machine.temporary_folder(self.settings.folder))
            addresses = [f"127.0.0.1:{port}" for port in machine.free_ports(MEMBERS)]
            for index, address in enumerate(addresses):
                command = [
                    java(), "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-cp", f"{PROJECT}/target/classes:{PROJECT}/target/lib/*",
                    MAIN, address, ",".join(addresses), folder / str(index), str(load.callers),
                    str(self.settings.warm_up), str(self.settings.seconds),
                ]  # fmt: skip
                stack.enter_context(machine.running(command, folder / f"{index}.log"))
            seconds_max = self.settings.warm_up + self.settings.seconds + REPORT_PATIENCE_SECONDS
            uses = machine.uses_until(lambda: list(folder.glob("*/report.json")), folder, seconds_max)
            if not uses:
                logs = "\n".join((folder / f"{index}.log").read_text()[-1000:] for index in range(MEMBERS))
                raise machine.Failed(f"no member of SOFAJRaft has reported in time:\n{logs}")
            before, after = machine.of_the_last(self.settings.seconds, uses)
            told = json.loads(next(folder.glob("*/report.json")).read_text())
        return Result(
            told["perSecond"],
            told["p50Millis"],
            told["p99Millis"],
            after.flushes_per_second_since(before),
            after.busy_micros_each_since(before, told["perSecond"]),
        )


def java():
    """The newest one, as ./khazana takes."""
    found = {path: version(path) for path in pathlib.Path("/usr/lib/jvm").glob("*/bin/java")}
    return str(max(found, key=found.get)) if found else "java"


def version(path):
    release = path.resolve().parents[1] / "release"
    text = release.read_text() if release.exists() else ""
    numbers = [line.split('"')[1] for line in text.splitlines() if line.startswith("JAVA_VERSION=")]
    return int(numbers[0].split(".")[0]) if numbers else 0


def missing(settings):
    """Why it cannot be measured here, or None."""
    if not (PROJECT / "target" / "lib").is_dir():
        return "SOFAJRaft is not built (mvn -f benchmarks/sofajraft package)"
    if not shutil.which("java"):
        return "no java"
    return None
