"""Datelines of records whose city, date and agency are known.

A file holds one record a line, as it lands (`url`, `title`, `content`), with what its dateline says
(`city`, `date`, `agency`). Measures are shares of the records.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import polars as pl

from extract.evaluation.scoring import DATELINE_COLUMNS, ERRORS, SCORES, is_same_dateline_part
from extract.lexicons import Lexicons
from extract.reading.articles import read_articles
from extract.sources.landing import read_file


def score_datelines(
    paths: Iterable[Path], lexicons: Lexicons, landed_at: datetime
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Read files of known datelines and compare.

    Args:
        paths: `<house>_datelines.jsonl` files; the house's name goes into that of the measures.
        lexicons: From `extract.lexicons.load_lexicons`.
        landed_at: When the records are taken to have landed, aware.

    Returns:
        One row a record and measure (columns as in `scoring.SCORES`), one row an error
        (`scoring.ERRORS`). A record that was refused has nothing right.
    """
    counts: list[tuple[str, str, int, None, int]] = []
    errors: list[tuple[str, str, str, str | None]] = []
    for path in paths:
        house = path.stem.removesuffix("_datelines")
        articles = read_articles(read_file(path, landed_at).documents, lexicons)
        read = {row["source_uri"]: row for row in articles.iter_rows(named=True)}
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            article = read.get(record["url"], {})
            for part in (part for part in DATELINE_COLUMNS if record.get(part)):
                measure, found = f"{house} dateline {part}", article.get(DATELINE_COLUMNS[part])
                right = is_same_dateline_part(part, record[part], found)
                counts.append((record["url"], measure, int(right), None, 1))
                if not right:
                    errors.append((record["url"], measure, record[part], found and str(found)))
    return (
        pl.DataFrame(counts, schema=SCORES, orient="row"),
        pl.DataFrame(errors, schema=ERRORS, orient="row"),
    )
