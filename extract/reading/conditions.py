"""What a cue must be for a rule of the grammar to read on from it.

Which words are cues where they stand belongs in `extract.reading.cues`, the rules themselves in
`extract.reading.grammar`.
"""

from collections.abc import Callable

import polars as pl

from extract.reading.grammar import Condition, Rule

# A clause that follows the cue with no preposition between.
_BARE_CLAUSE = r"(?:^|\|)(?:أن|إن|بأن)(?:$|\|)"
_WISH = "تمنى"
_REGARDS = "اعتبر"
# Verbs that speech may follow with no mark: `وأضاف لن نتراجع`.
_BARE = ["قال", "أضاف", "تابع", "أردف", "استطرد", "استدرك"]
_ASKING = ["تساءل", "سأل", "استفسر"]


def may_use(rule: Rule) -> pl.Expr:
    """Whether a cue may open its content in the way of a rule."""
    if rule.marker is None:
        return _CONDITIONS[rule.condition]() & (pl.col("is_sure") | pl.col("is_near_clause"))
    takes = pl.col("nominal_markers").list.contains(rule.marker) & pl.col("is_sure")
    if rule.marker == "direct":
        # `ما أبداه الوزير`: the pronoun is the object.
        takes &= pl.col("takes_addressee") | (pl.col("suffix").fill_null("") == "")
    return takes & _CONDITIONS[rule.condition]()


def _takes_clause() -> pl.Expr:
    return pl.col("clause_markers").is_not_null()


def _speaks() -> pl.Expr:
    return pl.col("act_class") == "say"


def _is_own_word() -> pl.Expr:
    """`قوله`, `تأكيدها`: what somebody says, not `تصريحه`, which is somewhere to say it."""
    is_owned = pl.col("suffix").fill_null("") != ""
    return _speaks() & ~pl.col("is_ambiguous") & (pl.col("form") == "masdar") & is_owned


def _asks() -> pl.Expr:
    """`ناشد المجلس`: the plain object is who is asked."""
    return (pl.col("act_class") == "urge") & pl.col("takes_addressee")


def _tells() -> pl.Expr:
    """`أعلن`, `توقع`: what has no article after the subject is told, and nobody asked.

    `يعتبر السد` is mostly a passive.
    """
    is_finite = pl.col("form").is_in(["perfect", "imperfect"])
    is_taken = (pl.col("lemma") == _REGARDS) & is_finite
    return ~(pl.col("takes_addressee") | pl.col("is_ambiguous") | is_taken)


def _regards() -> pl.Expr:
    """`اعتبرها خطوة`: what somebody takes the thing before for."""
    is_regard = (pl.col("lemma") == _REGARDS) & (pl.col("form") != "imperfect")
    return is_regard & (pl.col("suffix").fill_null("") != "")


def _takes_object() -> pl.Expr:
    """`أدان التفجير`; in `قال كلمة` the plain object of a neutral cue is a word or a speech."""
    return ~pl.col("is_neutral") | (heads() & ~pl.col("is_ambiguous"))


_CONDITIONS: dict[Condition, Callable[[], pl.Expr]] = {
    "clause": _takes_clause,
    "bare_clause": lambda: _takes_clause() & pl.col("clause_markers").str.contains(_BARE_CLAUSE),
    "spoken_clause": lambda: _takes_clause() & _speaks(),
    "spoken": _speaks,
    "spoken_barely": lambda: (
        _speaks() & pl.col("lemma").is_in(_BARE) & (pl.col("form") != "imperfect")
    ),
    "marker": lambda: pl.lit(value=True),
    "asks": _asks,
    "told": _tells,
    "told_by_body": lambda: _tells() & pl.col("is_before_definite"),
    "told_after_speaker": lambda: _tells() & pl.col("is_after_speaker"),
    "participle": lambda: _tells() & pl.col("is_neutral"),
    # `معلنا الهدف الثاني` is played, not told.
    "foresees": lambda: _tells() & pl.col("is_neutral") & (pl.col("lemma") != "أعلن"),
    "own_word": _is_own_word,
    "regards": _regards,
    "asks_whether": lambda: _speaks() & pl.col("lemma").is_in(_ASKING),
    "wishes": lambda: pl.col("lemma") == _WISH,
    "plain_object": _takes_object,
    # `شكر الرئيس السعودية على دعمها`: who is thanked, and not what for.
    "unaddressed_object": lambda: _takes_object() & ~pl.col("takes_addressee"),
    # `نفى مصدر مسؤول الخبر`: the title describes who denies.
    "judges": lambda: (pl.col("act_class") == "stance") & ~pl.col("takes_addressee"),
    "takes_for": lambda: (pl.col("lemma") == _REGARDS) & (pl.col("form") == "perfect"),
}


def heads() -> pl.Expr:
    """A headline puts its subject first and its verb in the imperfect."""
    return (pl.col("part") == "headline") & (pl.col("form") == "imperfect")
