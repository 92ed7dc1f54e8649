"""Unnamed people whom an article tells of before it quotes them: `نفى مصدر أمني ما تردد`.

`وأكد المصدر` in its next sentence means him, though he has opened no statement yet.
"""

import polars as pl

from extract.reading.alphabet import compile_rule, is_class
from extract.reading.contexts import group, n_tokens, with_contexts
from extract.reading.spans import next_country, span_text, without_topics
from extract.reading.words import Reading

# Tokens of the longest description.
_REACH = 12
# What he did, or who heard it from him: `نفى مصدر`, `علمت «المساء» من مصادر`, `عن مسؤول`.
_TOLD = ("FINITE", "WEAK_FINITE", "VERB", "ABOUT")
# Tokens from a source back to who learns from it.
_LEARNT_WITHIN = 7
_LEARNS = "^[وف]?(?:علم|علمت|استقت|حصلت)$"
_HEARD = compile_rule(
    "^[source: bare+TITLE|SOURCE (?:bare+TITLE|ADJECTIVE|NISBA | bare+UNKNOWN)*"
    " (?:(?:b+ORG_HEAD|ORG|NOUN|DEFINITE | l+ORG_HEAD|ORG|NOUN|DEFINITE | bare+IN NOMINAL_WORD)"
    " (?:bare+ORG|DEFINITE){0,2} (?:bare+NISBA|ADJECTIVE|COUNTRY|PLACE)?)?]"
    " NOT_PERSON|GIVEN"
)
_ANYBODY = (
    "^(?:مصدر|مصادر|(?:مس[ؤئ]ول|متحدث|ناطق|دبلوماسي|ضابط|خبير|باحث|محلل|قيادي|طبيب|شاهد|سفير)"
    "ة?|مس[ؤئ]ول(?:ون|ين))$"
)


def find_heard(reading: Reading, names: pl.DataFrame, spoken: pl.Series) -> pl.DataFrame:
    """Indefinite descriptions of people beside a verb or after a preposition of hearsay.

    Args:
        reading: Words with all names marked.
        names: Names of the lexicon, for countries.
        spoken: Where subjects of statements begin, whose speakers are known as such.

    Returns:
        `document`, `token`, `n_tokens`, `text`, `country_code`, in running order.
    """
    letters = reading.letters
    is_told = is_class(letters.shift(1), *_TOLD) | is_class(letters.shift(1), "FROM")
    is_head = is_class(letters, "TITLE", "SOURCE") & is_told
    at = is_head.fill_null(value=False).arg_true()
    at = at.filter(reading.text.at("folded", at).str.contains(_ANYBODY))
    at = at.filter(_is_learnt(at, reading))
    at = at.filter(~at.is_in(spoken.drop_nulls().implode()))
    tokens = reading.text.tokens.select("token", "document")[at]
    found = with_contexts(tokens, reading, left=0, right=_REACH).with_columns(
        n_tokens=n_tokens(group(pl.col("right"), _HEARD, "source"))
    )
    found = found.drop_nulls("n_tokens").drop("left", "right")
    country = next_country(without_topics(names, reading), found["token"])
    is_inside = pl.lit(country["at"]) < pl.col("token") + pl.col("n_tokens")
    return found.with_columns(
        text=span_text(found, reading),
        country_code=pl.when(is_inside).then(pl.lit(country["country_code"])),
    )


def _is_learnt(at: pl.Series, reading: Reading) -> pl.Series:
    """Whether what stands after `من` is a source: `علمت «المساء» من مصادر`, not `خبر من مصادر`."""
    text = reading.text
    is_from = is_class(reading.letters[text.step(at, -1)], "FROM")
    learnt = pl.Series([False]).new_from_index(0, len(at))
    for back in range(2, _LEARNT_WITHIN):
        learnt |= (
            text.at("folded", text.step(at, -back)).str.contains(_LEARNS).fill_null(value=False)
        )
    return ~is_from | learnt
