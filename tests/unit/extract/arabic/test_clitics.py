import polars as pl
import pytest

from extract.arabic.clitics import clitic_class, cliticise
from extract.lexicons import Lexicons


@pytest.mark.parametrize(
    ("proclitics", "expected"),
    [
        ("", "bare"),
        ("ال", "bare"),
        ("و", "w"),
        ("ف", "w"),
        ("ب", "b"),
        ("ل", "l"),
        ("ك", "k"),
        ("وب", "wb"),
        ("فل", "wl"),
        ("وك", "wk"),
        ("وال", "w"),
        ("وبال", "wb"),
        ("س", "bare"),
        ("وس", "w"),
    ],
)
def test_proclitics_are_told_by_conjunction_and_preposition(proclitics: str, expected: str) -> None:
    assert clitic_class(proclitics) == expected


def forms(lexicons: Lexicons, attaches_to: str) -> dict[str, tuple[str, str]]:
    words = pl.DataFrame({"folded": ["وزير"]})
    made = cliticise(words, lexicons["clitics"], attaches_to)
    return {
        form: (bare, kind)
        for form, bare, kind in made.select("form", "bare", "clitic_class").rows()
    }


def test_noun_takes_conjunctions_and_prepositions(lexicons: Lexicons) -> None:
    found = forms(lexicons, "nominal")
    assert found["وزير"] == ("وزير", "bare")
    assert found["ووزير"] == ("وزير", "w")
    assert found["ولوزير"] == ("وزير", "wl")
    assert found["بوزير"] == ("وزير", "b")
    assert "الوزير" not in found


def test_definite_noun_always_shows_its_article(lexicons: Lexicons) -> None:
    found = forms(lexicons, "definite")
    assert found["الوزير"] == ("الوزير", "bare")
    assert found["للوزير"] == ("الوزير", "l")
    assert found["وبالوزير"] == ("الوزير", "wb")
    assert "وزير" not in found


def test_verb_takes_a_conjunction_and_no_preposition(lexicons: Lexicons) -> None:
    made = cliticise(pl.DataFrame({"folded": ["ذهب"]}), lexicons["clitics"], "perfect")
    assert {"ذهب", "وذهب", "فذهب"} <= set(made["form"])
    assert not {"بذهب", "كذهب"} & set(made["form"])


def test_every_proclitic_of_the_lexicon_has_a_class(lexicons: Lexicons) -> None:
    proclitics = lexicons["clitics"].filter(pl.col("position") == "proclitic")["clitic"]
    assert {clitic_class(proclitic) for proclitic in proclitics} <= {
        "bare",
        "w",
        "b",
        "l",
        "k",
        "wb",
        "wl",
        "wk",
    }
