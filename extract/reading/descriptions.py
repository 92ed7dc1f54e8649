"""Definite descriptions (`الوزير`, `المسؤول الصيني`, `الوزارة`, `البيان`) to whom the article so described.

A description asks for the person whose titles, the body whose name or the unnamed source whose
words hold
its head, nearest before it and of no other country; in a headline, the first after it.
"""

import polars as pl

from extract.reading.alphabet import LETTERS
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading

ANSWER = (
    "speaker_name",
    "speaker_type",
    "speaker_entity_id",
    "speaker_country_code",
    "speaker_role_token",
    "speaker_n_role",
    "antecedent_token",
)
_PREPOSITIONS = [
    ord(LETTERS[n]) for n in ("IN", "FROM", "TO", "ON", "PREP", "COMMA", "OPEN", "CLOSE")
]


def resolve_descriptions(
    statements: pl.DataFrame,
    reading: Reading,
    people: pl.DataFrame,
    organizations: pl.DataFrame,
    knowledge: Knowledge,
) -> pl.DataFrame:
    """Give descriptions the speaker that they stand for.

    Args:
        statements: With the speakers that their subjects name.
        reading: Words with all names marked.
        people: Person mentions with their titles.
        organizations: Organisation mentions.
        knowledge: For the words that every title has (honorifics) and that fit anybody.

    Returns:
        `statements` in order, with `ANSWER` and `speaker_resolution` of descriptions that found
        one.
    """
    statements = _foretold(statements)
    honorifics = knowledge.honorifics
    asking = _asking(statements, reading, honorifics)
    candidates = pl.concat(
        [
            _people(people, reading, honorifics),
            _bodies(organizations, reading, honorifics),
            _sources(statements, reading, honorifics),
        ],
        how="vertical_relaxed",
    )
    pairs = asking.join(candidates, on=["document", "word"], how="inner", maintain_order="left")
    country, other = pl.col("speaker_country_code"), pl.col("answer_country")
    fits = (country.is_null() | other.is_null() | (country == other)) & (
        pl.col("row") != pl.col("source_row").fill_null(-1)
    )
    precedes = pl.col("answer_at") < pl.col("at")
    pairs = pairs.filter(fits & (precedes | pl.col("looks_ahead")))
    scores = (
        pairs.group_by("row", "answer_key", maintain_order=True)
        .agg(
            n_shared=pl.col("word").n_unique(),
            has_head=(pl.col("is_head") & pl.col("answer_is_head")).any(),
            nearest=(
                pl.when(pl.col("answer_at") < pl.col("at"))
                .then(pl.col("answer_at").cast(pl.Int64))
                .otherwise(-pl.col("answer_at").cast(pl.Int64))
            ).max(),
            **{
                f"answer_{c}": pl.col(f"answer_{c}").first()
                for c in ("name", "type", "id", "country", "role", "n_role")
            },
            answer_at=pl.col("answer_at").max(),
            # Of two ministers the one that no further word tells apart: `وزير الخارجية` is one's
            # own.
            n_words=pl.col("n_words").min(),
            n_asked=pl.col("n_asked").first(),
        )
        .with_columns(n_further=pl.when(pl.col("n_asked") > 1).then("n_words").otherwise(0))
    )
    best = (
        scores.filter("has_head")
        .with_columns(is_person=pl.col("answer_type") == "person")
        .sort(
            "row",
            "n_shared",
            "is_person",
            "n_further",
            "nearest",
            descending=[False, False, False, True, False],
        )
        .unique("row", keep="last", maintain_order=True)
    )
    return _answer(statements, best)


