"""What assets get from Dagster: the warehouse's home and the right to write to it."""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg
from pydantic import Field

from orchestration.home import Home
from orchestration.storage import recover

WORKERS_VARIABLE = "MARSAD_WORKERS"
LOCK_TIMEOUT_VARIABLE = "MARSAD_LOCK_TIMEOUT"


class Observatory(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The warehouse at `MARSAD_HOME`, which dbt finds by the same variable."""

    workers: int = Field(
        default=1,
        description=f"Processes to read articles with; the variable {WORKERS_VARIABLE} sets it.",
    )
    lock_timeout: int = Field(
        default=3600,
        description="Seconds a step waits for another writer before it fails, -1 for ever; the"
        f" variable {LOCK_TIMEOUT_VARIABLE} sets it.",
    )

    def setup_for_execution(self, context: dg.InitResourceContext) -> None:  # noqa: ARG002 -- Dagster's
        """Refuse settings that can not be; until here a variable's value is not known."""
        if self.workers < 1:
            message = f"{WORKERS_VARIABLE} is {self.workers}: at least one process must read"
            raise dg.DagsterInvalidInvocationError(message)
        if self.lock_timeout < -1:
            message = f"{LOCK_TIMEOUT_VARIABLE} is {self.lock_timeout}: give seconds, or -1"
            raise dg.DagsterInvalidInvocationError(message)

    @property
    def home(self) -> Home:
        """The warehouse."""
        return Home.from_environment()

    @contextmanager
    def writing(self) -> Iterator[Home]:
        """Hold the right to write, after putting right what a killed run left."""
        with self.home.locked(self.lock_timeout):
            recover(self.home)
            yield self.home
