"""What assets get from Dagster: the warehouse's home and the right to write to it."""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg
from pydantic import Field

from orchestration.home import Home
from orchestration.storage import recover


class Observatory(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The warehouse at `MARSAD_HOME`, which dbt finds by the same variable."""

    workers: int = Field(default=1, ge=1, description="Processes to read articles with.")
    lock_timeout: float = Field(
        default=3600, description="Seconds a step waits for another writer before it fails."
    )

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
