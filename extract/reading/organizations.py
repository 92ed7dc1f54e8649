"""Organisations: those of the lexicon, and those named by what they are (`وزارة الثقافة`).

Which of an article's names stand for one body belongs in `extract.reading.organization_names`.
"""

from collections.abc import Iterable, Iterator

import polars as pl

from extract.reading.alphabet import code, is_class
from extract.reading.contexts import n_tokens, with_contexts
from extract.reading.dateline_agencies import dateline_agencies
from extract.reading.knowledge import Knowledge
from extract.reading.ministries import find_institutions, find_ministries, find_presidencies
from extract.reading.organization_ends import less_purposes, named_bodies
from extract.reading.organization_names import name_organizations
from extract.reading.organization_rules import COMPILED, COMPILED_BRACKETED
from extract.reading.spans import covered_tokens, last_country, marked
from extract.reading.words import Reading, write_letters

_REACH = 16
# A name of these is another thing's, or no body's.
_TAKEN = ("PERSON", "BREAK", "COUNTRY", "PLACE")
_COLUMNS = (
    *("token", "n_tokens", "document"),
    *("entity_id", "entity_name", "entity_name_latin", "country_code"),
)
_IN_TITLES = ("TITLE", "TITLE_DEFINITE")
_NOUNS = ("NOUN", "ORG_HEAD", "CONTENT_NOUN", "DEFINITE", "SOURCE", "DOCUMENT", "ORG")


def find_organizations(
    reading: Reading, names: pl.DataFrame, articles: pl.DataFrame, knowledge: Knowledge
) -> pl.DataFrame:
    """Organisations in running order, without overlaps.

    Args:
        reading: Words with the letters of names set, people's too.
        names: Names of the lexicon from `mentions.find_names`.
        articles: Columns as in `schemas.ARTICLES`, in the order that `document` counts.
        knowledge: For the nouns that open names of bodies.

    Returns:
        `token`, `n_tokens`, `document`, `entity_id` (null where no lexicon knows the organisation),
        `name_id` (never null), `entity_name` (the fullest that the article gives it),
        `entity_name_latin`, `country_code`.
    """
    seen = _without_titles(reading, names, knowledge)
    heads = _heads(seen)
    found = pl.concat([*_apply_rules(heads), _spans(heads, (COMPILED_BRACKETED,))])
    states = [find_ministries(seen, knowledge), find_presidencies(seen), find_institutions(seen)]
    found = pl.concat([named_bodies(found, reading), *states])
    found = _with_country(found, names)
    listed = _listed(names, reading, knowledge).select(_COLUMNS)
    found = less_purposes(_less_lands(found, listed, reading), listed, reading)
    agencies = dateline_agencies(reading, articles, knowledge.lexicons)
    bodies = _apart(pl.concat([listed, found, agencies], how="diagonal_relaxed"))
    return name_organizations(bodies, reading, knowledge.lexicons)


