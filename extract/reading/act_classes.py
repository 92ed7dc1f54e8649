"""What a statement does: its cue's act, or, of a neutral cue, the act that its content plainly is."""

import polars as pl

from extract.reading.alphabet import LETTERS
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading

# An act shows at the head of the content, or it is not what the sentence does.
_HEAD_TOKENS = 3
_FUTURE = r"^[وف]?س([ينتا]\w{3,})$"
# Whose future is the speaker's own: `بلاده`, the body he speaks for.
_OWN_SIDE = ["بلاده", "بلادها", "بلادنا", "حكومته", "حكومتها", "فريقه", "انه", "انها"]


def classify_acts(statements: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Set `act_class` of statements with a neutral cue by the first words of their content.

    Args:
        statements: With `content_token`, `act_class` and `is_neutral`; a source beside its words
            only reports.
        reading: Words of the batch.
        knowledge: For the words that show an act.
    """
    acts = _acts_of_words(reading, knowledge)
    last = len(reading.letters) - 1
    word, letters = reading.text.tokens["word"], reading.letters
    heads = [(statements["content_token"] + i).clip(0, last) for i in range(_HEAD_TOKENS)]
    within = [heads[i] < statements["end_token"] for i in range(_HEAD_TOKENS)]
    # Words past the end of a short content are the next sentence's; their acts are not its own.
    shown = pl.DataFrame(
        {f"act_{i}": acts["act"].gather(word.gather(at)) for i, at in enumerate(heads)}
        | {
            f"future_{i}": acts["is_future"].gather(word.gather(at)) & within[i]
            for i, at in enumerate(heads)
        }
        | {
            "is_own": acts["is_own"].gather(word.gather(heads[0]))
            | letters.gather(heads[0]).is_in(
                [ord(LETTERS[n]) for n in ("ORG_HEAD", "COUNTRY", "ORG", "PLACE")]
            )
        }
    )
    own_future = pl.col("future_0") | (
        pl.col("is_own") & pl.any_horizontal(f"future_{i}" for i in range(1, _HEAD_TOKENS))
    )
    act = pl.coalesce(
        pl.when(own_future).then(pl.lit("promise")),
        *(pl.when(pl.Series(within[i])).then(f"act_{i}") for i in range(_HEAD_TOKENS)),
    )
    content_act = shown.select(act.alias("act")).to_series()
    neutral = pl.col("is_neutral").fill_null(value=False)
    return statements.with_columns(
        act_class=pl.when(neutral & pl.Series(content_act).is_not_null())
        .then(pl.Series(content_act))
        .otherwise(pl.col("act_class").fill_null("say"))
    )


def _acts_of_words(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """For every word of the vocabulary the act that it shows, and whether it is a verb in the future."""
    verbs = [ord(LETTERS[n]) for n in ("VERB", "FINITE", "WEAK_FINITE", "AUX")]
    known = knowledge.classes.filter(pl.col("letter").is_in(verbs)).select(
        stem="folded", is_verb=pl.lit(value=True)
    )
    return (
        reading.text.vocabulary.select(
            "folded",
            stem=pl.col("folded").str.extract(_FUTURE, 1),
            plain=pl.col("folded").str.replace("^و", ""),
        )
        .join(known, on="stem", how="left", maintain_order="left")
        .join(knowledge.content_acts, on="folded", how="left", maintain_order="left")
        .select(
            "act",
            is_future=pl.col("is_verb").fill_null(value=False),
            is_own=pl.col("folded").is_in(_OWN_SIDE),
        )
    )
