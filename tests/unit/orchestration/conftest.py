"""A small newsroom: records written to files, landed into a home of their own."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from extract.lexicons import Lexicons
from orchestration.home import Home
from orchestration.landing import land_files
from orchestration.landing_report import LandingReport
from orchestration.ledger import Ledger
from orchestration.storage import recover, scan_table

LANDED_AT = datetime(2024, 6, 1, 8, tzinfo=UTC)
TEXTS = {
    "port": "افتتح الوزير الميناء الجديد صباح اليوم أمام جمهور كبير من أهل المدينة.",
    "tea": "قالت الهيئة إن محصول الشاي زاد في الموسم الماضي زيادة لم تعرفها البلاد.",
    "blank": "",
    "rail": "وقع الجانبان اتفاقا لمد السكة الحديدية بين العاصمتين في العام المقبل.",
}


@pytest.fixture
def texts() -> Mapping[str, str]:
    return TEXTS


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def put(inbox: Path) -> Callable[..., Path]:
    """Write records, each (address, text's name, day), to a JSON-lines file of the inbox."""

    def write(name: str, *records: tuple[str, ...]) -> Path:
        path = inbox / name
        path.write_text("".join(_json_line(*record) for record in records))
        return path

    return write


def _json_line(url: str, text: str, day: str = "2024-05-01") -> str:
    record = {"url": url, "text": TEXTS[text], "published_at": f"{day}T10:00:00Z"}
    return json.dumps(record, ensure_ascii=False) + "\n"


@pytest.fixture
def land(home: Home, inbox: Path) -> Callable[[], LandingReport]:
    """Land the inbox, as a run would after whatever happened before."""

    def landing() -> LandingReport:
        recover(home)
        return land_files(home, [inbox], Lexicons({}, "none"), landed_at=LANDED_AT)

    return landing


@pytest.fixture
def stored(home: Home) -> Callable[[], list[tuple[str, str, str]]]:
    """Give (address, text's name, day) of each stored document, sorted."""
    names = {text: name for name, text in TEXTS.items()}

    def documents() -> list[tuple[str, str, str]]:
        frame = scan_table(home, "documents").collect()
        columns = ("source_uri", "raw_text", "partition_date")
        rows = frame.select(columns).iter_rows()
        return sorted((uri, names[text], str(day)) for uri, text, day in rows)

    return documents


@pytest.fixture
def balance(home: Home) -> Callable[[], tuple[int, int, int]]:
    """Count documents and refusals as stored, and duplicates as booked."""

    def count() -> tuple[int, int, int]:
        documents = scan_table(home, "documents").select(pl.len()).collect().item()
        rejected = scan_table(home, "rejected_documents").select(pl.len()).collect().item()
        return documents, Ledger.load(home).n_duplicates(), rejected

    return count
