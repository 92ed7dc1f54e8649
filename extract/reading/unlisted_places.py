"""Names of places that no list holds, told by the words beside them.

After `مدينة`, joined to a place by `و`, or a foreign word alone after `في`. Whose they are belongs
in `extract.reading.places`.
"""

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, once_a_version, split_cell
from extract.reading.alphabet import among, code, codes, is_class
from extract.reading.knowledge import Knowledge
from extract.reading.neighbours import neighbours
from extract.reading.words import Reading

_NAME = ("UNKNOWN", "UNKNOWN_DEFINITE", "GIVEN")
_BARE = ord("0")
_PROCLITIC = "^[وفبلك]"
_TOWNS = ("بلدة", "قرية", "محافظة", "قضاء", "ناحية", "جزيرة")
# What may follow a name that stands alone.
_AFTER_NAME = (
    *("COMMA", "STOP", "BREAK", "RPAREN", "OPEN", "CLOSE", "COLON"),
    *("IN", "TO", "FROM", "PREP", "TIME", "PARTICLE", "COMP", "NISBA", "NUMBER"),
)
# A word with one of these endings has a pronoun, or is Arabic.
_NO_NAME = "(?:ه|ها|هم|هما|ك|كم|نا|ة|ات|تي|ان|ين|ون|وا|ا[ةه])$|^.{1,3}$|[0-9٠-٩A-Za-z]"
# `قضاء محكوميته`: with a pronoun.
_OWNED = r"^\S{3,}(?:ها|هم|هما|يته|اته)$"
# `منطقة آمنة`, `مناطق موبوءة`: participles that describe a zone.
_ZONES = ("منطقة", "مناطق")
_DESCRIBES = r"^م\S{3,}ة$|^\S?ا\S\Sة$"
# `قرية أبو العراج`, `بلدة بن معن`: words that are no name without the next.
_OPENINGS = ("ابو", "ابا", "ابي", "ام", "بن", "ابن", "بنت", "ال", "بني", "سان", "سانت", "سانتا")
_COMPLETES = (*_NAME, "DEFINITE", "NOUN", "PLACE", "TITLE_DEFINITE", "TITLE_OR_GIVEN", "NISBA")
# Months, teams and firms stand after `في` too.
_JOINED = r"^و\S{4,}$"


