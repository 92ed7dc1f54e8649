"""Dagster's UI as someone uses it: looking around, starting a backfill, reading what went wrong.

The tests follow one another: days are read before they are looked at.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import polars as pl
import pytest

from orchestration.home import Home
from orchestration.queries import ask
from orchestration.storage import part_path, scan_table, stored_days

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.slow

FIRST, LAST = "2024-05-01", "2024-05-03"
WAREHOUSE = '(kind:"dbt" and not key:"dbt_docs") or key:"published_warehouse"'
LATE = "2024-05-05"
GROUPS = ("sources", "reading", "staging", "intermediate", "marts", "published")
# Runs wait for a daemon that looks every few seconds, then for a process to load everything.
RUN_TIMEOUT = 400_000


def test_graph_shows_every_group(page: "Page") -> None:
    page.goto("/asset-groups/")
    for group in GROUPS:
        expect(page.get_by_text(group, exact=True).first).to_be_visible()


def test_backfill_of_three_days_is_started_by_clicks_and_succeeds(
    page: "Page", screenshots: Path
) -> None:
    page.goto("/assets/quotes?view=partitions")
    page.get_by_role("button", name="Materialize…").click()
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("button", name="Show all partitions").click()
    dialog = page.get_by_role("dialog")
    days = dialog.get_by_role("textbox").first
    days.fill(f"[{FIRST}...{LAST}]")
    days.press("Enter")
    expect(dialog.get_by_text("3 partitions")).to_be_visible()
    dialog.get_by_role("button", name="Launch backfill").click()
    see_while_it_runs(page, screenshots)
    expect(page.get_by_text("Materialized (3)")).to_be_visible(timeout=RUN_TIMEOUT)
    page.goto("/runs/")
    expect(page.get_by_text("3 partitions")).to_be_visible()
    expect(page.get_by_text("Success", exact=True)).to_be_visible(timeout=RUN_TIMEOUT)
    # The range is one run.
    page.get_by_text("Show runs within backfills").click()
    expect(page.get_by_text("Success", exact=True)).to_have_count(1)


def see_while_it_runs(page: "Page", screenshots: Path) -> None:
    """Keep a picture of what the UI shows of a backfill that is not done."""
    looking = page.context.new_page()
    looking.goto("/runs/")
    expect(looking.get_by_text("3 partitions")).to_be_visible()
    looking.screenshot(path=screenshots / "backfill_while_it_runs.png")
    looking.close()


def test_asset_shows_a_table_with_arabic_set_apart(page: "Page") -> None:
    page.goto("/assets/quotes?view=events")
    for day in (FIRST, LAST):
        expect(page.get_by_text(day, exact=True).first).to_be_visible()
    cells = open_markdown(page, "sample").get_by_role("cell")
    # Not the whole of it: the cell is between marks that keep it apart.
    said = cells.filter(has_text="محصول الشاي زاد").last
    expect(said).to_be_visible()
    assert said.inner_text().startswith("\u2068")


def test_asset_shows_a_picture(page: "Page") -> None:
    shown = open_markdown(page, "by_resolution")
    picture = shown.get_by_role("img", name=re.compile("^Statements by"))
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.complete && image.naturalWidth > 100")


def open_markdown(page: "Page", key: str) -> "Locator":
    """Give what the latest event says under a key; long Markdown is behind a link."""
    page.goto("/assets/quotes?view=events")
    row = page.get_by_role("row").filter(has=page.get_by_text(key, exact=True)).last
    expect(row).to_be_visible()
    if not (link := row.get_by_text("Show Markdown")).count():
        return row
    link.click()
    return page.get_by_role("dialog")


@pytest.fixture
def moved_statements(home: Home) -> Iterator[None]:
    """Damage a day as a bug of the extractor would: each statement a character further on."""
    part = part_path(home, "quotes", pl.Series([LAST]).str.to_date().item())
    sound = part.read_bytes()
    moved = pl.read_parquet(part).with_columns(pl.col("start_char") + 1, pl.col("end_char") + 1)
    moved.write_parquet(part)
    yield
    part.write_bytes(sound)


@pytest.mark.usefixtures("moved_statements")
def test_failing_check_is_red_and_says_why(page: "Page") -> None:
    page.goto("/assets/quotes?view=checks&checkDetail=spans_stand_in_their_text")
    page.get_by_role("button").filter(has_text=re.compile(r"^Execute$")).first.click()
    message = page.get_by_text("where quote_text is not in the article at start_char").first
    expect(message).to_be_visible(timeout=RUN_TIMEOUT)
    # The list says it in grey beside a red mark, the result in red.
    failed = page.get_by_text("Failed", exact=True).last
    expect(failed).to_be_visible()
    red, green = failed.evaluate(
        "tag => getComputedStyle(tag).color.match(/[0-9.]+/g).slice(0, 2).map(Number)"
    )
    assert red > green


def test_warehouse_is_built_and_published_by_clicks(page: "Page", home: Home) -> None:
    page.goto(f"/asset-groups~{quote(WAREHOUSE)}/")
    page.get_by_role("button", name="Materialize all").click()
    # What it is built from besides was never made by itself.
    page.get_by_role("button", name="Confirm").click()
    page.goto("/runs/")
    # Of the backfill, and of this: the run that a blocking check stopped has failed.
    expect(page.get_by_text("Success", exact=True)).to_have_count(2, timeout=RUN_TIMEOUT)
    page.goto("/assets/marts/fct_quotes?view=events")
    # Told on each day, so that it is among ten rows of twelve.
    expect(page.get_by_role("cell").filter(has_text="بلاده تدعم").last).to_be_visible()
    n_said = ask(home, "select count(*) as n from marts.fct_quotes")["n"].item()
    assert n_said == scan_table(home, "quotes").select(pl.len()).collect().item() > 0


def test_sensor_that_is_switched_on_takes_in_what_lands(page: "Page", home: Home) -> None:
    story = {
        "url": "u:late",
        "published_at": f"{LATE}T09:00:00Z",
        "text": "قال الوزير إن الجسر سيفتح.",
    }
    (home.landing / "late.jsonl").write_text(json.dumps(story) + "\n")
    page.goto("/locations/marsad/sensors/landing_folder")
    switch = page.locator("label").filter(has=page.get_by_role("checkbox")).first
    switch.click()
    expect(page.get_by_text("1 run requested").first).to_be_visible()
    page.goto("/assets/documents?view=events")
    expect(page.get_by_text(LATE, exact=True).first).to_be_visible(timeout=RUN_TIMEOUT)
    assert LATE in map(str, stored_days(home, "documents"))
