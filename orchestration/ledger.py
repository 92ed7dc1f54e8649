"""The books of what has landed: which files, which records, which refusals.

The tables follow from the books: of the records that hold the same text the first is the document
and the others are its duplicates. So a record that changes its text leaves the old text to its
duplicate, if there is one, without a special case.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import polars as pl

from extract.schemas import DOCUMENTS, REJECTED_DOCUMENTS
from orchestration.home import Home
from orchestration.storage import Staging, is_whole, scan_table

FILES = pl.Schema(
    {
        "file_uri": pl.String,
        "content_sha256": pl.String,
        "n_read": pl.Int64,
        "n_rejected": pl.Int64,
    }
)
RECORDS = pl.Schema(
    [
        ("file_uri", pl.String()),
        *((name, dtype) for name, dtype in DOCUMENTS.items() if name != "raw_text"),
    ]
)
REFUSALS = pl.Schema([("file_uri", pl.String()), *REJECTED_DOCUMENTS.items()])
# Of a refusal that is known from the tables alone.
UNKNOWN_FILE = ""
# Two records that agree in these are the same record, whenever they landed.
RECORD_IDENTITY = (
    "source_uri",
    "document_id",
    "source_name",
    "media_type",
    "published_at",
    "title",
    "byline",
)


@dataclass(frozen=True)
class Ledger:
    """What has landed so far.

    Attributes:
        files: One row a file, columns as in `FILES`.
        records: One row a record that was read, by `source_uri`, in order of first landing.
        refusals: One row a record or file that could not be read.
    """

    files: pl.DataFrame
    records: pl.DataFrame
    refusals: pl.DataFrame

    @classmethod
    def load(cls, home: Home) -> Self:
        """Read the books; empty ones when nothing has landed.

        Where one is gone or cut short, all are written up anew from the tables, and each file
        counts as never seen: files that land again bring back what only the books knew.
        """
        paths = [_path(home, book) for book in ("files", "records", "refusals")]
        if all(is_whole(path) for path in paths):
            schemas = (FILES, RECORDS, REFUSALS)
            return cls(*(pl.read_parquet(p, schema=s) for p, s in zip(paths, schemas, strict=True)))
        return cls(
            FILES.to_frame(),
            _with_file_uri(scan_table(home, "documents")).select(RECORDS.names()).collect(),
            scan_table(home, "rejected_documents")
            .select(pl.lit(UNKNOWN_FILE).alias("file_uri"), pl.all())
            .collect(),
        )

    def stage(self, staging: Staging, home: Home) -> None:
        """Stage the books beside the tables that they account for."""
        staging.write(_path(home, "files"), self.files.sort("file_uri"))
        staging.write(_path(home, "records"), self.records)
        staging.write(_path(home, "refusals"), self.refusals)

    def forget(self, document_ids: pl.Series) -> Self:
        """Give the books as if these texts, and the files that brought them, had never landed."""
        is_forgotten = pl.col("document_id").is_in(document_ids.implode())
        file_uris = self.records.filter(is_forgotten)["file_uri"]
        return replace(
            self,
            files=self.files.filter(~pl.col("file_uri").is_in(file_uris.implode())),
            records=self.records.filter(~is_forgotten),
        )

    def documents(self) -> pl.DataFrame:
        """Give the records whose text is kept, without the text."""
        return self.records.filter(pl.col("document_id").is_first_distinct())

    def n_duplicates(self) -> int:
        """Count the records whose text another record brought first."""
        return self.records.height - self.records["document_id"].n_unique()

    def file_hashes(self) -> dict[str, str]:
        """Give the SHA-256 of each file as it last landed, by its address."""
        return dict(self.files.select("file_uri", "content_sha256").iter_rows())

    def n_read(self, file_uris: set[str]) -> int:
        """Count the records that some files gave when they last landed."""
        return int(self.files.filter(pl.col("file_uri").is_in(sorted(file_uris)))["n_read"].sum())

    def rejected(self, file_uris: set[str]) -> tuple[tuple[str, str, str], ...]:
        """Give (source, reason, detail) of what was refused of some files."""
        of_files = self.refusals.filter(pl.col("file_uri").is_in(sorted(file_uris)))
        return tuple(of_files.select("source_uri", "reason", "detail").iter_rows())


def merge_refusals(known: pl.DataFrame, landed: pl.DataFrame, file_uris: set[str]) -> pl.DataFrame:
    """Let what is refused of some files take the place of what was refused of them before.

    Args:
        known: Columns as in `REFUSALS`.
        landed: Same columns.
        file_uris: Addresses of the files.
    """
    is_replaced = pl.col("file_uri").is_in(sorted(file_uris))
    others = known.filter(~is_replaced, pl.col("file_uri") != UNKNOWN_FILE)
    unknown = known.filter(pl.col("file_uri") == UNKNOWN_FILE)
    unknown = unknown.join(landed, on=["source_uri", "content_sha256"], how="anti")
    return pl.concat([others, unknown, landed])


def merge_records(known: pl.DataFrame, landed: pl.DataFrame) -> pl.DataFrame:
    """Let landed records take the place of those with their `source_uri`.

    Args:
        known: Columns as in `RECORDS`, unique by `source_uri`.
        landed: Same columns, in landing order; the last of an address counts.

    Returns:
        Records in order of first landing; one that landed again unchanged stays as it was.
    """
    latest = landed.unique("source_uri", keep="last", maintain_order=True)
    changed = latest.join(known, on=RECORD_IDENTITY, how="anti", nulls_equal=True)
    both = pl.concat([known, changed]).with_row_index("order")
    return (
        both.group_by("source_uri", maintain_order=True)
        .agg(pl.col("order").min().alias("first"), pl.exclude("order").last())
        .sort("first")
        .select(RECORDS.names())
    )


def _path(home: Home, book: str) -> Path:
    return home.manifest / f"{book}.parquet"


def _with_file_uri(table: pl.LazyFrame) -> pl.LazyFrame:
    """Put the file before a table's columns, as far as the address of a record tells it."""
    return table.select(pl.col("source_uri").str.replace(r"#L\d+$", "").alias("file_uri"), pl.all())
