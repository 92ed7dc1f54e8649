"""Lone words that name somebody: surnames, and first names where no surname follows."""

import polars as pl

from extract.reading.alphabet import code, is_class, is_clitic
from extract.reading.knowledge import Knowledge
from extract.reading.spans import covered_tokens
from extract.reading.words import Reading

# Letters of words that may be a surname even though they mean something else.
_SURNAME_CLASSES = ("GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE")
# … and other words, where a verb of speech or a form of address leads and the phrase closes.
_OTHER_CLASSES = (
    *("NISBA", "DEFINITE", "TITLE_OR_GIVEN", "NOUN", "ADJECTIVE", "TITLE_DEFINITE"),
    *("ADVERB", "PREP", "LI", "COMP", "PARTICLE", "PRONOUN", "VERB", "PLACE", "COUNTRY"),
)
_LEADS = ("FINITE", "WEAK_FINITE", "ABOUT", "ACCORDING", "TITLE_OR_GIVEN", "NOMINAL")
_CLOSES = ("COMP", "COMMA", "COLON", "OPEN", "STOP", "IN", "ON", "ABOUT", "TO", "FROM", "BREAK")
# A first name alone is not followed by what would be its surname, a surname not led by what it
# describes.
_NOMINAL = (
    "NOUN", "DEFINITE", "ADJECTIVE", "UNKNOWN", "UNKNOWN_DEFINITE", "GIVEN", "TITLE_OR_GIVEN",
    "NISBA", "PLACE",
    "CONTENT_NOUN", "PERSON",
)  # fmt: skip
_WITHIN = (
    "UNKNOWN",
    "GIVEN",
    "PLACE",
    "PERSON",
    "TITLE_OR_GIVEN",
    "NAME_PARTICLE",
    "UNKNOWN_DEFINITE",
)
_DESCRIBED = ("DEFINITE", "ORG_HEAD", "UNKNOWN_DEFINITE", "SOURCE", "DOCUMENT")


def find_lone_names(
    people: pl.DataFrame, named: pl.DataFrame, reading: Reading, knowledge: Knowledge
) -> pl.DataFrame:
    """Lone words that name somebody named in full in the article, or one person anywhere."""
    at = (is_class(reading.letters, *_SURNAME_CLASSES) | _may_be_surname(reading)).arg_true()
    words = reading.text.tokens.select("token", "document")[at]
    words = words.with_columns(name=reading.text.at("bare", at), is_conjoined=pl.lit(value=False))
    # No list says whether the first letter of an unknown word is a proclitic; the article does.
    stripped = words.filter(pl.col("name").str.contains("^[وفبلك]")).with_columns(
        name=pl.col("name").str.slice(1), is_conjoined=pl.lit(value=True)
    )
    of_article = pl.concat([words, stripped]).join(
        _ends(people), on=["document", "name"], how="inner", maintain_order="left"
    )
    of_anywhere = words.filter(pl.col("name").is_in(knowledge.surnames))
    found = pl.concat([of_article, of_anywhere], how="diagonal")
    before, after = (reading.letters[reading.text.step(found["token"], n)] for n in (-1, 1))
    is_followed = is_class(after, *_NOMINAL)
    led_by_noun = pl.lit(is_class(before, *_DESCRIBED)) & pl.col("name").str.starts_with("ال")
    stands = (
        pl.when(pl.col("is_first").is_null())
        .then(~(_is_part(found["token"], reading) | is_followed))
        .when("is_first")
        .then(~(is_followed | (before == code("PERSON"))))
        .otherwise(~led_by_noun)
    )
    return (
        found.filter(stands)
        .select("token", "document", "name", "is_conjoined")
        .unique("token", keep="first", maintain_order=True)
        .join(
            covered_tokens(named).to_frame("token"), on="token", how="anti", maintain_order="left"
        )
        .with_columns(n_tokens=pl.lit(1, pl.UInt32), mention_kind=pl.lit("surname"))
        .sort("token")
    )


def _may_be_surname(reading: Reading) -> pl.Series:
    """Words of other classes where a name stands: `قال التركي إن`, `السيد الأمين،`."""
    letters = reading.letters
    is_other = is_class(letters, *_OTHER_CLASSES)
    is_led = is_class(letters.shift(1), *_LEADS)
    # `تخفيف الضغط عن الزبداني` is of a town.
    is_place = is_class(letters, "PLACE", "COUNTRY") & is_class(letters.shift(1), "ABOUT")
    is_led &= ~is_place
    is_closed = is_class(letters.shift(-1), *_CLOSES)
    # `قالت كيني للصحافيين`
    is_closed |= is_clitic(reading.clitics.shift(-1), "l")
    return (is_other & is_led & is_closed).fill_null(value=False)


def _is_part(tokens: pl.Series, reading: Reading) -> pl.Series:
    """Whether a word continues a name, or is what a thing or body is called: `ميناء تانجا`."""
    at = reading.text.step(tokens, -1)
    named_by = reading.text.at("named_by", at)
    names_it = named_by.is_not_null() & (named_by != "state")
    return names_it | is_class(reading.letters[at], *_WITHIN)


def _ends(people: pl.DataFrame) -> pl.DataFrame:
    """The single words that a person of the article goes by: the last of the name, the first."""
    # `حسن شكر الله` goes by `شكر الله`, and not by God's name.
    is_single = ~pl.col("name").str.contains(" ", literal=True) & (pl.col("name") != "الله")
    single = people.filter(is_single)
    is_last = pl.col("person").str.ends_with(pl.concat_str(pl.lit(" "), "name"))
    is_first = pl.col("person").str.starts_with(pl.concat_str("name", pl.lit(" ")))
    return single.filter(is_last | is_first).select("document", "name", is_first=~is_last)
