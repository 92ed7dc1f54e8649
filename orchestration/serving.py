"""Serves the UI and the docs page, on 127.0.0.1 and nowhere else."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from orchestration.home import PROJECT, Home

LOOPBACK = "127.0.0.1"
# Dagster sends usage statistics, asks for an address to write to, and expects assets to be new each
# day, unless told not to. Where news lands daily, let `freshness` be true.
# Logs: every event is kept; that a run of a year of days also prints each is of use to nobody.
# Pools: one run at a time writes to DuckDB; others read days side by side. Events: many at once.
INSTANCE_SETTINGS = """event_log_storage:
  module: orchestration.event_storage
  class: EventStorage
  config:
    home:
      env: DAGSTER_HOME
python_logs:
  python_log_level: INFO
telemetry:
  enabled: false
nux:
  enabled: false
freshness:
  enabled: false
concurrency:
  pools:
    granularity: run
    default_limit: 1
  runs:
    max_concurrent_runs: 4
"""
# A run's events of one table, of as many days, are written together.
BATCH_EVENTS = 1000
WORKSPACE = """load_from:
  - python_module:
      module_name: orchestration.definitions
      location_name: marsad
"""


def prepare_instance(home: Home) -> Path:
    """Make the folder of Dagster's storage, keeping settings that are there, and give its path."""
    home.dagster.mkdir(parents=True, exist_ok=True)
    settings = home.dagster / "dagster.yaml"
    if not settings.exists():
        settings.write_text(INSTANCE_SETTINGS)
    (home.dagster / "workspace.yaml").write_text(WORKSPACE)
    return home.dagster


def instance_variables(home: Home) -> dict[str, str]:
    """Give what a process of Dagster's needs in its environment: where it keeps things, and how."""
    return {"DAGSTER_HOME": str(home.dagster), "DAGSTER_EVENT_BATCH_SIZE": str(BATCH_EVENTS)}


def serve_dagster(home: Home, port: int) -> int:
    """Run Dagster's webserver, and the daemon that its schedules need, until stopped.

    Returns:
        The webserver's exit code; 0 when stopped by Ctrl-C.
    """
    # Dagster takes seconds to import: the other commands do without it.
    from orchestration.recording import record_days, record_warehouse  # noqa: PLC0415

    # A supervisor stops it by SIGTERM: the servers that it started must not outlive it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    workspace = ["--workspace", str(prepare_instance(home) / "workspace.yaml")]
    place = ["--host", LOOPBACK, "--port", str(port)]
    # `dagster dev` is on its way out and `dg dev` is a tool for developers: these two are neither.
    commands = [["dagster_webserver", *place, *workspace], ["dagster._daemon", "run", *workspace]]
    with ExitStack() as started:
        webserver = started.enter_context(_running(home, commands[0]))
        try:
            # While the server loads. What follows on new days waits until all of them are known.
            sys.stderr.write("telling Dagster what was read outside of it …\n")
            record_days(home)
            record_warehouse(home)
            started.enter_context(_running(home, commands[1]))
            return webserver.wait()
        except KeyboardInterrupt:
            return 0


@contextmanager
def _running(home: Home, command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a module of Dagster as a process of its own, until the block is left."""
    with subprocess.Popen(  # noqa: S603 -- our own interpreter and arguments
        [sys.executable, "-m", *command],
        env={**home.environment(), **instance_variables(home)},
        cwd=PROJECT,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def serve_page(page: Path, port: int) -> None:
    """Serve the folder of a page until stopped."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(page.parent))
    with ThreadingHTTPServer((LOOPBACK, port), handler) as server:
        sys.stderr.write(f"http://{LOOPBACK}:{port}/ (Ctrl-C stops it)\n")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
