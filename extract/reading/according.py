"""Sources named beside what they say: according-to phrases, headline colons, `وهو ما ينكره`.

Cues that open a content belong in `extract.reading.statements`.
"""

import polars as pl

from extract.reading.alphabet import LETTERS, WIDTH, compile_rule
from extract.reading.quotation import pair_marks
from extract.reading.words import Reading

_REACH = 60
_SOURCE_WORD = "NOMINAL_WORD|OPEN|CLOSE|NOMINAL|PRONOUN"
_SOURCE = (
    "OPEN? ACTOR|NISBA|UNKNOWN_DEFINITE|UNKNOWN|DEFINITE|NOUN|PRONOUN"
    f" (?:{_SOURCE_WORD} | IN PLACE|COUNTRY|ORG)*"
)
_HEAD = "(?:OPEN? ACTOR|UNKNOWN_DEFINITE|NISBA | NOUN UNKNOWN|GIVEN|ORG)"
_NAMED = f"{_HEAD} (?:{_SOURCE_WORD} | IN PLACE|COUNTRY|ORG)*"
_VERB = "FINITE|WEAK_FINITE|VERB"
# Each with the words it is written for; the content stands before the phrase, or after it where the
# phrase opens the sentence.
_PATTERNS = tuple(
    compile_rule(f"^[whole: {pattern}]")
    for pattern in (
        # `حسبما صرح الوزير`, `وفقا لما ذكرت الوكالة`
        f"ACCORDING (?:RELATIVE|PARTICLE|withl+RELATIVE)? {_VERB} [source: {_SOURCE}]",
        # `بحسب الوزارة`, `وفقا لوانغ`, `نقلا عن مصادر`
        f"ACCORDING (?:ABOUT|TO)? [source: {_NAMED}]",
        # `على ما أفاد مصدر أمني`
        f"ON RELATIVE {_VERB} [source: {_SOURCE}]",
        # `على حد قوله`, `على حد تعبير الوزير`; found by the word itself
        f"ACCORDING NOUN|DEFINITE|UNKNOWN|PREP NOMINAL|NOUN [source: (?:{_NAMED})?]",
    )
)
# `كما قال الوزير.`: nothing may follow, or it is `كما` that adds a sentence.
_LIKEWISE = compile_rule(f"^[whole: AS {_VERB} [source: {_SOURCE}]] STOP|BREAK")
_OPENS_SENTENCE = compile_rule("(?:^ | STOP|BREAK | COLON)$")
_AFTER_SOURCE = compile_rule("^[skip: COMMA? PARTICLE? COMP? OPEN?]")
_CLAUSE_AFTER = compile_rule("^[skip: COMP OPEN?]")


