"""The day of an encounter, from `يوم الأحد`, `أمس`, `اليوم` or a date, against the dateline's."""

import datetime as dt
from dataclasses import replace
from functools import cache

import polars as pl

from extract.arabic.date_words import GREGORIAN_MONTHS
from extract.arabic.dates import GREGORIAN, FoundDate, find_dates
from extract.reading.findings import Scene
from extract.reading.neighbours import neighbours, paces
from extract.reading.spans import marked

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
# `اعتزامها زيارة طهران`, `رغبة في زيارة`, `دعوة لزيارة`.
_MEANT = "^[وفبل]?(?:ال|لل)?(?:اعتزام|رغب|نيت|نية|عزم|ينوي|تنوي|دعو|استعداد)"
# `كان قد التقى`, `سبق أن زار`: what happened before the news, up to so many words before the act.
_EARLIER = ("قد", "سبق", "وسبق")
_TENSE_REACH = 5
# `في سبتمبر`, `عام 1987`: not now.
_MONTHS = [name for name in GREGORIAN_MONTHS if " " not in name]
_YEARS = ("عام", "سنة", "العام")
_YEAR = "^(?:19|20)[0-9]{2}$"
# Beyond its lead a story tells of other days too.
_LEAD = 3
# As far as the day may stand from the word of meeting.
_REACH = 40
# Tokens by which a weekday may stand further off than the `اليوم` that it explains.
_VAGUER = 4
# A day of a year that the text leaves out is not further ahead than this.
_AHEAD = dt.timedelta(days=60)


def with_days(events: pl.DataFrame, words: pl.DataFrame, scene: Scene) -> pl.DataFrame:
    """Add `encounter_date`, `encounter_date_source` and `is_planned`.

    Args:
        events: `document`, `sentence`, `act`.
        words: The `token`s of their sentences, and the folded words there and beside.
        scene: The batch.

    Returns:
        `events`. The source is `date`, `weekday`, `relative` (`أمس`), `dateline` (no day stated in
        headline or lead: the dateline's, else that of publication), and without a date `earlier`
        (before the news), `planned` (ahead) or `unstated` (no day beyond the lead).
    """
    events = _with_tense(events, words, scene).with_columns(
        is_lead=events["sentence"].is_in(_lead_sentences(scene).implode()),
        reference=scene.articles.select(pl.coalesce("dateline_date", "published_date")).to_series()[
            events["document"]
        ],
    )
    days = pl.concat([_worded_days(events, words), _dated_days(events, scene)])
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
        .when("is_lead")
        .then(pl.lit("dateline"))
        .otherwise(pl.lit("unstated"))
    )
    return found.with_columns(
        encounter_date=pl.when(source == "dateline").then("reference").otherwise("day"),
        encounter_date_source=source,
        is_planned=is_ahead,
    )


def _with_tense(events: pl.DataFrame, words: pl.DataFrame, scene: Scene) -> pl.DataFrame:
    """Add `is_future` and `is_earlier` (`وكان قد التقى`, `في يوليو الماضي`)."""
    act = events["act"]
    back = paces(act, range(-_TENSE_REACH, 0))
    before = neighbours(back["token"], back["step"], scene.reading, "folded")["folded"]
    is_planned = before.is_in(_PLANNED) | before.str.contains(_MEANT)
    is_past = pl.col("sentence").is_in(_past_sentences(words).implode())
    word = pl.lit(scene.reading.text.at("folded", act))
    planned, earlier = (
        pl.lit(marked(back["row"].filter(which), events.height))
        for which in (is_planned, before.is_in(_EARLIER))
    )
    return events.with_columns(
        is_future=word.str.contains(_FUTURE) | planned, is_earlier=is_past | earlier
    )


def _past_sentences(words: pl.DataFrame) -> pl.Series:
    """Sentences that name a month without a day, a year, or what is past but no day."""
    folded, before = pl.col("folded"), pl.col("before")
    # `الأحد الماضي` is a day, and `12 مايو` too.
    is_past = folded.is_in(_LAST) & ~before.is_in(list(_WEEKDAYS))
    is_month = folded.is_in(_MONTHS) & before.is_in(["في", "شهر", "منذ"])
    is_year = folded.str.contains(_YEAR) & before.is_in(_YEARS)
    return words.filter(is_past | is_month | is_year)["sentence"]


def _lead_sentences(scene: Scene) -> pl.Series:
    """The sentences of headlines and of the first lines of bodies."""
    bodies = scene.sentences.filter(pl.col("part") == "body").select("document", "sentence")
    first = pl.col("sentence").min().over("document")
    leads = bodies.filter(pl.col("sentence") < first + _LEAD)["sentence"]
    heads = scene.sentences.filter(pl.col("part") == "headline")["sentence"]
    return pl.concat([heads, leads])


def _worded_days(events: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Days in words in the sentences of events: `act`, `day`, `source`, `distance`, `malus`."""
    day, before = pl.col("day"), pl.col("before")
    days = words.with_columns(day=pl.col("folded").str.replace("^[وفبل](ال)", "$1"))
    days = days.filter(day.is_in([*_WEEKDAYS, *_SHIFTS]))
    is_day_before = (before == "اول") | ((before == "من") & (pl.col("two_before") == "اول"))
    found = days.select(
        "sentence",
        "token",
        weekday=day.replace_strict(_WEEKDAYS, default=None, return_dtype=pl.Int64),
        shift=day.replace_strict(_SHIFTS, default=None, return_dtype=pl.Int64)
        - is_day_before.cast(pl.Int64),
        is_next=pl.col("after").is_in(_NEXT),
        is_last=pl.col("after").is_in(_LAST),
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


@cache
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
    act_chars = text.tokens["start_char"][texts["act"]]
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


def _in_year(found: FoundDate, reference: dt.date | None) -> dt.date | None:
    """The day in the Gregorian calendar; without a year the latest that is not far ahead."""
    if found.year:
        return found.to_date()
    if found.calendar != GREGORIAN or reference is None:
        return None
    day = replace(found, year=reference.year).to_date()
    if day and day > reference + _AHEAD:
        return replace(found, year=reference.year - 1).to_date()
    return day
