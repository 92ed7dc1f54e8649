"""Batches hold what fits, in the order of days."""

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

from extract.schemas import DOCUMENTS
from orchestration import batches
from orchestration.batches import ARTICLE_CHARS, Batches
from orchestration.home import Home
from orchestration.storage import Staging

MAY_1, MAY_2, MAY_3 = (date(2024, 5, day) for day in (1, 2, 3))
LONG = "a" * 4 * ARTICLE_CHARS
Read = Callable[..., tuple[list[list[str]], list[list[date]]]]


@pytest.fixture
def read(home: Home, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Land days of texts; give the texts of each batch of two, and the days that end with it."""
    monkeypatch.setattr(batches, "BATCH_CHARS", 2 * ARTICLE_CHARS + 100)

    def land_and_read(days: dict[date, list[str]]) -> tuple[list[list[str]], list[list[date]]]:
        staging = Staging(home)
        for day, texts in days.items():
            rows = [
                {"document_id": f"{day}-{n}", "raw_text": text, "partition_date": day}
                for n, text in enumerate(texts)
            ]
            staging.write_day("documents", day, pl.DataFrame(rows, schema=DOCUMENTS))
        staging.commit()
        found = Batches(home, list(days))
        texts_read = [frame["raw_text"].to_list() for frame in found]
        ended = [list(batch.ended) for batch in found.pending]
        return texts_read, [*ended, list(found.days_left)]

    return land_and_read


def test_days_share_a_batch_and_end_with_their_last_article(read: Read) -> None:
    texts, ended = read({MAY_1: ["port"], MAY_2: ["tea", "rail", "rye"], MAY_3: ["oil"]})
    assert texts == [["port", "tea"], ["rail", "rye"], ["oil"]]
    assert ended == [[MAY_1], [MAY_2], [MAY_3], []]


def test_article_too_long_for_a_batch_goes_alone(read: Read) -> None:
    texts, ended = read({MAY_1: ["port"], MAY_2: ["tea", LONG, "rail"], MAY_3: []})
    assert texts == [["port", "tea"], [LONG], ["rail"]]
    assert ended == [[MAY_1], [], [MAY_2, MAY_3], []]


def test_days_without_documents_are_left_over(read: Read) -> None:
    assert read({MAY_1: [LONG], MAY_2: []}) == ([[LONG]], [[], [MAY_1, MAY_2]])
