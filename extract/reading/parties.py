"""Who may deal with whom in a sentence: mentions that stand for a country.

A party is a country by name or adjective, its capital acting for it, a person or body of it. What
joins it to its sentence is found in `extract.reading.markers`; what the parties do to each other
belongs in `extract.reading.dealings`.
"""

import polars as pl

from extract.reading.alphabet import code, is_class
from extract.reading.international import is_international_body, is_roving, silent_tokens
from extract.reading.knowledge import Knowledge
from extract.reading.markers import NO_COUNTRY, ROVING, mark_parties
from extract.reading.neighbours import neighbours
from extract.reading.stand_ins import (
    coalitions,
    kingdoms,
    local_actors,
    opponents,
    own_countries,
    settlers,
)
from extract.reading.words import Reading

_COLUMNS = (
    "document", "sentence", "token", "last", "country_code", "kind", "is_name", "is_nisba",
)  # fmt: skip
# The adjective of money has no part in anything.
_CURRENCIES = (
    "دولار", "دولارا", "دولارات", "ريال", "جنيه", "ليرة", "دينار", "درهم", "روبل", "يوان", "كرونة",
    "فرنك",
)  # fmt: skip
# What somebody of no office carries with him: `مسافر من الجنسية السورية`, `جواز سفر أمريكي`.
_PRIVATE = ("جنسية", "جنسيات", "جواز", "سفر", "اصل", "اصول", "لهجة", "لغة")
# … nor has that of a file: to deal with it is to deal with nobody, unless two countries have it.
_FILES = ("ملف", "ازمة", "ازمات", "وضع", "اوضاع")


def find_parties(
    mentions: pl.DataFrame,
    statements: pl.DataFrame,
    homes: pl.DataFrame,
    reading: Reading,
    knowledge: Knowledge,
) -> pl.DataFrame:
    """Mentions that stand for a country, in running order.

    Args:
        mentions: Rows of `tables.mention_rows`, with `token` and `n_tokens`, and `is_serving`, of
            people who speak for no country.
        statements: With speakers; `بلاده` in what somebody says is the speaker's country.
        homes: `document`, `home_code` of articles that tell of their own country.
        reading: Words of the batch.
        knowledge: For what bodies are.

    Returns:
        `document`, `sentence`, `token`, `last`, `country_code`, `kind` (`state`, `side`, `place`),
        `is_name`, `is_nisba`, `is_conjoined`, `start` (of the noun phrase), `marker`, `hangs_at`
        (token of the marker's clause), `is_located` (named after who acts for it: `السلطات في
        اليمن`), and `chain`, a number that those joined by `و` share.
    """
    # Whoever acts for no country is a party too, of none: what is theirs is nobody else's.
    of_none = is_international_body(mentions, knowledge) | mentions["is_serving"]
    mentions = mentions.with_columns(
        country_code=pl.when(of_none)
        .then(pl.lit(NO_COUNTRY))
        .when(is_roving(mentions, knowledge))
        .then(pl.lit(ROVING))
        .otherwise("country_code")
    )
    standing = _standing(mentions, reading, knowledge)
    others = [own_countries(statements, reading), kingdoms(mentions, reading)]
    others += [settlers(mentions, reading), local_actors(homes, reading)]
    others.append(coalitions(pl.concat([standing, *others]), reading))
    stands = pl.concat([standing, *others])
    stands = stands.sort("token", "last", descending=[False, True]).unique(
        ["token", "country_code"], keep="first", maintain_order=True
    )
    parties = mark_parties(_of_one_country(stands), reading)
    against = opponents(parties, reading)
    return pl.concat([parties, against.select(parties.columns)]).sort("token", "last")


def _standing(mentions: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    tokens = reading.text.tokens
    before = neighbours(mentions["token"], -1, reading, "letter", "bare")
    heads = knowledge.place_heads["folded"].implode()
    after = neighbours(mentions["token"], 1, reading, "letter")["letter"]
    is_nisba = pl.col("mention_kind") == "nisba"
    is_file = is_nisba & pl.col("word_before").str.strip_prefix("ال").is_in(_FILES)
    is_file &= ~pl.lit(is_class(after, "NISBA", "DASH"))
    is_place = pl.col("entity_type") == "place"
    kind = (
        pl.when(is_place & (pl.col("mention_kind") != "capital"))
        .then(pl.lit("place"))
        # `شينجيانغ الصينية`: the adjective says where a place is.
        .when(is_nisba & (pl.col("before") == code("PLACE")))
        .then(pl.lit("place"))
        # `العاصمة الماليزية` is where something happens.
        .when(is_nisba & pl.col("word_before").str.strip_prefix("ال").is_in(heads))
        .then(pl.lit("place"))
        .when(is_nisba & pl.col("word_before").is_in(_CURRENCIES))
        .then(None)
        .when(is_nisba & pl.col("word_before").str.strip_prefix("ال").is_in(_PRIVATE))
        .then(None)
        .when(is_file)
        .then(None)
        .when(pl.col("entity_type").is_in(["person", "organization"]))
        .then(pl.lit("side"))
        .otherwise(pl.lit("state"))
    )
    rows = mentions.with_columns(
        before=before["letter"],
        word_before=before["bare"],
        document=tokens["document"][mentions["token"]],
        sentence=tokens["sentence"][mentions["token"]],
        last=(pl.col("token") + pl.col("n_tokens") - 1).cast(pl.UInt32),
    ).with_columns(
        kind=kind,
        is_nisba=is_nisba,
        is_name=~is_nisba & pl.col("entity_type").is_in(["country", "place"]),
    )
    silent = silent_tokens(rows, reading, knowledge)
    return rows.filter(
        pl.col("country_code").is_not_null()
        & pl.col("kind").is_not_null()
        & ~pl.col("is_dateline")
        & ~pl.col("token").is_in(silent)
    ).select(_COLUMNS)


def _of_one_country(parties: pl.DataFrame) -> pl.DataFrame:
    """Drop bodies of several countries (`القوات الأمريكية والبريطانية`): each is named in them."""
    bodies = parties.filter((pl.col("kind") == "side") & (pl.col("last") > pl.col("token")))
    named = parties.filter(pl.col("kind") == "state").select(
        "sentence", at="token", other="country_code"
    )
    mixed = bodies.join(named, on="sentence", how="inner", maintain_order="left").filter(
        pl.col("at").is_between("token", "last") & (pl.col("other") != pl.col("country_code"))
    )
    keys = ["token", "last", "country_code"]
    return parties.join(mixed.select(keys).unique(), on=keys, how="anti", maintain_order="left")
