"""What a reading found, day by day, collected while its tables are in hand.

Reading the files again to count them would cost a run of many days more than Dagster's own
book-keeping.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from time import perf_counter
from typing import Any

import dagster as dg
import polars as pl

from extract.schemas import READING_TABLES
from orchestration.findings import pictures
from orchestration.findings.columns import reading_lineage
from orchestration.findings.samples import as_markdown, sample
from orchestration.findings.versions import made_by
from orchestration.home import Home
from orchestration.storage import STORED_AS, scan_table

Metadata = dict[str, Any]

# Of so many days the topics wait to be counted together.
DAYS_OF_HITS = 50
IS_UNRESOLVED = pl.col("speaker_resolution") == "unresolved"
IS_NAME = pl.col("entity_type").is_in(["person", "organization"])
# Numbers beside the count of rows that are worth following from day to day.
MEASURES: Mapping[str, tuple[pl.Expr, ...]] = {
    "articles": (
        pl.col("word_count").sum().alias("n_words"),
        pl.col("dateline_text").is_null().sum().alias("n_without_dateline"),
    ),
    "mentions": (
        (pl.col("entity_type") == "country").sum().alias("n_countries"),
        IS_NAME.sum().alias("n_names"),
        (IS_NAME & pl.col("entity_name_latin").is_null()).sum().alias("n_names_unlisted"),
    ),
    "quotes": (
        IS_UNRESOLVED.sum().alias("n_unresolved"),
        IS_UNRESOLVED.mean().alias("share_unresolved"),
        (pl.col("quote_kind") == "direct").sum().alias("n_direct"),
    ),
    "topics": (pl.col("topic_id").n_unique().alias("n_topics"),),
}


def describe_day(name: str, table: pl.DataFrame) -> Metadata:
    """Count a table's day and show ten rows of it."""
    numbers = table.select(MEASURES[name]).to_dicts() if name in MEASURES else []
    return {
        "dagster/partition_row_count": table.height,
        "n_rows": table.height,
        **{
            key: value
            for key, value in (numbers[0] if numbers else {}).items()
            if value is not None
        },
        "sample": as_markdown(sample(table)),
    }


def describe_columns(name: str) -> Metadata:
    """Say which columns of the documents a table's columns come from."""
    table = READING_TABLES.get(name)
    return {"dagster/column_lineage": reading_lineage(table)} if table else {}


def describe_read_days(
    home: Home, assets: Iterable[str], days: Sequence[date], findings: "ReadingFindings"
) -> Iterator[dg.AssetMaterialization]:
    """Report days that are read, for where Dagster does not report them by itself.

    Args:
        home: The warehouse.
        assets: Which of a day's tables.
        days: Which days.
        findings: What was found on them.
    """
    versions = scan_table(home, "_days", days).collect().rows_by_key("partition_date", named=True)
    for asset in assets:
        name = STORED_AS.get(asset, asset)
        for day in days:
            [version] = versions[day]
            tags = made_by(
                f"{version['extractor_version']}-{version['lexicon_version']}",
                str(version["content_hash"]),
                {dg.AssetKey("documents"): str(version["documents_hash"])},
            )
            found = findings.of_day(name, day)
            yield dg.AssetMaterialization(asset, partition=str(day), metadata=found, tags=tags)


class ReadingFindings:
    """Collects what each day holds; the pictures are of all days of the run, on its last one."""

    def __init__(self) -> None:
        """Begin with nothing found, and the clock at nought."""
        self._days: dict[date, dict[str, Metadata]] = {}
        self._articles: Counter[date] = Counter()
        self._resolutions: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._hits: list[pl.DataFrame] = []
        self._topics: Counter[tuple[str, str]] = Counter()
        self._last = date.min
        self._began = perf_counter()
        self._seconds = 0.0

    def add(self, day: date, tables: Mapping[str, pl.DataFrame]) -> None:
        """Take a day's tables."""
        content = str(tables["_days"]["content_hash"][0])
        self._days[day] = {
            name: {**describe_day(name, table), "content_hash": content}
            for name, table in tables.items()
        }
        self._last = max(self._last, day)
        self._articles[day] += tables["articles"].height
        self._resolutions.update(tables["quotes"]["speaker_resolution"])
        dyads = tables["dyads"]
        self._pairs.update(zip(dyads["country_a"], dyads["country_b"], strict=True))
        self._hits.append(tables["topics"][["article_id", "topic_id"]])
        if len(self._hits) == DAYS_OF_HITS:
            self._count_topics()
        self._seconds = perf_counter() - self._began

    def _count_topics(self) -> None:
        """Count the pairs of topics of the days that are waiting: many at once cost as one."""
        if self._hits:
            self._topics.update(_topics_together(pl.concat(self._hits)))
        self._hits.clear()

    def of_day(self, name: str, day: date) -> Metadata:
        """Give what to show beside a table's day."""
        found = dict(self._days[day].get(name, {}))
        # Lineage is a table's own, and by far the longest of it all: once a run is enough.
        if day == self._last:
            found |= {**self._picture(name), **describe_columns(name)}
        return found

    def of_run(self) -> Metadata:
        """Give what to show beside every day of the run."""
        return {
            "n_days_in_run": len(self._days),
            "seconds_in_run": round(self._seconds, 3),
            "articles_per_second": round(self._articles.total() / max(self._seconds, 1e-3), 1),
        }

    def _titled(self, title: str) -> str:
        """Say beside the rows of one day that a picture is of more."""
        return f"{title}, {len(self._days)} days" if len(self._days) > 1 else title

    def _picture(self, name: str) -> Metadata:
        drawn: dict[str, dg.MarkdownMetadataValue] = {}
        if name == "articles" and self._articles.total():
            drawn["articles_per_day"] = pictures.per_day(
                _frame("day", self._articles), "Articles per day"
            )
        if name == "quotes" and self._resolutions:
            counts = _frame("speaker_resolution", self._resolutions)
            title = self._titled("Statements by how the speaker is known")
            drawn["by_resolution"] = pictures.bars(counts, "speaker_resolution", title)
        if name == "dyads" and self._pairs:
            named = {f"{a}–{b}": n for (a, b), n in self._pairs.items()}
            counts = _frame("pair", named)
            title = self._titled("Pairs of countries by sentences that show them dealing together")
            drawn["top_dyads"] = pictures.bars(counts, "pair", title)
        self._count_topics()
        if name == "topics" and self._topics:
            rows = [(a, b, n) for (a, b), n in sorted(self._topics.items())]
            pairs = pl.DataFrame(rows, schema=["topic_a", "topic_b", "n"], orient="row")
            drawn["topics_together"] = pictures.heat_map(
                pairs, self._titled("Articles by pairs of topics")
            )
        return drawn


def _topics_together(topics: pl.DataFrame) -> Counter[tuple[str, str]]:
    distinct = topics.select("article_id", "topic_id").unique()
    pairs = distinct.join(distinct, on="article_id").filter(
        pl.col("topic_id") < pl.col("topic_id_right")
    )
    counts = pairs.group_by("topic_id", "topic_id_right").len()
    return Counter({(a, b): n for a, b, n in counts.iter_rows()})


def _frame(label: str, counts: Mapping[Any, int]) -> pl.DataFrame:
    rows = sorted(counts.items())
    return pl.DataFrame(rows, schema=[label, "n"], orient="row")
