"""What agencies and parties are called for short, and is a word besides.

An agency is a name in marks alone, an adjective anywhere else; a party is one where the article
names its country.
"""

import polars as pl

from extract.lexicons import Lexicons, once_a_version
from extract.reading.alphabet import code, is_class, is_clitic
from extract.reading.knowledge import Knowledge
from extract.reading.neighbours import neighbours
from extract.reading.spans import marked
from extract.reading.words import Reading

# What follows a name; whose enthusiasm it is or what is opened does not (`حماس الجماهير`).
_FOLLOWS = (
    *("STOP", "COMMA", "COLON", "BREAK", "OPEN", "CLOSE", "LPAREN", "RPAREN", "MARK", "DASH"),
    *("IN", "PREP", "TO", "ON", "ABOUT", "FROM", "COMP", "WHICH", "RELATIVE", "NEGATION"),
    *("FINITE", "WEAK_FINITE", "VERB", "AUX", "NISBA", "COUNTRY", "TIME", "ADVERB", "PARTICLE"),
)

_OF_A_PARTY = "^[وفبل]?(?:وفد|وفدا|قيادات|قيادي|عناصر|مقاتلي|حركة|زعيم|ناشطي)$"
_WITH_ARTICLE = "^[وف]?[بل]?(?:ال|لل)"


@once_a_version
def _parties(lexicons: Lexicons) -> pl.Series:
    return _bodies_of(lexicons, "party")


@once_a_version
def _papers(lexicons: Lexicons) -> pl.Series:
    return _bodies_of(lexicons, "media")


def _bodies_of(lexicons: Lexicons, organization_type: str) -> pl.Series:
    """Ids of the listed bodies of a type, as one cell."""
    listed = lexicons["organizations"]
    bodies = listed.filter(pl.col("organization_type") == organization_type)
    return ("organization:" + bodies["organization_id"]).implode()


def is_told(doubted: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.Series:
    """Which names that are words besides are papers one speaks to: `قال لـ«الحياة» إن`."""
    at, text = doubted["token"], reading.text
    far, before, after = (reading.letters[text.step(at, n)] for n in (-2, -1, 1))
    is_marked = is_class(before, "OPEN") & is_class(after, "CLOSE")
    is_led = is_class(far, "LI", "TO", "DOCUMENT")
    is_paper = doubted["entity_id"].is_in(_papers(knowledge.lexicons))
    return is_marked & is_led & is_paper.fill_null(value=False)


def is_party(
    doubted: pl.DataFrame, hits: pl.DataFrame, reading: Reading, knowledge: Knowledge
) -> pl.Series:
    """Which names that are words besides are parties: `حماس` where Palestine or its party is.

    Args:
        doubted: Hits of bodies, with `entity_id` and `country_code`.
        hits: All hits, those of countries and places among them.
        reading: Words, names not yet marked.
        knowledge: For whose the hits are.
    """
    is_one = doubted["entity_id"].is_in(_parties(knowledge.lexicons))
    is_one &= ~is_clitic(reading.clitics[doubted["token"]], "b", "wb")
    after = neighbours(doubted["token"], 1, reading, "letter", "clitic")
    ends = is_class(after["letter"], *_FOLLOWS) & (after["clitic"] == ord("0"))
    # `زيارة وفد حماس للقاهرة`: nobody sends a delegation of enthusiasm.
    before = reading.text.at("folded", reading.text.step(doubted["token"], -1))
    is_led = before.str.contains(_OF_A_PARTY) & is_one
    is_one &= ends | (after["clitic"] == ord("1")) | is_led
    # Brothers are many, and in many countries; `فتح` is mostly a verb.
    folded = reading.text.at("folded", doubted["token"])
    verbs = knowledge.acts.filter("may_be_verb")["folded"].implode()
    is_one &= ~(folded.str.contains(_WITH_ARTICLE) | folded.is_in(verbs))
    owners = knowledge.entries["country_code"][hits["form"]]
    is_place = hits["lexicon"].is_in(["country", "nisba", "place"])
    named = pl.DataFrame({"document": hits["document"], "country_code": owners}).filter(is_place)
    led = doubted.filter(is_led).select("document", "country_code")
    rows = (
        doubted.with_row_index("row")
        .filter(is_one)
        .join(pl.concat([named, led]), on=["document", "country_code"], how="semi")["row"]
    )
    return marked(rows, doubted.height)


def is_adjective(others: pl.DataFrame, hits: pl.DataFrame, reading: Reading) -> pl.Series:
    """Which names of agencies are adjectives of countries here: `الحكومة الفرنسية`.

    In 1,600 articles 26 of 26 without marks were adjectives, 23 of 23 in marks the agency.

    Args:
        others: Hits of names, `token`, `n_tokens` and `lexicon`.
        hits: All hits, those of adjectives among them.
        reading: Words, names not yet marked.
    """
    is_short = (others["lexicon"] == "agency") & (others["n_tokens"] == 1)
    nisbas = hits.filter(pl.col("lexicon") == "nisba")["token"]
    is_short &= others["token"].is_in(nisbas.implode())
    before = neighbours(others["token"], -1, reading, "letter")["letter"]
    return is_short & (before != code("OPEN"))
