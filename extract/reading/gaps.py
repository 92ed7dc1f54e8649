"""Words that stand where a word list should know them: likely missing cues, titles and nisbas.

Nothing is read from them; they are counted so that the lists grow from evidence. Ranking belongs in
dbt (`quality.missing_entries`), where names that only a rule found are counted too.
"""

import polars as pl

from extract.reading.alphabet import clitic_codes, compile_rule, is_class
from extract.reading.contexts import with_contexts
from extract.reading.words import Reading

_REACH = 10
_SUBJECT = "ANY_TITLE|PERSON|ORG|ORG_HEAD|SOURCE"
# `وأعلم الوزير الصيني أن …`: who can say something stands between a verb and a clause.
_LIKE_A_CUE = compile_rule(f"^free+VERB|UNKNOWN {_SUBJECT} NOMINAL_WORD{{0,6}} COMP")
_CLAUSE_START = compile_rule("(?:^ | STOP|BREAK|COMMA|CLOSE)$")
# `قال العقيد سالم`: what stands between a cue and a name is a title.
_LIKE_A_TITLE = compile_rule("^bare+NOUN|DEFINITE|UNKNOWN|UNKNOWN_DEFINITE NISBA? PERSON")
_TITLE_LIKE = ("NOUN", "DEFINITE", "UNKNOWN", "UNKNOWN_DEFINITE")
_AFTER_CUE = compile_rule("FINITE|WEAK_FINITE$")
# `وزير الخارجية الفلاني قال`: an adjective of relation after an office.
_LIKE_A_NISBA = r"^ال\p{L}{2,}ي(?:ة|ين|ون|ات)?$"
_JOINED = r"^و\p{L}{4}"
_AFTER_TITLE = compile_rule("ANY_TITLE$")


def find_gaps(reading: Reading) -> pl.DataFrame:
    """Words of a batch, with all names marked, that some list seems to lack.

    Returns:
        `token`, `n_tokens`, `document`, `list_name` (`cues`, `titles`, `nisbas`) and `form` (the
        word folded, without a conjunction), in running order.
    """
    asked = _asked(reading)
    left, right = pl.col("left"), pl.col("right")
    is_missing = {
        "cues": right.str.contains(_LIKE_A_CUE)
        & (left.str.contains(_CLAUSE_START) | pl.col("clitic").is_in(clitic_codes("w"))),
        "titles": right.str.contains(_LIKE_A_TITLE) & left.str.contains(_AFTER_CUE),
        "nisbas": pl.col("form").str.contains(_LIKE_A_NISBA) & left.str.contains(_AFTER_TITLE),
    }
    rows = _with_forms(asked, reading).filter(
        pl.any_horizontal(
            (pl.col("list_name") == name) & is_so for name, is_so in is_missing.items()
        )
    )
    n_tokens = pl.lit(1, pl.UInt32).alias("n_tokens")
    return rows.sort("token", "list_name").select(
        "token", n_tokens, "document", "list_name", "form"
    )


def _asked(reading: Reading) -> pl.DataFrame:
    """Tokens that may be missing in a list by their class and the one beside: `list_name`."""
    letters, tokens, step = reading.letters, reading.text.tokens["token"], reading.text.step
    verbs = tokens.filter(is_class(letters, "VERB", "UNKNOWN"))
    cues = tokens.filter(is_class(letters, "FINITE", "WEAK_FINITE"))
    nouns = step(cues, 1)
    adjectives = tokens.filter(is_class(letters, "UNKNOWN_DEFINITE"))
    asked = {
        "cues": verbs.filter(is_class(letters[step(verbs, 1)], *_SUBJECT.split("|"))),
        "titles": nouns.filter(is_class(letters[nouns], *_TITLE_LIKE)),
        "nisbas": adjectives.filter(is_class(letters[step(adjectives, -1)], "ANY_TITLE")),
    }
    return pl.concat(
        pl.DataFrame({"token": at}).with_columns(list_name=pl.lit(name))
        for name, at in asked.items()
    )


def _with_forms(asked: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add the form that a list would have: folded, without a conjunction; and what is beside."""
    tokens, at = reading.text.tokens, asked["token"]
    asked = asked.with_columns(
        document=tokens["document"][at],
        clitic=reading.clitics[at],
        form=reading.text.at("folded", at),
    ).filter(tokens["part"][at] != "dateline")
    # Of a word that no list has the conjunction is not told apart.
    is_joined = pl.col("clitic").is_in(clitic_codes("w")) | pl.col("form").str.contains(_JOINED)
    asked = asked.with_columns(
        form=pl.when(is_joined).then(pl.col("form").str.slice(1)).otherwise("form")
    )
    return with_contexts(asked, reading, left=2, right=_REACH)
