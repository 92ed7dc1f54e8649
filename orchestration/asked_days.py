"""Days that a run of Dagster asks for: what may be asked, and how they are then read."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

import dagster as dg
from pydantic import Field, field_validator, model_validator

from extract.lexicons import load_lexicons
from orchestration.extraction import ReadingOptions, extract_days
from orchestration.findings.days import ReadingFindings
from orchestration.resources import Observatory


class Engine(Enum):
    """What reads batches of articles."""

    local = "local"


class ReadingConfig(dg.Config):
    """How days are read; what comes out is the same."""

    engine: Engine = Field(
        default=Engine.local, description="What reads: `local` is processes of this machine."
    )
    workers: int | None = Field(
        default=None, description="How many of them; when not set, as many as `observatory` says."
    )

    @field_validator("workers")
    @classmethod
    def _at_least_one(cls, workers: int | None) -> int | None:
        if workers is not None and workers < 1:
            raise ValueError(f"workers is {workers}: at least one process must read")
        return workers


class RangeConfig(ReadingConfig):
    """Which days to read, besides how."""

    first_day: str = Field(description="YYYY-MM-DD.")
    last_day: str = Field(description="YYYY-MM-DD, read too.")

    @field_validator("first_day", "last_day")
    @classmethod
    def _is_a_day(cls, day: str) -> str:
        try:
            return date.fromisoformat(day).isoformat()
        except ValueError as error:
            raise ValueError(f"{day!r} is no day: write it as 2024-05-31") from error

    @model_validator(mode="after")
    def _in_order(self) -> "RangeConfig":
        if self.first_day > self.last_day:
            raise ValueError(f"first_day {self.first_day} is after last_day {self.last_day}")
        return self

    def among(self, days: Sequence[date]) -> list[date]:
        """Give those of some days that the range holds."""
        return [day for day in days if self.first_day <= day.isoformat() <= self.last_day]


def read_days(
    observatory: Observatory, days: Sequence[date], config: ReadingConfig
) -> ReadingFindings:
    """Read days that have documents; runs may do so side by side.

    Args:
        observatory: The warehouse, and with how many processes unless `config` says.
        days: Which.
        config: How.

    Returns:
        What was found.
    """
    findings = ReadingFindings()
    options = ReadingOptions(
        config.workers or observatory.workers, writing=observatory.writing, on_day=findings.add
    )
    extract_days(observatory.home, days, load_lexicons(), options)
    return findings
