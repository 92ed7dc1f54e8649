"""Names that are also words, or names of several: whether they are names here, and whose.

`مالي` is Mali and "financial", `التركي` an adjective and a surname, `عمان` Oman and Amman, `طرابلس`
in Libya and in Lebanon. The neighbours decide (`extract.reading.homonym_rules`), then what
else the article names. Which of overlapping names stands belongs in `extract.reading.mentions`.
"""

from typing import NamedTuple

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, once_a_version
from extract.reading.alphabet import is_class
from extract.reading.homonym_rules import (
    is_compared,
    is_in_country,
    is_listed,
    may_be_name,
    stands,
)
from extract.reading.homonym_spelling import spelt_otherwise
from extract.reading.knowledge import Knowledge, compile_knowledge
from extract.reading.namesakes import contexts_of_names, settle_owners
from extract.reading.neighbours import neighbours
from extract.reading.short_names import is_adjective, is_party, is_told
from extract.reading.spans import marked
from extract.reading.words import Reading

_GEOGRAPHIC = ("country", "nisba", "place")
_BODIES = ("organization", "agency")
_SURNAMES = ("GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE")
# The Uruguay of `نهر الأوروغواي` is a river.
_WATERS = ("river", "sea")
# Whose a name is.
_OWNER = ("entity_id", "entity_name", "entity_name_latin", "country_code")


class _Listed(NamedTuple):
    """What the word lists say of words beside names: lists of folded words, each as one cell."""

    given_names: pl.Series
    arabic_names: pl.Series
    place_heads: pl.Series
    waters: pl.Series
    contexts: dict[str, pl.DataFrame]


@once_a_version
def _listed(lexicons: Lexicons) -> _Listed:
    given = fold(lexicons["given_names"], "name", "folded")
    heads = fold(lexicons["place_heads"], "head", "folded")
    contexts = contexts_of_names(lexicons)
    return _Listed(
        given["folded"].implode(),
        given.filter(pl.col("origin") == "arabic")["folded"].implode(),
        heads["folded"].implode(),
        heads.filter(pl.col("place_type").is_in(_WATERS))["folded"].implode(),
        {
            side: contexts.filter(pl.col("side") == side)
            .unique(["entry", "neighbour"], keep="first", maintain_order=True)
            .select(
                "entry",
                pl.col("neighbour").alias(f"{side}_bare"),
                pl.col("country_code").fill_null("").alias(f"{side}_code"),
            )
            for side in ("before", "after")
        },
    )


@once_a_version
def _asked(lexicons: Lexicons) -> pl.DataFrame:
    """What is asked of names, by form: what the lexicons say, and what the form is besides."""
    knowledge = compile_knowledge(lexicons)
    contexts = contexts_of_names(lexicons)
    entries = contexts.select("entry", entry_id="form").unique("entry_id", maintain_order=True)
    namesakes = contexts.filter(pl.col("side") == "article")["entry"]
    ambiguous_places = lexicons["places"].filter("is_ambiguous")["place_id"]
    return knowledge.entries.join(entries, on="entry_id", how="left", maintain_order="left").select(
        *("entry_id", "proclitics", "has_article", "gender", "number", "mention_kind"),
        *(*_OWNER, "entry"),
        is_ambiguous=pl.col("is_ambiguous") | is_compared(),
        is_namesake=pl.col("entry").is_in(namesakes.implode()).fill_null(value=False),
        is_everyday=knowledge.names.forms["is_everyday"],
        is_curated=pl.col("entry_id").is_in(ambiguous_places.implode())
        | (pl.col("lexicon") != "place"),
    )


