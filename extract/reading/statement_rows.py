"""The table of statements: offsets in code points, ids in running order."""

import polars as pl

from extract.reading.alphabet import is_class
from extract.reading.row_texts import chars, row_ids, with_ids, with_role_text
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading
from extract.schemas import QUOTES

# A content opened by a preposition written on its first word begins after it.
_ATTACHED = ["with_attached", "for_attached"]
# Marks around one of these set off a name, not what somebody said.
# What a name in marks is not longer than, and does not hold.
_NAME_TOKENS = 7
_OF_CLAUSES = (
    *(
        "VERB",
        "FINITE",
        "WEAK_FINITE",
        "AUX",
        "NEGATION",
        "PARTICLE",
        "COMP",
        "RELATIVE",
        "PRONOUN",
    ),
    *("IN", "PREP", "ON", "TO", "ABOUT", "FROM", "COMMA", "STOP", "COLON"),
)
_CALLED = (
    "^[وفبلك]?(?:ال|لل)?(?:باسم|كتاب|رواية|ديوان|فيلم|مسرحية|قصيدة|أغنية|اغنية|لوحة|برنامج|مشروع|مبادرة|حملة"
    "|عملية|عمليات|خطة|مهرجان|جائزة|معرض|سفينة|صاروخ|طائرة|فندق|فيروس|إعصار|اعصار|وثيقة|تطبيق|موقع"
    "|صفحة|حساب|مدونة|مجلة|صحيفة|جريدة|قناة|شبكة|وكالة|حركة|حزب|تنظيم|جماعة|كتيبة|لواء|ميليشيا)$"
)
_NAMES = ("ORG", "PERSON", "PLACE", "COUNTRY", "UNKNOWN", "GIVEN")


def quote_rows(
    statements: pl.DataFrame,
    mentions: pl.DataFrame,
    reading: Reading,
    sentences: pl.DataFrame,
    articles: pl.DataFrame,
) -> pl.DataFrame:
    """The table of statements, in order of their cues.

    Args:
        statements: With speakers, acts, `row`, `parent` and `confidence`.
        mentions: From `mention_rows`.
        reading: Words of the batch.
        sentences: From `sentences.sentence_rows`.
        articles: Columns as in `schemas.ARTICLES`.
    """
    rows = _with_statement_chars(statements, reading)
    antecedents = mentions.select(
        antecedent_token="token", antecedent_mention_id="mention_id"
    ).unique("antecedent_token", keep="first")
    rows = rows.join(antecedents, on="antecedent_token", how="left", maintain_order="left")
    rows = with_ids(rows, sentences, articles)
    rows = rows.with_columns(
        quote_kind=_quote_kind(rows, reading),
        cue_lemma=pl.coalesce("lemma", "cue_text"),
        quote_id=row_ids("q", rows),
    )
    parents = rows.select(parent=pl.col("row").cast(pl.Int64), parent_quote_id="quote_id")
    rows = rows.join(parents, on="parent", how="left", maintain_order="left")
    return rows.select(QUOTES.names()).cast(QUOTES)


def _with_statement_chars(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add offsets and texts of content, cue, speaker and title, and the content's `sentence`."""
    contents = statements.select(
        token="content_token", n_tokens=pl.col("end_token") - pl.col("content_token")
    )
    # Of `للتعاون` no word is left without its `ل`.
    first = reading.text.at("surface", statements["content_token"])
    is_attached = statements["rule"].is_in(_ATTACHED) & ~first.str.starts_with("لل")
    is_attached = is_attached.cast(pl.Int32)
    speakers = statements.select("row", token="speaker_token", n_tokens="n_speaker").drop_nulls()
    roles = statements.select("row", token="speaker_role_token", n_tokens="speaker_n_role")
    tokens, cue = reading.text.tokens, statements["token"]
    rows = statements.with_columns(
        *chars(contents, reading, "quote_text", is_attached),
        cue_start_char=tokens["start_char"][cue],
        cue_end_char=tokens["end_char"][cue],
        cue_text=reading.text.at("surface", cue),
    )
    start, end, _, speaker_text = chars(speakers, reading, "speaker_text")
    speakers = speakers.select(
        "row", start.alias("speaker_start_char"), end.alias("speaker_end_char"), speaker_text
    )
    roles = with_role_text(roles.drop_nulls(), reading, "speaker_role").select(
        "row", "speaker_role"
    )
    return rows.join(speakers, on="row", how="left", maintain_order="left").join(
        roles, on="row", how="left", maintain_order="left"
    )


def _quote_kind(rows: pl.DataFrame, reading: Reading) -> pl.Series:
    """`direct` where marks hold the whole content, `mixed` where a part of it that is no name."""
    opens = reading.text.tokens["token"].filter(is_class(reading.letters, "OPEN"))
    opens = opens.filter(~_hold_name(opens, reading))
    before = reading.text.step(rows["content_token"], -1)
    has_inside = opens.search_sorted(rows["end_token"]) > opens.search_sorted(before, side="right")
    return rows.select(
        quote_kind=pl.when(pl.col("is_direct").fill_null(value=False))
        .then(pl.lit("direct"))
        .when(pl.lit(has_inside) | pl.col("open_token").is_not_null())
        .then(pl.lit("mixed"))
        .otherwise(pl.lit("indirect"))
    )["quote_kind"]


def _hold_name(opens: pl.Series, reading: Reading) -> pl.Series:
    """Whether marks hold what somebody or something is called: `شركة "جنرال فالكو"`."""
    text, letters = reading.text, reading.letters
    closes = text.tokens["token"].filter(is_class(letters, "CLOSE"))
    following = closes.search_sorted(opens, side="right")
    n = closes.extend_constant(len(letters), 1)[following].cast(pl.Int64) - opens.cast(pl.Int64) - 1
    is_short = (n > 0) & (n <= _NAME_TOKENS)
    spans = pl.DataFrame({"token": opens, "start": opens + 1, "n": n}).filter(is_short)
    inside = tokens_inside(spans, "start", "n")
    clauses = inside["token"].filter(is_class(letters[inside["at"]], *_OF_CLAUSES)).unique()
    is_phrase = is_short & ~opens.is_in(clauses.implode())
    is_called = is_class(letters[text.step(opens, 1)], *_NAMES)
    # `مجموعة "جنرال فالكو"`, `المجموعة الكينية "جنرال فالكو"`, but `المشروع "خرق صريح"`
    for back in (1, 2):
        before = text.step(opens, -back)
        is_noun = text.at("named_by", before).is_not_null()
        is_noun |= text.at("folded", before).str.contains(_CALLED)
        if back > 1:
            is_noun &= is_class(letters[text.step(opens, -1)], "NISBA")
        else:
            is_noun &= ~text.at("bare", before).str.starts_with("ال")
        is_called |= is_noun.fill_null(value=False)
    return is_called & is_phrase