def find_unlisted(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Names after words that open names of places, and foreign words after `في`.

    Returns:
        `token`, `n_tokens`, `document`.
    """
    headed = _after_heads(reading, knowledge)
    return pl.concat([headed, _repeated(headed, reading), _after_in(reading)])


def find_joined(reading: Reading) -> pl.DataFrame:
    """Unlisted words that `و` joins to a place (`بين كالي وبوبايان`).

    Args:
        reading: Words with the letters of places set; the proclitics of those found are set in it.

    Returns:
        Columns as of `find_unlisted`.
    """
    letters = reading.letters
    is_joined = is_class(letters, "UNKNOWN", "UNKNOWN_DEFINITE")
    is_joined &= is_class(letters.shift(1), "PLACE").fill_null(value=False)
    is_joined &= is_class(letters.shift(-1), *_AFTER_NAME).fill_null(value=True)
    at = is_joined.arg_true()
    folded = reading.text.at("folded", at)
    may_be = folded.str.contains(_JOINED) & ~folded.str.contains(_NO_NAME)
    found = _single(at.filter(may_be), reading)
    reading.set_clitics(found["token"], "w")
    return found


def _after_in(reading: Reading) -> pl.DataFrame:
    """Foreign words alone after `في`."""
    letters = reading.letters
    is_alone = is_class(letters, "UNKNOWN") & (reading.clitics == _BARE)
    is_alone &= (letters.shift(1) == code("IN")).fill_null(value=False)
    is_alone &= is_class(letters.shift(-1), *_AFTER_NAME).fill_null(value=True)
    at = is_alone.arg_true()
    may_be = ~reading.text.at("folded", at).str.contains(_NO_NAME)
    return _single(at.filter(may_be), reading)


def _single(tokens: pl.Series, reading: Reading) -> pl.DataFrame:
    """Names of one word, but in datelines."""
    return (
        reading.text.tokens[tokens]
        .filter(pl.col("part") != "dateline")
        .select("token", n_tokens=pl.lit(1, pl.UInt32), document="document")
    )


def _after_heads(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Unlisted names after `مدينة`, two words at most: `token`, `n_tokens`, `document`."""
    heads = reading.text.which(_opens_place, knowledge.lexicons)
    at = reading.text.tokens.select("token", "document")[heads].with_columns(
        is_town=reading.text.at("bare", heads).is_in(_TOWNS),
        is_office=reading.text.at("bare", heads) == "قضاء",
        opens=reading.text.at("folded", reading.text.step(heads, 1)).is_in(_OPENINGS),
        place_type=reading.text.vocabulary.find(_place_types, knowledge.lexicons)[
            reading.text.tokens["word"][heads]
        ],
    )
    at = at.filter(~_says_otherwise(at["token"], reading))
    following = {n: neighbours(at["token"], n, reading, "letter", "clitic") for n in (1, 2)}
    names = at.with_columns(
        *(following[n]["letter"].alias(f"letter_{n}") for n in (1, 2)),
        *(following[n]["clitic"].alias(f"clitic_{n}") for n in (1, 2)),
    )
    # A direction stands before much; only a foreign word after it is a name for sure.
    is_direction = pl.col("place_type") == "direction"
    is_name = among("letter_1", _NAME) & (pl.col("clitic_1") == _BARE)
    # … nor does `قضاء` open one before the time or need that is spent and met.
    is_name &= ~(is_direction | pl.col("is_office")) | among("letter_1", ("UNKNOWN",))
    # `بلدة الشجرة`: a town has a name for its second word, whatever that means elsewhere.
    is_name |= (
        pl.col("is_town")
        & among("letter_1", ("DEFINITE",))
        & (pl.col("clitic_1") == _BARE)
        & ~among("letter_2", ("DEFINITE", "PERSON"))
        & ~pl.col("is_office")
    )
    is_completed = among("letter_2", _COMPLETES) & (pl.col("clitic_2") == _BARE)
    is_name = pl.when("opens").then(is_completed & ~is_direction).otherwise(is_name)
    goes_on = pl.col("opens") | (
        (pl.col("letter_1") == code("UNKNOWN"))
        & among("letter_2", ("UNKNOWN",))
        & (pl.col("clitic_2") == _BARE)
    )
    return names.filter(is_name).select(
        token=(pl.col("token") + 1).cast(pl.UInt32),
        n_tokens=pl.when(goes_on).then(2).otherwise(1).cast(pl.UInt32),
        document="document",
    )


def _says_otherwise(heads: pl.Series, reading: Reading) -> pl.Series:
    """Heads of no place: `من ناحية الجودة`, `عاصمة النور`, `قضاء حوائجهم`."""
    text, after = reading.text, reading.text.step(heads, 1)
    bare, is_article = text.at("bare", heads), text.at("folded", after).str.starts_with("ال")
    is_side = (bare == "ناحية") & is_class(reading.letters[text.step(heads, -1)], "FROM")
    is_owned = text.at("folded", after).str.contains(_OWNED)
    describes = bare.is_in(_ZONES) & text.at("folded", after).str.contains(_DESCRIBES)
    return is_side | ((bare == "عاصمة") & is_article) | is_owned | describes


def _place_types(words: pl.DataFrame, lexicons: Lexicons) -> pl.Series:
    """What each word opens the name of; null of other words."""
    heads = _head_words(lexicons)
    return words.join(heads, on="bare", how="left", maintain_order="left")["place_type"]


def _opens_place(words: pl.DataFrame, lexicons: Lexicons) -> pl.Series:
    return _place_types(words, lexicons).is_not_null()


@once_a_version
def _head_words(lexicons: Lexicons) -> pl.DataFrame:
    heads = lexicons["place_heads"].select(
        "place_type",
        word=pl.concat_list(pl.concat_list("head"), split_cell("plurals")),
    )
    heads = fold(heads.explode("word", empty_as_null=False), "word", "bare")
    return heads.select("bare", "place_type").unique("bare", keep="first", maintain_order=True)


def _repeated(headed: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """The same names where they stand without the word that opened them."""
    word = reading.text.tokens["word"]
    folded = reading.text.vocabulary["folded"]
    single = headed.filter(pl.col("n_tokens") == 1)
    known = single.select("document", name=folded[word[single["token"]]]).unique()
    documents = known["document"].unique().implode()
    others = reading.text.tokens.select("token", "document", letter=reading.letters).filter(
        pl.col("letter").is_in(codes("UNKNOWN", "UNKNOWN_DEFINITE"))
        & pl.col("document").is_in(documents)
    )
    others = others.with_columns(name=reading.text.at("folded", others["token"]))
    # Whether the first letter of an unlisted word is a proclitic the article says.
    stripped = others.with_columns(pl.col("name").str.replace(_PROCLITIC, ""))
    return (
        pl.concat([others, stripped])
        .join(known, on=["document", "name"], how="semi", maintain_order="left")
        .select("token", n_tokens=pl.lit(1, pl.UInt32), document="document")
    )
