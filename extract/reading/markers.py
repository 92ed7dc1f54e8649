"""What joins a party to its sentence: the preposition of its noun phrase, a verb, `و`.

A noun phrase is walked back from the mention in it to what it hangs on; parties joined by `و` hang
on the same and make one chain.
"""

from functools import cache

import polars as pl

from extract.reading.alphabet import code, codes, is_class
from extract.reading.coordination import ADDED, borrow_markers
from extract.reading.party_words import acts_for_some, gender_of, is_of_group
from extract.reading.words import Reading

# Markers that are no prepositions: after a verb, at the start of a clause, next to another party,
# joined to one, anything else.
VERB, START, BESIDE, AND, LOOSE = "+verb", "+start", "+beside", ADDED, "+loose"
# Of where the party before is (`تنظيم القاعدة في اليمن`).
VENUE = "+venue"
# The country of parties that have none: what such a one does is nobody else's doing. Armed groups
# that fight in several are told from bodies of several.
NO_COUNTRY, ROVING = "", "-"
_REACH = 8
_IN_PHRASE = (
    "TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN", "PERSON", "GIVEN", "ORG", "ORG_HEAD", "SOURCE",
    "NOUN", "DEFINITE", "ADJECTIVE", "CONTENT_NOUN", "UNKNOWN", "UNKNOWN_DEFINITE", "NISBA",
    "COUNTRY", "NUMBER", "OPEN", "CLOSE", "ON_BEHALF",
)  # fmt: skip
_DEFINITE = ("DEFINITE", "UNKNOWN_DEFINITE", "NISBA")
_ACTORS = (
    "TITLE",
    "TITLE_DEFINITE",
    "TITLE_OR_GIVEN",
    "PERSON",
    "GIVEN",
    "ORG",
    "ORG_HEAD",
    "SOURCE",
)
_PLAIN_NOUNS = ("NOUN", "CONTENT_NOUN")
# What is no actor.
_OTHER_NOUNS = (*_PLAIN_NOUNS, "DEFINITE", "UNKNOWN_DEFINITE")
_VERBS = ("FINITE", "WEAK_FINITE", "VERB", "AUX")
_TITLES = ("TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN")
_PREPOSITIONS = ("TO", "ON", "ABOUT", "FROM", "IN", "BI", "PREP")
_STARTS = (
    "COMP", "STOP", "BREAK", "COLON", "PARTICLE", "WHICH", "WHAT", "ACCORDING", "SAYING",
    "PARTICIPLE",
)  # fmt: skip
_BY_CLITIC = {
    ord(digit): marker
    for digits, marker in (("25", "ب"), ("36", "ل"), ("47", "ك"))
    for digit in digits
}
_BARE, _JOINED = ord("0"), ord("1")
# Of phrases that markers are borrowed from (`لبعض دول الخليج`).
_IN_LENDERS = (*_IN_PHRASE, "PLACE", "PRONOUN")
_LENT = _BY_CLITIC | {_JOINED: AND}
# Who acts for a country that is named after `في`.
_OF_STATE = (
    "^[وفبك]?(?:ال|لل?)?(?:شرعية|حكوم(?:ة|تين|ات)|سلطات|مسؤول(?:ين|ون)|معارضة|قيادة"
    "|انقلابي(?:ين|ون)|شعب(?:ين)?|شعوب|برلمان|مقاومة|(?:اشقا|اصدقا|حلفا)(?:ء|ئنا|ئها|ئهم|ئه))$"
)
# As far as words of an armed group may stand from where it is.
_GROUP_REACH = 5
# As far as a conjunction may stand from what it joins.
_NEAR = 3


