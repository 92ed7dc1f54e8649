"""Count how often each kind of statement and mention is right, and how well that foretells.

python tests/golden/calibrate.py     seeds/lexicons/confidences.csv and calibration.csv

The confidence of a kind is its share of right ones on the samples, drawn towards the share of all
kinds that were settled like it, the more the rarer it is. `calibration.csv` holds confidences
against what was right, by band: each article's with shares that were counted on the others alone.
"""

import csv
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import polars as pl

from extract.evaluation.calibration import band_of, label
from extract.lexicons import LEXICONS, load_lexicons
from extract.pipeline import extract_batch
from orchestration.evaluations import SAMPLES_LANDED_AT, load_samples

CALIBRATION = Path(__file__).with_name("calibration.csv")
CONFIDENCES = LEXICONS / "confidences.csv"
# As many counted ones as the share of a wider kind weighs.
PRIOR = 8
ANY = "any"
KINDS = {
    "statement": ("stated", "title", "carried", "according_to", "joint", "unresolved"),
    "mention": ("country", "place", "person", "organization"),
}
DETAILS = {
    "statement": ("person", "organization", "document", "unnamed", "none"),
    "mention": ("name", "nisba", "surname", "capital", "official_name", "acronym", "title"),
}
EVIDENCE = {"statement": ("beside", "near", "far", "none"), "mention": ("listed", "found")}

Cell = tuple[str, str, str, str]
Tallied = Counter[tuple[Cell, bool]]


def cells() -> list[Cell]:
    """Every kind that there may be: subject, kind, detail, evidence."""
    return [
        (subject, kind, detail, evidence)
        for subject, kinds in KINDS.items()
        for kind in kinds
        for detail in DETAILS[subject]
        for evidence in EVIDENCE[subject]
    ]


def labelled() -> pl.DataFrame:
    """Read the samples and say of each statement and mention which kind it is of, and if right.

    Returns:
        `article`, `cell` (its number in `cells()`), `is_right`.
    """
    samples = load_samples()
    # Read with the number of each kind for its confidence, which so comes back with the rows.
    numbers = [(*cell, str(number)) for number, cell in enumerate(cells())]
    numbers += [(s, k, ANY, ANY, None) for s, kinds in KINDS.items() for k in kinds]
    columns = ["subject", "kind", "detail", "evidence", "confidence"]
    numbered = pl.DataFrame(numbers, schema=dict.fromkeys(columns, pl.String), orient="row")
    lexicons = load_lexicons()
    tables = {**lexicons.tables, "confidences": numbered}
    reading = extract_batch(samples.documents(SAMPLES_LANDED_AT), replace(lexicons, tables=tables))
    labels = label(samples.cases, samples.texts, reading)
    return labels.select("article", pl.col("confidence").cast(pl.Int64).alias("cell"), "is_right")


def fit(labels: pl.DataFrame) -> dict[Cell, tuple[float, int, int]]:
    """Confidence, right ones and counted ones of every kind met, and of `any` of each kind."""
    names = cells()
    right: Counter[Cell] = Counter()
    counted: Counter[Cell] = Counter()
    for number, is_right in labels.select("cell", "is_right").iter_rows():
        subject, kind, detail, evidence = names[number]
        for cell in (
            (subject, kind, detail, evidence),
            (subject, kind, detail, ANY),
            (subject, kind, ANY, ANY),
            (subject, ANY, ANY, ANY),
        ):
            right[cell] += is_right
            counted[cell] += 1

    def share(cell: Cell) -> float:
        subject, kind, detail, evidence = cell
        if kind == ANY:
            return right[cell] / counted[cell] if counted[cell] else 0.5
        wider = (
            (subject, kind, detail, ANY)
            if evidence != ANY
            else (subject, kind, ANY, ANY)
            if detail != ANY
            else (subject, ANY, ANY, ANY)
        )
        return (right[cell] + PRIOR * share(wider)) / (counted[cell] + PRIOR)

    wanted = [cell for cell in names if counted[cell]]
    wanted += [(s, kind, ANY, ANY) for s, kinds in KINDS.items() for kind in kinds]
    return {cell: (share(cell), right[cell], counted[cell]) for cell in sorted(wanted)}


def foretold(labels: pl.DataFrame) -> Iterator[tuple[str, float, float, bool]]:
    """Subject, confidence by all articles and by the others alone, and whether it was right."""
    names = cells()
    shipped = fit(labels)
    for (article,), own in labels.group_by("article", maintain_order=True):
        shares = fit(labels.filter(pl.col("article") != article))
        for number, is_right in own.select("cell", "is_right").iter_rows():
            subject, kind, *_ = cell = names[number]
            confidence, *_ = shares.get(cell) or shares[subject, kind, ANY, ANY]
            yield subject, shipped[cell][0], confidence, is_right


def calibration(labels: pl.DataFrame) -> pl.DataFrame:
    """Confidence band to measured accuracy: `subject`, `band`, `n`, `n_right`, means.

    The bands are of what ships. By the others' confidence an article with many errors of a kind
    would stand in a higher band than its kind does, as its errors are not in it.
    """
    schema = ["subject", "shipped", "confidence", "is_right"]
    rows = pl.DataFrame(list(foretold(labels)), schema=schema, orient="row")
    return (
        rows.group_by("subject", band_of(pl.col("shipped")).alias("band"))
        .agg(
            n=pl.len(),
            n_right=pl.col("is_right").sum(),
            mean_confidence=pl.col("confidence").mean().round(3),
            accuracy=pl.col("is_right").mean().round(3),
        )
        .sort("subject", "band")
    )


def write_confidences(labels: pl.DataFrame) -> None:
    """Write the word list that readings take confidences from."""
    with CONFIDENCES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        names = ("subject", "kind", "detail", "evidence", "confidence", "n_right", "n_counted")
        writer.writerow(names)
        for cell, (confidence, n_right, n_counted) in fit(labels).items():
            writer.writerow((*cell, f"{confidence:.3f}", n_right, n_counted))


def main() -> None:
    """Write both files and show the bands."""
    labels = labelled()
    write_confidences(labels)
    table = calibration(labels)
    table.write_csv(CALIBRATION)
    sys.stdout.write(CALIBRATION.read_text(encoding="utf-8"))


if __name__ == "__main__":
    ArgumentParser(description=__doc__).parse_args()
    main()
