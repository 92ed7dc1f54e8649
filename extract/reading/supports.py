"""Who backs whom on which issue: `تدعم الصين كازاخستان في حماية سيادتها`.

A word of backing with an issue of the lexicon after it in its sentence. Whom a statement is about
belongs in `extract.reading.dyads`.
"""

import polars as pl

from extract.reading.alphabet import codes
from extract.reading.findings import Dealings, Scene
from extract.reading.formulas import leading_pairs
from extract.reading.knowledge import Knowledge
from extract.reading.neighbours import neighbours, paces
from extract.reading.phrases import phrases_of
from extract.reading.spans import marked, tokens_of_sentences
from extract.schemas import SUPPORTS

# As far as an issue may stand from the word of backing, and a party from the issue.
_REACH, _BEYOND = 25, 4
# Where `متبادل` may stand from the word of backing.
_BESIDE = (-2, -1, 1, 2, 3)
_MUTUAL = "^[وفبل]*(?:ال|لل)?(?:متبادل|تبادل|متبادلة|بعضهما|بعضها|بعضنا)$"
_COMMITMENTS = ("التزم", "تمسك")
_NEGATIONS = codes("NEGATION")


def support_rows(
    dealings: Dealings, pairs: pl.DataFrame, issues: pl.DataFrame, scene: Scene
) -> pl.DataFrame:
    """The table of supports.

    Args:
        dealings: From `dyads.find_dealings`.
        pairs: From `dyads.find_dyads`.
        issues: From `find_backed_issues`.
        scene: The batch.
    """
    backed = _with_supporter(issues, dealings)
    backed = _with_leading(backed, pairs)
    one_sided = _one_sided(_of_both(backed), dealings.parties)
    rows = pl.concat([one_sided, _mutual(backed)]).filter(
        pl.col("supporter_code") != pl.col("supported_code")
    )
    # `استقلالها وسيادتها ووحدة أراضيها` is one issue.
    sides = ["supporter_code", "supported_code", "issue_id"]
    rows = rows.sort("word", "issue", *sides).unique(
        ["word", *sides], keep="first", maintain_order=True
    )
    text = scene.reading.text
    last = rows["issue"] + rows["n_tokens"] - 1
    rows = rows.with_columns(
        text.tokens["start_char"][rows["word"]],
        text.tokens["end_char"][last],
        text.written(rows["issue"], last).alias("issue_text"),
    ).join(
        scene.sentences.select("sentence", "sentence_id", "article_id"),
        on="sentence", how="left", maintain_order="left",
    )  # fmt: skip
    return rows.select(SUPPORTS.names()).cast(SUPPORTS)


def find_backed_issues(phrases: pl.DataFrame, scene: Scene, knowledge: Knowledge) -> pl.DataFrame:
    """Issues with the word of backing before them.

    Returns:
        `document`, `sentence`, `word` (token of backing), `issue` (token), `n_tokens`, `issue_id`,
        `owner_code` (nullable), `is_verb`, `is_owned` (`دعمها`), `is_joint`,
        `is_commitment`, `is_mutual`.
    """
    reading = scene.reading
    hits = phrases_of(phrases, "issue").rename({"token": "issue"})
    hits = hits.with_columns(sentence=reading.text.tokens["sentence"][hits["issue"]])
    rows = reading.text.vocabulary.find(_support_rows, knowledge)
    words = tokens_of_sentences(hits["sentence"], reading).select(
        "sentence", word="token", row=pl.col("word")
    )
    words = words.with_columns(row=rows[words["row"]]).drop_nulls("row")
    kinds = knowledge.supports.select("form", "suffix", "entry_id")[words["row"]]
    words = words.hstack(kinds).select(
        "sentence",
        "word",
        is_verb=pl.col("form").is_in(["perfect", "imperfect"]),
        is_owned=pl.col("suffix").fill_null("") != "",
        # `دعمهما لحل الدولتين`: both sides back a third.
        is_joint=pl.col("suffix") == "هما",
        is_commitment=pl.col("entry_id").is_in(_COMMITMENTS),
    )
    is_denied = neighbours(words["word"], -1, reading, "letter")["letter"].is_in(_NEGATIONS)
    words = words.filter(~is_denied)
    beside = paces(words["word"], _BESIDE)
    found = neighbours(beside["token"], beside["step"], reading, "folded")["folded"]
    near = marked(beside["row"].filter(found.str.contains(_MUTUAL)), words.height)
    owners = knowledge.lexicons["issues"].select("issue_id", owner_code="country_code")
    return (
        hits.join(
            words.with_columns(is_mutual=near), on="sentence", how="inner", maintain_order="left"
        )
        .filter((pl.col("word") < pl.col("issue")) & (pl.col("issue") - pl.col("word") <= _REACH))
        .sort("issue", "word", descending=[False, True])
        .unique("issue", keep="first", maintain_order=True)
        .join(owners, on="issue_id", how="left", maintain_order="left")
    )