def find_according(reading: Reading) -> pl.DataFrame:
    """According-to phrases that name a source.

    Returns:
        One row a phrase: `token`, `document`, `letter`, `clitic`, `source_token`, `n_source`,
        `content_token` and `end_token` (null where the content stands after the phrase: it ends as
        any statement does), `rule` (`according_before` or `according_after` what is attributed).
    """
    folded = reading.text.gather("folded")
    is_limit = (folded.shift(-1) == "حد").fill_null(value=False) & (
        reading.letters == ord(LETTERS["ON"])
    )
    reading.letters = reading.letters.scatter(is_limit.arg_true(), ord(LETTERS["ACCORDING"]))
    codes = [ord(LETTERS[n]) for n in ("ACCORDING", "ON", "AS")]
    tokens = reading.text.tokens.with_columns(letter=reading.letters, clitic=reading.clitics)
    phrases = tokens.filter(pl.col("letter").is_in(codes)).join(
        reading.strings(), on="document", how="left", maintain_order="left"
    )
    offset = (pl.col("token") - pl.col("first_token")) * WIDTH
    phrases = phrases.with_columns(
        left=pl.col("letters").str.slice(0, offset).str.tail(WIDTH),
        right=pl.col("letters").str.slice(offset, _REACH * WIDTH),
    )
    groups = [pl.col("right").str.extract_groups(pattern) for pattern in (*_PATTERNS, _LIKEWISE)]
    phrases = (
        phrases.with_columns(
            whole=pl.coalesce(g.struct.field("whole") for g in groups),
            source=pl.coalesce(g.struct.field("source") for g in groups),
        )
        .drop_nulls("whole")
        .with_columns(
            n_whole=(pl.col("whole").str.len_bytes() // WIDTH).cast(pl.UInt32),
            n_source=(pl.col("source").str.len_bytes() // WIDTH).cast(pl.UInt32),
            opens=pl.col("left").str.contains(_OPENS_SENTENCE),
            letter=pl.lit(ord(LETTERS["ACCORDING"]), pl.UInt8),
        )
    )
    return _place(phrases, reading)


def _place(phrases: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Say what stands before or after each phrase."""
    rest = pl.col("right").str.slice(pl.col("n_whole") * WIDTH)
    n_skip = rest.str.extract(_AFTER_SOURCE, 1).str.len_bytes() // WIDTH
    follows = rest.str.contains(_CLAUSE_AFTER)
    firsts = reading.text.tokens.group_by("sentence", maintain_order=True).agg(
        sentence_start=pl.col("token").first()
    )
    phrases = phrases.join(firsts, on="sentence", how="left", maintain_order="left").with_columns(
        goes_before=pl.col("opens") | follows, n_skip=n_skip.cast(pl.UInt32)
    )
    before = pl.col("goes_before")
    return phrases.select(
        "token",
        "document",
        "letter",
        "clitic",
        n_source=pl.when(pl.col("n_source") > 0).then("n_source"),
        source_token=pl.when(pl.col("n_source") > 0).then(
            pl.col("token") + pl.col("n_whole") - pl.col("n_source")
        ),
        content_token=pl.when(before)
        .then(pl.col("token") + pl.col("n_whole") + pl.col("n_skip"))
        .otherwise("sentence_start")
        .cast(pl.UInt32),
        end_token=pl.when(~before).then("token"),
        rule=pl.when(before).then(pl.lit("according_before")).otherwise(pl.lit("according_after")),
    )


# `"سنعود كلما طلب منا ذلك"، قال الوزير.`
_QUOTED_BEFORE = compile_rule(
    f"^[whole: FINITE|WEAK_FINITE [source: {_SOURCE}]] NOT_COMP|COLON|OPEN* STOP|BREAK"
)
_AFTER_MARKS = compile_rule("CLOSE COMMA?$")


def find_quoted_before(cues: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Cues that follow the quotation they attribute, columns as of `find_according`.

    Args:
        cues: From `statements.find_cues`.
        reading: Words of the batch.
    """
    groups = pl.col("right").str.extract_groups(_QUOTED_BEFORE)
    after = pl.col("left").str.extract(f"({_AFTER_MARKS})", 1)
    found = cues.filter(
        (pl.col("act_class") == "say") & pl.col("clause_markers").is_not_null()
    ).with_columns(
        source=groups.struct.field("source"),
        close_token=pl.col("token") - (after.str.len_bytes() // WIDTH).cast(pl.UInt32),
    )
    marks = pair_marks(reading).drop_nulls().rename({"token": "open_token"})
    found = found.drop_nulls(["source", "close_token"]).join(
        marks, on="close_token", how="inner", maintain_order="left"
    )
    n_source = (pl.col("source").str.len_bytes() // WIDTH).cast(pl.UInt32)
    return found.select(
        "token",
        "document",
        "letter",
        "clitic",
        "lemma",
        "act_class",
        "gender",
        "number",
        "form",
        "is_neutral",
        n_source=n_source,
        source_token=pl.col("token") + 1,
        content_token=pl.col("open_token") + 1,
        end_token="close_token",
        open_token="open_token",
        close_token="close_token",
        rule=pl.lit("quoted_before"),
    )


_HEADLINE = compile_rule(
    "^BREAK* (?:DOCUMENT|NOUN|UNKNOWN ADJECTIVE? COLON)? [source: (?:DEFINITE NISBA | ANY_TITLE|PERSON|ORG|COUNTRY|PLACE|SOURCE|ORG_HEAD) (?:ANY_TITLE|PERSON|GIVEN|ORG|COUNTRY|PLACE|SOURCE|NISBA"
    "|ADJECTIVE|DEFINITE|NOUN|UNKNOWN|UNKNOWN_DEFINITE|ORG_HEAD){0,6}] [aside: (?:(?:PREP|BI|IN | withl+ORG|UNKNOWN|NOUN | UNKNOWN) (?:OPEN|CLOSE|ORG|UNKNOWN|DEFINITE|UNKNOWN_DEFINITE|PLACE|NOUN|ADJECTIVE){0,4})?] COLON"
)
_SPEAKING = compile_rule("ANY_TITLE|PERSON|ORG|COUNTRY|PLACE|SOURCE|NISBA")


def find_headlines(reading: Reading) -> pl.DataFrame:
    """Headlines that give the word to a speaker before a colon (`خبيرة: …`), columns as above."""
    strings = reading.strings().with_columns(pl.col("letters").str.head(_REACH * WIDTH))
    groups = pl.col("letters").str.extract_groups(_HEADLINE)
    found = strings.with_columns(
        source=groups.struct.field("source"), whole=pl.col("letters").str.extract(_HEADLINE, 0)
    )
    found = found.drop_nulls("source").filter(pl.col("source").str.contains(_SPEAKING))
    n_whole = pl.col("whole").str.len_bytes() // WIDTH
    lead = pl.col("whole").str.find(pl.col("source"), literal=True) // WIDTH
    return found.select(
        token=(pl.col("first_token") + n_whole - 1).cast(pl.UInt32),
        document="document",
        letter=pl.lit(ord(LETTERS["COLON"]), pl.UInt8),
        clitic=pl.lit(ord("0"), pl.UInt8),
        n_source=(pl.col("source").str.len_bytes() // WIDTH).cast(pl.UInt32),
        source_token=(pl.col("first_token") + lead).cast(pl.UInt32),
        content_token=(pl.col("first_token") + n_whole).cast(pl.UInt32),
        end_token=pl.lit(None, pl.UInt32),
        rule=pl.lit("headline"),
    )
