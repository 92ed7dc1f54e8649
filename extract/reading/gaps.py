"""Words that stand where a word list should know them: likely missing cues, titles and nisbas.

Nothing is read from them; they are counted so that the lists grow from evidence. Ranking belongs in
dbt (`quality.missing_entries`), where names that only a rule found are counted too.
"""

import polars as pl

from extract.reading.alphabet import clitic_codes, codes, compile_rule, is_class
from extract.reading.contexts import with_contexts
from extract.reading.words import Reading

_REACH = 10
_SUBJECT = "ANY_TITLE|PERSON|ORG|ORG_HEAD|SOURCE"
# `وأعلم الوزير الصيني أن …`: who can say something stands between a verb and a clause.
_LIKE_A_CUE = compile_rule(f"^free+VERB|UNKNOWN {_SUBJECT} NOMINAL_WORD{{0,6}} COMP")
_CLAUSE_START = compile_rule("(?:^ | STOP|BREAK|COMMA|CLOSE)$")
# `قال العقيد سالم`: what stands between a cue and a name is a title.
_LIKE_A_TITLE = compile_rule("^bare+NOUN|DEFINITE|UNKNOWN|UNKNOWN_DEFINITE NISBA? PERSON")
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
    letters = reading.letters
    before, after = letters.shift(1, fill_value=0), letters.shift(-1, fill_value=0)
    subjects = codes("ANY_TITLE", "PERSON", "ORG", "ORG_HEAD", "SOURCE")
    asked = {
        "cues": is_class(letters, "VERB", "UNKNOWN") & after.is_in(subjects),
        "titles": is_class(letters, "NOUN", "DEFINITE", "UNKNOWN", "UNKNOWN_DEFINITE")
        & is_class(before, "FINITE", "WEAK_FINITE"),
        "nisbas": is_class(letters, "UNKNOWN_DEFINITE") & is_class(before, "ANY_TITLE"),
    }
    left, right = pl.col("left"), pl.col("right")
    is_missing = {
        "cues": right.str.contains(_LIKE_A_CUE)
        & (left.str.contains(_CLAUSE_START) | pl.col("clitic").is_in(clitic_codes("w"))),
        "titles": right.str.contains(_LIKE_A_TITLE) & left.str.contains(_AFTER_CUE),
        "nisbas": pl.col("form").str.contains(_LIKE_A_NISBA) & left.str.contains(_AFTER_TITLE),
    }
    found = [
        _at(reading, wanted).filter(is_missing[name]).with_columns(list_name=pl.lit(name))
        for name, wanted in asked.items()
    ]
    rows = pl.concat(found).sort("token", "list_name")
    n_tokens = pl.lit(1, pl.UInt32).alias("n_tokens")
    return rows.select("token", n_tokens, "document", "list_name", "form")


def _at(reading: Reading, wanted: pl.Series) -> pl.DataFrame:
    """Tokens, with the form that a list would have: folded, without a conjunction."""
    tokens = reading.text.tokens.filter(wanted & (reading.text.tokens["part"] != "dateline"))
    folded = reading.text.at("folded", tokens["token"])
    clitic = reading.clitics[tokens["token"]]
    tokens = tokens.select("token", "document").with_columns(clitic=clitic, form=folded)
    # Of a word that no list has the conjunction is not told apart.
    is_joined = pl.col("clitic").is_in(clitic_codes("w")) | pl.col("form").str.contains(_JOINED)
    tokens = tokens.with_columns(
        form=pl.when(is_joined).then(pl.col("form").str.slice(1)).otherwise("form")
    )
    return with_contexts(tokens, reading, left=2, right=_REACH)