def settle_homonyms(hits: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Drop hits that are no names where they stand, and say whose the others likeliest are.

    Args:
        hits: `token`, `n_tokens`, `form`, `document` and `lexicon`, as `find_forms` orders them.
        reading: Words, names not yet marked.
        knowledge: What forms stand for.

    Returns:
        The hits that stand, with whose they are (`entity_id`, `entity_name`, `entity_name_latin`,
        `country_code`), and `n_backing`: of names of several, how often the article names that
        country for sure.
    """
    is_geographic, is_body = (hits["lexicon"].is_in(kind) for kind in (_GEOGRAPHIC, _BODIES))
    places = hits.filter(is_geographic & ~spelt_otherwise(hits, reading))
    names = _backed(_beside(places, reading, knowledge).filter(may_be_name()))
    names = names.filter(~pl.col("is_ambiguous") | pl.col("told_code").is_not_null() | stands())
    names = settle_owners(names.with_columns(is_listed=is_listed()), knowledge.lexicons)
    bodies = _owned(_bodies(hits.filter(is_body), hits, reading, knowledge), names)
    # `الشرق الأوسط وشمال أفريقيا`: what a place's name begins with is no paper.
    longer = bodies.select("token", "n_tokens").join(
        names.select("token", n="n_tokens"), on="token"
    )
    longer = longer.filter(pl.col("n") > pl.col("n_tokens"))
    bodies = bodies.join(longer, on=["token", "n_tokens"], how="anti", maintain_order="left")
    others = hits.filter(~(is_geographic | is_body))
    others = others.hstack(knowledge.entries[_OWNER][others["form"]])
    columns = (*hits.columns, *_OWNER)
    return pl.concat(
        [
            names.select(*columns, "n_backing"),
            pl.concat([bodies.select(columns), others]).with_columns(
                n_backing=pl.lit(0, pl.UInt32)
            ),
        ]
    )


def _bodies(
    bodies: pl.DataFrame, hits: pl.DataFrame, reading: Reading, knowledge: Knowledge
) -> pl.DataFrame:
    """The names of bodies that stand, with whose they are."""
    bodies = bodies.hstack(knowledge.entries[[*_OWNER, "is_ambiguous"]][bodies["form"]])
    # Of the forms of one entry only those of one word are words besides (`فتح`, not `حركة فتح`).
    is_doubted = pl.col("is_ambiguous") & (pl.col("n_tokens") == 1)
    doubted = bodies.filter(is_doubted)
    # The article may name the same in a form that is nothing else.
    sure = bodies.filter(~pl.col("is_ambiguous")).select("document", "entity_id")
    rows = doubted.with_row_index("row").join(sure, on=["document", "entity_id"], how="semi")
    is_sure = marked(rows["row"], doubted.height)
    # `(واس)`: in brackets a short name of an agency is one, a word is none.
    before, after = (reading.letters[reading.text.step(doubted["token"], n)] for n in (-1, 1))
    is_bracketed = is_class(before, "OPEN", "LPAREN") & is_class(after, "CLOSE", "RPAREN")
    is_bracketed &= ~knowledge.names.forms["is_everyday"][doubted["form"]]
    is_bracketed &= doubted["lexicon"] == "agency"
    is_named = is_told(doubted, reading, knowledge) | is_party(doubted, hits, reading, knowledge)
    doubted = doubted.filter(is_sure | is_bracketed | is_named)
    bodies = pl.concat([bodies.filter(~is_doubted), doubted])
    is_other = is_adjective(bodies, hits, reading) | _is_somebody(bodies, reading, knowledge)
    return bodies.filter(~is_other)


def _is_somebody(bodies: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.Series:
    """`السفيرة مرسيدس أيالا`: a first name between a title and a surname is no firm."""
    letters, at = reading.letters, bodies["token"]
    given = _listed(knowledge.lexicons).given_names
    is_one = (bodies["n_tokens"] == 1) & reading.text.at("folded", at).is_in(given)
    titled = is_class(letters[reading.text.step(at, -1)], "TITLE", "TITLE_DEFINITE")
    return is_one & titled & is_class(letters[reading.text.step(at, 1)], *_SURNAMES)


def _owned(bodies: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Of bodies that are called the same (`حزب العمال`) the one whose country is named most."""
    span = ["token", "n_tokens"]
    # An agency that is listed among the organisations is one body with it.
    of_list = pl.col("entity_id").filter(pl.col("lexicon") == "organization")
    is_shared = bodies.select(of_list.n_unique().over(span) > 1).to_series()
    is_shared &= bodies["lexicon"] == "organization"
    if not is_shared.any():
        return bodies
    shared, place = bodies.filter(is_shared), ["document", "country_code"]
    counts = names.group_by(place).agg(n_named=pl.len())
    # Who is named in full besides is meant, whatever countries are named.
    same = ["document", "entity_id"]
    full = bodies.filter(~is_shared).select(same).unique().with_columns(is_sure=pl.lit(value=True))
    shared = shared.join(counts, on=place, how="left", maintain_order="left").join(
        full, on=same, how="left", maintain_order="left"
    )
    shared = shared.with_columns(
        pl.col("is_sure").fill_null(value=False), pl.col("n_named").fill_null(0)
    )
    most = shared.sort(
        *span, "is_sure", "n_named", "entity_id", descending=[False, False, True, True, False]
    ).unique(span, keep="first", maintain_order=True)
    return pl.concat([bodies.filter(~is_shared), most.select(bodies.columns)])


def _beside(hits: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Add what the form is besides a name, the words and letters beside, and what these tell.

    `told_code` is the country that a word beside tells, empty where it makes it no name;
    `before_code` that of the word before.
    """
    hits = hits.hstack(_asked(knowledge.lexicons)[hits["form"]])
    before = neighbours(hits["token"], -1, reading, "letter", "bare")
    ends = hits["token"] + hits["n_tokens"]
    after = neighbours(ends - 1, 1, reading, "letter", "clitic", "bare")
    listed = _listed(knowledge.lexicons)
    head = pl.lit(before["bare"]).str.strip_prefix("ال")
    return hits.with_columns(
        before=before["letter"],
        after=after["letter"],
        after_clitic=after["clitic"],
        before_bare=before["bare"],
        after_bare=after["bare"],
        is_given=reading.text.at("bare", hits["token"]).is_in(listed.given_names),
        is_given_whole=reading.text.at("folded", hits["token"]).is_in(listed.given_names),
        n_readings=pl.col("entity_id").n_unique().over("token", "n_tokens"),
        follows_arabic_name=pl.lit(before["bare"]).is_in(listed.arabic_names),
        is_headed=head.is_in(listed.place_heads),
        # … but Syria in `دول الخليج وسوريا` is a country.
        is_water=pl.lit(before["bare"]).is_in(listed.waters)
        & (pl.col("lexicon") != "place")
        & ~pl.col("proclitics").fill_null("").str.contains("[وف]"),
        # A country or place named for sure ends on the token before.
        follows_name=pl.col("token").is_in(ends.filter(~hits["is_ambiguous"]).implode()),
    ).hstack(_told_codes(hits, before["bare"], after["bare"], listed))


def _told_codes(
    hits: pl.DataFrame, before: pl.Series, after: pl.Series, listed: _Listed
) -> pl.DataFrame:
    """The country that the word before a name tells, and the word before or after."""
    at = hits["entry"].is_not_null().arg_true()
    asked = hits.select("entry")[at].with_columns(before_bare=before[at], after_bare=after[at])
    for side, contexts in listed.contexts.items():
        asked = asked.join(
            contexts, on=["entry", f"{side}_bare"], how="left", maintain_order="left"
        )
    told = asked.select("before_code", told_code=pl.coalesce("before_code", "after_code"))
    missing = pl.Series([None], dtype=pl.String).new_from_index(0, hits.height)
    return pl.DataFrame({code.name: missing.clone().scatter(at, code) for code in told})


def _backed(hits: pl.DataFrame) -> pl.DataFrame:
    """Add `is_backed`: the article surely names the same; and `n_backing` of its country.

    `is_backed` is asked of the ambiguous alone, `n_backing` of spans of several readings.
    """
    is_sure = ~pl.col("is_ambiguous") | (pl.col("told_code") == pl.col("country_code"))
    is_sure = is_sure.fill_null(value=False) | is_in_country()
    is_single = pl.col("n_readings") == 1
    hits = hits.with_row_index("row")
    same = hits.filter(is_sure | pl.col("is_headed")).select("document", "entity_id")
    backed = hits.filter("is_ambiguous").join(same, on=["document", "entity_id"], how="semi")["row"]
    # `الرئيس المالي` in a story from Bamako.
    nisbas = hits.filter(pl.col("is_ambiguous") & (pl.col("lexicon") == "nisba"))
    lands = hits.filter(is_sure & is_single).select("document", "country_code")
    there = nisbas.join(lands, on=["document", "country_code"], how="semi")["row"]
    backed = pl.concat([backed, there])
    token = pl.col("token")
    is_shared = (token == token.shift(1)) | (token == token.shift(-1))
    shared = hits.filter(is_shared).select("row", "document", "country_code")
    sure = hits.filter(is_sure & is_single & ~pl.col("is_namesake"))
    sure = sure.select("token", "document", "country_code").join(
        shared, on=["document", "country_code"], how="semi"
    )
    counts = sure.unique().group_by("document", "country_code").agg(n_backing=pl.len())
    counts = shared.join(counts, on=["document", "country_code"], how="inner")
    n_backing = pl.repeat(0, hits.height, dtype=pl.UInt32, eager=True)
    return hits.drop("row").with_columns(
        is_backed=pl.repeat(False, hits.height, eager=True).scatter(backed, True),
        n_backing=n_backing.scatter(counts["row"], counts["n_backing"]),
    )
