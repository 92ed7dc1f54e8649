"""What a statement does: its cue's act, or that of its content where the cue says none."""

import polars as pl

from extract.reading.alphabet import codes, is_class
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading

# An act shows at the head of the content, or it is not what the sentence does.
_HEAD_TOKENS = 3
_FUTURE = r"^[وف]?س([ينتا]\S{3,})$"
# `إن على إسرائيل أن تدفع الثمن`, `أن على جميع الأطراف ضبط النفس`: on whom something is laid.
_OBLIGED = ("COUNTRY", "PLACE", "ORG", "ORG_HEAD", "SOURCE", "ANY_TITLE", "PERSON")
_ALL = ("الدول", "جميع", "الجميع", "كل", "الاطراف", "الجانبين", "الطرفين", "المجتمع")
_NEEDS = ("ضرورة", "أهمية", "وجوب")
_DOERS = ("COUNTRY", "ORG", "ORG_HEAD")
# What one has and does not do.
_HAD = (
    *("دور", "مكانة", "موقع", "موقف", "امن", "وحدة", "استقرار", "سيادة"),
    *("زيارة", "علاقات", "قرار"),
)
# `سائلا الله أن`, `داعيا المولى أن`
_GOD = ("الله", "المولي", "الباري")
_OWNED = "(?:ه|ها|هم)$"
_MANY = r"^ال\S{3,}ين$"
# Whose future is the speaker's own: `بلاده`, the body he speaks for.
_OWN_SIDE = ["بلاده", "بلادها", "بلادنا", "حكومته", "حكومتها", "فريقه", "انه", "انها"]


def classify_acts(statements: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Set `act_class` of statements with a neutral cue by the first words of their content.

    Args:
        statements: With `content_token`, `end_token`, `act_class` and `is_neutral`; a source beside
            its words only reports.
        reading: Words of the batch.
        knowledge: For the words that show an act.

    Returns:
        `statements` in order, `act_class` never null.
    """
    # Words past the end of a short content are the next sentence's; their acts are not its own.
    acts = reading.text.vocabulary.find(_acts_of_words, knowledge)
    heads = [_head(statements, reading, acts, index) for index in range(_HEAD_TOKENS)]
    shown = pl.concat(heads, how="horizontal")
    own_future = pl.col("is_future_0") | (
        pl.col("is_own_0") & pl.any_horizontal(f"is_future_{i}" for i in range(1, _HEAD_TOKENS))
    )
    content_act = shown.select(
        act=pl.coalesce(
            pl.when(own_future).then(pl.lit("promise")),
            pl.when(pl.lit(_obliges(statements, reading))).then(pl.lit("urge")),
            *(f"act_{i}" for i in range(_HEAD_TOKENS)),
        )
    )["act"]
    # Who prays asks nobody who could be urged.
    ahead = reading.text.at("folded", reading.text.step(statements["token"], 1))
    prays = pl.lit(ahead.is_in(_GOD)) & pl.col("lemma").is_in(["سأل", "دعا"])
    is_neutral = pl.col("is_neutral").fill_null(value=False)
    return statements.with_columns(
        act_class=pl.coalesce(
            pl.when(prays.fill_null(value=False)).then(pl.lit("stance")),
            *(pl.when(is_neutral).then(pl.lit(content_act)), "act_class", pl.lit("say")),
        )
    )


def _obliges(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Which contents lay something on somebody with `على`."""
    first, second = (reading.text.step(statements["content_token"], n) for n in (0, 1))
    whom = reading.text.at("folded", second)
    is_all = whom.is_in(_ALL) | whom.str.contains(_MANY)
    obliges = is_class(reading.letters[first], "ON") & (
        is_class(reading.letters[second], *_OBLIGED) | is_all
    )
    # `ضرورة تمسك جميع الأطراف بالهدنة`, but `ضرورة الاتفاق`, `أهمية دور مصر`
    third = reading.text.step(statements["content_token"], 2)
    are_all = reading.text.at("folded", third).is_in(_ALL)
    needs = reading.text.at("bare", first).is_in(_NEEDS) & ~whom.is_in(_HAD)
    needs &= is_class(reading.letters[second], "NOUN", "CONTENT_NOUN", "UNKNOWN", "VERB")
    return obliges | (needs & (is_class(reading.letters[third], *_DOERS) | are_all))


def _head(
    statements: pl.DataFrame, reading: Reading, acts: pl.DataFrame, index: int
) -> pl.DataFrame:
    """What a word of each content shows: `act_<index>`, `is_future_<index>`, `is_own_<index>`."""
    at = reading.text.step(statements["content_token"], index)
    words = acts[reading.text.tokens["word"][at]]
    is_side = is_class(reading.letters[at], "ORG_HEAD", "COUNTRY", "ORG", "PLACE")
    is_within = pl.lit(at < statements["end_token"])
    # `أكد رفضه القرار`; in `قال إن الوزير أبدى ترحيبه` it is the minister's.
    is_ones = pl.lit(reading.text.at("folded", at).str.contains(_OWNED)) & pl.lit(index > 0)
    return words.select(
        pl.when(is_within & ~is_ones).then("act").alias(f"act_{index}"),
        (pl.col("is_future") & is_within).alias(f"is_future_{index}"),
        (pl.col("is_own") | pl.lit(is_side)).alias(f"is_own_{index}"),
    )


def _acts_of_words(words: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """One row a word of the vocabulary: `act` that it shows, `is_future` (of a verb), `is_own`."""
    verbs = codes("VERB", "FINITE", "WEAK_FINITE", "AUX")
    folded = words["folded"]
    # What two will do (`ستجريان`) is no promise of one.
    is_ones = ~folded.str.ends_with("ان")
    letters = knowledge.classes_of(folded.str.extract(_FUTURE, 1))["letter"]
    return (
        pl.DataFrame({"folded": folded, "is_future": letters.is_in(verbs) & is_ones})
        .join(knowledge.content_acts, on="folded", how="left", maintain_order="left")
        .select(
            "act",
            pl.col("is_future").fill_null(value=False),
            is_own=pl.col("folded").is_in(_OWN_SIDE),
        )
    )
