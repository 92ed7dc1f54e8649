"""The day of an encounter, from `يوم الأحد`, `أمس`, `اليوم` or a date, against the dateline's."""

import datetime as dt
from dataclasses import replace

import polars as pl

from extract.arabic.dates import GREGORIAN, FoundDate, find_dates
from extract.reading.findings import Scene
from extract.reading.neighbours import neighbours
from extract.reading.spans import tokens_of_sentences

_WEEKDAYS = {
    "الاثنين": 1, "الاثنبن": 1, "الثلاثاء": 2, "الاربعاء": 3, "الخميس": 4, "الجمعة": 5,
    "السبت": 6, "الاحد": 7,
}  # fmt: skip
# Days from the dateline's.
_SHIFTS = {"اليوم": 0, "الليلة": 0, "امس": -1, "البارحة": -1, "غدا": 1, "غد": 1}
_NEXT = ("المقبل", "القادم", "المقبلة", "القادمة")
_LAST = ("الماضي", "المنصرم", "الفائت", "الماضية", "المنصرمة")
_PLANNED = (
    "المقرر", "مقرر", "المتوقع", "المنتظر", "المرتقب", "المزمع", "يعتزم", "تعتزم", "يعتزمان",
    "سوف", "ينتظر", "يتوقع",
)  # fmt: skip
_FUTURE = "^[وف]?س[يتن]"
# As far as the day may stand from the word of meeting.
_REACH = 40
# Tokens by which a weekday may stand further off than the `اليوم` that it explains.
_VAGUER = 4
# A day of a year that the text leaves out is not further ahead than this.
_AHEAD = dt.timedelta(days=60)


def with_days(events: pl.DataFrame, scene: Scene) -> pl.DataFrame:
    """Add `encounter_date`, `encounter_date_source` and `is_planned`.

    Args:
        events: `document`, `sentence`, `act`.
        scene: The batch.

    Returns:
        `events`. The source is `date`, `weekday`, `relative` (`أمس`), `dateline` (no day stated:
        the dateline's, else that of publication), `earlier` (before the news, day unknown) or
        `planned` (ahead, day unknown); the last two have no date.
    """
    events = _with_tense(events, scene).with_columns(
        reference=scene.articles.select(pl.coalesce("dateline_date", "published_date"))
        .to_series()
        .gather(events["document"])
    )
    days = pl.concat([_worded_days(events, scene), _dated_days(events, scene)])
    # Of `أمس الاثنين` the weekday tells more, as the dateline may be of the day after.
    days = (
        days.filter(pl.col("distance") <= _REACH)
        .sort("act", pl.col("distance") + pl.col("malus"), "day")
        .unique("act", keep="first", maintain_order=True)
        .select("act", "day", "source")
    )
    found = events.join(days, on="act", how="left", maintain_order="left")
    is_ahead = pl.col("is_future") | (pl.col("day") > pl.col("reference")).fill_null(value=False)
    source = (
        pl.when(pl.col("day").is_not_null())
        .then("source")
        .when(is_ahead)
        .then(pl.lit("planned"))
        .when("is_earlier")
        .then(pl.lit("earlier"))
        .otherwise(pl.lit("dateline"))
    )
    return found.with_columns(
        encounter_date=pl.when(source == "dateline").then("reference").otherwise("day"),
        encounter_date_source=source,
        is_planned=is_ahead,
    )


def _with_tense(events: pl.DataFrame, scene: Scene) -> pl.DataFrame:
    """Add `is_future` and `is_earlier` (`وكان قد التقى`, `في يوليو الماضي`)."""
    act = events["act"]
    is_future = neighbours(act, 0, scene.reading, "folded")["folded"].str.contains(_FUTURE)
    is_earlier = pl.repeat(value=False, n=events.height, eager=True, dtype=pl.Boolean)
    for back in range(1, 6):
        before = neighbours(act, -back, scene.reading, "folded")["folded"]
        is_future = is_future | before.is_in(_PLANNED)
        is_earlier = is_earlier | (before == "قد")
    text = scene.reading.text
    words = tokens_of_sentences(events["sentence"], scene.reading)
    past = words.filter(text.at("folded", words["token"]).is_in(_LAST))
    before = neighbours(past["token"], -1, scene.reading, "folded")["folded"]
    # `الأحد الماضي` is a day.
    past = past.filter(~before.is_in(list(_WEEKDAYS)))
    return events.with_columns(
        is_future=is_future,
        is_earlier=is_earlier | events["sentence"].is_in(past["sentence"].implode()),
    )


