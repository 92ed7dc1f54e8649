"""A folder of annotated articles: its cases, its texts, and the documents that they land as.

`<id>.txt` is an article as it lands, `<id>.json` what a reader should find in it, offsets in code
points of the article; `*_datelines.jsonl` is records whose city, date and agency are known. What
the fields mean is said in `tests/golden/README.md`, comparing them belongs in `scoring`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from extract.schemas import DOCUMENTS
from extract.sources.landing import read_file

_FIELDS: Mapping[str, object] = {
    "dateline": None,
    **{name: [] for name in ("countries", "places", "persons", "orgs", "dyads")},
}


class NoGoldError(ValueError):
    """A folder without an annotated article."""


@dataclass(frozen=True)
class Gold:
    """Annotated articles and records with known datelines.

    Attributes:
        name: What the corpus is called: its folder's name, where it has no other.
        articles: The `.txt` files that have a case, sorted.
        cases: The case of each article, in the same order; `id` is the file's stem.
        datelines: The `*_datelines.jsonl` files, sorted.
        sha256: Hex digest over the names and bytes of all of them.
    """

    name: str
    articles: tuple[Path, ...]
    cases: tuple[Mapping[str, Any], ...]
    datelines: tuple[Path, ...]
    sha256: str

    @cached_property
    def texts(self) -> dict[str, str]:
        """Each article as it landed, by its case's id."""
        read = (path.read_text(encoding="utf-8") for path in self.articles)
        return {case["id"]: text for case, text in zip(self.cases, read, strict=True)}

    def documents(self, landed_at: datetime) -> pl.DataFrame:
        """The articles as `documents`.

        Args:
            landed_at: When they are taken to have landed, aware: a dateline without a year takes
                the latest such day before.
        """
        landed = (read_file(path, landed_at).documents for path in self.articles)
        return pl.concat([DOCUMENTS.to_frame(), *landed])


def load_gold(folder: Path, articles: Path | None = None, name: str | None = None) -> Gold:
    """Read the annotations under a folder.

    Args:
        folder: Searched through; a `.json` without `quotes` or without its article is passed over.
        articles: The folder of the `.txt` files, where they are not beside their `.json`.
        name: What to call the corpus.

    Raises:
        NoGoldError: There is nothing annotated under `folder`.
    """
    found = []
    for path in sorted(folder.rglob("*.json")):
        article = (articles or path.parent) / f"{path.stem}.txt"
        case = json.loads(path.read_text(encoding="utf-8")) if article.exists() else None
        if isinstance(case, dict) and "quotes" in case:
            found.append((path, article, {**_FIELDS, **case, "id": path.stem}))
    datelines = tuple(sorted(folder.rglob("*_datelines.jsonl")))
    if not found and not datelines:
        message = f"nothing annotated in {folder}: it should hold <id>.txt with <id>.json beside"
        raise NoGoldError(message)
    paths = [path for case_path, article, _ in found for path in (article, case_path)]
    return Gold(
        name=name or folder.resolve().name,
        articles=tuple(article for _, article, _ in found),
        cases=tuple(case for *_, case in found),
        datelines=datelines,
        sha256=corpus_sha256([*paths, *datelines]),
    )


def corpus_sha256(paths: Iterable[Path]) -> str:
    """SHA-256, in hex, over the names and bytes of files, whatever their order and folder."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda path: (path.suffix != ".txt", path.name)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
