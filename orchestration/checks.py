"""What must hold of the stored tables before dbt may build on them.

Each check gives the problems it found, in words; no problem is an empty list. Tests of the marts
belong in `dbt_project`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import polars as pl

from extract.schemas import TABLES
from orchestration.home import Home
from orchestration.ledger import Ledger
from orchestration.storage import SCHEMAS, part_path, scan_table, stored_days

# The columns of each table that must be found in `raw_text` at the offsets beside them.
SPANS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "sentences": (("start_char", "end_char", "sentence_text"),),
    "mentions": (("start_char", "end_char", "mention_text"),),
    "quotes": (
        ("start_char", "end_char", "quote_text"),
        ("cue_start_char", "cue_end_char", "cue_text"),
        ("speaker_start_char", "speaker_end_char", "speaker_text"),
    ),
    "topics": (("start_char", "end_char", "matched_text"),),
    "formulas": (("start_char", "end_char", "matched_text"),),
    "gaps": (("start_char", "end_char", "gap_text"),),
}
EXAMPLES = 3
# A check on few days at a time holds their text, not the corpus's.
DAYS_AT_A_TIME = 50


class CheckFailedError(RuntimeError):
    """The stored tables break the contract; nothing may be built on them."""


def find_schema_problems(
    home: Home, days: Iterable[date], tables: Iterable[str] = tuple(TABLES)
) -> list[str]:
    """Find files that are missing or whose columns are not those of the contract."""
    some_days = list(_some_at_a_time(days))
    problems = []
    for table in tables:
        for some in some_days:
            parts = {day: part_path(home, table, day) for day in some}
            if not _follow(table, list(parts.values())):
                problems += [problem for item in parts.items() if (problem := _fault(table, *item))]
    return problems


def _some_at_a_time(days: Iterable[date]) -> Iterator[list[date]]:
    ordered = sorted(days)
    for begin in range(0, len(ordered), DAYS_AT_A_TIME):
        yield ordered[begin : begin + DAYS_AT_A_TIME]


def _follow(table: str, parts: list[Path]) -> bool:
    """Say whether all these files can be read as the contract has them: one query for many days."""
    try:
        pl.scan_parquet(parts, schema=SCHEMAS[table], hive_partitioning=False).collect()
    except (FileNotFoundError, pl.exceptions.PolarsError):
        return False
    return True


def _fault(table: str, day: date, part: Path) -> str | None:
    if not part.exists():
        return f"{table} has no file for {day}"
    if _follow(table, [part]):
        return None
    try:
        has_other_columns = pl.read_parquet_schema(part) != dict(SCHEMAS[table])
    except pl.exceptions.PolarsError:
        has_other_columns = False
    if has_other_columns:
        return f"{table} of {day} has other columns than the contract's"
    return f"the file of {table} of {day} is damaged"


def find_offset_problems(
    home: Home, days: Iterable[date], tables: Iterable[str] = tuple(SPANS)
) -> list[str]:
    """Find spans that do not give back their text: `raw_text[start_char:end_char]` is it."""
    found = find_offset_problems_of(home, days, tables)
    return [problem for problems in found.values() for problem in problems]


def find_offset_problems_of(
    home: Home, days: Iterable[date], tables: Iterable[str]
) -> dict[str, list[str]]:
    """Find the same, table by table, with the articles read once for all of them."""
    problems: dict[str, list[str]] = {table: [] for table in tables}
    for some in _some_at_a_time(days):
        texts = scan_table(home, "articles", some).select("article_id", "raw_text").collect()
        for table in problems:
            rows = scan_table(home, table, some)
            for span in SPANS[table]:
                problems[table] += _misplaced(table, rows, texts.lazy(), span)
    return problems


def _misplaced(
    table: str, rows: pl.LazyFrame, texts: pl.LazyFrame, span: tuple[str, str, str]
) -> list[str]:
    start, end, text = span
    said = pl.col("raw_text").str.slice(pl.col(start), pl.col(end) - pl.col(start))
    # Streamed: a join copies an article's text for each of its rows, gigabytes of them all.
    wrong = (
        rows.select("article_id", *span)
        .join(texts, on="article_id", how="left")
        .filter(pl.col(start).is_not_null(), said.ne_missing(pl.col(text)))
        .select("article_id", start, end)
        .collect(engine="streaming")
        .sort("article_id", start, end)
    )
    if wrong.is_empty():
        return []
    examples = ", ".join(
        f"{row['article_id']}[{row[start]}:{row[end]}]"
        for row in wrong.head(EXAMPLES).iter_rows(named=True)
    )
    return [
        f"{wrong.height} rows of {table} where {text} is not in the article at {start}: {examples}"
    ]


def find_count_problems(home: Home) -> list[str]:
    """Find records that landed but are nowhere, or stand somewhere without having landed.

    Landed records = documents + duplicates + rejected, and every document is read.
    """
    ledger = Ledger.load(home)
    documents = scan_table(home, "documents").select("document_id", "source_uri").collect()
    rejected = scan_table(home, "rejected_documents").select("source_uri").collect()
    articles = scan_table(home, "articles").select("document_id").collect()
    problems = _difference(
        "documents", ledger.documents(), documents, ["document_id", "source_uri"]
    )
    problems += _difference("articles", documents, articles.unique(), ["document_id"])
    if (stored := documents.height + ledger.n_duplicates()) != ledger.records.height:
        problems.append(f"{ledger.records.height} records landed, {stored} are accounted for")
    if rejected.height != ledger.refusals.height:
        problems.append(f"{ledger.refusals.height} were refused, {rejected.height} are stored")
    return problems


def _difference(table: str, wanted: pl.DataFrame, found: pl.DataFrame, key: list[str]) -> list[str]:
    missing = wanted.join(found, on=key, how="anti").height
    extra = found.join(wanted, on=key, how="anti").height + found.height - found.unique(key).height
    sides = ((missing, "are missing from"), (extra, "should not be in"))
    return [f"{n} rows {fault} {table}" for n, fault in sides if n]


CHECKS: Mapping[str, Callable[[Home, Iterable[date]], list[str]]] = {
    "schema": find_schema_problems,
    "offsets": find_offset_problems,
    "counts": lambda home, _days: find_count_problems(home),
}


def require_sound_tables(home: Home, days: Iterable[date] | None = None) -> None:
    """Run every check on some days, all stored ones when None.

    Raises:
        CheckFailedError: With all the problems found, one a line.
    """
    checked = stored_days(home, "documents") if days is None else list(days)
    problems = [problem for check in CHECKS.values() for problem in check(home, checked)]
    if problems:
        raise CheckFailedError("\n".join(problems))
