"""Files to the `documents` and `rejected_documents` of their days, each record once.

Which bytes make a record belongs in `extract.sources`; which day a record is of, in
`extract.reading`.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl

from extract.lexicons import Lexicons
from extract.reading.articles import assign_partition_dates
from extract.schemas import DOCUMENTS, REJECTED_DOCUMENTS
from extract.sources.landing import find_files, read_batches
from extract.sources.records import LandedFile
from orchestration.home import Home
from orchestration.landing_report import LandingReport, count_outcomes
from orchestration.ledger import (
    FILES,
    RECORDS,
    REFUSALS,
    Ledger,
    merge_records,
    merge_refusals,
)
from orchestration.progress import Progress, Silence
from orchestration.repair import repair
from orchestration.storage import Staging, scan_table

# Each commit rewrites the days it touches, so a commit is as large as memory kindly allows:
# 64 million characters are about 20,000 wire stories.
COMMIT_CHARACTERS = 64_000_000


@dataclass
class _Batch:
    """Records waiting for the next commit.

    Attributes:
        begun: Addresses of the files whose first record is here.
        ended: Files whose last record is here, columns as in `FILES`.
        documents: Frames as in `DOCUMENTS`, with `file_uri`.
        rejected: Frames as in `REJECTED_DOCUMENTS`, with `file_uri`.
        n_characters: How much text is waiting.
    """

    begun: set[str] = field(default_factory=set)
    ended: list[tuple[str, str, int, int]] = field(default_factory=list)
    documents: list[pl.DataFrame] = field(default_factory=list)
    rejected: list[pl.DataFrame] = field(default_factory=list)
    n_characters: int = 0

    def add(self, file_uri: str, landed: LandedFile) -> None:
        uri = pl.lit(file_uri).alias("file_uri")
        self.documents.append(landed.documents.with_columns(uri))
        self.rejected.append(landed.rejected.select(uri, pl.all()))
        self.n_characters += int(landed.documents["raw_text"].str.len_chars().sum())


def land_files(
    home: Home,
    paths: Sequence[Path],
    lexicons: Lexicons,
    progress: Progress | None = None,
    landed_at: datetime | None = None,
) -> LandingReport:
    """Take in what is new under some paths; what has landed before costs a hash.

    The caller holds the home's lock. Killed anywhere, a later call takes in the rest.

    Args:
        home: The warehouse.
        paths: Files and folders.
        lexicons: The word lists, for the days of datelines.
        progress: Told of each file.
        landed_at: When, aware; now when None.

    Returns:
        What was found.

    Raises:
        FileNotFoundError: A path is not there.
    """
    progress = progress or Silence()
    files = [path.absolute() for path in find_files(paths)]
    progress.begin("landing files", len(files))
    lost = repair(home)
    ledger = Ledger.load(home)
    new = dict(changed_files(ledger, files, progress))
    unchanged = {file.as_posix() for file in files} - set(new)
    report = LandingReport(
        n_files=len(files),
        n_files_unchanged=len(unchanged),
        n_readable_before=ledger.n_read(unchanged),
        rejected_before=ledger.rejected(unchanged),
        lost=tuple(uri for uri in lost if uri not in new),
    )
    for batch in _batches(new, landed_at or datetime.now(UTC), progress):
        ledger, report = _commit(home, ledger, batch, lexicons, report)
    return report


def changed_files(
    ledger: Ledger, files: Iterable[Path], progress: Progress
) -> Iterator[tuple[str, str]]:
    """Give (address, hash) of the files that are new or differ from how they last landed."""
    known = ledger.file_hashes()
    for path in files:
        content = _hash_file(path)
        if content and known.get(path.as_posix()) == content:
            progress.advance()
        else:
            yield path.as_posix(), content


def _hash_file(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        # The reader refuses it and says why; without a hash it is tried again next time.
        return ""


def _batches(files: dict[str, str], landed_at: datetime, progress: Progress) -> Iterator[_Batch]:
    batch = _Batch()
    for uri, content in files.items():
        batch.begun.add(uri)
        n_read, n_rejected = 0, 0
        for landed in read_batches(Path(uri), landed_at):
            if batch.n_characters >= COMMIT_CHARACTERS:
                yield batch
                batch = _Batch()
            batch.add(uri, landed)
            n_read += landed.documents.height
            n_rejected += landed.rejected.height
        batch.ended.append((uri, content, n_read, n_rejected))
        progress.advance()
    if batch.begun or batch.ended:
        yield batch


def _commit(
    home: Home, ledger: Ledger, batch: _Batch, lexicons: Lexicons, report: LandingReport
) -> tuple[Ledger, LandingReport]:
    """Book a batch and write the days it touches, as one change."""
    landed = pl.concat(batch.documents)
    dated = assign_partition_dates(landed.select(DOCUMENTS.names()), lexicons)
    dated = dated.with_columns(landed["file_uri"])
    rejected = pl.concat(batch.rejected)
    ended = pl.DataFrame(batch.ended, schema=FILES, orient="row")
    after = Ledger(
        files=pl.concat([ledger.files, ended]).unique("file_uri", keep="last"),
        records=merge_records(ledger.records, dated.select(RECORDS.names())),
        refusals=merge_refusals(ledger.refusals, rejected.select(REFUSALS.names()), batch.begun),
    )
    staging = Staging(home)
    days = _stage_days(home, staging, ledger, after, dated)
    after.stage(staging, home)
    staging.commit()
    counts = count_outcomes(ledger, after, dated)
    found = rejected.select("source_uri", "reason", "detail").rows()
    return after, replace(
        report,
        n_new=report.n_new + counts["new"],
        n_changed=report.n_changed + counts["changed"],
        n_unchanged=report.n_unchanged + counts["unchanged"],
        n_duplicates=report.n_duplicates + counts["duplicate"],
        n_rejected=report.n_rejected + rejected.height,
        days=report.days | days,
        rejected=(*report.rejected, *found),
    )


def _stage_days(
    home: Home, staging: Staging, before: Ledger, after: Ledger, landed: pl.DataFrame
) -> frozenset[date]:
    """Stage `documents` and `rejected_documents` of the days where the books differ."""
    columns = [name for name in DOCUMENTS if name != "raw_text"]
    old, new = before.documents(), after.documents()
    withdrawn = old.join(new, on=columns, how="anti", nulls_equal=True)
    added = new.join(old, on=columns, how="anti", nulls_equal=True)
    document_days = {*withdrawn["partition_date"], *added["partition_date"]}
    refusals = after.refusals.with_columns(pl.col("seen_at").dt.date().alias("day"))
    days = document_days | _changed_refusal_days(before, after)
    stored = scan_table(home, "documents", days).collect()
    kept = stored.join(withdrawn, on="document_id", how="anti")
    texts = pl.concat([frame.select("document_id", "raw_text") for frame in (landed, stored)])
    fresh = added.join(texts.unique("document_id"), on="document_id", how="left")
    documents = pl.concat([kept, fresh.select(DOCUMENTS.names())])
    for day in sorted(days):
        of_day = documents.filter(pl.col("partition_date") == day)
        staging.write_day("documents", day, of_day)
        refused = refusals.filter(pl.col("day") == day).select(REJECTED_DOCUMENTS.names())
        staging.write_day("rejected_documents", day, refused)
    return frozenset(days)


def _changed_refusal_days(before: Ledger, after: Ledger) -> set[date]:
    old, new = before.refusals, after.refusals
    columns = old.columns
    changed = pl.concat(
        [
            old.join(new, on=columns, how="anti", nulls_equal=True),
            new.join(old, on=columns, how="anti", nulls_equal=True),
        ]
    )
    return set(changed["seen_at"].dt.date())
