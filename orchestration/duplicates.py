"""Near-duplicates across days: who leads whom, kept beside the tables and true of all of them.

A day is compared with the days around it, so a late one costs what a day costs; what comes out
depends on the articles that there are and not on the order in which they came. How two articles
are compared, and which of them leads, belongs in `extract.duplicates`.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import polars as pl

from extract.duplicates import PAIRS, choose_leaders, find_pairs, sign_articles
from extract.schemas import Timestamp
from orchestration.home import Home
from orchestration.storage import DAYS, SIGNATURES, Staging, is_whole, scan_table, stored_days

# Wire copy is printed again within days; what comes back later is news again.
WINDOW = timedelta(days=14)
# Raised when articles are sketched or compared in another way.
VERSION = "1"

BOOK = pl.Schema(
    {
        "partition_date": pl.Date(),
        "reading_hash": pl.String(),
        "version": pl.String(),
        "duplicates_hash": pl.String(),
    }
)
_SIDE = {"partition_date": pl.Date(), "published_at": Timestamp}
PAIR_BOOK = pl.Schema(
    {**PAIRS, **_SIDE, **{f"other_{name}": dtype for name, dtype in _SIDE.items()}}
)


def group_duplicates(home: Home) -> list[date]:
    """Bring `duplicates` up to date with the articles.

    The caller holds the home's lock.

    Returns:
        The days whose groups were written: those read anew, and those of articles that another
        leads now. Their `content_hash` follows, so that the warehouse takes them again.
    """
    days = scan_table(home, "_days").collect()
    known = _known_days(home)
    stale = days.join(known, on=["partition_date", "reading_hash"], how="anti")
    gone = known.join(days, on="partition_date", how="anti")
    touched = {*stale["partition_date"], *gone["partition_date"]}
    staging = Staging(home)
    before = _read(_pairs_path(home), PAIR_BOOK)
    pairs = before
    if touched:
        kept = ~pl.any_horizontal(
            pl.col("partition_date", "other_partition_date").is_in(sorted(touched))
        )
        found = _compare_days(home, staging, days["partition_date"], {*stale["partition_date"]})
        pairs = pl.concat([before.filter(kept), *found]).unique().sort(PAIRS.names()[:2])
        staging.write(_pairs_path(home), pairs)
    groups = _groups_of(pairs)
    changed = {*stale["partition_date"], *_days_that_differ(groups, _groups_of(before))}
    written = _stage_groups(home, staging, changed & {*days["partition_date"]}, groups)
    book = _book(days, known, written)
    _stage_days(staging, days, book)
    staging.write(_book_path(home), book)
    staging.commit()
    return sorted(written)


def _known_days(home: Home) -> pl.DataFrame:
    """Give the days of the book whose files are whole; none where the pairs are not."""
    if not is_whole(_pairs_path(home)):
        return BOOK.to_frame()
    whole = {*stored_days(home, "_signatures")} & {*stored_days(home, "duplicates")}
    book = _read(_book_path(home), BOOK)
    return book.filter(pl.col("version") == VERSION, pl.col("partition_date").is_in(sorted(whole)))


def _compare_days(
    home: Home, staging: Staging, days: Iterable[date], stale: set[date]
) -> Iterator[pl.DataFrame]:
    """Find the pairs of stale days among themselves and with the days around them."""
    held: dict[date, pl.DataFrame] = {}
    for day in sorted(days):
        if not any(abs(day - other) <= WINDOW for other in stale):
            continue
        held = {other: frame for other, frame in held.items() if day - other <= WINDOW}
        held[day] = _sign_day(home, staging, day) if day in stale else _signed_day(home, day)
        others = [frame for other, frame in held.items() if day in stale or other in stale]
        if others:
            yield _find_dated_pairs(held[day], pl.concat(others))


def _sign_day(home: Home, staging: Staging, day: date) -> pl.DataFrame:
    articles = scan_table(home, "articles", [day]).collect()
    times = scan_table(home, "documents", [day]).select("document_id", "published_at").collect()
    signed = (
        sign_articles(articles)
        .join(articles.select("article_id", "document_id"), on="article_id")
        .join(times, on="document_id", how="left")
        .select(SIGNATURES.names())
    )
    staging.write_day("_signatures", day, signed)
    return signed.with_columns(pl.lit(day).alias("partition_date"))


def _signed_day(home: Home, day: date) -> pl.DataFrame:
    signed = scan_table(home, "_signatures", [day]).collect()
    return signed.with_columns(pl.lit(day).alias("partition_date"))


def _find_dated_pairs(signed: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    sides = pl.concat([signed, others]).select("article_id", *_SIDE).unique("article_id")
    return (
        find_pairs(
            signed.select("article_id", "signature"), others.select("article_id", "signature")
        )
        .join(sides, on="article_id")
        .join(sides.select(pl.all().name.prefix("other_")), on="other_article_id")
        .select(PAIR_BOOK.names())
        .cast(PAIR_BOOK)
    )


def _stage_groups(
    home: Home, staging: Staging, days: set[date], groups: pl.DataFrame
) -> dict[date, str]:
    """Write the groups of some days; give the hashes of the files."""
    written = {}
    for day in sorted(days):
        articles = scan_table(home, "articles", [day]).select("article_id").collect()
        of_day = articles.join(groups.drop("partition_date"), on="article_id", how="left")
        alone = of_day.with_columns(
            pl.col("duplicate_group_id").fill_null(pl.col("article_id")),
            pl.col("leader_similarity").fill_null(1.0),
        )
        written[day] = staging.write_day("duplicates", day, alone)
    return written


def _days_that_differ(groups: pl.DataFrame, others: pl.DataFrame) -> set[date]:
    """List the days of articles that are in another group, or in none."""
    sides = ((groups, others), (others, groups))
    differing = [one.join(other, on=one.columns, how="anti") for one, other in sides]
    return {*pl.concat(differing)["partition_date"]}


def _groups_of(pairs: pl.DataFrame) -> pl.DataFrame:
    """Choose the leaders of all articles that have a pair.

    Returns:
        Columns as in `DUPLICATES`, and `partition_date`.
    """
    sides = [
        pairs.select("article_id", *_SIDE),
        pairs.select(pl.col(f"other_{name}").alias(name) for name in ("article_id", *_SIDE)),
    ]
    # A day without a time of day may be any part of the day: the times that are known come first.
    order = ["partition_date", "published_at", "article_id"]
    articles = pl.concat(sides).unique("article_id").sort(order, nulls_last=True)
    groups = choose_leaders(articles.select("article_id"), pairs)
    return groups.join(articles.select("article_id", "partition_date"), on="article_id")


def _book(days: pl.DataFrame, known: pl.DataFrame, written: dict[date, str]) -> pl.DataFrame:
    fresh = pl.DataFrame(
        list(written.items()),
        schema={"partition_date": pl.Date(), "fresh_hash": pl.String()},
        orient="row",
    )
    return (
        days.select("partition_date", "reading_hash")
        .join(known.select("partition_date", "duplicates_hash"), on="partition_date", how="left")
        .join(fresh, on="partition_date", how="left")
        .with_columns(
            pl.lit(VERSION).alias("version"),
            pl.coalesce("fresh_hash", "duplicates_hash").alias("duplicates_hash"),
        )
        .select(BOOK.names())
        .sort("partition_date")
    )


def _stage_days(staging: Staging, days: pl.DataFrame, book: pl.DataFrame) -> None:
    """Let each day's content hash say what was read and how it is grouped."""
    for row in days.join(book, on=["partition_date", "reading_hash"]).iter_rows(named=True):
        content = hashlib.sha256(f"{row['reading_hash']}{row['duplicates_hash']}".encode())
        if row["content_hash"] != content.hexdigest():
            day = {**row, "content_hash": content.hexdigest()}
            frame = pl.DataFrame([{name: day[name] for name in DAYS}], schema=DAYS)
            staging.write_day("_days", row["partition_date"], frame)


def _book_path(home: Home) -> Path:
    return home.manifest / "duplicates.parquet"


def _pairs_path(home: Home) -> Path:
    return home.manifest / "duplicate_pairs.parquet"


def _read(path: Path, schema: pl.Schema) -> pl.DataFrame:
    return pl.read_parquet(path, schema=schema) if is_whole(path) else schema.to_frame()
