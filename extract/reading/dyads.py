"""Pairs of countries that an article presents as dealing with each other.

Evidence of five kinds: words of dealing and phrases of relations (`extract.reading.dealings`), what
one side says of another, what two say together, and `البلدين`, the pair named last. Where a story
was written or a meeting held makes no party, and neither does a match.
"""

import polars as pl

from extract.reading.acts import find_acts
from extract.reading.dealings import PAIR, pairs_of_acts
from extract.reading.duals import named_among, named_by_both, named_by_dual, named_in_one_word
from extract.reading.findings import Dealings
from extract.reading.international import is_international, silent_bodies
from extract.reading.knowledge import Knowledge
from extract.reading.markers import NO_COUNTRY, ROVING
from extract.reading.parties import find_parties
from extract.reading.relations import between, compounds, of_both
from extract.reading.spans import marked
from extract.reading.spoken_about import statements_about
from extract.reading.spoken_dealings import default_subjects, joint_sides
from extract.reading.stand_ins import is_kingdom, is_settler
from extract.reading.words import Reading
from extract.schemas import DYADS

_SPORT = ("sport",)
# One word of sport may be a figure of speech; this many make the article one of sport.
_SPORTING = 3
# `خبيرة تشيلية` speaks for her subject, and not for Chile.
_COMMENTATOR = "^(?:ال)?(?:خبير|محلل|باحث|كاتب|مؤرخ|معلق)(?:ة|ان|ين|ون|ات)?(?: |$)"
# What is asked of statements.
_OF_STATEMENTS = (
    *("document", "token", "content_token", "end_token", "subject_token", "n_subject"),
    *("act_class", "addressee_country_code", "co_speakers", "is_of_none"),
    *("is_scholar", "is_official"),
    "speaker_role_token",
    *("speaker_name", "speaker_type", "speaker_entity_id", "speaker_country_code"),
)


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
    statements = statements.select(_OF_STATEMENTS).filter(several[statements["document"]])
    mentions = mentions.with_columns(is_serving=is_international(mentions, knowledge))
    officials = mentions.select(
        document=document[mentions["token"]], speaker_entity_id="entity_id"
    ).filter(mentions["is_serving"])
    statements = _for_a_country(statements, officials, reading, knowledge)
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
    defaults = default_subjects(acts, parties, statements, dealings.homes, knowledge)
    pairs = pl.concat(
        [
            frame.select(PAIR)
            for frame in (
                pairs_of_acts(parties, acts, reading, defaults),
                between(parties, reading),
                of_both(parties, reading),
                compounds(parties, reading),
                statements_about(parties, statements, reading),
                named_by_dual(parties, reading),
                named_among(parties, reading),
                named_in_one_word(reading),
            )
        ],
        how="vertical_relaxed",
    )
    both = named_by_both(parties, pairs, reading).select(PAIR)
    pairs = pl.concat([pairs, both], how="vertical_relaxed")
    # Two who tell the same (`مصادر عراقية وسورية`) deal with each other if anything else says so.
    same = ["document", "initiator_code", "other"]
    told = joint_sides(parties, statements).select(PAIR)
    pairs = pl.concat([pairs, told.join(pairs, on=same, how="semi", maintain_order="left")])
    of_none = pl.any_horizontal(pl.col("initiator_code", "other").is_in([NO_COUNTRY, ROVING]))
    pairs = pairs.filter(~of_none)
    pairs = _without_sport(pairs, topics, knowledge, reading)
    ordered = pairs.with_columns(
        country_a=pl.min_horizontal("initiator_code", "other"),
        country_b=pl.max_horizontal("initiator_code", "other"),
        initiator_code=pl.when("is_directed").then("initiator_code"),
    )
    # Where one piece of evidence says who acted, it stands before those that do not; of several
    # that do, the first, and the shorter of two that begin at one word: no two are alike, for what
    # a sort leaves open would hang on the other articles.
    return (
        ordered.sort(
            "sentence",
            "country_a",
            "country_b",
            "basis",
            pl.col("initiator_code").is_null(),
            "token",
            "initiator_code",
            "last",
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
    settled = tokens["document"].filter(reading.text.where(is_settler))
    codes = pl.concat(
        [
            mentions.select(document=tokens["document"][mentions["token"]], code="country_code"),
            statements.select("document", code="speaker_country_code"),
            pl.DataFrame({"document": kingdoms}).with_columns(code=pl.lit("المملكة")),
            pl.DataFrame({"document": settled}).with_columns(code=pl.lit("ISR")),
        ]
    ).drop_nulls("code")
    several = codes.unique()["document"].value_counts().filter(pl.col("count") > 1)["document"]
    n_documents = int(tokens["document"][-1]) + 1
    return pl.repeat(False, n_documents, eager=True).scatter(several, True)


def _for_a_country(
    statements: pl.DataFrame, officials: pl.DataFrame, reading: Reading, knowledge: Knowledge
) -> pl.DataFrame:
    """Take its country from who speaks for an international body, and from who only comments.

    `officials` (`document`, `speaker_entity_id`) are those of their own article: a person who
    serves a body in one may be a minister in the next.
    """
    named = statements.select("document", "speaker_entity_id").with_row_index("row")
    serving = named.join(officials, on=["document", "speaker_entity_id"], how="semi")["row"]
    is_silent = pl.col("speaker_entity_id").is_in(silent_bodies(knowledge).implode())
    serves = pl.lit(marked(serving, statements.height)) | is_silent.fill_null(value=False)
    role_at = statements["speaker_role_token"]
    role = reading.text.at("bare", role_at.fill_null(0)).str.contains(_COMMENTATOR)
    comments = pl.col("speaker_name").str.contains(_COMMENTATOR).fill_null(value=False)
    comments |= pl.lit(role & role_at.is_not_null())
    return statements.with_columns(
        speaker_country_code=pl.when(~(serves | comments)).then("speaker_country_code")
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