def mark_parties(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Say what joins each party to its sentence.

    Args:
        parties: `sentence`, `token`, `last`, `country_code` and others, in running order.
        reading: Words of the batch.

    Returns:
        `parties` with `start` (token that its noun phrase begins at), `marker` (a preposition
        without proclitic, or one of this module's), `hangs_at` (token of the clause that the marker
        is of), `is_conjoined`, `is_located` (named after `في`), and `chain`.
    """
    at = _standing(parties, reading)
    phrases = _heads(_phrases(parties, at, reading), reading)
    marked = phrases.with_columns(marker=_marker()).select(
        *parties.columns,
        (pl.col("start") - pl.col("has_head").cast(pl.Int64)).alias("start"),
        "marker",
        is_conjoined=pl.col("own").is_in([ord(digit) for digit in "1567"]),
        is_located=at != parties["token"],
        # `والحكومة الأردنية`, but `والأزمة السورية` is something else.
        is_bracketed=pl.col("head") == code("LPAREN"),
        is_actor=(pl.col("own") == _JOINED) | pl.col("head").is_in(codes(*_ACTORS)),
        gender=gender_of(reading.text.at("folded", parties["token"])),
    )
    return _chained(_borrowing(_lodged(marked, reading), reading))


def _lodged(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`مواقع لداعش في سوريا`: where armed groups are suffers nothing of what they do."""
    follows = (pl.col("sentence") == pl.col("sentence").shift(1)).fill_null(value=False)
    near = pl.col("start") - pl.col("last").shift(1).cast(pl.Int64) <= _NEAR
    is_theirs = follows & near & (pl.col("country_code").shift(1) == ROVING)
    # `ضرباتها ضد التنظيم المتطرف في سوريا`: groups that are not named.
    start, of_groups = parties["start"], reading.text.where(is_of_group)
    for back in range(2, _GROUP_REACH):
        is_theirs |= pl.lit(of_groups[reading.text.step(start.clip(0), -back)])
    is_lodged = is_theirs & pl.col("marker").is_in(["في", "شمال", "جنوب", "داخل"])
    return parties.with_columns(marker=pl.when(is_lodged).then(pl.lit(VENUE)).otherwise("marker"))


def _borrowing(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Give those that are added to what names no party, or its examples, the marker of that."""
    is_added = (pl.col("marker") == AND) & pl.col("is_actor") & ~_is_near()
    added = parties.select(is_added).to_series()
    lent = borrow_markers(parties["start"], added, reading, _IN_LENDERS, _LENT)
    parties = parties.with_row_index("row").join(lent, on="row", how="left", maintain_order="left")
    return parties.with_columns(
        marker=pl.coalesce("lent", "marker"),
        start=pl.coalesce("lent_start", "start"),
        # Its clause is that of the phrase that it hangs on (`دول عربية بما فيها اليمن`).
        hangs_at=pl.coalesce("lender", "start"),
    ).drop("row", "lent", "lent_start", "lender", "is_actor")


@cache
def _is_near() -> pl.Expr:
    """Whether a conjunction or comma may join a party to the one before it."""
    follows = (pl.col("sentence") == pl.col("sentence").shift(1)).fill_null(value=False)
    before = pl.col("last").shift(1).cast(pl.Int64)
    return follows & ((pl.col("start") - before) <= _NEAR).fill_null(value=False)


def _standing(parties: pl.DataFrame, reading: Reading) -> pl.Series:
    """Where parties stand: `السلطات في اليمن` are a party of Yemen where their name begins."""
    token, text = parties["token"], reading.text
    before = text.step(token, -1)
    is_in = (text.at("folded", before) == "في") & (reading.clitics[before] == _BARE)
    is_in &= parties.select(pl.col("is_name") & (pl.col("kind") == "state")).to_series()
    of_state = text.where(_is_of_state)
    for back in (2, 3):
        at = text.step(before, 1 - back)
        # `المعارضة المسلحة في سوريا`
        is_described = is_class(reading.letters[text.step(before, -1)], "DEFINITE")
        is_found = is_in & of_state[at] & (is_described | (back == 2))  # noqa: PLR2004 - next
        token = at.zip_with(is_found.fill_null(value=False), token)
        is_in &= ~is_found
    return token


def _is_of_state(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_OF_STATE)


def _phrases(parties: pl.DataFrame, at: pl.Series, reading: Reading) -> pl.DataFrame:
    """Add `start`: back over the words of the phrase, to where another country's ends at most."""
    letters, clitics = reading.letters, reading.clitics
    token = at.cast(pl.Int64)
    own = clitics[at]
    runs, goes_on = pl.zeros(parties.height, pl.Int64, eager=True), own == _BARE
    opens = pl.repeat(False, parties.height, dtype=pl.Boolean, eager=True)
    for back in range(1, _REACH + 1):
        before = reading.text.step(at, -back)
        letter = letters[before]
        is_word = is_class(letter, *_IN_PHRASE)
        # `الاتصال الهاتفي | تطورات الأزمة`: after what is definite a plain noun begins anew.
        is_word &= ~(opens & is_class(letter, *_DEFINITE))
        # `القائم بالأعمال الصيني`: within a title the preposition is the title's own.
        is_title = is_class(letter, *_TITLES) & is_class(
            letters[reading.text.step(at, -back - 1)], *_TITLES
        )
        goes_on = goes_on & is_word & ((clitics[before] == _BARE) | is_title)
        runs = runs + goes_on.cast(pl.Int64)
        opens = is_class(letter, *_PLAIN_NOUNS)
    # Rows stand in running order: a shift and a look at the sentence do what a window would.
    follows = pl.col("sentence") == pl.col("sentence").shift(1)
    changes = pl.col("country_code") != pl.col("country_code").shift(1)
    cut = (
        pl.when(~follows.fill_null(value=False))
        .then(-1)
        .when(changes)
        .then(pl.col("last").shift(1).cast(pl.Int64) + 1)
    )
    return parties.with_columns(
        cut=cut.forward_fill(), first=pl.Series(token - runs), own=pl.Series(own)
    ).with_columns(
        start=pl.max_horizontal("cut", "first"),
        is_cut=(pl.col("cut") >= pl.col("first")).fill_null(value=False),
    )


def _heads(phrases: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add the word that each phrase hangs on; `has_head` if a noun with its own proclitic."""
    at = reading.text.step(phrases["start"], -1)
    # `حذر كذلك رئيس الوزراء`: an adverb between hides no verb.
    is_adverb = is_class(reading.letters[at], "ADVERB", "TIME")
    at = reading.text.step(at, -is_adverb.cast(pl.Int64))
    # `استقبل الملك بجدة اليوم، رئيس وزراء باكستان`: a comma after when or how goes on.
    is_aside = is_class(reading.letters[at], "COMMA") & is_class(
        reading.letters[reading.text.step(at, -1)], "ADVERB", "TIME"
    )
    at = reading.text.step(at, -2 * is_aside.cast(pl.Int64))
    # `مع كل من الوزير …`, `أعربت كل من الكويت وقطر`
    is_each = (reading.text.at("folded", at) == "من") & (
        reading.text.at("folded", reading.text.step(at, -1)) == "كل"
    )
    is_each &= is_class(reading.letters[reading.text.step(at, -2)], *_PREPOSITIONS, *_VERBS)
    at = reading.text.step(at, -2 * is_each.fill_null(value=False).cast(pl.Int64))
    phrases = phrases.with_columns(
        head=reading.letters[at],
        head_clitic=reading.clitics[at],
        head_word=reading.text.at("bare", at).fill_null(""),
        is_inside=reading.text.tokens["sentence"][at] == phrases["sentence"],
    )
    is_noun = pl.col("head").is_in(codes(*_IN_PHRASE)) & ~pl.col("is_cut") & pl.col("is_inside")
    return phrases.with_columns(
        has_head=is_noun & (pl.col("head_clitic") != _BARE) & (pl.col("own") == _BARE)
    )


@cache
def _marker() -> pl.Expr:
    clitics = list(_BY_CLITIC)
    return (
        pl.when(pl.col("own").is_in(clitics))
        .then(pl.col("own").replace_strict(_BY_CLITIC, default=None, return_dtype=pl.String))
        .when(pl.col("own") == _JOINED)
        .then(pl.lit(AND))
        .when(~pl.col("is_inside"))
        .then(pl.lit(START))
        .when(pl.col("head").is_in(codes(*_PREPOSITIONS)))
        .then("head_word")
        .when(pl.col("has_head") & pl.col("head_clitic").is_in(clitics))
        .then(
            pl.col("head_clitic").replace_strict(_BY_CLITIC, default=None, return_dtype=pl.String)
        )
        # `الغزو العراقي للكويت والأزمة السورية`: a noun of its own begins something else.
        .when(pl.col("has_head") & pl.col("head").is_in(codes(*_OTHER_NOUNS)) & ~acts_for_some())
        .then(pl.lit(START))
        .when(pl.col("has_head"))
        .then(pl.lit(AND))
        .when(pl.col("is_cut"))
        .then(pl.lit(BESIDE))
        .when(pl.col("head").is_in(codes(*_VERBS)))
        .then(pl.lit(VERB))
        .when(pl.col("head").is_in(codes(*_STARTS)))
        .then(pl.lit(START))
        .when(pl.col("head") == code("COMMA"))
        .then(pl.lit(","))
        .otherwise(pl.lit(LOOSE))
    )


def _chained(parties: pl.DataFrame) -> pl.DataFrame:
    """Give what `و` or a comma joins the marker of what it is joined to, and a common `chain`."""
    follows = (pl.col("sentence") == pl.col("sentence").shift(1)).fill_null(value=False)
    # `مجموعة 5+1 (فرنسا، بريطانيا، الصين)`
    is_member = pl.col("is_bracketed") & (pl.col("country_code").shift(1) == NO_COUNTRY)
    is_member &= _is_near()
    is_joined = (pl.col("marker").is_in([AND, ","]) & _is_near()) | is_member
    same_phrase = follows & (pl.col("start") == pl.col("start").shift(1)).fill_null(value=False)
    marker = (
        pl.when(pl.col("is_joined"))
        .then(None)
        .when(pl.col("marker").is_in([AND, ","]))
        .then(pl.lit(START))
        .otherwise("marker")
    )
    return (
        parties.with_columns(is_joined=is_joined, is_new=~(is_joined | same_phrase))
        .with_columns(marker=marker, chain=pl.col("is_new").cast(pl.UInt32).cum_sum())
        .with_columns(pl.col("marker").forward_fill())
        .drop("is_joined", "is_new", "is_bracketed")
    )
