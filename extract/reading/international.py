"""Who acts for no country: persons and bodies whose nationality says nothing of dealings."""

from typing import NamedTuple

import polars as pl

from extract.arabic.normalize import fold, fold_series
from extract.lexicons import Lexicons, once_a_version, split_cell
from extract.reading.alphabet import is_class
from extract.reading.knowledge import Knowledge
from extract.reading.spans import marked
from extract.reading.words import Reading

_INTERNATIONAL = ("international_body", "regional_body")
# Bodies whose country has no part in what they tell, sell, teach or play.
_SILENT_BODIES = (
    "media", "football_club", "sport_body", "company", "university", "think_tank", "ngo", "bank",
    "institute",
)  # fmt: skip
_ARTICLES = ("", "ال", "ل", "لل", "ب", "بال")
_SILENT_HEADS = ("media", "football_club", "sport_body")
# `المبعوث الأممي`, `الممثل الخاص للأمين العام`, `المفوض الأوروبي`: they serve no one country.
# `المبعوث الخاص إلى سوريا`: of one without a word on whose he is.
_SENT = "^ (?:ال)?مبعوث (?:الخاص |الدولي )?الي "
_OF_THE_NATIONS = (
    "اممي|(?:مبعوث|موفد|وسيط) الدولي|للامين العام|مفوض[ةه]? ?(?:ال)?اوروبي|مفوض[ةه] السياس"
    "|مسؤول[ةه] السياس[ةه] الخارجي|ممثل[ةه]? (?:ال)?(?:عليا|اعلي) "
)


