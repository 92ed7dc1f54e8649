"""Pairs of countries that an article presents as dealing with each other.

Evidence of five kinds: words of dealing and phrases of relations (`extract.reading.dealings`), what
one side says of another, what two say together, and `البلدين`, the pair named last. Where a story
was written or a meeting held makes no party, and neither does a match.
"""

import polars as pl

from extract.reading.acts import find_acts
from extract.reading.dealings import PAIR, between, compounds, pairs_of_acts
from extract.reading.duals import named_by_both, named_by_dual, named_in_one_word
from extract.reading.findings import Dealings
from extract.reading.homes import take_home
from extract.reading.international import is_international, silent_bodies
from extract.reading.knowledge import Knowledge
from extract.reading.markers import START, VERB
from extract.reading.parties import NO_COUNTRY, find_parties
from extract.reading.stand_ins import is_kingdom
from extract.reading.words import Reading
from extract.schemas import DYADS

_SPORT = ("sport",)
# One word of sport may be a figure of speech; this many make the article one of sport.
_SPORTING = 3
# What a stance is about stands near its beginning.
_ABOUT = 14


def find_dealings(
    mentions: pl.DataFrame,
    statements: pl.DataFrame,
    homes: pl.DataFrame,
    reading: Reading,
    knowledge: Knowledge,
) -> Dealings:
    """Who may deal with whom, and the acts by which they would.

    Args:
        mentions: Rows of `tables.mention_rows`, with `token` and `n_tokens`.
        statements: With speakers, `content_token` and `end_token`.
        homes: From `homes.own_homes`.
        reading: Words of the batch.
        knowledge: For the words of dealing.
    """
    several = _name_several_countries(mentions, statements, reading)
    document = reading.text.tokens["document"]
    mentions = mentions.filter(several[document[mentions["token"]]])
    statements = statements.filter(several[statements["document"]])
    statements = _for_a_country(statements, mentions, knowledge)
    parties = find_parties(mentions, statements, homes, reading, knowledge)
    return Dealings(parties, find_acts(reading, several, knowledge), statements, homes)


def find_dyads(
    dealings: Dealings, topics: pl.DataFrame, reading: Reading, knowledge: Knowledge
) -> pl.DataFrame:
    """Dyads by sentence.

    Args:
        dealings: From `find_dealings`.
        topics: Hits of topic terms: `token`, `document`, `topic_id`.
        reading: Words of the batch.
        knowledge: For the tree of topics.

    Returns:
        `document`, `sentence`, `country_a`, `country_b`, `basis`, `initiator_code` (null where both
        do it to each other), `token`, `last` (of the evidence), one row a sentence, pair and basis.
    """
    parties, acts, statements = dealings.parties, dealings.acts, dealings.statements
    defaults = _default_subjects(acts, parties, statements, dealings.homes, knowledge)
    pairs = pl.concat(
        [
            frame.select(PAIR)
            for frame in (
                pairs_of_acts(parties, acts, reading, defaults),
                between(parties, reading),
                compounds(parties, reading),
                _statements_about(parties, statements),
                _joint(parties, statements),
                named_by_dual(parties, reading),
                named_in_one_word(reading),
            )
        ],
        how="vertical_relaxed",
    )
    both = named_by_both(parties, pairs, reading).select(PAIR)
    pairs = pl.concat([pairs, both], how="vertical_relaxed")
    pairs = pairs.filter((pl.col("initiator_code") != NO_COUNTRY) & (pl.col("other") != NO_COUNTRY))
    pairs = _without_sport(pairs, topics, knowledge, reading)
    ordered = pairs.with_columns(
        country_a=pl.min_horizontal("initiator_code", "other"),
        country_b=pl.max_horizontal("initiator_code", "other"),
        initiator_code=pl.when("is_directed").then("initiator_code"),
    )
    # Where one piece of evidence says who acted, it stands before those that do not.
    return (
        ordered.sort(
            "sentence",
            "country_a",
            "country_b",
            "basis",
            "initiator_code",
            "token",
            nulls_last=True,
        )
        .unique(["sentence", "country_a", "country_b", "basis"], keep="first", maintain_order=True)
        .sort("token", "country_a", "country_b", "basis", maintain_order=True)
    )


