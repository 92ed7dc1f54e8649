"""Pictures that Dagster's UI shows: PNG in Markdown, drawn without a display."""

import base64
import struct
from datetime import date

import dagster as dg
import polars as pl

from orchestration.findings import pictures

PREFIX = "data:image/png;base64,"


def size(drawn: dg.MarkdownMetadataValue) -> tuple[int, int]:
    """Width and height, out of the PNG's own header."""
    png = base64.b64decode(drawn.value.split(PREFIX)[1].removesuffix(")"))
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_bars_grow_with_their_number_up_to_the_most_that_are_shown() -> None:
    few = pl.DataFrame({"reason": ["empty", "not_arabic"], "n": [3, 1]})
    many = pl.DataFrame({"reason": [f"r{i:02}" for i in range(99)], "n": range(99)})
    drawn = pictures.bars(many, "reason", "Rejected")
    assert drawn.value.startswith(f"![Rejected (first {pictures.MAX_BARS} of 99)]")
    assert size(pictures.bars(few, "reason", "Rejected"))[1] < size(drawn)[1]


def test_one_day_is_drawn_too() -> None:
    width, _ = size(
        pictures.per_day(pl.DataFrame({"day": [date(2024, 5, 1)], "n": [4]}), "Articles")
    )
    assert width >= pictures.WIDTH


def test_heat_map_is_as_large_as_it_has_topics() -> None:
    pairs = pl.DataFrame({"topic_a": ["a", "a"], "topic_b": ["b", "c"], "n": [1, 2]})
    names = [f"t{i:02}" for i in range(30)]
    all_pairs = pl.DataFrame({"topic_a": names[:-1], "topic_b": names[1:], "n": [1] * 29})
    small, large = (size(pictures.heat_map(frame, "Topics")) for frame in (pairs, all_pairs))
    assert small[1] < large[1] < 28 * len(names)


def test_drawing_again_gives_the_same_bytes() -> None:
    counts = pl.DataFrame({"pair": ["CHN–KAZ", "EGY–SDN"], "n": [2, 2]})
    assert pictures.bars(counts, "pair", "Pairs") == pictures.bars(counts, "pair", "Pairs")