def is_international_body(mentions: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    """Whether each mention is of an international body."""
    bodies = _international(knowledge.lexicons).bodies
    return mentions["entity_id"].is_in(bodies).fill_null(value=False)


def is_roving(mentions: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    """Whether each mention is of an armed group that is no one country's."""
    groups = _international(knowledge.lexicons).roving
    return mentions["entity_id"].is_in(groups).fill_null(value=False)


def is_international(mentions: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    """Whether a mention is of a person who speaks for no country.

    Such are those whom the article gives a role in an international body, and those of the lexicon
    whom neither an office of their country nor the article gives a role in one.
    """
    known = _international(knowledge.lexicons)
    is_person = mentions["entity_type"] == "person"
    id_, of_one = pl.col("entity_id"), ["article_id", "entity_id"]
    people = mentions.select(*of_one, "role_text").filter(is_person)
    people = people.join(
        _serving_roles(people["role_text"], known.names),
        on="role_text",
        how="left",
        maintain_order="left",
    ).with_columns(
        pl.col("serves").fill_null(value=False),
        is_holder=id_.is_in(known.holders).fill_null(value=False),
        is_servant=id_.is_in(known.servants).fill_null(value=False),
    )
    is_listed = id_.str.starts_with("person:") & ~pl.col("is_holder")
    may_serve = (is_listed & pl.col("role_text").is_null()).fill_null(value=True)
    # One role may be of who stands beside him: of a president it takes two.
    n_serving = pl.col("serves").sum().over(of_one)
    mostly = n_serving > pl.col("is_holder").cast(pl.UInt32)
    n_roles = pl.col("role_text").count().over(of_one)
    mostly &= 2 * n_serving >= n_roles
    # `شكر رئيس الحكومة عنان`: one role more may be of who thanks him.
    mostly |= pl.col("is_servant") & (n_roles - n_serving.cast(pl.Int64) <= 1)
    of_none = people.select(mostly | may_serve.all().over(of_one)).to_series()
    return marked(is_person.arg_true().filter(of_none), mentions.height)


def _serving_roles(roles: pl.Series, names: list[str]) -> pl.DataFrame:
    """Which of the distinct roles are of a body of many nations: `role_text`, `serves`."""
    distinct = roles.drop_nulls().unique()
    role = " " + fold_series(distinct) + " "
    serves = role.str.contains_any(names) | role.str.contains(_OF_THE_NATIONS)
    serves |= role.str.contains(_SENT)
    # `سفير اليابان لدى الأمم المتحدة` serves Japan.
    serves &= ~role.str.contains(" لدي ", literal=True)
    return pl.DataFrame({"role_text": distinct, "serves": serves})


def silent_tokens(rows: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.Series:
    """Tokens of names of media and clubs, whose country has no part in what they do."""
    is_body = rows["entity_type"] == "organization"
    bodies = rows.select("token", "last", "entity_id").filter(is_body)
    head, id_ = pl.lit(reading.text.at("bare", bodies["token"])), pl.col("entity_id")
    # `لوكالة "رويترز"`
    opens = reading.letters[reading.text.step(bodies["token"], 1)]
    is_silent = (
        (pl.lit(is_class(opens, "OPEN")) & (head == "وكالة"))
        | head.str.strip_prefix("ال").is_in(_international(knowledge.lexicons).silent_heads)
        | id_.is_in(silent_bodies(knowledge).implode())
        | id_.str.starts_with("agency:")
    )
    spans = bodies.filter(is_silent)
    return (
        spans.select(pl.int_ranges("token", pl.col("last") + 1, dtype=pl.UInt32))
        .explode("token", empty_as_null=False)["token"]
        .implode()
    )


def silent_bodies(knowledge: Knowledge) -> pl.Series:
    """Ids of the listed bodies whose country has no part in what they do."""
    return _international(knowledge.lexicons).silent_bodies


class _Listed(NamedTuple):
    """What the word lists say of bodies and their people.

    Attributes:
        bodies: Ids of international bodies.
        roving: Ids of armed groups of no country.
        names: What those are called: folded, without article.
        holders: Ids of people who have held offices of no country alone.
        servants: Ids of people who have held offices of international bodies alone.
        silent_heads: Folded nouns that open the names of silent bodies.
        silent_bodies: Ids of silent bodies.
    """

    bodies: pl.Series
    roving: pl.Series
    names: list[str]
    holders: pl.Series
    servants: pl.Series
    silent_heads: pl.Series
    silent_bodies: pl.Series


@once_a_version
def _international(lexicons: Lexicons) -> _Listed:
    organizations = lexicons["organizations"]
    is_roving = (pl.col("organization_type") == "armed_group") & pl.col("country_code").is_null()
    bodies = organizations.filter(pl.col("organization_type").is_in(_INTERNATIONAL))
    roving = organizations.filter(is_roving)
    called = pl.concat(
        [bodies["name_ar"], bodies.select(split_cell("variants").explode())["variants"]]
    )
    # Who has held an office of none is taken for its holder unless the article gives another role.
    terms = lexicons["office_terms"].filter(
        pl.col("country_code").is_not_null().all().over("person_id")
    )
    served = lexicons["office_terms"].filter(
        pl.col("country_code").is_null().all().over("person_id")
    )
    heads = fold(lexicons["organization_heads"], "head", "folded").filter(
        pl.col("organization_type").is_in(_SILENT_HEADS)
    )
    silent = organizations.filter(pl.col("organization_type").is_in(_SILENT_BODIES))
    return _Listed(
        bodies=_ids(bodies).implode(),
        roving=_ids(roving).implode(),
        # The article melts into `ل` (`للأمم المتحدة`).
        names=_in_roles(fold_series(called.drop_nulls()).str.strip_prefix("ال")),
        holders=_people(terms),
        servants=_people(served),
        silent_heads=heads["folded"].implode(),
        silent_bodies=_ids(silent),
    )


def _in_roles(names: pl.Series) -> list[str]:
    """What stands for bodies in a role between blanks: short names are parts of other words."""
    is_word = ~names.str.contains(" ", literal=True)
    forms = [f" {article}{name} " for name in names.filter(is_word) for article in _ARTICLES]
    return [*names.filter(~is_word), *forms]


def _people(terms: pl.DataFrame) -> pl.Series:
    ids = terms.select(pl.concat_str(pl.lit("person:"), "person_id"))
    return ids.unique().to_series().implode()


def _ids(organizations: pl.DataFrame) -> pl.Series:
    return organizations.select(
        pl.concat_str(pl.lit("organization:"), "organization_id")
    ).to_series()
