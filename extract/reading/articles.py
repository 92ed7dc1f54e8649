"""Documents to articles: headline, dateline, agency, byline, and where the story starts and ends.

A document is one article, a roundup several (`extract.reading.roundups`). How the parts are
recognised belongs in the `dateline*` modules.
"""

from collections.abc import Iterator
from datetime import date, datetime

import polars as pl

from extract.arabic.dates import GREGORIAN, FoundDate, latest_day, nearest_day
from extract.reading.dateline import Dateline
from extract.reading.dateline_closings import read_closing
from extract.reading.dateline_heads import Head, HeadReader
from extract.reading.dateline_words import DatelineWords, HasTables, compile_dateline_words
from extract.reading.datelines import dateline_reader
from extract.reading.roundups import split_stories
from extract.schemas import ARTICLES, DOCUMENTS

_READ_COLUMNS = ("raw_text", "title", "byline", "published_at", "fetched_at")
_READ_SCHEMA = pl.Schema(
    {"document": pl.UInt32, "story": pl.UInt32, "own_text": pl.String}
    | {
        name: ARTICLES[name]
        for name in (
            "headline",
            "headline_label",
            "dateline_text",
            "dateline_city",
            "dateline_place_id",
            "dateline_country_code",
            "dateline_date",
            "dateline_date_precision",
            "agency",
            "agency_id",
            "byline",
            "body_start_char",
            "body_end_char",
        )
    }
)


def read_articles(documents: pl.DataFrame, lexicons: HasTables) -> pl.DataFrame:
    """Read the articles of every document.

    Args:
        documents: Columns as in `schemas.DOCUMENTS`.
        lexicons: The word lists; read are `places`, `countries`, `country_forms`, `agencies`,
            `function_words` and `common_words`.

    Returns:
        Columns as in `schemas.ARTICLES` and `own_text`, in the order of `documents` and of their
        stories; the second story of a document is `<document_id>-2`. `own_text` is `raw_text` with
        a blank for each character of another story. A dateline without a year takes the year in
        which its day lies nearest to `published_at`, else the latest that is not after
        `fetched_at`.
    """
    words = compile_dateline_words(lexicons)
    read = pl.DataFrame(list(_read_rows(documents, words)), schema=_READ_SCHEMA, orient="row")
    number = pl.col("story").cast(pl.String)
    return (
        documents[read["document"]]
        .drop("byline")
        .hstack(read)
        .with_columns(
            article_id=pl.when(pl.col("story") > 1)
            .then(pl.col("document_id") + "-" + number)
            .otherwise("document_id"),
            own_text=pl.coalesce("own_text", "raw_text"),
            published_date="partition_date",
            # Words are counted where they are read: `sentences.count_words`.
            word_count=pl.lit(0, pl.Int32),
        )
        .select(*ARTICLES.names(), "own_text")
    )


def assign_partition_dates(documents: pl.DataFrame, lexicons: HasTables) -> pl.DataFrame:
    """Give each document the day it belongs to: of its metadata, else dateline, else landing.

    Args:
        documents: Columns as in `schemas.DOCUMENTS`.
        lexicons: As for `read_articles`.

    Returns:
        `documents` with `partition_date` and `partition_date_source` filled, same order and height.
    """
    days = pl.Series("dateline_date", _dateline_days(documents, lexicons), dtype=pl.Date)
    metadata, landing = pl.col("published_at").dt.date(), pl.col("fetched_at").dt.date()
    source = (
        pl.when(pl.col("published_at").is_not_null())
        .then(pl.lit("metadata"))
        .when(pl.col("dateline_date").is_not_null())
        .then(pl.lit("dateline"))
        .otherwise(pl.lit("landing"))
    )
    return (
        documents.with_columns(days)
        .with_columns(
            partition_date=pl.coalesce(metadata, "dateline_date", landing),
            partition_date_source=source,
        )
        .select(DOCUMENTS.names())
    )


def _dateline_days(documents: pl.DataFrame, lexicons: HasTables) -> Iterator[date | None]:
    heads = HeadReader(dateline_reader(compile_dateline_words(lexicons)))
    for text, title, _, published_at, fetched_at in documents.select(_READ_COLUMNS).iter_rows():
        # The day of the metadata goes first: there is nothing to read.
        head = heads.read(text, title) if published_at is None else None
        yield _date_of(head, published_at, fetched_at)[0] if head else None


def _read_rows(documents: pl.DataFrame, words: DatelineWords) -> Iterator[tuple[object, ...]]:
    datelines = dateline_reader(words)
    heads = HeadReader(datelines)
    rows = documents.select(_READ_COLUMNS).iter_rows()
    for index, (text, title, byline, published_at, fetched_at) in enumerate(rows):
        head = heads.read(text, title)
        credit = datelines.read_credit(byline) if byline else None
        spans = split_stories(text, head.dateline, datelines)
        for number, (start, end) in enumerate(spans, 1):
            story, own_text = text, None
            if len(spans) > 1:
                story = text[start:end]
                own_text = " " * start + story + " " * (len(text) - end)
                head = heads.read(story, title if number == 1 else None)
            closing = read_closing(story, head.story_start_char, words)
            # Many papers keep what others write as a dateline in a field of its own.
            filed = head.dateline or credit
            agency = (filed.agency if filed else None) or closing.agency
            yield (
                index,
                number,
                own_text,
                head.headline,
                head.headline_label,
                head.dateline and story[head.dateline.start_char : head.dateline.end_char],
                *_place_columns(filed, words),
                *_date_of(head, published_at, fetched_at),
                agency,
                words.find_agency(agency) if agency else None,
                byline or head.byline or closing.byline,
                start + head.story_start_char,
                start + max(closing.story_end_char, head.story_start_char),
            )


def _place_columns(
    dateline: Dateline | None, words: DatelineWords
) -> tuple[str | None, str | None, str | None]:
    """City, place id and country code of the dateline."""
    if dateline is None or dateline.city is None:
        return None, None, None
    place = words.find_place(dateline.city, dateline.qualifier)
    country = words.find_country(dateline.qualifier) if dateline.qualifier else None
    country = country or (place.country_code if place else words.find_country(dateline.city))
    return dateline.city, place.place_id if place else None, country


def _date_of(
    head: Head, published_at: datetime | None, fetched_at: datetime
) -> tuple[date | None, str]:
    """Day of filing and its precision."""
    day: FoundDate | None = head.dateline.day if head.dateline else None
    if day is None or (day.year is None and day.calendar != GREGORIAN):
        return None, "none"
    if day.year is not None:
        known = day.to_date()
        return known, "day" if known else "none"
    if published_at is not None:
        return nearest_day(day.month, day.day, published_at.date()), "day_without_year"
    return latest_day(day.month, day.day, fetched_at.date()), "day_without_year"