def _support_rows(words: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    return knowledge.support_rows.rows(words["folded"])


def _with_supporter(issues: pl.DataFrame, dealings: Dealings) -> pl.DataFrame:
    """Add `supporter_code`: the party before the word, its possessor, or who says so."""
    parties = dealings.parties.filter((pl.col("country_code") != "") & (pl.col("kind") != "place"))
    seen = issues.select("sentence", "word", "issue", "is_verb", "is_owned").join(
        parties.select("sentence", "token", "start", "marker", "country_code"),
        on="sentence", how="inner", maintain_order="left",
    )  # fmt: skip
    gap = pl.col("token").cast(pl.Int64) - pl.col("word")
    # `دعم السنغال ل…` and `دعم بلاده ل…`; `تدعم الصين …` where nobody stands before.
    owns = (gap == 1) & ~pl.col("is_owned") & ~pl.col("marker").is_in(["ل", "ب", "في"])
    before = seen.filter(gap < 0).sort("issue", "token", descending=[False, True])
    statements = dealings.statements.drop_nulls("speaker_country_code").select(
        "document", "content_token", "end_token", "token", speaker="speaker_country_code"
    )
    said = (
        issues.select("document", "word", "issue")
        .join(statements, on="document", how="inner", maintain_order="left")
        # A stance's content may begin with the word: `جدد دعمه ل…`.
        .filter(pl.col("word").is_between("token", "end_token", closed="left"))
        .sort("issue", "content_token", descending=[False, True])
        .unique("issue", keep="first", maintain_order=True)
    )
    found = (
        issues.join(_first(seen.filter(owns), "owner"), on="issue", how="left")
        .join(_first(before, "doer", "doer_token"), on="issue", how="left")
        .join(said.select("issue", "speaker", "content_token"), on="issue", how="left")
        .sort("issue")
    )
    is_inside = (pl.col("doer_token") >= pl.col("content_token")).fill_null(value=True)
    doer = pl.when(is_inside).then("doer")
    return found.with_columns(
        supporter_code=pl.when(pl.col("is_verb"))
        .then(pl.coalesce(doer, "owner", "speaker", "doer"))
        .otherwise(pl.coalesce("owner", doer, "speaker", "doer"))
    ).drop("owner", "doer", "doer_token", "speaker", "content_token")


def _first(rows: pl.DataFrame, name: str, token: str | None = None) -> pl.DataFrame:
    firsts = rows.unique("issue", keep="first", maintain_order=True)
    columns = [pl.col("country_code").alias(name)]
    return firsts.select("issue", *columns, *([pl.col("token").alias(token)] if token else []))


def _with_leading(issues: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Add `pair_a` and `pair_b`: the only pair of the sentence, else the article's."""
    here = pairs.select("sentence", "country_a", "country_b").unique(maintain_order=True)
    here = here.filter(pl.len().over("sentence") == 1)
    return (
        issues.join(here, on="sentence", how="left", maintain_order="left")
        .join(leading_pairs(pairs), on="document", how="left", maintain_order="left")
        .with_columns(
            pair_a=pl.coalesce("country_a", "leading_a"),
            pair_b=pl.coalesce("country_b", "leading_b"),
        )
    )


_KEPT = (
    "document", "sentence", "word", "issue", "n_tokens", "issue_id", "supporter_code",
    "supported_code", "supported_source", "is_mutual",
)  # fmt: skip


def _of_both(backed: pl.DataFrame) -> pl.DataFrame:
    """Rows that are not mutual, those of both sides together (`دعمهما`) once a side."""
    one_sided = backed.filter(~pl.col("is_mutual"))
    is_joint = pl.col("is_joint").fill_null(value=False) & pl.col("pair_a").is_not_null()
    alone, joint = one_sided.filter(~is_joint), one_sided.filter(is_joint)
    sides = [joint.with_columns(supporter_code=pl.col(side)) for side in ("pair_a", "pair_b")]
    return pl.concat([alone, *sides])


def _one_sided(backed: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    """Whom it backs: whose issue it is, else the next party named."""
    named = (
        backed.select("sentence", "word", "issue", "n_tokens", "supporter_code")
        .join(
            parties.filter(pl.col("country_code") != "").select(
                "sentence", "token", named="country_code"
            ),
            on="sentence", how="inner", maintain_order="left",
        )
        .filter(
            (pl.col("token") > pl.col("word"))
            & (pl.col("token") < pl.col("issue") + pl.col("n_tokens") + _BEYOND)
            & (pl.col("named") != pl.col("supporter_code"))
        )
        .sort("issue", "supporter_code", "token")
        .unique(["issue", "supporter_code"], keep="first", maintain_order=True)
        .select("issue", "supporter_code", "named")
    )  # fmt: skip
    found = backed.join(named, on=["issue", "supporter_code"], how="left")
    found = found.drop_nulls("supporter_code").with_columns(
        # `الالتزام بسيادة القانون`: one is committed to an issue, not to who is named beside it.
        supported_code=pl.coalesce("owner_code", pl.when(~pl.col("is_commitment")).then("named")),
        supported_source=pl.when(pl.col("owner_code").is_not_null())
        .then(pl.lit("issue"))
        .otherwise(pl.lit("named")),
    )
    return found.drop_nulls("supported_code").select(_KEPT)


def _mutual(backed: pl.DataFrame) -> pl.DataFrame:
    """Those who back each other (`تبادل الدعم`): a row a direction."""
    both = backed.filter("is_mutual").drop_nulls("pair_a")
    return pl.concat(
        both.with_columns(
            supporter_code=pl.col(one), supported_code=pl.col(other),
            supported_source=pl.lit("pair"),
        ).select(_KEPT)
        for one, other in (("pair_a", "pair_b"), ("pair_b", "pair_a"))
    )  # fmt: skip
