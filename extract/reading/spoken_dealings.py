"""Who deals where words of dealing name nobody: who says so, and who says it together.

Whom statements are about belongs in `extract.reading.spoken_about`.
"""

import polars as pl

from extract.reading.home_speakers import take_home
from extract.reading.knowledge import Knowledge
from extract.reading.markers import START, VERB
from extract.reading.spans import tokens_inside

# Words of a subject before the first of those who speak.
_TO_FIRST = (0, 2)


def default_subjects(
    acts: pl.DataFrame,
    parties: pl.DataFrame,
    statements: pl.DataFrame,
    homes: pl.DataFrame,
    knowledge: Knowledge,
) -> pl.DataFrame:
    """Who acts where the sentence names nobody: who says so, else whom the article spoke of last.

    Where it spoke of nobody, its home country does.

    Returns:
        One row an act in order: `cue_code`, `cue_chain`, `said_code`, `is_told` (by one of the home
        country), `default_code`; see `dealings.pairs_of_acts`.
    """
    home_codes = take_home(statements, homes, knowledge.lexicons)
    said = _said(acts, statements, home_codes)
    subjects = parties.filter(pl.col("marker").is_in([VERB, START]) & (pl.col("kind") != "place"))
    subjects = subjects.unique("sentence", keep="first", maintain_order=True).select(
        "document", before=pl.col("sentence") + 1, focus="country_code"
    )
    asked = acts.select("act", "document", "sentence", "is_self").join_asof(
        subjects, left_on="sentence", right_on="before", by="document", strategy="backward",
        check_sortedness=False,
    )  # fmt: skip
    # `أعربت عن تعازيها لنيبال`: what a content opens with is the speaker's too.
    # `أعلنت مصر والسودان أنهما سترسلان`, `كل من مصر والسودان`: of who speaks together each acts.
    subjects_of = pl.concat(
        parties.select(pl.col("token") - to_first, cue_chain="chain") for to_first in _TO_FIRST
    ).unique("token", keep="first", maintain_order=True)
    cues = pl.concat(
        statements.drop_nulls("speaker_country_code").select(
            "subject_token", act=at, cue_code="speaker_country_code"
        )
        for at in ("token", "content_token")
    )
    cues = cues.unique("act", keep="first", maintain_order=True).join(
        subjects_of, left_on="subject_token", right_on="token", how="left", maintain_order="left"
    )
    at_home = home_codes.is_not_null() & statements["speaker_country_code"].is_null()
    local = pl.concat(statements[at].filter(at_home) for at in ("token", "content_token"))
    return (
        asked.join(said, on="act", how="left", maintain_order="left")
        .join(cues, on="act", how="left", maintain_order="left")
        .join(homes, on="document", how="left", maintain_order="left")
        .join(_named_later(acts, parties), on="act", how="left", maintain_order="left")
        .select(
            "cue_code",
            "cue_chain",
            said_code="speaker",
            # `وثمنت العساف دعم ألمانيا`: of who speaks for the home country.
            is_told=pl.col("local_speaker").is_not_null() | pl.col("act").is_in(local.implode()),
            # `إنه سيبحث` is about who speaks, be it known or not.
            default_code=pl.coalesce(
                "speaker",
                "local_speaker",
                "later",
                pl.when(~pl.col("is_self")).then(pl.coalesce("focus", "home_code")),
            ),
        )
    )


def _named_later(acts: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    """`وخلال زيارته إلى غانا، دعا الوزير الكيني`: who does the verb after it is he.

    Returns:
        `act` and `later`, the country, of nouns with a pronoun that open a sentence.
    """
    opens = acts.filter(~pl.col("is_verb") & pl.col("has_pronoun") & pl.col("opens_sentence"))
    after = (
        opens.select("act", "sentence")
        .join(parties, on="sentence", how="inner", maintain_order="left")
        .filter((pl.col("token") > pl.col("act")) & ~pl.col("is_conjoined"))
        .with_columns(nearest=pl.col("country_code").first().over("act"))
    )
    does = (pl.col("marker") == VERB) & (pl.col("kind") != "place")
    later = after.filter(does).unique("act", keep="first", maintain_order=True)
    is_other = pl.col("country_code") != pl.col("nearest")
    return later.filter(is_other).select("act", later="country_code")


def _said(acts: pl.DataFrame, statements: pl.DataFrame, home_codes: pl.Series) -> pl.DataFrame:
    """Who says what each act stands in, the innermost of several with a country.

    Who is only taken to speak for the home country (`home_codes`) acts where the sentence names
    nobody else.

    Returns:
        `act` in order, `speaker` and `local_speaker`; either may be null.
    """
    spoken = statements.select(
        "document", "content_token", "end_token",
        speaker="speaker_country_code",
        local_speaker=home_codes,
    )  # fmt: skip
    is_told = pl.any_horizontal(pl.col("speaker", "local_speaker").is_not_null())
    inside = (
        acts.select("act", "document")
        .join(spoken.filter(is_told), on="document", how="inner", maintain_order="left")
        .filter(pl.col("act").is_between("content_token", "end_token", closed="left"))
        .sort("act", "content_token", descending=[False, True])
    )
    said, local = (
        inside.select("act", column)
        .drop_nulls(column)
        .unique("act", keep="first", maintain_order=True)
        for column in ("speaker", "local_speaker")
    )
    return said.join(local, on="act", how="full", coalesce=True)


def joint_sides(parties: pl.DataFrame, statements: pl.DataFrame) -> pl.DataFrame:
    """Sides of two countries that say something together."""
    # Whom a stance or promise is about stands near its cue too.
    subjects = statements.filter(pl.col("act_class").is_in(["say", "urge"])).select(
        "document", "subject_token", "n_subject"
    ).drop_nulls()  # fmt: skip
    inside = tokens_inside(subjects, "subject_token", "n_subject").join(
        parties.drop("document"), left_on="at", right_on="token", maintain_order="left"
    )
    # What follows the subject may be caught in its phrase: only those joined to the first speak
    # with it.
    inside = inside.filter(pl.col("chain") == pl.col("chain").first().over("subject_token"))
    firsts = inside.unique(
        ["subject_token", "chain", "country_code"], keep="first", maintain_order=True
    )
    firsts = firsts.filter(pl.len().over("subject_token", "chain") == 2)  # noqa: PLR2004 - a pair
    other = firsts.select("subject_token", "chain", other="country_code", other_last="last")
    return (
        firsts.join(other, on=["subject_token", "chain"], how="inner", maintain_order="left")
        .filter(pl.col("country_code") < pl.col("other"))
        .with_columns(
            token="at",
            initiator_code="country_code",
            last=pl.max_horizontal("last", "other_last"),
            basis=pl.lit("joint"),
            is_directed=pl.lit(value=False),
        )
    )
