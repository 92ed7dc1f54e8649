"""What is served, is served to this machine only."""

import socket
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Self
from urllib.request import urlopen

import dagster as dg
import pytest

from orchestration import recording, serving
from orchestration.home import Home
from orchestration.recording import open_instance


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_page_is_served_on_the_loopback_address(
    tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "index.html"
    page.write_text("<p>مرصد</p>")
    servers: list[serving.ThreadingHTTPServer] = []

    class Watched(serving.ThreadingHTTPServer):
        def server_activate(self) -> None:
            super().server_activate()
            servers.append(self)

    monkeypatch.setattr(serving, "ThreadingHTTPServer", Watched)
    thread = Thread(target=serving.serve_page, args=(page, port))
    thread.start()
    while not servers and thread.is_alive():
        thread.join(0.01)
    try:
        with urlopen(f"http://127.0.0.1:{port}/index.html") as answer:
            assert "مرصد" in answer.read().decode()
        assert servers[0].server_address[0] == "127.0.0.1"
    finally:
        servers[0].shutdown()
        thread.join()


def test_dagster_is_started_on_the_loopback_address(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    class Process:
        def __init__(self, command: list[str], **_: object) -> None:
            commands.append(command)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def wait(self) -> int:
            return 0

        def terminate(self) -> None:
            pass

    monkeypatch.setattr(recording, "record_days", lambda _: 0)
    monkeypatch.setattr(serving, "subprocess", SimpleNamespace(Popen=Process))
    assert serving.serve_dagster(home, 3000) == 0
    [webserver] = [command for command in commands if "dagster_webserver" in command]
    assert webserver[webserver.index("--host") + 1] == "127.0.0.1"


def test_settings_of_a_dagster_that_is_there_are_kept(home: Home) -> None:
    folder = serving.prepare_instance(home)
    assert "enabled: false" in (folder / "dagster.yaml").read_text()
    (folder / "dagster.yaml").write_text("telemetry:\n  enabled: true\n")
    serving.prepare_instance(home)
    assert "enabled: true" in (folder / "dagster.yaml").read_text()


def test_run_prints_no_event_that_is_kept(home: Home, capfd: pytest.CaptureFixture[str]) -> None:
    @dg.op
    def reads() -> None:
        pass

    @dg.job
    def reading() -> None:
        reads()

    with open_instance(home) as instance:
        result = reading.execute_in_process(instance=instance)
        kept = instance.all_logs(result.run_id)
    assert {"STEP_START", "STEP_SUCCESS"} <= {
        entry.dagster_event.event_type_value for entry in kept if entry.dagster_event
    }
    assert "STEP_" not in capfd.readouterr().err
