"""What is asked of a system, and what came of it."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Load:
    """One kind of request by so many callers, each of whom asks again when it has its answer."""

    what: str
    callers: int


@dataclasses.dataclass(frozen=True)
class Settings:
    """What all systems are measured with. `folder` says on which disk."""

    folder: str
    warm_up: int
    seconds: int
    accounts: int
    khazana: str
    postgresql: str
    postgresql_user: str


@dataclasses.dataclass(frozen=True)
class Result:
    """Of one load; latencies in milliseconds. What is None could not be told."""

    per_second: float
    p50: float
    p99: float
    flushes_per_second: float | None
    cpu_micros_each: float | None


def percentile(values, percent):
    """What so many percent of the sorted values do not exceed."""
    return values[min(len(values) - 1, int(len(values) * percent / 100))]
