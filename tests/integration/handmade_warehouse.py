"""A warehouse of Parquet written by hand, in the contract of `extract.schemas`, and dbt upon it."""

import csv
import datetime as dt
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl
from dbt.cli.main import dbtRunner

from extract.schemas import TABLES, Timestamp
from orchestration.evaluations import EVALUATIONS

PROJECT = Path(__file__).parents[2] / "dbt_project"
DAYS = pl.Schema(
    {
        "partition_date": pl.Date,
        "content_hash": pl.String,
        "extracted_at": Timestamp,
        "extractor_version": pl.String,
        "lexicon_version": pl.String,
        "n_articles": pl.Int32,
    }
)
Row = dict[str, object]
READ_AT = dt.datetime(2024, 6, 2, 12, tzinfo=dt.UTC)


def topic_ids() -> list[str]:
    path = PROJECT.parent / "seeds" / "lexicons" / "topics.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return [row["topic_id"] for row in csv.DictReader(lines)]


@dataclass(frozen=True)
class Story:
    """An article with what is to be read from it, spans given as the words they hold."""

    sentences: tuple[str, ...]
    # Sentence, words, country code.
    countries: tuple[tuple[int, str, str], ...] = ()
    # Sentence, words, the speaker's country code.
    statements: tuple[tuple[int, str, str], ...] = ()
    # Rows of the lexicon of topics: dbt tests that a topic is one of its.
    topics: tuple[int, ...] = ()
    dyads: tuple[tuple[str, str], ...] = ()
    has_dateline: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    def span(self, sentence: int, words: str) -> Row:
        before = " ".join([*self.sentences[:sentence], ""]) if sentence else ""
        start = len(before) + self.sentences[sentence].index(words)
        return {"start_char": start, "end_char": start + len(words)}

    def read(self, day: dt.date) -> dict[str, list[Row]]:
        """Rows of every table, keys missing from a row being null."""
        key = hashlib.sha256(self.text.encode()).hexdigest()[:16]
        in_sentence = [
            {"article_id": key, "sentence_id": f"{key}-s{i:04}"} for i in range(len(self.sentences))
        ]
        document = {
            "document_id": key,
            "source_uri": f"landing/{key}.txt",
            "raw_text": self.text,
            "partition_date": day,
            "partition_date_source": "dateline",
        }
        article = {
            **in_sentence[0],
            "document_id": key,
            "source_uri": document["source_uri"],
            "body_start_char": 0,
            "body_end_char": len(self.text),
            "published_date": day,
            "word_count": len(self.text.split()),
            "raw_text": self.text,
        }
        return {
            "documents": [document],
            "duplicates": [
                {"article_id": key, "duplicate_group_id": key, "leader_similarity": 1.0}
            ],
            "articles": [{k: v for k, v in article.items() if k != "sentence_id"}],
            "sentences": [
                {
                    **in_sentence[i],
                    **self.span(i, sentence),
                    "paragraph_index": 0,
                    "sentence_index": i,
                    "part": "dateline" if self.has_dateline and i == 0 else "body",
                    "sentence_text": sentence,
                }
                for i, sentence in enumerate(self.sentences)
            ],
            "mentions": [
                {
                    **in_sentence[i],
                    **self.span(i, words),
                    "mention_id": f"{key}-m{n:04}",
                    "mention_text": words,
                    "entity_type": "country",
                    "mention_kind": "name",
                    "entity_id": f"country:{code}",
                    "entity_name": words,
                    "country_code": code,
                    "is_dateline": self.has_dateline and i == 0,
                    "confidence": 1.0,
                }
                for n, (i, words, code) in enumerate(self.countries)
            ],
            "quotes": [
                {
                    **in_sentence[i],
                    **self.span(i, words),
                    "quote_id": f"{key}-q{n:04}",
                    "quote_text": words,
                    "quote_kind": "indirect",
                    "act_class": "say",
                    "cue_text": "وقال",
                    "cue_lemma": "قال",
                    "cue_start_char": self.span(i, "وقال")["start_char"],
                    "cue_end_char": self.span(i, "وقال")["end_char"],
                    "speaker_resolution": "unresolved",
                    "speaker_country_code": code,
                    "co_speakers": [],
                    "depth": 0,
                    "confidence": 0.5,
                }
                for n, (i, words, code) in enumerate(self.statements)
            ],
            "topics": [
                {
                    **in_sentence[1],
                    **self.span(1, self.sentences[1]),
                    "topic_id": topic_ids()[topic],
                    "matched_text": self.sentences[1],
                }
                for topic in self.topics
            ],
            "dyads": [
                {
                    **in_sentence[1],
                    **self.span(1, self.sentences[1]),
                    "country_a": a,
                    "country_b": b,
                    "basis": "meeting",
                }
                for a, b in self.dyads
            ],
        }


@dataclass(frozen=True)
class Warehouse:
    """Tables under `home`, and the DuckDB file that dbt builds of them.

    `target` keeps what dbt parsed; warehouses may share it.
    """

    home: Path
    target: Path

    def write_day(self, day: dt.date, *stories: Story) -> None:
        """Write every table of a day, then its row of `days`, as the extractor's writer does."""
        read = [story.read(day) for story in stories]
        for name, schema in TABLES.items():
            rows = [row for tables in read for row in tables.get(name, [])]
            self.write_table(name, day, pl.DataFrame(rows, schema=schema))
        content = hashlib.sha256(repr(read).encode()).hexdigest()
        row = (day, content, READ_AT, "1", "lexicon", len(stories))
        self.write_table("_days", day, pl.DataFrame([row], schema=DAYS, orient="row"))
        evaluations = self.home / "tables" / "evaluations"
        evaluations.mkdir(exist_ok=True)
        EVALUATIONS.to_frame().write_parquet(evaluations / "none.parquet")

    def write_table(self, name: str, day: dt.date, frame: pl.DataFrame) -> None:
        folder = self.home / "tables" / name / f"date={day}"
        folder.mkdir(parents=True, exist_ok=True)
        frame.write_parquet(folder / "part.parquet")

    def dbt(self, *command: str) -> dict[str, str]:
        """Run dbt; give the nodes that did not succeed, each with its status."""
        options = {
            "--project-dir": PROJECT,
            "--profiles-dir": PROJECT,
            "--target-path": self.target,
            "--log-path": self.target,
            # dbt never closes its log file, and warnings are errors here: none is written.
            "--log-level-file": "none",
        }
        places = [str(word) for option in options.items() for word in option]
        with marsad_home(self.home):
            result = dbtRunner().invoke([*command, *places, "--quiet"])
        assert result.exception is None, result.exception
        statuses = {node.node.name: str(node.status) for node in result.result}
        return {k: v for k, v in statuses.items() if v not in {"success", "pass", "no-op"}}

    def load(self, *options: str) -> dict[str, str]:
        """Seeds and models without their tests, which take longer."""
        kinds = ("--exclude-resource-type", "test", "--exclude-resource-type", "unit_test")
        return self.dbt("build", *kinds, *options)

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        with duckdb.connect(str(self.home / "build.duckdb")) as connection:
            return connection.execute(sql).fetchall()


@contextmanager
def marsad_home(home: Path) -> Iterator[None]:
    before = os.environ.get("MARSAD_HOME")
    os.environ["MARSAD_HOME"] = str(home)
    try:
        yield
    finally:
        os.environ.pop("MARSAD_HOME")
        if before is not None:
            os.environ["MARSAD_HOME"] = before