def _worded_days(events: pl.DataFrame, scene: Scene) -> pl.DataFrame:
    """Days in words in the sentences of events: `act`, `day`, `source`, `distance`, `malus`."""
    text = scene.reading.text
    found = tokens_of_sentences(events["sentence"], scene.reading).select("token", "sentence")
    days = _bare_days(text.at("folded", found["token"]))
    is_day = days.is_in([*_WEEKDAYS, *_SHIFTS])
    found, word = found.filter(is_day), days.filter(is_day)
    at = found["token"]
    after = neighbours(at, 1, scene.reading, "folded")["folded"]
    before = neighbours(at, -1, scene.reading, "folded")["folded"]
    two_before = neighbours(at, -2, scene.reading, "folded")["folded"]
    is_day_before = before.is_in(["اول"]) | (before.is_in(["من"]) & two_before.is_in(["اول"]))
    found = found.with_columns(
        weekday=word.replace_strict(_WEEKDAYS, default=None, return_dtype=pl.Int64),
        shift=word.replace_strict(_SHIFTS, default=None, return_dtype=pl.Int64)
        - is_day_before.cast(pl.Int64),
        is_next=after.is_in(_NEXT),
        is_last=after.is_in(_LAST),
    )
    seen = events.select("act", "sentence", "reference", "is_future").join(
        found, on="sentence", how="inner", maintain_order="left"
    )
    return seen.select(
        "act",
        day=_resolved(),
        source=pl.when(pl.col("weekday").is_null())
        .then(pl.lit("relative"))
        .otherwise(pl.lit("weekday")),
        distance=(pl.col("token").cast(pl.Int64) - pl.col("act")).abs(),
        malus=pl.when(pl.col("weekday").is_null()).then(_VAGUER).otherwise(0),
    )


def _bare_days(words: pl.Series) -> pl.Series:
    return words.str.replace("^[وفبل](ال)", "$1")


def _resolved() -> pl.Expr:
    """The day meant: the latest such weekday up to the dateline's, or the next after it."""
    reference, weekday = pl.col("reference"), pl.col("weekday")
    since = (reference.dt.weekday().cast(pl.Int64) - weekday) % 7
    until = (weekday - reference.dt.weekday().cast(pl.Int64)) % 7
    is_ahead = pl.col("is_next") | (pl.col("is_future") & ~pl.col("is_last"))
    days = (
        pl.when(weekday.is_null())
        .then("shift")
        .when(is_ahead)
        .then(pl.when(pl.col("is_next") & (until == 0)).then(7).otherwise(until))
        .otherwise(-pl.when(pl.col("is_last") & (since == 0)).then(7).otherwise(since))
    )
    return (reference + pl.duration(days=days)).cast(pl.Date)


def _dated_days(events: pl.DataFrame, scene: Scene) -> pl.DataFrame:
    """Days written as dates in the sentences of events, columns as of `_worded_days`."""
    text = scene.reading.text
    texts = events.select("act", "sentence", "reference").join(
        scene.sentences.select("sentence", "sentence_text", "start_char"),
        on="sentence", how="left", maintain_order="left",
    )  # fmt: skip
    act_chars = text.tokens["start_char"].gather(texts["act"])
    texts = texts.with_columns(act_char=act_chars).filter(
        pl.col("sentence_text").str.contains(r"\d")
    )
    rows = []
    for act, sentence, reference, start, act_char in texts.select(
        "act", "sentence_text", "reference", "start_char", "act_char"
    ).iter_rows():
        for found in find_dates(sentence):
            day = _in_year(found, reference)
            if day:
                between = sentence[min(found.start_char, act_char - start) :]
                between = between[: abs(found.start_char - (act_char - start))]
                rows.append((act, day, "date", len(between.split()), 0))
    schema = {
        "act": pl.UInt32, "day": pl.Date, "source": pl.String, "distance": pl.Int64,
        "malus": pl.Int32,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=schema, orient="row")


def _in_year(found: FoundDate, reference: dt.date) -> dt.date | None:
    """The day in the Gregorian calendar; without a year the latest that is not far ahead."""
    if found.year:
        return found.to_date()
    if found.calendar != GREGORIAN:
        return None
    day = replace(found, year=reference.year).to_date()
    if day and day > reference + _AHEAD:
        return replace(found, year=reference.year - 1).to_date()
    return day