def _name_several_countries(
    mentions: pl.DataFrame, statements: pl.DataFrame, reading: Reading
) -> pl.Series:
    """Whether each document has two countries that may deal: half of a paper's have not."""
    tokens = reading.text.tokens
    kingdoms = tokens["document"].filter(reading.text.where(is_kingdom))
    codes = pl.concat(
        [
            mentions.select(document=tokens["document"][mentions["token"]], code="country_code"),
            statements.select("document", code="speaker_country_code"),
            pl.DataFrame({"document": kingdoms}).with_columns(code=pl.lit("المملكة")),
        ]
    ).drop_nulls("code")
    several = codes.unique()["document"].value_counts().filter(pl.col("count") > 1)["document"]
    n_documents = int(tokens["document"][-1]) + 1
    return pl.repeat(False, n_documents, eager=True).scatter(several, True)


def _for_a_country(
    statements: pl.DataFrame, mentions: pl.DataFrame, knowledge: Knowledge
) -> pl.DataFrame:
    """Take its country from who speaks for an international body."""
    serving = mentions.filter(is_international(mentions, knowledge))["entity_id"]
    silent = pl.concat([serving, silent_bodies(knowledge)]).unique().implode()
    serves = pl.col("speaker_entity_id").is_in(silent).fill_null(value=False)
    return statements.with_columns(
        speaker_country_code=pl.when(~serves).then("speaker_country_code")
    )


def _default_subjects(
    acts: pl.DataFrame,
    parties: pl.DataFrame,
    statements: pl.DataFrame,
    homes: pl.DataFrame,
    knowledge: Knowledge,
) -> pl.DataFrame:
    """Who acts where the sentence names nobody: who says so, else whom the article spoke of last.

    Where it spoke of nobody, its home country does.

    Returns:
        `act`, `cue_code`, `said_code`, `default_code`; see `dealings.pairs_of_acts`.
    """
    said = _said(acts, statements, "speaker")
    # Who is only taken to speak for the home country acts where the sentence names nobody else.
    local = _said(acts, take_home(statements, homes, knowledge.lexicons), "local_speaker")
    subjects = parties.filter(pl.col("marker").is_in([VERB, START]) & (pl.col("kind") != "place"))
    subjects = subjects.unique("sentence", keep="first", maintain_order=True).select(
        "document", before=pl.col("sentence") + 1, focus="country_code"
    )
    asked = acts.select("act", "document", "sentence", "is_self").join_asof(
        subjects, left_on="sentence", right_on="before", by="document", strategy="backward",
        check_sortedness=False,
    )  # fmt: skip
    # `أعربت عن تعازيها لنيبال`: what a content opens with is the speaker's too.
    cues = pl.concat(
        statements.drop_nulls("speaker_country_code").select(
            act=at, cue_code="speaker_country_code"
        )
        for at in ("token", "content_token")
    )
    cues = cues.unique("act", keep="first", maintain_order=True)
    return (
        asked.join(said, on="act", how="left", maintain_order="left")
        .join(local, on="act", how="left", maintain_order="left")
        .join(cues, on="act", how="left", maintain_order="left")
        .join(homes, on="document", how="left", maintain_order="left")
        .select(
            "act",
            "cue_code",
            said_code="speaker",
            # `إنه سيبحث` is about who speaks, be it known or not.
            default_code=pl.coalesce(
                "speaker",
                "local_speaker",
                pl.when(~pl.col("is_self")).then(pl.coalesce("focus", "home_code")),
            ),
        )
    )


