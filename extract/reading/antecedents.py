"""Whom a relative clause with a cue describes: `كييف التي تتهم موسكو`, `النواب الذين يقولون`.

A person so described is found among the people in `extract.reading.acting`; other subjects belong
in `extract.reading.subjects`.
"""

import polars as pl

from extract.reading.alphabet import clitic_codes, codes, compile_rule, one_of
from extract.reading.contexts import group, n_tokens
from extract.reading.words import Reading

_DESCRIBED = compile_rule(
    "[subject: (?:ANY_TITLE|ORG|ORG_HEAD|COUNTRY|PLACE|SOURCE|DOCUMENT|DEFINITE|UNKNOWN_DEFINITE)"
    " (?:bare+ANY_TITLE|NISBA|DEFINITE|UNKNOWN_DEFINITE|ADJECTIVE|ORG|COUNTRY|PLACE|NOUN|CLOSE"
    " | withl+ORG|ORG_HEAD|COUNTRY|PLACE){0,5}]"
    " [between: (?:COMMA|RPAREN)? WHICH [after: AUX|PARTICLE*]]$"
)
# A name beside the pronoun is whom it describes: `غادر الوفد كييف التي …`.
_NAMED = compile_rule(
    "[subject: (?:COUNTRY+ | PLACE+ | ORG+)]"
    " [between: (?:COMMA|RPAREN)? WHICH [after: AUX|PARTICLE*]]$"
)
_ACTS = f"^.{one_of('ANY_TITLE', 'ORG', 'ORG_HEAD', 'COUNTRY', 'PLACE', 'SOURCE', 'DOCUMENT')}"
_OF_EITHER = f"^.{one_of('ORG', 'SOURCE')}"
_LANDS = f"^.{one_of('COUNTRY', 'PLACE')}"
_HUMAN = f"^.{one_of('ANY_TITLE', 'SOURCE')}"
# `التصريح الذي أوضح فيه أن`: where it is said, and not who says it.
_WITHIN = "^(?:في|خلال|عن|ب|من|ل|علي|الي)(?:ه|ها|هم)$"
_ENDS_FEMININE = "(?:ة|ات)$"
_ENDS_MANY = "^ال\\w{2,}(?:ين|ون)$"


def find_antecedents(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """The antecedent of the relative clause that each cue stands in.

    It agrees with the pronoun, and the verb with both: in `الوزارة التي قال إن` he says it.

    Args:
        statements: `token`, `left`, `letter`, `clitic`, `gender`, `number`, `suffix` and
            `is_impersonal` of cues.
        reading: Words of the batch.

    Returns:
        One row a statement in order: `antecedent` (letters), `n_antecedent` and `n_after` (tokens
        between it and the cue), null where there is none.
    """
    left, token = pl.col("left"), pl.col("token")
    found = statements.with_columns(
        antecedent=pl.coalesce(group(left, rule, "subject") for rule in (_NAMED, _DESCRIBED)),
        n_after=n_tokens(group(left, _DESCRIBED, "between")),
        n_verb=n_tokens(group(left, _DESCRIBED, "after")),
    ).with_columns(n_antecedent=n_tokens(pl.col("antecedent")))
    places = found.select(
        which=(token - pl.col("n_verb") - 1).fill_null(0),
        head=(token - pl.col("n_after") - pl.col("n_antecedent")).fill_null(0),
    )
    which = pl.lit(reading.text.at("folded", places["which"]))
    head = pl.lit(reading.text.at("bare", places["head"]))
    acts = pl.col("antecedent").str.contains(_ACTS)
    is_feminine = head.str.contains(_ENDS_FEMININE)
    ahead = pl.lit(reading.text.at("folded", reading.text.step(statements["token"], 1)))
    is_either = pl.col("antecedent").str.contains(_OF_EITHER)
    is_land = pl.col("antecedent").str.contains(_LANDS)
    is_human = pl.col("antecedent").str.contains(_HUMAN)
    is_one, is_he = pl.col("number").fill_null("s") == "s", pl.col("gender") == "m"
    agrees = (
        pl.when(which == "الذي")
        .then(is_one & is_he & acts & ~is_land & (~is_feminine | is_either))
        .when(which == "التي")
        .then(is_one & ~is_he & acts & (is_feminine | is_either | is_land))
        .when(which == "الذين")
        .then(~is_one & (is_human | head.str.contains(_ENDS_MANY)))
    )
    fits = agrees & pl.col("letter").is_in(codes("FINITE", "WEAK_FINITE"))
    fits &= pl.col("clitic").is_in(clitic_codes("bare")) & ~pl.col("is_impersonal")
    fits &= ~ahead.str.contains(_WITHIN)
    # `الاتفاق الذي وصفته بأنه`: what is described, and not who describes it.
    fits &= pl.col("suffix").fill_null("") == ""
    fits = fits.fill_null(value=False)
    names = ("antecedent", "n_antecedent", "n_after")
    return found.select(pl.when(fits).then(name).alias(name) for name in names)