def _foretold(statements: pl.DataFrame) -> pl.DataFrame:
    """Give a headline's unnamed speaker the first person of the same country whom the story quotes."""
    told = pl.col("speaker_type") == "person"
    heralds = statements.filter(
        (pl.col("part") == "headline") & (pl.col("speaker_type") == "unnamed")
    )
    named = statements.filter(told & (pl.col("part") != "headline"))
    pairs = heralds.select("row", "document", "speaker_country_code").join(
        named.select("document", "token", *(pl.col(c).alias(f"told_{c}") for c in ANSWER)),
        on="document",
    )
    country, other = pl.col("speaker_country_code"), pl.col("told_speaker_country_code")
    first = pairs.filter(country == other).sort("row", "token").unique("row", keep="first")
    found = statements.join(
        first.select("row", "^told_.*$"), on="row", how="left", maintain_order="left"
    )
    has = pl.col("told_speaker_name").is_not_null()
    return found.with_columns(
        *(pl.when(has).then(f"told_{c}").otherwise(c).alias(c) for c in ANSWER),
        speaker_resolution=pl.when(has).then(pl.lit("title")).otherwise("speaker_resolution"),
    ).drop("^told_.*$")


def _asking(statements: pl.DataFrame, reading: Reading, honorifics: pl.Series) -> pl.DataFrame:
    """The words of every definite description, and of headlines' indefinite ones."""
    described = statements.filter(
        pl.col("speaker_type").is_in(["unnamed", "document"])
        | (
            (pl.col("speaker_type") == "organization")
            & pl.col("speaker_entity_id").is_null()
            & (pl.col("n_speaker") == 1)
        )
    )
    words = _words(
        described.select("row", "document", token="subject_token", n_tokens="n_subject"),
        reading,
        honorifics,
    )
    definite = words.group_by("row").agg(is_definite=pl.col("is_definite").any())
    return (
        words.join(
            definite.select("row", anywhere="is_definite"),
            on="row",
            how="left",
            maintain_order="left",
        )
        .join(
            described.select("row", "speaker_country_code", "part", at="token"),
            on="row",
            how="left",
            maintain_order="left",
        )
        # The lead may tell an office, and the story its holder's name only later.
        .with_columns(looks_ahead=pl.lit(value=True))
        .filter(pl.col("anywhere") | (pl.col("part") == "headline"))
        .select(
            "row",
            "document",
            "word",
            "is_head",
            "speaker_country_code",
            "at",
            "looks_ahead",
            n_asked="n_words",
        )
    )


def _words(spans: pl.DataFrame, reading: Reading, honorifics: pl.Series) -> pl.DataFrame:
    """The words of spans without article: `row`, `document`, `word`, `is_head`, `is_definite`."""
    words = (
        spans.with_columns(
            at=pl.int_ranges("token", pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32)
        )
        .drop_nulls("at")
        .explode("at", empty_as_null=False)
    )
    bare = reading.text.vocabulary["bare"].gather(reading.text.tokens["word"].gather(words["at"]))
    letter = reading.letters.gather(words["at"])
    before = reading.letters.gather((words["at"].cast(pl.Int64) - 1).clip(0))
    title = [ord(LETTERS[n]) for n in ("TITLE", "TITLE_OR_GIVEN")]
    heads = [ord(LETTERS[n]) for n in ("TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN", "ORG_HEAD")]
    words = words.with_columns(
        word=bare.str.replace("^ال", ""), letter=letter, article=bare.str.starts_with("ال")
    )
    is_honorific = pl.col("word").is_in(honorifics)
    # `نائب وزير الخارجية` is a deputy, not a minister: a title after a bare title completes it.
    completes = (
        pl.lit(before.is_in(title)) & (pl.col("at") > pl.col("token")) & ~is_honorific.shift(1)
    )
    n_prepositions = pl.col("letter").is_in(_PREPOSITIONS).cum_sum().over("row")
    words = words.with_columns(
        is_head=(pl.col("letter").is_in(heads) & ~completes.fill_null(value=False))
        | (pl.col("at") == pl.col("token")),
        # What a preposition brings in does not make the head definite (`مصدر في الوزارة`).
        is_definite=(pl.col("article") | (pl.col("letter") == ord(LETTERS["COUNTRY"])))
        & (n_prepositions == 0),
    )
    words = words.filter(~pl.col("letter").is_in(_PREPOSITIONS) & ~is_honorific)
    return words.with_columns(n_words=pl.len().over("row")).drop("letter", "article")


