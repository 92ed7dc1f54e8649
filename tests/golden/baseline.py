"""The ratchet: figures that a reading of the samples has reached and may not fall below.

A share (of statements found, of speakers right) is held by its hits, because finding a statement
more asks a question more of its speaker; an F1 is held by its value. How figures are counted
belongs in `evaluation`, writing the file in `build.py`.
"""

import json
from collections.abc import Mapping
from typing import Any

import polars as pl
from annotation import HERE

from extract.evaluation.scoring import overall
from extract.evaluation.tally import Counts

BASELINE = HERE / "baseline.json"
OVERALL = "overall"

Figures = Mapping[str, Mapping[str, Counts]]


class LoweredFigureError(ValueError):
    """A baseline would fall below the one before it, and no reason is given."""


def figures_of(scores: pl.DataFrame) -> dict[str, dict[str, Counts]]:
    """Counts by article and measure, with their sums under `overall`."""
    figures: dict[str, dict[str, Counts]] = {OVERALL: overall(scores)}
    for article, measure, *counts in scores.iter_rows():
        figures.setdefault(article, {})[measure] = Counts(*counts)
    return figures


def floor_breaches(floors: Mapping[str, Counts], counts: Mapping[str, Counts]) -> list[str]:
    """What has fallen below its floor, a line each; empty where nothing has."""
    return [
        f"{measure}: {_shown(counts.get(measure))}, the floor is {_shown(floor)}"
        for measure, floor in sorted(floors.items())
        if _is_below(counts.get(measure), floor)
    ]


def load_baseline() -> dict[str, Any]:
    """The baseline on disk; without floors where there is none yet."""
    if not BASELINE.exists():
        return {"articles": {}, "corpus_sha256": None, "lowered": [], OVERALL: {}}
    baseline: dict[str, Any] = json.loads(BASELINE.read_text(encoding="utf-8"))
    return baseline


def floors_of(baseline: Mapping[str, Any]) -> dict[str, dict[str, Counts]]:
    """The floors of a baseline, as `figures_of` gives figures."""
    figures = baseline["articles"] | {OVERALL: baseline[OVERALL]}
    return {
        article: {measure: Counts(*counts) for measure, counts in measures.items()}
        for article, measures in figures.items()
    }


def next_baseline(
    before: Mapping[str, Any], figures: Figures, corpus: str, reason: str | None
) -> dict[str, Any]:
    """The baseline that follows `before`.

    Args:
        before: The baseline to follow.
        figures: What a reading of the samples reaches now.
        corpus: The labelled corpus's digest.
        reason: Why a figure may be lower than before, if any may.

    Raises:
        LoweredFigureError: If a figure is lower than before and there is no reason.
    """
    lowered = [
        f"{article}: {breach}"
        for article, floors in floors_of(before).items()
        for breach in floor_breaches(floors, figures.get(article, {}))
    ]
    if lowered and not reason:
        message = "lower than before (give --lower REASON if it has to be):\n"
        raise LoweredFigureError(message + "\n".join(lowered))
    note = [{"figures": lowered, "reason": reason}] if lowered else []
    return {
        "articles": {name: counts for name, counts in figures.items() if name != OVERALL},
        "corpus_sha256": corpus,
        "lowered": [*before["lowered"], *note],
        OVERALL: figures[OVERALL],
    }


def baseline_json(baseline: Mapping[str, Any]) -> str:
    """A baseline as it stands on disk: sorted, one measure a line."""
    articles = [
        f"{json.dumps(name)}: {_measures_json(measures, '  ')}"
        for name, measures in sorted(baseline["articles"].items())
    ]
    lowered = json.dumps(baseline["lowered"], ensure_ascii=False, indent=1, sort_keys=True)
    lowered = lowered.replace("\n", "\n ")
    return (
        '{\n "articles": {\n  ' + ",\n  ".join(articles) + "\n },\n"
        f' "corpus_sha256": {json.dumps(baseline["corpus_sha256"])},\n'
        f' "lowered": {lowered},\n'
        f' "{OVERALL}": {_measures_json(baseline[OVERALL], " ")}\n}}\n'
    )


def _measures_json(measures: Mapping[str, Counts], indent: str) -> str:
    lines = [f"{indent} {json.dumps(m)}: {json.dumps(c)}" for m, c in sorted(measures.items())]
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


def _is_below(counts: Counts | None, floor: Counts) -> bool:
    if floor.value is None and not floor.gold:
        # Nothing to find and nothing found: a floor only for what is found.
        return bool(counts and counts.found)
    if counts is None:
        return bool(floor.hits)
    if floor.found is None:
        return counts.hits < floor.hits
    return (counts.value or 0.0) < (floor.value or 0.0)


def _shown(counts: Counts | None) -> str:
    if counts is None:
        return "nothing"
    value = "-" if counts.value is None else f"{counts.value:.3f}"
    of = f"{counts.hits} of {counts.gold}"
    return f"{value} ({of})" if counts.found is None else f"{value} ({of}, {counts.found} found)"
