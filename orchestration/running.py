"""The whole way from files to a published warehouse, in one process.

Dagster's assets call the same functions one at a time; `marsad run` calls them here. It does not go
through Dagster: each partition's event takes Dagster 14 to 29 ms to store (SQLite, 2 cores), so a
year of days in six tables would wait half a minute and more for its book-keeping. `recording` tells
Dagster of the days when its UI is started.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

from extract.evaluation.evaluating import Evaluation
from extract.lexicons import load_lexicons
from orchestration.building import DBT_PROJECT, build_warehouse
from orchestration.checks import require_sound_tables
from orchestration.duplicates import group_duplicates
from orchestration.evaluations import evaluate_samples, store
from orchestration.exporting import export_network
from orchestration.extraction import ReadingOptions, ReadingVersion, extract_days, find_stale_days
from orchestration.home import Home
from orchestration.landing import land_files
from orchestration.landing_report import LandingReport
from orchestration.ledger import Ledger
from orchestration.progress import Progress, Silence
from orchestration.publishing import is_published, publish, unpublished_days
from orchestration.storage import recover


@dataclass(frozen=True)
class RunReport:
    """What a run did.

    Attributes:
        landing: What the files gave.
        days: Days that were read.
        is_built: Whether the warehouse was built and published; false when it was up to date.
        seconds: Wall time of each stage.
    """

    landing: LandingReport
    days: tuple[date, ...]
    is_built: bool
    seconds: dict[str, float]

    @property
    def found_something(self) -> bool:
        """Whether there was any work."""
        return bool(self.landing.n_landed or self.days or self.is_built)


class _Stopwatch:
    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._began = perf_counter()

    def lap(self, stage: str) -> None:
        now = perf_counter()
        self.seconds[stage] = round(now - self._began, 3)
        self._began = now


def run(
    home: Home,
    paths: Sequence[Path],
    workers: int = 1,
    progress: Progress | None = None,
    project: Path = DBT_PROJECT,
) -> RunReport:
    """Land, read, check, build, test and publish what is new under some paths.

    The caller holds the home's lock. What an earlier run left undone is done too.

    Raises:
        FileNotFoundError: A path is not there.
        CheckFailedError: What was read breaks the contract; nothing was built.
        BuildFailedError: dbt or one of its tests failed; nothing was published.
    """
    progress = progress or Silence()
    watch = _Stopwatch()
    recover(home)
    lexicons = load_lexicons()
    landing = land_files(home, paths, lexicons, progress)
    watch.lap("landing")
    days = find_stale_days(home, ReadingVersion.of(lexicons))
    if days:
        extract_days(home, days, lexicons, ReadingOptions(workers, progress))
        watch.lap("reading")
    # Where all that ever landed was refused, there is nothing to build.
    has_news = not Ledger.load(home).records.is_empty()
    if has_news:
        group_duplicates(home)
        watch.lap("grouping")
        evaluate_samples(home, lexicons)
        watch.lap("evaluating")
    is_built = has_news and not is_published(home, project)
    if is_built:
        progress.begin("checking offsets and counts", None)
        # Not only the days just read: a run killed here has read some that were never checked.
        require_sound_tables(home, unpublished_days(home))
        watch.lap("checking")
        progress.begin("building and testing the warehouse", None)
        build_warehouse(home, project)
        publish(home, project)
        export_network(home)
        watch.lap("building")
    return RunReport(landing, tuple(days), is_built, watch.seconds)


def keep_evaluation(home: Home, evaluation: Evaluation) -> str:
    """Store an evaluation's figures, and publish them where a warehouse stands that lacks no more.

    The caller holds the home's lock.

    Returns:
        Where the figures are now.

    Raises:
        BuildFailedError: dbt or one of its tests failed; the published warehouse is as it was.
    """
    was_current = is_published(home)
    path = store(home, evaluation, datetime.now(UTC))
    if not was_current:
        return f"kept in {path}; the next `marsad run` takes it into the warehouse"
    if is_published(home):
        return f"kept before, in {path}"
    # What else the database holds is as it would be built now, so the rest need not be.
    build_warehouse(home, select="source:newswire.evaluations+")
    publish(home)
    return f"kept in {path}, and in quality.evaluations of {home.published_database}"
