"""A control room of its own: `dg dev` over a home with three days of news, and a browser."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extract.lexicons import load_lexicons
from orchestration.home import PROJECT, Home
from orchestration.landing import land_files
from orchestration.serving import instance_variables, prepare_instance

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

SCREENSHOTS = Path(os.environ.get("MARSAD_SCREENSHOTS") or PROJECT / ".screenshots")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
START_SECONDS = 600
WAIT_SECONDS = 120
DAYS = ("2024-05-01", "2024-05-02", "2024-05-03")
NEWS = (
    "قال وزير الخارجية الصيني إن بلاده تدعم كازاخستان، مضيفا أن السكة ستفتح قريبا.",
    "أكد وزير النقل المصري أن الميناء السوداني يعمل منذ الصباح. وأضاف أن السفن عادت.",
    "أعلنت وزارة الزراعة الكينية أن محصول الشاي زاد، فيما نفت أوغندا وجود خلاف معها.",
)


@dataclass(frozen=True)
class ControlRoom:
    """A running UI and the warehouse it looks at."""

    url: str
    home: Home


def find_chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="module")
def control_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ControlRoom]:
    if find_chromium() is None:
        pytest.skip("no chromium on the PATH (Debian: apt install chromium)")
    home = Home.at(tmp_path_factory.mktemp("control-room") / "home")
    _land(home)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    prepare_instance(home)
    log = home.root / "dg-dev.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [str(Path(sys.executable).with_name("dg")), "dev", "--port", str(port)],
            env={**home.environment(), **instance_variables(home)},
            cwd=PROJECT,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url, server, log)
        yield ControlRoom(url, home)
    finally:
        os.killpg(server.pid, signal.SIGINT)
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _land(home: Home) -> None:
    home.landing.mkdir(parents=True)
    lines = [
        json.dumps({"url": f"u:{day}-{i}", "published_at": f"{day}T09:00:00Z", "text": text})
        for day in DAYS
        for i, text in enumerate(NEWS[: DAYS.index(day) + 1])
    ]
    # The same text twice is one document: each story names its day.
    lines = [line.replace('."}', f'. ({i})"}}') for i, line in enumerate(lines)]
    (home.landing / "news.jsonl").write_text("\n".join(lines) + "\n")
    with home.locked():
        land_files(home, [home.landing], load_lexicons())


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/server_info", timeout=5):  # noqa: S310 -- loopback
                return
        except (urllib.error.URLError, OSError):
            time.sleep(1)
    pytest.fail(f"dg dev did not come up:\n{log.read_text()[-3000:]}")


@pytest.fixture(scope="module")
def home(control_room: ControlRoom) -> Home:
    """The warehouse that the control room looks at."""
    return control_room.home


@pytest.fixture(scope="module")
def context(control_room: ControlRoom) -> Iterator["playwright.BrowserContext"]:
    """One visitor for all tests: the UI's code is loaded once."""
    playwright.expect.set_options(timeout=WAIT_SECONDS * 1000)
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        context = browser.new_context(
            base_url=control_room.url, viewport={"width": 1600, "height": 1200}
        )
        context.set_default_timeout(WAIT_SECONDS * 1000)
        yield context
        browser.close()


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """The folder where pictures of what was seen are kept."""
    SCREENSHOTS.mkdir(exist_ok=True, parents=True)
    return SCREENSHOTS


@pytest.fixture
def page(
    context: "playwright.BrowserContext", screenshots: Path, request: pytest.FixtureRequest
) -> Iterator["playwright.Page"]:
    """A page whose last state is kept as a picture, named by the test."""
    page = context.new_page()
    yield page
    page.screenshot(path=screenshots / f"{request.node.name}.png")
    page.close()