def _people(people: pl.DataFrame, reading: Reading, honorifics: pl.Series) -> pl.DataFrame:
    roles = people.drop_nulls("n_role")
    words = _words(
        roles.with_row_index("row").select(
            "row", "document", token="role_token", n_tokens="n_role"
        ),
        reading,
        honorifics,
    )
    return words.join(
        roles.with_row_index("row").select(
            "row",
            answer_key="person",
            answer_at="token",
            answer_name="display_name",
            answer_type=pl.lit("person"),
            answer_id="person_id",
            answer_country="person_country",
            answer_role="role_at",
            answer_n_role="n_role_at",
        ),
        on="row",
        how="left",
        maintain_order="left",
    ).select(*_CANDIDATE, source_row=pl.lit(None, pl.UInt32))


def _bodies(organizations: pl.DataFrame, reading: Reading, honorifics: pl.Series) -> pl.DataFrame:
    from extract.reading.roles import span_text

    numbered = organizations.with_columns(text=span_text(organizations, reading)).with_row_index(
        "row"
    )
    words = _words(numbered.select("row", "document", "token", "n_tokens"), reading, honorifics)
    return words.join(
        numbered.select(
            "row",
            answer_key=pl.coalesce("entity_id", "text"),
            answer_at="token",
            answer_name=pl.coalesce("entity_name", "text"),
            answer_type=pl.lit("organization"),
            answer_id="entity_id",
            answer_country="country_code",
            answer_role=pl.lit(None, pl.UInt32),
            answer_n_role=pl.lit(None, pl.UInt32),
        ),
        on="row",
        how="left",
        maintain_order="left",
    ).select(*_CANDIDATE, source_row=pl.lit(None, pl.UInt32))


def _sources(statements: pl.DataFrame, reading: Reading, honorifics: pl.Series) -> pl.DataFrame:
    """Unnamed sources and documents in the words that first named them."""
    is_foretold = (pl.col("part") == "headline") & (pl.col("speaker_resolution") == "title")
    named = statements.filter((pl.col("speaker_type") == "unnamed") | is_foretold)
    words = _words(
        named.select("row", "document", token="subject_token", n_tokens="n_subject"),
        reading,
        honorifics,
    )
    indefinite = words.group_by("row").agg(is_definite=pl.col("is_definite").any())
    return (
        words.drop("is_definite")
        .join(
            indefinite.filter(~pl.col("is_definite")), on="row", how="inner", maintain_order="left"
        )
        .join(
            named.select(
                "row",
                answer_key="speaker_name",
                answer_at="token",
                answer_name="speaker_name",
                answer_type="speaker_type",
                answer_id="speaker_entity_id",
                answer_country="speaker_country_code",
                answer_role=pl.lit(None, pl.UInt32),
                answer_n_role=pl.lit(None, pl.UInt32),
            ),
            on="row",
            how="left",
            maintain_order="left",
        )
        .select(*_CANDIDATE, source_row="row")
    )


_CANDIDATE = (
    "document", "word", "n_words", pl.col("is_head").alias("answer_is_head"), "answer_key", "answer_at", "answer_name",
    "answer_type", "answer_id", "answer_country", "answer_role", "answer_n_role",
)  # fmt: skip


def _answer(statements: pl.DataFrame, best: pl.DataFrame) -> pl.DataFrame:
    found = statements.join(best, on="row", how="left", maintain_order="left")
    has = pl.col("answer_name").is_not_null()
    source = ("name", "type", "id", "country", "role", "n_role", "at")
    columns = [
        pl.when(has).then(f"answer_{name}").otherwise(column).alias(column)
        for column, name in zip(ANSWER, source, strict=True)
    ]
    return found.with_columns(
        *columns,
        speaker_resolution=pl.when(has).then(pl.lit("title")).otherwise("speaker_resolution"),
    ).drop(
        "^answer_.*$",
        "n_shared",
        "has_head",
        "nearest",
        "is_person",
        "n_words",
        "n_asked",
        "n_further",
    )
