"""The words that name a speaker in the sentence itself: the subject of a cue, or the source beside it.

Who that is belongs in `extract.reading.speakers`.
"""

import polars as pl

from extract.reading.alphabet import LETTERS, WIDTH, compile_rule
from extract.reading.words import Reading

_MODIFIER = (
    "(?:free+NOMINAL_WORD | OPEN|CLOSE | IN PLACE|COUNTRY|ORG|ORG_HEAD | withl+NOMINAL_WORD"
    " | withb+ORG|ORG_HEAD|PLACE|COUNTRY | COMMA ANY_TITLE|PERSON | ON_BEHALF NOMINAL_WORD)"
)
_WORD = "free+TITLE|TITLE_DEFINITE|TITLE_OR_GIVEN|PERSON|GIVEN|ORG|ORG_HEAD|COUNTRY|PLACE|SOURCE|DOCUMENT|NISBA|NOUN|DEFINITE|ADJECTIVE|UNKNOWN|UNKNOWN_DEFINITE|CONTENT_NOUN"
_HEAD = f"(?:OPEN? {_WORD}|PRONOUN | NUMBER {_WORD})"
_PHRASE = f"{_HEAD} {_MODIFIER}*"
_LIGHT = "(?:ADVERB|TIME|COMMA|PARTICLE|AS|LPAREN|RPAREN|TURN)*"
# Verb, subject; subject, verb (headlines and after `أن`); `نقلت الوكالة عن الوزير قوله`.
_RIGHT = compile_rule(f"^{_LIGHT} [subject: {_PHRASE}]")
_LEFT = compile_rule(
    f"(?:^ | STOP|BREAK|COMP|COMMA|PARTICLE|AS|COLON|OPEN|AUX|DASH|MARK) [subject: {_PHRASE}] [between: {_LIGHT}]$"
)
# `أما الرئيس الكازاخي فدعا`: the verb's ف answers `أما`.
_TOPIC = compile_rule(f"PARTICLE [subject: {_PHRASE}] [between: {_LIGHT}]$")
_RELAYED = compile_rule(f"ABOUT [subject: {_PHRASE}] [between: NOT_COMP|FINITE|ABOUT*]$")


