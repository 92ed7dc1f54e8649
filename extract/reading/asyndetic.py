"""Reports that a clause without a pronoun describes: `نفت الوزارة تقارير صحفية | تدعي أن`.

What has no article takes its relative clause so. Clauses after a pronoun (`التقارير التي تدعي أن`)
belong in `extract.reading.antecedents`.
"""

import polars as pl

from extract.reading.alphabet import WIDTH, clitic_codes, codes, compile_rule
from extract.reading.contexts import group, n_tokens
from extract.reading.words import Reading

# `التصريح الذي أوضح فيه أن`: where it is said, and not who says it.
WITHIN = "^(?:في|خلال|عن|ب|من|ل|علي|الي)(?:ه|ها|هم)$"
ENDS_FEMININE = "(?:ة|ات)$"

# `تقارير متداولة على وسائل التواصل`, `تقرير للأمم المتحدة`
_REPORT = compile_rule(
    "[subject: free+DOCUMENT|SOURCE|NOUN|UNKNOWN bare+ADJECTIVE|NISBA|UNKNOWN|NOUN|TITLE{0,2}"
    " (?:withl+NOMINAL_WORD bare+NOMINAL_WORD{0,2}"
    " | ON|IN|ABOUT|FROM|PREP|ON_BEHALF bare+NOMINAL_WORD{1,4})?]$"
)
# … but none that somebody gives: `أصدر المجلس بيانا أكد أن`.
_REPORTS = (
    "^(?:تقرير|تقريرا|تقارير|انباء|معلومات|مصدر|مصادر|شائعات|اشاعات|مزاعم|وثيقة|وثائق|دراسة|دراسات"
    "|تسريبات|استطلاع|استطلاعات|احصاءات|احصائيات|ارقام|صحف)$"
)
_BROKEN_PLURALS = "^(?:تقارير|انباء|مصادر|مزاعم|وثائق|ارقام|صحف)$"
# Tokens back to the first word of a report.
_REACH = 14


def find_described_reports(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """The report right before each verb that agrees with it.

    Args:
        statements: `token`, `left`, `letter`, `clitic`, `gender`, `number` and `suffix` of cues.
        reading: Words of the batch.

    Returns:
        One row a statement in order: `antecedent` (letters), `n_antecedent` and `n_after` (tokens
        between it and the cue: none), null where there is none.
    """
    text, none = reading.text, pl.col("suffix").fill_null("") == ""
    is_verb = pl.col("letter").is_in(codes("FINITE", "WEAK_FINITE")) & none
    is_verb &= pl.col("clitic").is_in(clitic_codes("bare"))
    is_verb &= pl.col("number").fill_null("s") == "s"
    left = pl.when(is_verb).then(pl.col("left").str.tail(_REACH * WIDTH))
    found = statements.select(antecedent=group(left, _REPORT, "subject")).with_columns(
        n_antecedent=n_tokens(pl.col("antecedent")), n_after=pl.lit(0, pl.UInt32)
    )
    at = statements["token"].cast(pl.Int64) - found["n_antecedent"].fill_null(0)
    head, second = (text.at("folded", text.step(at, n)) for n in (0, 1))
    is_she = head.str.contains(_BROKEN_PLURALS) | head.str.contains(ENDS_FEMININE)
    fits = head.str.contains(_REPORTS) & (is_she == (statements["gender"] == "f"))
    fits &= (found["n_antecedent"] == 1) | ~second.str.starts_with("ال")
    fits &= ~text.at("folded", text.step(statements["token"], 1)).str.contains(WITHIN)
    fits = fits.fill_null(value=False)
    return found.select(pl.when(pl.lit(fits)).then(pl.all()))
