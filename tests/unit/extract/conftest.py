"""Short texts read through the whole pipeline, and what was found in them in plain values."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from inspect import signature

import polars as pl
import pytest

from extract.lexicons import Lexicons
from extract.pipeline import extract_batch
from extract.reading.knowledge import Knowledge
from extract.reading.word_reading import read_words
from extract.reading.words import Reading
from extract.schemas import DOCUMENTS

PUBLISHED_AT = datetime(2024, 5, 1, 9, tzinfo=UTC)


def land(*texts: str) -> pl.DataFrame:
    """Texts as landed: columns as in `schemas.DOCUMENTS`."""
    rows = [
        {
            "document_id": sha256(text.encode()).hexdigest()[:16],
            "source_uri": f"u:{number}",
            "source_name": "test",
            "media_type": "text/plain",
            "fetched_at": PUBLISHED_AT,
            "published_at": PUBLISHED_AT,
            "raw_text": text,
            "language": "ar",
            "partition_date": PUBLISHED_AT.date(),
            "partition_date_source": "metadata",
        }
        for number, text in enumerate(texts)
    ]
    return pl.DataFrame(rows, schema=DOCUMENTS)


@dataclass(frozen=True)
class Article:
    """What was read of one text, as the tests ask for it.

    Attributes:
        tables: The tables of the contract.
    """

    tables: dict[str, pl.DataFrame]

    def column(self, table: str, column: str) -> list[object]:
        """The values of a column in running order."""
        return self.tables[table][column].to_list()

    @property
    def contents(self) -> list[object]:
        """What is said, statement by statement."""
        return self.column("quotes", "quote_text")

    @property
    def speakers(self) -> list[object]:
        """Who says it."""
        return self.column("quotes", "speaker_name")

    @property
    def speaker_countries(self) -> list[object]:
        """For whom they speak."""
        return self.column("quotes", "speaker_country_code")

    @property
    def resolutions(self) -> list[object]:
        """How the speaker of each statement was found."""
        return self.column("quotes", "speaker_resolution")

    @property
    def kinds(self) -> list[object]:
        """`direct`, `indirect` or `mixed`, statement by statement."""
        return self.column("quotes", "quote_kind")

    @property
    def acts(self) -> list[object]:
        """What is done by saying it, statement by statement."""
        return self.column("quotes", "act_class")

    @property
    def pairs(self) -> list[tuple[object, ...]]:
        """Countries that deal with each other, each pair once."""
        return sorted(set(self.tables["dyads"].select("country_a", "country_b").iter_rows()))

    def mentions(self, entity_type: str, *columns: str) -> list[object]:
        """Columns of the mentions of a type; tuples where several are asked for."""
        rows = self.tables["mentions"].filter(pl.col("entity_type") == entity_type).select(columns)
        return rows.to_series().to_list() if len(columns) == 1 else rows.rows()


@pytest.fixture(scope="session")
def documents_of() -> Callable[..., pl.DataFrame]:
    """Give texts as landed documents."""
    return land


@pytest.fixture(scope="session")
def read_all(lexicons: Lexicons) -> Callable[..., list[Article]]:
    """Read texts in one batch."""

    def read_texts(*texts: str) -> list[Article]:
        tables = extract_batch(land(*texts), lexicons)
        return [
            Article({name: t.filter(pl.col("article_id") == key) for name, t in tables.items()})
            for key in tables["articles"]["article_id"]
        ]

    return read_texts


class NotReadYetError(BaseException):
    """A test asks for a text; no `Exception`, so that the test does not take it for its own."""


@pytest.fixture(scope="module")
def read(
    request: pytest.FixtureRequest, read_all: Callable[..., list[Article]]
) -> Callable[[str], Article]:
    """Read one text; those of a module in one batch, for one text takes as long as a hundred.

    The tests are called once beforehand to hear what they ask for. A text is read the same whatever
    is read with it, which `test_pipeline.py` holds.
    """
    known: dict[object, list[Article]] = defaultdict(list)

    def read_ahead(*texts: str) -> None:
        for article in read_all(*texts):
            known[article.column("articles", "raw_text")[0]].append(article)

    def look_up(text: str) -> Article:
        if text not in known:
            raise NotReadYetError(text)
        (article,) = known[text]
        return article

    def read_text(text: str) -> Article:
        if text not in known:
            read_ahead(text)
        return look_up(text)

    tests = [item for item in request.session.items if item.path == request.path]
    # A batch that fails does not say by which text: each is read alone then.
    with suppress(Exception):
        while texts := _asked_for(tests, look_up):
            read_ahead(*texts)
    return read_text


def _asked_for(tests: Iterable[pytest.Function], read: Callable[[str], Article]) -> list[str]:
    """Texts that tests ask of a reader which does not know them: the first of each test."""
    texts = {}
    for test in tests:
        parameters = test.callspec.params if hasattr(test, "callspec") else {}
        arguments = {**parameters, "read": read}
        # Other fixtures are pytest's to make: what is asked with their help is read when it is.
        if signature(test.function).parameters.keys() != arguments.keys():
            continue
        # How the test ends does not count: pytest has yet to run it.
        try:
            with suppress(Exception):
                test.function(**arguments)
        except NotReadYetError as asked:
            texts[str(asked)] = None
    return list(texts)


@pytest.fixture(scope="session")
def read_marks(knowledge: Knowledge) -> Callable[..., Reading]:
    """Give the words of texts their classes, before names are looked for."""

    def read_classes(*texts: str) -> Reading:
        return read_words(pl.Series(texts, dtype=pl.String), knowledge)

    return read_classes
