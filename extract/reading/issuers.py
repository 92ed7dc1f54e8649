"""The body that issued a document which says something: `تقرير أصدرته المفوضية السامية`."""

import polars as pl

from extract.lexicons import Lexicons, once_a_version
from extract.reading.alphabet import LETTERS, is_clitic
from extract.reading.findings import Findings
from extract.reading.knowledge import Knowledge
from extract.reading.organization_heads import media_heads
from extract.reading.spans import tokens_inside
from extract.reading.sponsors import ISSUER
from extract.reading.words import Reading

# `كشف تقرير صادر | عن الهيئة`: what the cue's preposition opens is who issued the document.
_ISSUED = "(?:صادر|صادرة|صدر|صدرت|نشرته|اصدرته|اعدته)$"


def find_issuers(
    holders: pl.DataFrame, findings: Findings, reading: Reading, knowledge: Knowledge
) -> pl.DataFrame:
    """The first body named between the head of a document and what it says, if no medium.

    `تقرير أصدرته المفوضية السامية`, `بيان لوزارة التجارة`, `بيان تلقت الوكالة نسخة منه`.
    """
    documents = holders.filter(pl.col("head") == LETTERS["DOCUMENT"])
    last = documents["subject_token"] + documents["n_subject"] - 1
    is_issued = reading.text.at("folded", last).str.contains(_ISSUED)
    end = pl.col("token") + 1 + pl.col("n_gap").fill_null(0)
    own_end = pl.col("subject_token") + pl.col("n_subject")
    documents = documents.select(
        "row",
        "subject_token",
        n=pl.max_horizontal(end, own_end)
        + pl.lit(is_issued).cast(pl.UInt32) * 2
        - pl.col("subject_token"),
    )
    bodies = findings.organizations.with_columns(at="token")
    found = tokens_inside(documents, "subject_token", "n").join(
        bodies, on="at", how="inner", maintain_order="left"
    )
    # `وحذر البيان ميليشيات الحوثي`: after an article no issuer follows.
    is_ended = reading.text.at("bare", found["subject_token"]).str.starts_with("ال")
    is_ended &= found["at"] == found["subject_token"] + 1
    # `تقرير لوكالة الأنباء`: what is hers she has not only passed on.
    is_hers = (found["at"] == found["subject_token"] + 1) & is_clitic(
        reading.clitics[found["at"]], "l"
    )
    found = found.filter(~is_ended & (is_hers | ~_is_medium(found, reading, knowledge)))
    return found.unique("row", keep="first", maintain_order=True).select("row", **ISSUER)


def _is_medium(bodies: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.Series:
    lexicons = knowledge.lexicons
    head = reading.text.at("bare", bodies["token"]).str.strip_prefix("ال")
    entity = bodies["entity_id"].fill_null("")
    return (
        head.is_in(media_heads(lexicons))
        | entity.str.starts_with("agency:")
        | entity.str.strip_prefix("organization:").is_in(_media(lexicons))
    )


@once_a_version
def _media(lexicons: Lexicons) -> pl.Series:
    """Ids of the lexicon's media, as one cell."""
    is_medium = pl.col("organization_type") == "media"
    return lexicons["organizations"].filter(is_medium)["organization_id"].implode()