def _listed(names: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """The lexicon's, but no ministry inside its minister's title, no paper that is a region."""
    names = names.select(*_COLUMNS, "entity_type")
    listed = names.filter(pl.col("entity_type") == "organization").select(_COLUMNS)
    places = names.select("token", "n_tokens", "entity_type").filter(
        pl.col("entity_type").is_in(["place", "country"])
    )
    places = places.select("token", "n_tokens", is_place=pl.lit(value=True)).unique()
    listed = listed.join(places, on=["token", "n_tokens"], how="left", maintain_order="left")
    before = reading.text.step(listed["token"], -1)
    folded = reading.text.at("folded", before)
    letter = reading.letters[before]
    # An agency that is listed among the organisations is one body with it.
    listed_ids = ("agency:" + knowledge.lexicons["organizations"]["organization_id"]).implode()
    twin = pl.col("entity_id").str.replace("^agency:", "organization:")
    listed = listed.with_columns(
        entity_id=pl.when(pl.col("entity_id").is_in(listed_ids)).then(twin).otherwise("entity_id")
    )
    is_marked = is_class(letter, "ORG_HEAD", "OPEN")
    # `ميرتس` is no party where a man of the article goes by it.
    listed_as_person = is_class(reading.letters[listed["token"]], "PERSON")
    return listed.filter(
        pl.Series(~listed_as_person)
        & ~folded.str.contains("^[وفلب]*(?:وزير|وزيرة|وزيرا|وزيري|وزراء)$")
        & (pl.col("is_place").is_null() | pl.Series(is_marked))
    )


def _without_titles(reading: Reading, names: pl.DataFrame, knowledge: Knowledge) -> Reading:
    """A copy with the words' own classes inside titles: `رئيس مجلس الوزراء` names a body too."""
    phrases = names.select("token", "n_tokens", "lexicon").filter(
        (pl.col("lexicon") == "title") & (pl.col("n_tokens") > 1)
    )
    inside = covered_tokens(phrases).unique().sort()
    kept = is_class(reading.letters[inside], *_IN_TITLES)
    inside = inside.filter(kept)
    letters = write_letters(reading.letters, inside, reading.text.at("letter", inside))
    # `المركز الصحافي`: after a noun a title in the form of an adjective is one.
    after_noun = is_class(letters, *_IN_TITLES) & is_class(letters.shift(1), *_NOUNS)
    at = after_noun.fill_null(value=False).arg_true()
    describes = at.filter(reading.text.at("folded", at).str.contains("(?:ي|ية)$"))
    letters = write_letters(letters, describes, code("DEFINITE"))
    # `مجلس النواب علي لاريجاني`: no title of one man.
    at = is_class(letters, *_IN_TITLES).arg_true()
    plural = at.filter(reading.text.where_at(at, _is_plural, knowledge))
    letters = write_letters(letters, plural, code("SOURCE"))
    has_article = reading.text.at("folded", plural).str.contains("^[وفبك]?(?:ال|لل)")
    letters = write_letters(letters, plural.filter(has_article), code("DEFINITE"))
    return Reading(reading.text, letters, reading.clitics)


def _is_plural(words: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    return words["folded"].is_in(knowledge.plural_titles)


def _opens_name(words: pl.DataFrame) -> pl.Series:
    return words["named_by"].is_in([key for key, _ in COMPILED])


def _heads(seen: Reading) -> pl.DataFrame:
    """Nouns that may open a name: `named_by`, `is_definite`, and `right`, the letters from them."""
    opens = seen.text.where(_opens_name) & ~is_class(seen.letters, *_TAKEN)
    heads = seen.text.tokens.select("token", "document").filter(opens)
    heads = heads.with_columns(
        named_by=seen.text.at("named_by", heads["token"]),
        is_definite=seen.text.at("is_definite", heads["token"]),
    )
    return with_contexts(heads, seen, left=0, right=_REACH)


def _apply_rules(heads: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The names that heads open, by the rules of each kind of head."""
    kinds = heads.partition_by("named_by", "is_definite", as_dict=True)
    for kind, rules in COMPILED.items():
        if kind in kinds:
            yield _spans(kinds[kind], rules)


def _spans(heads: pl.DataFrame, rules: Iterable[str]) -> pl.DataFrame:
    """The names that some rules read from heads; the longest of each."""
    lengths = [n_tokens(pl.col("right").str.extract(rule, 1)) for rule in rules]
    return heads.select(
        "token", pl.max_horizontal(lengths).alias("n_tokens"), "document"
    ).drop_nulls()


def _apart(bodies: pl.DataFrame) -> pl.DataFrame:
    """Of overlapping names the first, of one start the longest; a listed before a found one."""
    bodies = bodies.sort(
        "token", "n_tokens", "entity_id", descending=[False, True, False], nulls_last=True
    ).unique("token", keep="first", maintain_order=True)
    end = (pl.col("token") + pl.col("n_tokens")).cum_max().shift(1).fill_null(0)
    return bodies.filter(pl.col("token") >= end)


def _less_lands(found: pl.DataFrame, listed: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Less names that only add a country to a listed one: `اتهمت حركة حماس | إسرائيل`.

    What could be an adjective is part of the name: `شركة زين السعودية`.
    """
    last = found["token"] + found["n_tokens"] - 1
    adds_land = is_class(reading.letters[last], "COUNTRY") & (reading.clitics[last] == ord("0"))
    adds_land &= ~reading.text.at("folded", last).str.ends_with("ية")
    shorter = found.select("token", n_tokens=pl.col("n_tokens") - 1).with_row_index("row")
    shorter = shorter.filter(adds_land).join(listed, on=["token", "n_tokens"], how="semi")
    return found.filter(~marked(shorter["row"], found.height))


def _with_country(found: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    last = last_country(names, found["token"] + found["n_tokens"] - 1)
    missing = pl.lit(None, pl.String)
    return found.with_columns(at=last["at"], code=last["country_code"]).select(
        "token",
        "n_tokens",
        "document",
        entity_id=missing,
        entity_name=missing,
        entity_name_latin=missing,
        country_code=pl.when(pl.col("at") >= pl.col("token")).then("code"),
    )
