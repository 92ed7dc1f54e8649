"""Write the cases from their annotations, and the baseline from a reading of the samples.

python tests/golden/build.py                       cases/*.json
python tests/golden/build.py --baseline            baseline.json, no figure lower than before
python tests/golden/build.py --baseline --lower REASON
python tests/golden/build.py --errors              what a reading misses and adds, to read through
"""

import argparse
import sys

from annotation import CASES, AnnotationError, article_ids, case_json, resolved_case
from baseline import (
    BASELINE,
    OVERALL,
    LoweredFigureError,
    baseline_json,
    figures_of,
    load_baseline,
    next_baseline,
)
from samples import score_samples

from orchestration.evaluations import load_samples


def write_cases() -> str:
    """Resolve every annotation, write its case, drop cases without one; say what was done.

    Raises:
        AnnotationError: If an annotation does not fit its article; no case is written then.
    """
    resolved = {name: case_json(resolved_case(name)) for name in article_ids()}
    CASES.mkdir(exist_ok=True)
    for path in CASES.glob("*.json"):
        if path.stem not in resolved:
            path.unlink()
    for name, content in resolved.items():
        (CASES / f"{name}.json").write_text(content, encoding="utf-8")
    return f"{len(resolved)} cases in {CASES}"


def write_baseline(reason: str | None) -> str:
    """Read the samples and write what that reaches; say what it is.

    Raises:
        LoweredFigureError: If a figure is lower than before and there is no reason.
    """
    figures = figures_of(score_samples()[0])
    baseline = next_baseline(load_baseline(), figures, load_samples().sha256, reason)
    BASELINE.write_text(baseline_json(baseline), encoding="utf-8")
    values = ((measure, counts.value) for measure, counts in figures[OVERALL].items())
    return "\n".join(f"{measure:28} {value:.3f}" for measure, value in values if value is not None)


def errors_report() -> str:
    """What a reading of the samples misses, adds or mistakes, a line each."""
    errors = score_samples()[1].sort("error", "article", maintain_order=True)
    return "\n".join(
        f"{error} | {article} | {expected or '-'} | {found or '-'}"
        for article, error, expected, found in errors.iter_rows()
    )


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--baseline", action="store_true", help="rewrite baseline.json")
    parser.add_argument("--lower", metavar="REASON", help="why a figure may be lower than before")
    parser.add_argument("--errors", action="store_true", help="print what a reading gets wrong")
    arguments = parser.parse_args()
    try:
        if arguments.errors:
            report = errors_report()
        elif arguments.baseline:
            report = write_baseline(arguments.lower)
        else:
            report = write_cases()
    except (AnnotationError, LoweredFigureError) as error:
        sys.exit(str(error))
    sys.stdout.write(report + "\n")


if __name__ == "__main__":
    main()
