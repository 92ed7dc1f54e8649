"""The documentation page as a browser shows it, and the manifest that it is made of."""

import json
import re
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import duckdb
import pytest
from filelock import FileLock
from playwright.sync_api import Page, expect, sync_playwright

from orchestration.documenting import write_docs
from orchestration.home import PROJECT, Home

pytestmark = pytest.mark.slow

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
SLOWEST_MS = 60_000
LINE_PX = 30
OVERVIEW = PROJECT / "dbt_project" / "docs" / "overview.md"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(sample_home: Home) -> Path:
    """The folder of the page."""
    with FileLock(sample_home.root / "site.lock"):
        return write_docs(sample_home).parent


@pytest.fixture(scope="module")
def manifest(sample_home: Home, site: Path) -> dict[str, dict[str, dict[str, object]]]:
    assert site.exists()
    loaded: dict[str, dict[str, dict[str, object]]] = json.loads(
        (sample_home.dbt_target / "manifest.json").read_text(encoding="utf-8")
    )
    return loaded


@pytest.fixture
def page(site: Path) -> Iterator[Page]:
    """A browser at the page; anything it complains of fails the test."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed: apt install chromium")
    complaints: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page(viewport={"width": 1400, "height": 1000})
            page.set_default_timeout(SLOWEST_MS)
            page.on("console", lambda said: complaints.append(said.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
            yield page
            browser.close()
        server.shutdown()
    assert complaints == []


def open_model(page: Page, name: str) -> None:
    page.goto(f"{page.url.split('#')[0]}#!/model/model.marsad.{name}")
    expect(page.locator("h1", has_text=name)).to_be_visible(timeout=SLOWEST_MS)


def test_overview_opens_with_arabic_from_right_to_left(page: Page) -> None:
    expect(page).to_have_title("Marsad مرصد", timeout=SLOWEST_MS)
    question = page.get_by_role("cell", name="من يتحدث أكثر من غيره؟")
    expect(question).to_be_visible(timeout=SLOWEST_MS)
    assert question.evaluate("cell => getComputedStyle(cell).unicodeBidi") == "plaintext"


def test_model_is_searched_for_opened_and_shows_its_lineage(page: Page) -> None:
    # Before the page has read its data, what is typed finds nothing.
    expect(page.locator("h1", has_text="Marsad")).to_be_visible(timeout=SLOWEST_MS)
    page.get_by_placeholder("Search for models...").press_sequentially("mart_country_voice")
    found = page.locator(".search-result").filter(has_text=re.compile(r"^\s*mart_country_voice"))
    found.first.click()
    expect(page.locator("h1", has_text="mart_country_voice")).to_be_visible(timeout=SLOWEST_MS)
    expect(page.get_by_text("marsad.marts.mart_country_voice").first).to_be_visible()
    expect(page.get_by_text("asymmetry_index").first).to_be_visible()
    expect(page.get_by_text("DOUBLE").first).to_be_visible()
    page.locator(".launcher").first.click()
    expect(page.get_by_text("Lineage Graph")).to_be_visible()
    expect(page.locator("canvas").first).to_be_visible()


def test_arabic_inside_an_english_sentence_keeps_its_order(page: Page) -> None:
    open_model(page, "fct_quotes")
    example = page.locator("code", has_text="وأضاف أن").first
    expect(example).to_be_visible()
    assert example.evaluate("code => getComputedStyle(code).unicodeBidi") == "isolate"


def test_word_list_shows_the_sql_that_reads_it(page: Page) -> None:
    page.goto(f"{page.url.split('#')[0]}#!/seed/seed.marsad.cues")
    expect(page.get_by_text("from marsad.lexicons.cues").first).to_be_visible(timeout=SLOWEST_MS)


def test_long_name_in_the_tree_keeps_its_blanks(page: Page) -> None:
    page.goto(f"{page.url.split('#')[0]}#!/metric/metric.marsad.speaking_articles")
    begin = page.locator(".filename-ellip", has_text=re.compile("^Articles $"))
    expect(begin).to_be_visible(timeout=SLOWEST_MS)
    assert begin.evaluate("piece => getComputedStyle(piece).whiteSpace") == "pre"
    # It is one line, and not those of the template around its icon.
    assert page.locator(".filename", has=begin).evaluate("entry => entry.clientHeight") < LINE_PX


def test_columns_say_where_they_come_from_and_functions_of_which_type_they_are(page: Page) -> None:
    open_model(page, "mart_partnership_ladder")
    expect(page.get_by_text("Comes from fct_formulas.country_a").first).to_be_visible()
    open_model(page, "evidence")
    expect(page.get_by_text("VARCHAR").first).to_be_visible()


def test_every_model_and_column_is_described_and_typed(
    manifest: dict[str, dict[str, dict[str, object]]], site: Path
) -> None:
    catalog = json.loads((site.parent / "dbt" / "catalog.json").read_text(encoding="utf-8"))
    wanting: list[str] = []
    for key, node in {**manifest["nodes"], **manifest["sources"]}.items():
        if node["resource_type"] not in {"model", "seed", "source", "snapshot"}:
            continue
        columns: dict[str, dict[str, object]] = dict(node["columns"])  # type: ignore[call-overload]
        found = {**catalog["nodes"], **catalog["sources"]}.get(key, {"columns": {}})["columns"]
        types = {name.lower() for name in found}
        wanting += [key] * (not node["description"])
        wanting += [
            f"{key}.{name}" for name, column in columns.items() if not column["description"]
        ]
        wanting += [
            f"{key}.{name} without type"
            for name, column in columns.items()
            if name not in types and not column["data_type"]
        ]
        wanting += [f"{key}.{name} not in yml" for name in types - set(columns)]
    assert wanting == []


def test_descriptions_are_comments_of_the_database(
    sample_warehouse: duckdb.DuckDBPyConnection,
) -> None:
    silent = sample_warehouse.execute(
        "select table_name, column_name from duckdb_columns()"
        " where schema_name = 'marts' and comment is null and database_name = 'marsad'"
    ).fetchall()
    assert silent == []


def test_questions_of_the_overview_are_answered(
    sample_warehouse: duckdb.DuckDBPyConnection,
) -> None:
    questions = re.findall(r"```sql\n(.*?)```", OVERVIEW.read_text(encoding="utf-8"), re.DOTALL)
    assert len(questions) == 10
    for sql in questions:
        sample_warehouse.execute(sql).fetchall()
