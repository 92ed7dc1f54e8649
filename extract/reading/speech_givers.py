"""Who gives the speech or statement that a cue is in: `ألقى الوزير كلمة، شكر فيها الحضور`.

Speeches *of* a person (`كلمة للوزير`, `كلمة ألقاها الوزير`) belong in `extract.reading.acting`.
"""

import polars as pl

from extract.reading.alphabet import WIDTH, compile_rule, is_class
from extract.reading.contexts import letters_of
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

# `قدم` and `وجه` are nouns too, and give nothing without a speech.
_GIVES = "^[وف]?(?:القي|القت|قدم|قدمت|وجه|وجهت|اصدر|اصدرت|نشر|نشرت|بعث|بعثت)$"
_SPEECH = "^ب?(?:كلمة|خطابا?|محاضرة|مداخلة|بيانا?|رسالة|برقية|تقريرا?|ورقة|عرضا?)$"
_WITHIN = "^(?:في|خلال|ب|ل)(?:ه|ها)$"
# `كلمة شكر من خلالها`
_THROUGH = ("FROM",)
# Tokens from who gives to what is said in it, and from its name to the cue.
_REACH = 40
_NEAR = 16
_GIVER = compile_rule(
    "^bare+ANY_TITLE|PERSON|GIVEN|ORG|ORG_HEAD|SOURCE|DEFINITE|COUNTRY|NISBA|UNKNOWN"
    " (?:free+NOMINAL_WORD | OPEN|CLOSE|COMMA|NUMBER | IN|PREP PLACE|COUNTRY|ORG|ORG_HEAD"
    " | withl+NOMINAL_WORD | withb+ORG|ORG_HEAD|PLACE|COUNTRY|TITLE_DEFINITE|NOUN|DEFINITE"
    " | ON_BEHALF NOMINAL_WORD)*$"
)
_ACTOR = ("actor", "n_actor", "n_since")
_OTHERS = ("n_right", "n_left", "n_antecedent")


def with_speech_givers(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Let who gives the speech that a cue is in be who acts, and nobody else be its subject.

    Args:
        found: Statements with `token`, `gender`, `actor`, `n_actor`, `n_since`, and the subjects
            found otherwise.
        reading: Words of the batch.
    """
    text, token = reading.text, found["token"]
    ahead, second = (text.step(token, n) for n in (1, 2))
    through = is_class(reading.letters[ahead], *_THROUGH)
    within = text.at("folded", second.zip_with(through, ahead)).str.contains(_WITHIN)
    asked = found.select("row", "token", "gender").filter(within)
    verbs = text.which(_gives)
    if asked.is_empty() or verbs.is_empty():
        return found
    before = verbs.search_sorted(asked["token"]).cast(pl.Int64) - 1
    asked = asked.with_columns(verb=verbs[before.clip(0)], is_after=before >= 0)
    sentence = text.tokens["sentence"]
    is_she = text.at("folded", asked["verb"]).str.ends_with("ت")
    fits = (sentence[asked["verb"]] == sentence[asked["token"]]) & asked["is_after"]
    fits &= (asked["token"] - asked["verb"] <= _REACH) & (is_she == (asked["gender"] == "f"))
    return _given(found, asked.filter(fits.fill_null(value=False)), reading)


def _given(found: pl.DataFrame, asked: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Set who gives where a speech is named between verb and cue, and a giver before it."""
    spans = asked.with_columns(start=pl.col("verb") + 1, n=pl.col("token") - pl.col("verb") - 1)
    words = tokens_inside(spans, "start", "n")
    is_speech = reading.text.at("folded", words["at"]).str.contains(_SPEECH)
    speeches = words.filter(is_speech).group_by("row").agg(pl.all().last())
    speeches = speeches.filter(pl.col("token") - pl.col("at") <= _NEAR)
    comma = is_class(reading.letters[reading.text.step(speeches["at"], -1)], "COMMA")
    speeches = speeches.with_columns(n=pl.col("at") - pl.col("start") - comma.cast(pl.UInt32))
    letters = letters_of(speeches, reading, start="start", length="n")
    givers = speeches.select(
        "row", given=letters, n_given=letters.str.len_bytes() // WIDTH,
        n_said_after=pl.col("token") - pl.col("start") - pl.col("n"),
    ).filter(letters.str.contains(_GIVER))  # fmt: skip
    joined = found.join(givers, on="row", how="left", maintain_order="left")
    is_given = pl.col("given").is_not_null()
    news = dict(zip(_ACTOR, ("given", "n_given", "n_said_after"), strict=True))
    return joined.with_columns(
        *(pl.when(is_given).then(new).otherwise(old).alias(old) for old, new in news.items()),
        *(pl.when(~is_given).then(name).alias(name) for name in _OTHERS),
    ).drop("given", "n_given", "n_said_after")


def _gives(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_GIVES)
