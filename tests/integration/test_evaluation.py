"""`marsad evaluate` on annotated articles, and its agreement with the scorer of the gold folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import polars as pl
import pytest
from typer.testing import CliRunner, Result

from extract.evaluation.gold import load_gold
from extract.lexicons import load_lexicons
from extract.pipeline import extract_batch
from orchestration.cli import app
from orchestration.evaluations import EVALUATIONS, SAMPLES_LANDED_AT
from orchestration.home import PROJECT, Home

TEXT = """الرياض 3 مايو 2024 (واس) قال وزير النقل السعودي صالح الجاسر إن الميناء يعمل.
"""
CASE = {
    "dateline": {
        "city": "الرياض",
        "country": "SAU",
        "date": "2024-05-03",
        "agency": "واس",
    },
    "quotes": [],
    "countries": [],
    "places": [],
    "persons": [{"name": "صالح الجاسر", "country": "SAU", "role": None, "forms": []}],
    "orgs": [],
    "dyads": [],
}
RECORD = {
    "url": "u:1",
    "title": "عام / خبر",
    "content": TEXT,
    "city": "الرياض",
    "date": "2024-05-03",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("MARSAD_HOME", str(tmp_path / "home"))
    return Home.from_environment()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "port.txt").write_text(TEXT, encoding="utf-8")
    (folder / "port.json").write_text(json.dumps(CASE, ensure_ascii=False), encoding="utf-8")
    return folder


def evaluate(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


@pytest.mark.usefixtures("home")
def test_figures_are_printed_with_their_counts_and_the_errors_behind_them(folder: Path) -> None:
    result = evaluate(folder, "--errors", "1")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == "1 articles, 0 absent from the reading []"
    assert "dateline city                1.000  [1.000 1.000]  of 1" in lines
    assert "statements @0.3              0.000  [0.000 0.000]  P 0.000 R 0.000 gold 0" in lines
    assert any(line.startswith("port | extra statement | الميناء يعمل") for line in lines)


def test_figures_are_kept_with_what_they_were_had_from(home: Home, folder: Path) -> None:
    evaluate(folder)
    evaluate(folder)
    (kept,) = (home.tables / "evaluations").glob("*.parquet")
    figures = pl.read_parquet(kept)
    assert figures.columns == EVALUATIONS.names()
    origin = figures.select("corpus_name", "corpus_sha256", "n_articles", "lexicon_version")
    version = load_lexicons().version
    assert origin.unique().rows() == [("press", load_gold(folder).sha256, 1, version)]


@pytest.mark.usefixtures("home")
def test_known_datelines_of_the_folder_are_measured_too(folder: Path) -> None:
    line = json.dumps(RECORD, ensure_ascii=False) + "\n"
    (folder / "house_datelines.jsonl").write_text(line, encoding="utf-8")
    figures = json.loads(evaluate(folder, "--json").stdout)["figures"]
    assert figures["house dateline city"]["counts"] == [1, 1]
    assert figures["house dateline date"]["value"] == 1


@pytest.mark.usefixtures("home")
def test_folder_without_annotations_is_one_clear_line(tmp_path: Path) -> None:
    result = evaluate(tmp_path)
    assert result.exit_code == 3
    assert "marsad: nothing annotated in" in result.output


@pytest.mark.slow
def test_figures_are_those_of_the_gold_folders_own_scorer(home: Home) -> None:
    folder = Path(os.environ.get("MARSAD_GOLD") or PROJECT.parent / "shared" / "gold")
    scorer = folder / "score.py"
    if not scorer.exists():
        pytest.skip("no gold folder with a scorer: set MARSAD_GOLD")
    gold = load_gold(folder / "dev")
    tables = extract_batch(gold.documents(SAMPLES_LANDED_AT), load_lexicons())
    home.root.mkdir()
    with duckdb.connect(str(home.root / "gold.duckdb")) as connection:
        connection.execute("create schema marts")
        for name in ("articles", "quotes", "mentions", "dyads"):
            tables[name].write_parquet(home.root / f"{name}.parquet")
            connection.execute(
                f"create table marts.fct_{name} as from '{home.root}/{name}.parquet'"
            )
    command = [sys.executable, str(scorer), str(home.root / "gold.duckdb"), str(folder / "dev")]
    done = subprocess.run([*command, "--json"], stdout=subprocess.PIPE, check=True)
    expected = json.loads(done.stdout)
    found = json.loads(evaluate(folder / "dev", "--json").stdout)
    assert found["articles"] == expected["articles"]
    assert found["figures"] == expected["figures"]
