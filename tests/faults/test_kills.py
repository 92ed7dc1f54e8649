"""SIGKILL at random moments of runs over 2,000 articles, while readers look on.

Runs are killed one after another in one home, each while it goes on from where the one before was
killed, and each with other news changed. `MARSAD_KILLS` sets how many (30 to try it in full).
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random

import pytest
from newsroom import ARTICLES_A_FILE, deliver
from observing import content_of, readers_looking_on, run_to_the_end, start_run

from orchestration.home import Home

pytestmark = pytest.mark.slow

N_KILLS = int(os.environ.get("MARSAD_KILLS", "2"))
SEED = os.environ.get("MARSAD_KILLS_SEED", "2024")
N_FILES = 2000 // ARTICLES_A_FILE
N_FILES_BEFORE = 2
CHANGED_FILES = 3
# A worker that its parent's death does not end would wait for ever; it is given this long.
SECONDS_TO_DIE = 30

# What shows that a stage has begun, and within how many seconds from then the kill falls.
Sign = Callable[[Home, float], bool]
STAGES: dict[str, tuple[Sign, float]] = {
    "starting": (lambda _home, _began: True, 4),
    "landing": (lambda home, _began: (home.root / "staging").exists(), 0.5),
    "reading": (lambda home, began: _is_newer(home.manifest / "records.parquet", began), 5),
    "building": (lambda home, began: _is_newer(home.dbt_target / "dbt.log", began), 15),
    "publishing": (lambda home, began: _is_newer(home.build_results, began), 2),
}


def _is_newer(path: Path, began: float) -> bool:
    return path.exists() and path.stat().st_mtime > began


def test_killed_runs_end_in_the_warehouse_of_an_undisturbed_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, inbox = Home.at(tmp_path / "home"), tmp_path / "inbox"
    random = Random(SEED)  # noqa: S311 - moments, not secrets
    for number in range(N_FILES_BEFORE):
        deliver(inbox, number)
    assert run_to_the_end(home, inbox)[0] == 0
    for number in range(N_FILES_BEFORE, N_FILES):
        deliver(inbox, number)
    with readers_looking_on(home):
        for n, kill in enumerate(_kills(home, inbox, random), start=1):
            with capsys.disabled():
                print(f"\nkill {n}: {kill}", end="")  # noqa: T201 - which moments they were
        code, errors = run_to_the_end(home, inbox)
    assert code == 0, errors
    undisturbed = Home.at(tmp_path / "undisturbed")
    assert run_to_the_end(undisturbed, inbox)[0] == 0
    assert content_of(home) == content_of(undisturbed)


def _kills(home: Home, inbox: Path, random: Random) -> Iterator[str]:
    """Kill as many runs as are wanted, each with some news changed; give the moment of each."""
    stages = [list(STAGES)[n % len(STAGES)] for n in range(N_KILLS)]
    random.shuffle(stages)
    versions = count(1)
    while stages:
        stage = stages[-1]
        delay = random.uniform(0, STAGES[stage][1])
        # Either the run alone, as when memory is short, or all its processes, as when the
        # machine stops: dbt and the workers then live on, or do not.
        whole_group = random.random() < 0.5
        if _kill(home, inbox, stage, delay, whole_group=whole_group):
            stages.pop()
            yield f"{stage} + {delay:.2f} s, {'all its processes' if whole_group else 'it alone'}"
        version = next(versions)
        for number in random.sample(range(N_FILES), CHANGED_FILES):
            deliver(inbox, number, version)


def _kill(home: Home, inbox: Path, stage: str, delay: float, *, whole_group: bool) -> bool:
    """Start a run and kill it; say whether it was alive until then."""
    has_begun, _ = STAGES[stage]
    # Clocks of file systems run a little behind.
    began = time.time() - 0.01
    process = start_run(home, inbox)
    while process.poll() is None and not has_begun(home, began):
        time.sleep(0.01)
    with suppress(subprocess.TimeoutExpired):
        process.wait(delay)
    was_alive = process.poll() is None
    with suppress(ProcessLookupError):
        (os.killpg if whole_group else os.kill)(process.pid, signal.SIGKILL)
    process.communicate(timeout=SECONDS_TO_DIE)
    return was_alive
