"""Who speaks where nobody has spoken yet: whoever the sentence or the one before is about."""

import polars as pl

from extract.reading.alphabet import is_class
from extract.reading.speaking import BODY_SPEAKER, PERSON_SPEAKER, take_speakers
from extract.reading.words import Reading

# Tokens between a name and what is said: `إن`, `، إن`.
_TO_CLAUSE = (1, 2)
_FEMININE = "(?:ة|ات)$"


def introduce_people(
    statements: pl.DataFrame, people: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Where nobody has spoken yet, take the first person of the last sentence that named one.

    In its own sentence only somebody before the cue, where there is anybody before it:
    `وأضاف في مقابلة مع الإعلامي سامي نور أن`.
    """
    sentence = reading.text.tokens["sentence"]
    firsts = (
        people.select("document", named_in=sentence[people["token"]], **PERSON_SPEAKER)
        .unique("named_in", keep="first", maintain_order=True)
        .sort("named_in")
    )
    lost = statements.with_columns(cue_in=sentence[statements["token"]])
    lost = lost.filter(pl.col("speaker_name").is_null() & ~pl.col("is_many")).select(
        "row", "document", "token", "content_token", "cue_in"
    )
    sides = (("token", "antecedent_token"), ("cue_in", "named_in"))
    before, beside = (
        lost.join_asof(
            firsts, left_on=own, right_on=theirs, by="document", strategy="backward",
            check_sortedness=False,
        ).drop_nulls("speaker_name")
        for own, theirs in sides
    )  # fmt: skip
    # `أعلن هنا اليوم أن الوزير كيم سون سيزور …`: whom it is said of says it not.
    beside = beside.filter(pl.col("antecedent_token") < pl.col("content_token"))
    named = [side.select("row", *PERSON_SPEAKER) for side in (before, beside)]
    found = pl.concat([_up_to_clause(lost, people, reading), *named])
    return take_speakers(statements, found.unique("row", keep="first", maintain_order=True))


def _up_to_clause(lost: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Who is named last before what is said: `قال صاحب الحملة التي توقفت أمس سامي نور إن`."""
    named = people.select(**PERSON_SPEAKER, end=pl.col("token") + pl.col("n_tokens"))
    found = pl.concat(
        lost.with_columns(end=(pl.col("content_token") - n).cast(named.schema["end"])).join(
            named, on="end"
        )
        for n in _TO_CLAUSE
    ).filter(pl.col("antecedent_token") > pl.col("token"))
    after = reading.letters[reading.text.step(found["token"], 1)]
    names = is_class(after, "ANY_TITLE", "NOUN", "VERB", "SOURCE", "UNKNOWN", "DEFINITE")
    return found.filter(names).select("row", *PERSON_SPEAKER)


def introduce_bodies(
    statements: pl.DataFrame, bodies: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Where nobody at all was named, take the body that acts in the sentence or the one before.

    `أطلقت الهيئة الوطنية للاتصالات تطبيقا. وقالت إن …`: she who acts is of the verb's gender.
    """
    text, token = reading.text, bodies["token"]
    acts = is_class(reading.letters[text.step(token, -1)], "VERB", "FINITE", "WEAK_FINITE", "BREAK")
    is_she = text.at("bare", token).str.contains(_FEMININE)
    acting = bodies.with_columns(
        named_in=text.tokens["sentence"][token],
        gender=pl.when(pl.lit(is_she)).then(pl.lit("f")).otherwise(pl.lit("m")),
    ).filter(acts)
    acting = acting.select("document", "named_in", "gender", **BODY_SPEAKER)
    lost = statements.filter(pl.col("speaker_name").is_null() & ~pl.col("is_many"))
    cue_in = text.tokens["sentence"][lost["token"]]
    lost = lost.select("row", "document", "token", "gender")
    asked = pl.concat(lost.with_columns(named_in=cue_in - back) for back in (0, 1))
    found = asked.join(acting, on=["document", "named_in", "gender"], how="inner")
    found = found.filter(pl.col("antecedent_token") < pl.col("token"))
    found = found.sort("row", "antecedent_token", descending=[False, True])
    found = found.unique("row", keep="first", maintain_order=True)
    return take_speakers(statements, found.select("row", *BODY_SPEAKER))
