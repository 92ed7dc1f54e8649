"""The arithmetic of the dbt macros, beside the same done in Python."""

import math
import re
from typing import Any

import duckdb
import pytest
from jinja2 import Environment

from orchestration.building import DBT_PROJECT

MACROS: Any = (
    Environment(autoescape=False)  # noqa: S701 - it writes SQL
    .from_string((DBT_PROJECT / "macros" / "measures.sql").read_text(encoding="utf-8"))
    .module
)


def value(expression: str) -> Any:
    (row,) = duckdb.sql(f"select {expression}").fetchall()
    return row[0]


@pytest.mark.parametrize("chi_square", [0.0, 1e-6, 0.5, 3.841459, 10.83, 50.0, 700.0, 5000.0])
def test_p_value_is_the_complementary_error_function(chi_square: float) -> None:
    exact = math.erfc(math.sqrt(chi_square / 2))
    assert value(MACROS.chi_square_p_value(f"{chi_square}::double")) == pytest.approx(
        exact, rel=2e-7, abs=1e-300
    )


# Wilson's interval of 8 of 10 and of 0 of 10, as in the tables of Newcombe (1998).
@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"), [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775)]
)
def test_interval_is_that_of_wilson(hits: int, trials: int, low: float, high: float) -> None:
    bounds = [value(MACROS.wilson_bound(str(hits), str(trials), sign)) for sign in "-+"]
    assert bounds == pytest.approx([low, high], abs=5e-5)


def test_nothing_tried_has_no_interval() -> None:
    assert value(MACROS.wilson_bound("0", "0", "+")) is None


def test_log_likelihood_ratio_is_twice_the_divergence_from_independence() -> None:
    both, a, b, total = 3, 5, 7, 20
    cells = {(1, 1): both, (1, 0): a - both, (0, 1): b - both, (0, 0): total - a - b + both}
    exact = 2 * sum(
        n * math.log(n / ((a if x else total - a) * (b if y else total - b) / total))
        for (x, y), n in cells.items()
    )
    counts = [str(count) for count in (both, a, b, total)]
    assert value(MACROS.log_likelihood_ratio(*counts)) == pytest.approx(exact, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "words"),
    [('قال، إنّ "الصين" 80 في المائة', 6), ("", 0), ("…", 0), ("نعم-لا", 2)],
)
def test_words_are_runs_of_letters_marks_and_digits(text: str, words: int) -> None:
    assert value(MACROS.count_words(f"'{text}'")) == words


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("المتحدثة باسم الخارجية الصينية", "الخارجية الصينية"),
        ("المتحدث الرسمي لوزارة العمل", "وزارة العمل"),
        ("الناطق الإعلامي للميناء", "الميناء"),
        ("المتحدث باسم لجنة الانتخابات", "لجنة الانتخابات"),
        ("الناطق الإعلامي بشرطة جدة", "شرطة جدة"),
        ("المتحدثة", None),
        ("المتحدث باسم", None),
        ("وزير العمل", None),
    ],
)
def test_spokesperson_speaks_for_the_body_that_the_role_names(role: str, body: str | None) -> None:
    # dbt reads a backslash in a string of Jinja as this does: twice for one.
    assert re.search(r"\\s", MACROS.spoken_for("role"))
    assert value(MACROS.spoken_for(f"'{role}'")) == body
