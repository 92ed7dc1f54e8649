"""Who held an office of a country on a day: titles without a name (`وزير الخارجية الصيني`).

The answer comes from the dated terms of the lexicon alone; whom the article itself names is found
in `extract.reading.descriptions`.
"""

import polars as pl

from extract.lexicons import Lexicons, once_a_version
from extract.reading.knowledge import Knowledge

HOLDER = ("person_id", "person_name", "person_name_latin", "person_country_code")


def holders(asked: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Find the one person whose term in an office covers a day.

    Args:
        asked: `row`, `office_id` (of the lexicon), `country_code` (null for offices of no country),
            `on` (date); a row that misses its office or date has no answer.
        knowledge: For terms and people.

    Returns:
        One row an answer: `row`, `person_id` (`person:…`), `person_name`, `person_name_latin`,
        `person_country_code`. Two people in office on the same day are no answer.
    """
    met = asked.select("row", "office_id", "country_code", "on").join(
        _terms(knowledge.lexicons), on=["office_id", "country_code"], how="inner", nulls_equal=True
    )
    met = met.filter(
        (pl.col("start_date").is_null() | (pl.col("start_date") <= pl.col("on")))
        & (pl.col("end_date").is_null() | (pl.col("on") <= pl.col("end_date")))
    )
    # On the day of a handover the one who takes office is meant.
    latest = met.filter(
        pl.col("start_date").fill_null(pl.date(1, 1, 1))
        == pl.col("start_date").fill_null(pl.date(1, 1, 1)).max().over("row")
    )
    single = latest.filter(pl.col("term_id").n_unique().over("row") == 1).unique(
        "row", keep="first", maintain_order=True
    )
    people = _people(knowledge.lexicons)
    return single.join(people, on="term_id", how="inner").sort("row").select("row", *HOLDER)


@once_a_version
def _terms(lexicons: Lexicons) -> pl.DataFrame:
    return lexicons["office_terms"].select(
        "office_id", "start_date", "end_date", "country_code", term_id="person_id"
    )


@once_a_version
def _people(lexicons: Lexicons) -> pl.DataFrame:
    return lexicons["persons"].select(
        term_id="person_id",
        person_id=pl.concat_str(pl.lit("person:"), "person_id"),
        person_name="name_ar",
        person_name_latin="name_latin",
        person_country_code="country_code",
    )


def office_holders(
    asked: pl.DataFrame, articles: pl.DataFrame, knowledge: Knowledge
) -> pl.DataFrame:
    """Who held offices on the days of their articles.

    Args:
        asked: From `asked_offices`.
        articles: `dateline_date` and `published_date`, in the order that `document` counts.
        knowledge: For terms and people.

    Returns:
        As `holders`.
    """
    days = articles.select(pl.coalesce("dateline_date", "published_date")).to_series()
    return holders(asked.with_columns(on=days[asked["document"]]).drop_nulls("on"), knowledge)


def named_holders(asked: pl.DataFrame, people: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Whom of those named in the article offices are of, whatever the day.

    `أعلن رئيس الوزراء الماليزي …، وقال نجيب رزاق`: the one who ever held that office.

    Args:
        asked: From `asked_offices`.
        people: Mentions of people, in running order.
        knowledge: For terms.

    Returns:
        The columns of `people` and `row`, one row an answer: the first mention of the only one.
    """
    ever = _ever_held(knowledge.lexicons)
    held = asked.join(ever, on=["office_id", "country_code"], how="inner", nulls_equal=True)
    met = held.select("row", "document", "entity_id").join(
        people, on=["document", "entity_id"], how="inner", maintain_order="right"
    )
    is_only = pl.col("entity_id").n_unique().over("row") == 1
    return met.filter(is_only).unique("row", keep="first", maintain_order=True)


@once_a_version
def _ever_held(lexicons: Lexicons) -> pl.DataFrame:
    """Who has held each office, once each: `office_id`, `country_code`, `entity_id`."""
    return (
        _terms(lexicons)
        .select("office_id", "country_code", entity_id=pl.concat_str(pl.lit("person:"), "term_id"))
        .unique()
    )


def asked_offices(spans: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Which office phrases name that are a title and its country, or a title, and no more.

    `الوزير الصيني السابق`, `نظيره الصيني` and titles in the plural have no answer; an office
    without a country is one of no country (`الأمين العام للأمم المتحدة`), or held by nobody; a few
    titles tell it themselves (`خادم الحرمين الشريفين`).

    Args:
        spans: `row`, `document`, `token`, `n_tokens`.
        names: Names of the lexicon, for titles and countries.

    Returns:
        `row`, `document`, `office_id`, `country_code` (null where the phrase tells none).
    """
    beside = names.select(
        "token", "lexicon", "number", "suffix", "entity_type", "country_code",
        n_title="n_tokens", office_id="entity_id",
    )  # fmt: skip
    titles = spans.join(
        beside.drop("entity_type").rename({"country_code": "own_code"}),
        on="token",
        maintain_order="left_right",
    )
    # Of titles that begin at one word the longest.
    rest = (
        titles.filter(
            (pl.col("lexicon") == "title")
            & (pl.col("number") == "s")
            & (pl.col("suffix").fill_null("") == "")
            & pl.col("office_id").is_not_null()
        )
        .sort("row", "n_title", descending=[False, True], maintain_order=True)
        .unique("row", keep="first", maintain_order=True)
        .select(
            *("row", "document", "office_id", "own_code"),
            rest_token=pl.col("token") + pl.col("n_title"),
            n_rest=pl.col("n_tokens").cast(pl.Int64) - pl.col("n_title"),
        )
    )
    # The country must fill what the title leaves of the phrase.
    countries = beside.select(
        "entity_type", "country_code", rest_token="token", n_country="n_title"
    )
    of_country = (
        rest.join(countries, on="rest_token", maintain_order="left_right")
        .filter(pl.col("entity_type") == "country")
        .unique("row", keep="first", maintain_order=True)
        .filter(pl.col("n_country") == pl.col("n_rest"))
    )
    columns = ("row", "document", "office_id", "country_code")
    alone = rest.filter(pl.col("n_rest") == 0).with_columns(country_code="own_code")
    return pl.concat([of_country.select(columns), alone.select(columns)]).sort("row")
