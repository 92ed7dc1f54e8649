"""What a landing found: how many files and records, and what became of each."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

import polars as pl

from orchestration.ledger import RECORD_IDENTITY, Ledger


@dataclass(frozen=True)
class LandingReport:
    """What one landing found; every landed record is counted once.

    Attributes:
        n_files: Files that were looked at.
        n_files_unchanged: Of these, files whose bytes had landed before.
        n_new: Records of an address not seen before.
        n_changed: Records that took the place of another version of their address.
        n_unchanged: Records in a changed file that were there already.
        n_duplicates: Records whose text another address brought first.
        n_rejected: Records and files that could not be read.
        n_readable_before: Records that the unchanged files gave when they landed.
        days: Days whose documents or refusals changed.
        rejected: (source, reason, detail) of the refusals.
        rejected_before: The same of the unchanged files, as they landed before.
        lost: Files whose documents were damaged on disk and did not land again.
    """

    n_files: int = 0
    n_files_unchanged: int = 0
    n_new: int = 0
    n_changed: int = 0
    n_unchanged: int = 0
    n_duplicates: int = 0
    n_rejected: int = 0
    n_readable_before: int = 0
    days: frozenset[date] = frozenset()
    rejected: tuple[tuple[str, str, str], ...] = ()
    rejected_before: tuple[tuple[str, str, str], ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def n_documents(self) -> int:
        """Records kept as documents."""
        return self.n_new + self.n_changed + self.n_unchanged

    @property
    def n_landed(self) -> int:
        """Records that the changed files held."""
        return self.n_documents + self.n_duplicates + self.n_rejected

    @property
    def is_readable(self) -> bool:
        """Whether anything could be read from the files, now or before."""
        return self.n_landed > self.n_rejected or self.n_readable_before > 0


def count_outcomes(before: Ledger, after: Ledger, landed: pl.DataFrame) -> Counter[str]:
    """Say of each landed record what became of it; see `LandingReport`."""
    keepers = set(after.documents()["source_uri"])
    concerned = before.records.join(landed, on="source_uri", how="semi")
    known = {row[0]: row for row in concerned.select(RECORD_IDENTITY).iter_rows()}
    seen: set[str] = set()
    outcomes: Counter[str] = Counter()
    for row in landed.select(RECORD_IDENTITY).iter_rows():
        uri = row[0]
        if uri not in keepers or (uri in seen and known[uri] == row):
            outcomes["duplicate"] += 1
        elif uri in known:
            outcomes["unchanged" if known[uri] == row else "changed"] += 1
        else:
            outcomes["new"] += 1
        known[uri] = row
        seen.add(uri)
    return outcomes
