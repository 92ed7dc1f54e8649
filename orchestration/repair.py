"""Puts back documents and refusals whose files were cut short or removed behind Marsad's back.

What was read from documents is simply read again (`extraction`); documents are where the way
begins, so they come from what still holds their text: the articles, else the files that land again.
"""

import hashlib

import polars as pl

from extract.schemas import DOCUMENTS, REJECTED_DOCUMENTS
from orchestration.home import Home
from orchestration.ledger import Ledger
from orchestration.storage import Staging, is_whole, scan_table, stored_days


def repair(home: Home) -> tuple[str, ...]:
    """Write anew the days of documents and refusals that the books know and no whole file holds.

    The caller holds the home's lock.

    Returns:
        Files whose documents no table holds any longer. They count as never landed, so that they
        are taken in again when a run is given them.
    """
    for path in (home.tables / "evaluations").glob("*.parquet"):
        # The samples are evaluated again, a gold folder when it is given again.
        if not is_whole(path):
            path.unlink()
    ledger = Ledger.load(home)
    missing = _missing(home, "documents", ledger.documents(), pl.col("partition_date"))
    refused = _missing(home, "rejected_documents", ledger.refusals, pl.col("seen_at").dt.date())
    if missing.is_empty() and refused.is_empty():
        return ()
    found = missing.join(_texts_of_articles(home, missing), on="document_id")
    lost = missing.join(found, on="document_id", how="anti")
    staging = Staging(home)
    for (day,), of_day in missing.partition_by("day", as_dict=True).items():
        texts = found.join(of_day, on="document_id", how="semi")
        staging.write_day("documents", day, texts.select(DOCUMENTS.names()))
    for (day,), of_day in refused.partition_by("day", as_dict=True).items():
        staging.write_day("rejected_documents", day, of_day.select(REJECTED_DOCUMENTS.names()))
    ledger.forget(lost["document_id"]).stage(staging, home)
    staging.commit()
    return tuple(lost["file_uri"].unique().sort())


def _missing(home: Home, table: str, booked: pl.DataFrame, day: pl.Expr) -> pl.DataFrame:
    """Give the rows of the books, with their `day`, whose day the table has no whole file for."""
    stored = pl.Series(stored_days(home, table), dtype=pl.Date)
    return booked.with_columns(day.alias("day")).filter(~pl.col("day").is_in(stored.implode()))


def _texts_of_articles(home: Home, missing: pl.DataFrame) -> pl.DataFrame:
    """Give `document_id` and `raw_text` where the text is the one that the key was made of."""
    days = missing["day"].unique()
    articles = scan_table(home, "articles", days).select("document_id", "raw_text").collect()
    articles = articles.join(missing, on="document_id", how="semi").unique("document_id")
    keys = [hashlib.sha256(text.encode()).hexdigest()[:16] for text in articles["raw_text"]]
    return articles.filter(articles["document_id"] == pl.Series(keys, dtype=pl.String))
