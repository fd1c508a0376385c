"""PostgreSQL: a primary and two standbys, of which one must have a commit on disk before it is answered."""

import contextlib
import os
import pathlib
import shutil
import signal

from . import machine
from .measured import Load, Result, percentile

ACCOUNTS = 100_000
TRANSFERS_IN_A_SET = 1_000
STANDBYS = ["a", "b"]
SQL = pathlib.Path(__file__).parent / "sql"

NAME = "PostgreSQL 15, any 1 of 2 standbys"
LOADS = [Load("transfer", callers) for callers in (1, 16, 64, 256)] + [
    Load("set of 1,000 transfers", callers) for callers in (1, 4)
]
# What keeps commits durable is the default, and stands here so that no configuration of the machine's changes it.
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "wal_sync_method": "fdatasync"}
ROOM = {"max_connections": "300", "shared_buffers": "512MB", "max_wal_size": "8GB", "checkpoint_timeout": "30min"}


class Cluster:
    """The three servers, started when the block begins."""

    def __init__(self, settings):
        self.settings = settings
        self.bin = pathlib.Path(settings.postgresql)
        self.user = settings.postgresql_user

    @contextlib.contextmanager
    def started(self):
        with contextlib.ExitStack() as stack:
            self.folder = stack.enter_context(
                machine.temporary_folder(self.settings.folder, self.user if os.geteuid() == 0 else None)
            )
            self.ports = machine.free_ports(1 + len(STANDBYS))
            self.command("initdb", "-D", self.folder / "primary", "-U", "postgres", "-A", "trust", "--no-locale")
            names = f"ANY 1 ({', '.join(STANDBYS)})"
            stack.enter_context(self.server("primary", self.ports[0], {"synchronous_standby_names": names}))
            for standby, port in zip(STANDBYS, self.ports[1:]):
                self.command(
                    "pg_basebackup", "-R", "-X", "stream", "-c", "fast", "-D", self.folder / standby,
                    "-d", f"host=127.0.0.1 port={self.ports[0]} user=postgres application_name={standby}",
                )  # fmt: skip
                stack.enter_context(self.server(standby, port, {}))
            machine.wait_until(
                lambda: self.ask("select count(*) from pg_stat_replication where sync_state = 'quorum'") == "2",
                "both standbys are synchronous",
                self.folder / "primary.log",
            )
            self.psql("-q", "-v", f"accounts={ACCOUNTS}", "-f", SQL / "schema.sql")
            self.psql("-q", "-c", "vacuum analyze account", "-c", "checkpoint")
            yield self

    def server(self, name, port, options):
        options = {
            **DURABLE, **ROOM, **options,
            "port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": self.folder,
        }  # fmt: skip
        words = [word for option, value in options.items() for word in ("-c", f"{option}={value}")]
        return self.until_ready(
            self.as_user([self.bin / "postgres", "-D", self.folder / name, *words]), port, self.folder / f"{name}.log"
        )

    @contextlib.contextmanager
    def until_ready(self, command, port, log):
        with machine.running(command, log, signal.SIGINT):  # SIGINT: disconnect everybody and stop
            machine.wait_until(lambda: self.is_ready(port), "the server is ready", log)
            yield

    def is_ready(self, port):
        with contextlib.suppress(machine.Failed):
            return bool(machine.output_of([self.bin / "pg_isready", "-h", "127.0.0.1", "-p", str(port)]))
        return False

    def as_user(self, command):
        """PostgreSQL does not run as root."""
        if os.geteuid() != 0:
            return command
        return ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups", *command]

    def command(self, name, *words):
        return machine.output_of(self.as_user([self.bin / name, *words]), cwd=self.folder)

    def psql(self, *words, port=None):
        connection = ["-h", "127.0.0.1", "-p", str(port or self.ports[0]), "-U", "postgres"]
        return machine.output_of([self.bin / "psql", "-X", "-v", "ON_ERROR_STOP=1", *connection, *words])

    def ask(self, query, port=None):
        return self.psql("-At", "-c", query, port=port).strip()

    def durability(self):
        """How it is seen that nothing is answered before it is on two disks."""
        told = []
        for name, port in zip(["primary", *STANDBYS], self.ports):
            for option, value in DURABLE.items():
                if self.ask(f"show {option}", port) != value:
                    raise machine.Failed(f"{option} is not {value} at the {name}")
            told.append(f"{name}: {', '.join(f'{option} {value}' for option, value in DURABLE.items())}")
        names = self.ask("show synchronous_standby_names")
        states = self.ask("select string_agg(application_name || ' ' || sync_state, ', ') from pg_stat_replication")
        return "; ".join([told[0], "the same at both standbys", f"synchronous_standby_names {names} ({states})"])

    def measure(self, load):
        is_set = load.what != "transfer"
        script = SQL / ("transfers-1000.pgbench" if is_set else "transfer.pgbench")
        each = TRANSFERS_IN_A_SET if is_set else 1
        self.pgbench(load, script, self.settings.warm_up, [])
        logs = pathlib.Path(self.folder, "latencies")
        logs.mkdir()
        try:
            before = machine.Use.now(self.folder)
            self.pgbench(load, script, self.settings.seconds, ["-l", "--log-prefix", logs / "of"])
            after = machine.Use.now(self.folder)
            millis = sorted(
                int(line.split(" ", 3)[2]) / 1000 for log in logs.iterdir() for line in log.read_text().splitlines()
            )
        finally:
            shutil.rmtree(logs)
        per_second = len(millis) * each / self.settings.seconds
        return Result(
            per_second,
            percentile(millis, 50),
            percentile(millis, 99),
            after.flushes_per_second_since(before),
            after.busy_micros_each_since(before, per_second),
        )

    def pgbench(self, load, script, seconds, words):
        machine.output_of(
            [
                self.bin / "pgbench", "-n", "-M", "prepared", "-h", "127.0.0.1", "-p", str(self.ports[0]),
                "-U", "postgres", "-c", str(load.callers), "-j", str(min(load.callers, machine.PROCESSORS)),
                "-T", str(max(1, seconds)), "-D", f"accounts={ACCOUNTS}", "-f", script, *words, "postgres",
            ]  # fmt: skip
        )


def missing(settings):
    """Why it cannot be measured here, or None."""
    if not (pathlib.Path(settings.postgresql) / "pgbench").exists():
        return f"no PostgreSQL in {settings.postgresql} (Debian: apt install postgresql-15; see --postgresql)"
    return None