def find_subjects(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Where each statement names its speaker.

    Returns:
        `statements` with `subject_token`, `n_subject` and `subject` (its letters); null where the
        sentence names none.
    """
    surface = reading.text.gather("folded").gather(statements["token"])
    statements = statements.with_columns(conjunction=surface.str.head(1))
    n_right, right = _extract(pl.col("gap"), _RIGHT)
    lead = (pl.col("gap").str.extract(_RIGHT, 0).str.len_bytes() // WIDTH).cast(pl.UInt32) - n_right
    n_left, left = _extract(pl.col("left"), _LEFT)
    n_between = (_group(pl.col("left"), _LEFT, "between").str.len_bytes() // WIDTH).cast(pl.UInt32)
    n_relayed, relayed = _extract(pl.col("left"), _RELAYED)
    n_after_relayed = (_group(pl.col("left"), _RELAYED, "between").str.len_bytes() // WIDTH).cast(
        pl.UInt32
    )
    is_finite = pl.col("letter").is_in([ord(LETTERS[n]) for n in ("FINITE", "WEAK_FINITE")])
    answers_topic = pl.col("left").str.contains(_TOPIC) & (pl.col("conjunction") == "ف")
    may_follow = is_finite & ((pl.col("clitic") == ord("0")) | answers_topic)
    is_noun = pl.col("letter") == ord(LETTERS["NOMINAL"])
    found = statements.with_columns(
        from_right=pl.when(_is_named(right) | is_finite | is_noun).then(n_right),
        right_letters=right,
        lead=lead,
        from_left=pl.when(may_follow).then(n_left),
        left_letters=left,
        n_between=n_between,
        from_relay=pl.when(is_noun).then(n_relayed),
        relay_letters=relayed,
        n_after=n_after_relayed,
    )
    chosen = (
        pl.when(pl.col("source_token").is_not_null())
        .then(
            pl.struct(
                subject_token="source_token", n_subject="n_source", subject=pl.lit(None, pl.String)
            )
        )
        .when(pl.col("from_relay") > 0)
        .then(
            pl.struct(
                subject_token=pl.col("token") - pl.col("n_after") - pl.col("from_relay"),
                n_subject="from_relay",
                subject="relay_letters",
            )
        )
        .when(pl.col("from_right") > 0)
        .then(
            pl.struct(
                subject_token=pl.col("token") + 1 + pl.col("lead"),
                n_subject="from_right",
                subject="right_letters",
            )
        )
        .when(pl.col("from_left") > 0)
        .then(
            pl.struct(
                subject_token=pl.col("token") - pl.col("n_between") - pl.col("from_left"),
                n_subject="from_left",
                subject="left_letters",
            )
        )
    )
    found = _without_addressees(found, reading)
    found = found.with_columns(chosen=chosen).unnest("chosen")
    return found.drop(
        "from_right", "right_letters", "lead", "from_left", "left_letters", "n_between", "from_relay",
        "relay_letters", "n_after", "conjunction",
    ).pipe(_letters, reading)  # fmt: skip


def _is_named(subject: pl.Expr) -> pl.Expr:
    """A participle has a subject of its own only where it is named outright (`مؤكدا وزير الدفاع حرص …`)."""
    names = "".join(LETTERS[n] for n in ("PERSON", "TITLE", "TITLE_DEFINITE"))
    return subject.str.contains(f"^(?:.[{names}])") & ~pl.col("takes_addressee").fill_null(
        value=False
    )


def _without_addressees(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Take away from the right of a verb what cannot be its subject: whom it calls on.

    A subject agrees with the verb before it in gender and stands in the nominative.
    """
    head = (found["token"] + 1 + found["lead"].fill_null(0)).clip(0, len(reading.letters) - 1)
    word = reading.text.vocabulary["bare"].gather(reading.text.tokens["word"].gather(head))
    letters = pl.col("right_letters")
    human = "".join(
        LETTERS[n] for n in ("PERSON", "TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN", "GIVEN")
    )
    nouns = "".join(
        LETTERS[n]
        for n in (
            "NISBA",
            "SOURCE",
            "DEFINITE",
            "NOUN",
            "ADJECTIVE",
            "TITLE_DEFINITE",
            "UNKNOWN_DEFINITE",
        )
    )
    has_person = letters.str.contains(LETTERS["PERSON"], literal=True)
    is_oblique = pl.col("head_word").str.contains("^ال\\w{3,}ين$") & letters.str.contains(
        f"^.[{nouns}]"
    )
    is_feminine = pl.col("head_word").str.contains("(?:ة|ات)$") | letters.str.contains(
        f"^.{LETTERS['COUNTRY']}"
    )
    is_masculine_verb = (
        (pl.col("gender") == "m") & (pl.col("number") == "s") & (pl.col("form") == "perfect")
    )
    disagrees = is_masculine_verb & is_feminine & ~letters.str.contains(f"^.[{human}]")
    is_crowd = pl.col("takes_addressee") & ~letters.str.contains(
        f"^.[{human}{LETTERS['ORG']}{LETTERS['ORG_HEAD']}{LETTERS['COUNTRY']}{LETTERS['DOCUMENT']}]"
    )
    is_addressee = ~has_person & (is_oblique | (disagrees & pl.col("takes_addressee")) | is_crowd)
    return (
        found.with_columns(head_word=word)
        .with_columns(from_right=pl.when(~is_addressee.fill_null(value=False)).then("from_right"))
        .drop("head_word")
    )


def _extract(text: pl.Expr, pattern: str) -> tuple[pl.Expr, pl.Expr]:
    subject = _group(text, pattern, "subject")
    return (subject.str.len_bytes() // WIDTH).cast(pl.UInt32), subject


def _group(text: pl.Expr, pattern: str, name: str) -> pl.Expr:
    return text.str.extract_groups(pattern).struct.field(name)


def _letters(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Fill the letters of sources, which were found without them."""
    strings = reading.strings().select("document", "letters", "first_token")
    dropped = [c for c in ("letters", "first_token") if c in found.columns]
    found = found.drop(dropped).join(strings, on="document", how="left", maintain_order="left")
    offset = (pl.col("subject_token") - pl.col("first_token")) * WIDTH
    return found.with_columns(
        subject=pl.coalesce(
            "subject", pl.col("letters").str.slice(offset, pl.col("n_subject") * WIDTH)
        )
    ).drop("letters", "first_token")
