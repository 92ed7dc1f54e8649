"""The articles that are read for measuring: a corpus where there is one, else the samples."""

import os
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import polars as pl

from extract.schemas import DOCUMENTS

REPO = Path(__file__).parents[2]
SAMPLES = REPO / "seeds" / "articles"
DEFAULT_CORPUS = "../shared/data/saudinewsnet.parquet"
LANDED_AT = datetime(2026, 1, 1, tzinfo=UTC)


def load_documents(n_articles: int) -> tuple[pl.DataFrame, str]:
    """Give at least that many articles where the corpus holds them, spread over it evenly.

    The corpus is the Parquet file that `MARSAD_CORPUS` names, its path relative to the repository,
    with columns `url`, `title`, `content`, `author`.

    Returns:
        Columns as in `schemas.DOCUMENTS`, and what they are in words.
    """
    path = REPO / os.environ.get("MARSAD_CORPUS", DEFAULT_CORPUS)
    if path.is_file():
        texts = _corpus_texts(path, n_articles)
        return _documents(texts), f"{texts.height:,} articles of {path.name}"
    texts = _sample_texts()
    n_samples = texts.height
    texts = pl.concat([texts] * -(-n_articles // n_samples)).head(n_articles)
    # Repeated words cost nothing after the first time, so that this flatters every figure.
    note = f"no corpus at {path}: the {n_samples} samples repeated to {texts.height:,} articles"
    return _documents(texts), f"{note}, whose vocabulary is far smaller than a corpus's"


def _corpus_texts(path: Path, n_articles: int) -> pl.DataFrame:
    rows = (
        pl.scan_parquet(path)
        .filter(pl.col("content").str.len_chars() > 0)
        .select(
            source_uri="url",
            title="title",
            byline="author",
            raw_text=pl.concat_str("title", "content", separator="\n\n", ignore_nulls=True),
        )
        .collect()
    )
    return rows.gather_every(max(1, rows.height // n_articles)).head(n_articles)


def _sample_texts() -> pl.DataFrame:
    paths = sorted(SAMPLES.glob("*.txt"))
    missing = pl.lit(None, pl.String)
    return pl.DataFrame(
        {
            "source_uri": [path.name for path in paths],
            "raw_text": [path.read_text(encoding="utf-8") for path in paths],
        }
    ).with_columns(title=missing, byline=missing)


def _documents(texts: pl.DataFrame) -> pl.DataFrame:
    hashes = [sha256(text.encode()).hexdigest()[:16] for text in texts["raw_text"]]
    return texts.with_columns(
        document_id=pl.Series(hashes),
        source_name=pl.lit("benchmark"),
        media_type=pl.lit("text/plain"),
        fetched_at=pl.lit(LANDED_AT),
        published_at=pl.lit(None),
        language=pl.lit("ar"),
        partition_date=pl.lit(LANDED_AT.date()),
        partition_date_source=pl.lit("landing"),
    ).select(pl.col(name).cast(dtype) for name, dtype in DOCUMENTS.items())
