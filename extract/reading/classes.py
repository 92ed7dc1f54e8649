"""The class of every word: one table of folded forms, made once from the lexicons.

A form that several lists claim goes to the strongest claim (`claims.Priority`). What a word is only
in its sentence (a name among strangers, a country that is also a word) belongs in
`extract.reading.mentions`.
"""

import polars as pl

from extract.lexicons import Lexicons
from extract.reading.closed_words import function_word_claims, mark_claims, rule_word_claims
from extract.reading.open_words import (
    act_claims,
    common_word_claims,
    content_noun_claims,
    cue_claims,
    given_name_claims,
    head_noun_claims,
    name_claims,
)


def everyday_claims(forms: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Words that mean something without being a name, columns as in `claims.CLASS_TABLE`.

    Args:
        forms: Inflected and cliticised forms, from `extract.arabic.morphology.load_forms`.
        lexicons: The word lists.
    """
    return pl.concat(
        [
            function_word_claims(lexicons),
            cue_claims(forms, lexicons),
            head_noun_claims(lexicons),
            common_word_claims(lexicons),
        ]
    )


def class_table(everyday: pl.DataFrame, forms: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """One row a folded word, from the claim that stands.

    Args:
        everyday: From `everyday_claims`.
        forms: Forms of names and titles, columns as in `morphology.FORMS`.
        lexicons: The word lists.

    Returns:
        Columns as in `claims.CLASS_TABLE`.
    """
    table = pl.concat(
        [
            mark_claims(),
            rule_word_claims(lexicons),
            everyday,
            name_claims(forms, lexicons),
            content_noun_claims(lexicons),
            given_name_claims(lexicons),
            act_claims(forms),
        ]
    )
    # Of one list's readings of a form that differ in nothing but `bare` the first stands.
    return table.sort("priority", "folded", "clitic", "letter", maintain_order=True).unique(
        "folded", keep="first", maintain_order=True
    )