def _said(acts: pl.DataFrame, statements: pl.DataFrame, column: str) -> pl.DataFrame:
    """Who says what each act stands in, the innermost of several: `act` and the country."""
    spoken = statements.drop_nulls("speaker_country_code").select(
        "document", "content_token", "end_token", pl.col("speaker_country_code").alias(column)
    )
    return (
        acts.select("act", "document")
        .join(spoken, on="document", how="inner", maintain_order="left")
        .filter(pl.col("act").is_between("content_token", "end_token", closed="left"))
        .sort("act", "content_token", descending=[False, True])
        .unique("act", keep="first", maintain_order=True)
        .select("act", column)
    )


def _statements_about(parties: pl.DataFrame, statements: pl.DataFrame) -> pl.DataFrame:
    """Whom a stance, appeal or promise of one side is about: the country first named in it."""
    spoken = statements.filter(
        pl.col("speaker_country_code").is_not_null()
        & pl.col("act_class").is_in(["stance", "urge", "promise"])
    ).select("document", "content_token", "end_token", initiator_code="speaker_country_code")
    named = spoken.join(parties, on="document", how="inner", maintain_order="left").filter(
        (pl.col("token") >= pl.col("content_token"))
        & (pl.col("token") < pl.min_horizontal("end_token", pl.col("content_token") + _ABOUT))
    )
    # Third parties that a speaker hopes will agree are none of the speaker's dealings.
    first = named.sort("content_token", "token").filter(
        (pl.col("country_code") != pl.col("initiator_code")) & (pl.col("kind") != "place")
    ).unique("content_token", keep="first", maintain_order=True)  # fmt: skip
    return first.filter(pl.col("marker") != "بين").with_columns(
        other="country_code", basis=pl.lit("statement_about"), is_directed=pl.lit(value=True)
    )


def _joint(parties: pl.DataFrame, statements: pl.DataFrame) -> pl.DataFrame:
    """Sides of two countries that say something together."""
    # Whom a stance or promise is about stands near its cue too.
    subjects = statements.filter(pl.col("act_class").is_in(["say", "urge"])).select(
        "document", "subject_token", subject_end=pl.col("subject_token") + pl.col("n_subject")
    ).drop_nulls()  # fmt: skip
    inside = subjects.join(parties, on="document", how="inner", maintain_order="left").filter(
        pl.col("token").is_between("subject_token", "subject_end", closed="left")
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
            initiator_code="country_code",
            last=pl.max_horizontal("last", "other_last"),
            basis=pl.lit("joint"),
            is_directed=pl.lit(value=False),
        )
    )


def _without_sport(
    pairs: pl.DataFrame, topics: pl.DataFrame, knowledge: Knowledge, reading: Reading
) -> pl.DataFrame:
    """Drop pairs in sentences and articles of sport: a match is no dealing."""
    tree = knowledge.lexicons["topics"]
    sport = tree.filter(pl.col("topic_id").is_in(_SPORT) | pl.col("parent_id").is_in(_SPORT))
    hits = topics.filter(pl.col("topic_id").is_in(sport["topic_id"].implode()))
    sentences = reading.text.tokens["sentence"][hits["token"]].unique().implode()
    articles = hits.group_by("document").len().filter(pl.col("len") >= _SPORTING)
    return pairs.filter(
        ~pl.col("sentence").is_in(sentences)
        & ~pl.col("document").is_in(articles["document"].implode())
    )


def dyad_rows(pairs: pl.DataFrame, reading: Reading, sentences: pl.DataFrame) -> pl.DataFrame:
    """The table of dyads."""
    tokens = reading.text.tokens
    # A party may stand in for one named in a sentence before: the row is of its first word's.
    rows = pairs.with_columns(
        start_char=tokens["start_char"][pairs["token"]],
        end_char=tokens["end_char"][pairs["last"]],
        sentence=tokens["sentence"][pairs["token"]],
    ).join(
        sentences.select("sentence", "sentence_id", "article_id"),
        on="sentence", how="left", maintain_order="left",
    )  # fmt: skip
    return rows.select(DYADS.names()).cast(DYADS)
